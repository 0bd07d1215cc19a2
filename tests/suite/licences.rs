//! Every library that goes into the program may be used under the program's own terms.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

use crate::stage::repository;

/// Licences that ask for no more than to be named.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// What a library that only tests use may have besides: its own files stay under it.
const TESTS_ONLY: &[&str] = &["MPL-2.0"];

/// Whether one of the alternatives of a licence expression is allowed in all its parts.
fn is_allowed(expression: &str) -> bool {
    let flat = expression.replace(['(', ')'], "").replace('/', " OR ");
    flat.split(" OR ")
        .any(|one| one.split(" AND ").all(|part| ALLOWED.contains(&part.trim())))
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
    let wrong: Vec<String> = packages
        .iter()
        .filter(|package| {
            let is_shipped = shipped.contains(package["id"].as_str().unwrap());
            let licence = package["license"].as_str().unwrap_or_default();
            !is_allowed(licence) && (is_shipped || !TESTS_ONLY.contains(&licence))
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
