//! Every library that goes into the program may be used under the program's own terms.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::stage::repository;

/// The entries of a list of `.ci/deny.toml`, which are one a line.
fn listed(list: &str) -> Vec<String> {
    let text = fs::read_to_string(repository(".ci/deny.toml")).unwrap();
    let start = format!("\n{list} = [\n");
    let entries = text.split_once(&start).unwrap().1.split_once("\n]").unwrap().0;
    entries.lines().map(|line| line.trim().trim_end_matches(',').to_owned()).collect()
}

/// The first text between quotes after a key of an entry.
fn quoted<'a>(entry: &'a str, key: &str) -> &'a str {
    entry.split_once(key).unwrap().1.split('"').nth(1).unwrap()
}

/// A licence expression that is being read, word by word.
struct Expression<'a> {
    words: Vec<&'a str>,
    allowed: &'a [String],
}

impl Expression<'_> {
    /// Whether one of the alternatives is allowed in all its parts.
    fn is_allowed(text: &str, allowed: &[String]) -> bool {
        let spaced = text.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
        let words = spaced.split_whitespace().rev().collect();
        let mut expression = Expression { words, allowed };
        let is_allowed = expression.alternatives();
        is_allowed && expression.words.is_empty()
    }

    fn takes(&mut self, word: &str) -> bool {
        self.words.pop_if(|next| *next == word).is_some()
    }

    fn alternatives(&mut self) -> bool {
        let mut is_allowed = self.parts();
        while self.takes("OR") {
            is_allowed |= self.parts();
        }
        is_allowed
    }

    fn parts(&mut self) -> bool {
        let mut is_allowed = self.part();
        while self.takes("AND") {
            is_allowed &= self.part();
        }
        is_allowed
    }

    fn part(&mut self) -> bool {
        if self.takes("(") {
            let is_allowed = self.alternatives();
            return self.takes(")") && is_allowed;
        }
        let mut name = self.words.pop().unwrap_or_default().to_owned();
        if self.takes("WITH") {
            name += &format!(" WITH {}", self.words.pop().unwrap_or_default());
        }
        self.allowed.contains(&name)
    }
}

#[test]
fn brackets_of_a_licence_are_read() {
    let allowed = ["MIT".to_owned(), "Zlib".to_owned(), "A WITH B".to_owned()];
    for (text, expected) in [
        ("MIT", true),
        ("GPL-3.0", false),
        ("MIT/GPL-3.0", true),
        ("MIT AND GPL-3.0 OR Zlib", true),
        ("MIT AND (GPL-3.0 OR Zlib)", true),
        ("(MIT OR GPL-3.0) AND GPL-3.0", false),
        ("(MIT OR GPL-3.0) AND Zlib", true),
        ("A WITH B", true),
        ("MIT WITH B", false),
        ("(MIT", false),
        ("MIT Zlib", false),
        ("", false),
    ] {
        assert_eq!(Expression::is_allowed(text, &allowed), expected, "{text}");
    }
}

/// The packages of the lock file, with their versions.
fn locked() -> Vec<(String, String)> {
    let text = fs::read_to_string(repository("Cargo.lock")).unwrap();
    let packages = text.split("[[package]]").skip(1);
    let package = |text: &str| {
        (quoted(text, "name").to_owned(), quoted(text, "version").to_owned())
    };
    packages.map(package).collect()
}

#[test]
fn libraries_in_several_versions_are_those_that_are_named() {
    let mut older = Vec::new();
    let mut last = (String::new(), String::new());
    // The lock file is in the order of names and versions.
    for (name, version) in locked() {
        if last.0 == name {
            let version = last.1.split('+').next().unwrap();
            older.push(format!("{name}@{version}"));
        }
        last = (name, version);
    }
    let named: Vec<String> =
        listed("skip").iter().map(|entry| quoted(entry, "crate").to_owned()).collect();
    assert_eq!(named, older, "of .ci/deny.toml and Cargo.lock");
}

#[test]
fn unmaintained_libraries_that_are_named_are_there() {
    let locked = locked();
    for entry in listed("ignore") {
        let name = quoted(&entry, "reason").split(':').next().unwrap();
        assert!(locked.iter().any(|(package, _)| package == name), "{name} has gone");
    }
}

#[test]
fn every_library_comes_from_the_registry_with_a_digest() {
    let text = fs::read_to_string(repository("Cargo.lock")).unwrap();
    let stand_ins: Vec<OsString> = fs::read_dir(repository("engine"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    for package in text.split("[[package]]").skip(1) {
        let name = quoted(package, "name");
        let ours = name == env!("CARGO_PKG_NAME")
            || stand_ins.iter().any(|stand_in| stand_in == name);
        let source = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
        assert!(ours || package.contains(source) && package.contains("checksum = \""));
    }
}

#[test]
fn every_library_has_an_allowed_licence() {
    let version = Command::new("rustc").arg("-vV").output().unwrap().stdout;
    let version = String::from_utf8(version).unwrap();
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--offline", "--locked"])
        .args(["--filter-platform", host])
        .current_dir(repository(""))
        .output()
        .unwrap();
    assert!(metadata.status.success(), "{}", String::from_utf8_lossy(&metadata.stderr));
    let metadata: Value = serde_json::from_slice(&metadata.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 50);
    let shipped = shipped(&metadata);
    assert!(shipped.len() > 50 && shipped.len() < packages.len());
    let allowed: Vec<String> =
        listed("allow").iter().map(|entry| entry.trim_matches('"').to_owned()).collect();
    let exceptions = listed("exceptions");
    let excepted =
        |name: &str| exceptions.iter().find(|entry| quoted(entry, "crate") == name);
    let wrong: Vec<String> = packages
        .iter()
        .filter(|package| {
            let is_shipped = shipped.contains(package["id"].as_str().unwrap());
            let licence = package["license"].as_str().unwrap_or_default();
            let is_excepted = excepted(package["name"].as_str().unwrap())
                .is_some_and(|entry| quoted(entry, "allow") == licence);
            // What only tests use may have terms besides: its own files stay under them.
            !Expression::is_allowed(licence, &allowed) && (is_shipped || !is_excepted)
        })
        .map(|package| format!("{}: {}", package["name"], package["license"]))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The packages that go into the program: all but those that only tests use.
fn shipped(metadata: &Value) -> BTreeSet<&str> {
    let resolve = &metadata["resolve"];
    let mut waiting = vec![resolve["root"].as_str().unwrap()];
    let mut shipped = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if !shipped.insert(id) {
            continue;
        }
        let mut nodes = resolve["nodes"].as_array().unwrap().iter();
        let node = nodes.find(|node| node["id"] == id).unwrap();
        for dependency in node["deps"].as_array().unwrap() {
            let mut kinds = dependency["dep_kinds"].as_array().unwrap().iter();
            if kinds.any(|kind| kind["kind"] != "dev") {
                waiting.push(dependency["pkg"].as_str().unwrap());
            }
        }
    }
    shipped
}
