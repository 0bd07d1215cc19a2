//! Tells the program the digest of its own sources, by which it knows what it made itself.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;
use std::process::Command;

/// What decides how the program behaves.
const SOURCES: [&str; 5] =
    ["Cargo.lock", "Cargo.toml", "engine", "src", "themes/default"];

fn main() {
    let mut digest = DefaultHasher::new();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        add(Path::new(source), &mut digest);
    }
    println!("cargo::rustc-env=SOURCES_DIGEST={:016x}", digest.finish());
    println!("cargo::rustc-env=SOURCES_COMMIT={}", commit().unwrap_or_default());
}

/// Says which commit the sources are of; nothing where git does not know them.
///
/// It is the last one that changed them, so that a commit of data gives the same program; and it is
/// asked for when they change, not at each commit, which would compile everything anew. So a program
/// that was built before its sources were committed says that they differ from the commit before.
fn commit() -> Option<String> {
    let commit = git(&["log", "-1", "--format=%H"])?;
    let short = commit.get(..10)?;
    let is_changed = !git(&["status", "--porcelain"])?.is_empty();
    Some(format!(" ({short}{})", if is_changed { " 之后改过" } else { "" }))
}

/// What git says of the sources.
fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).arg("--").args(SOURCES).output();
    let output = output.ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

/// Adds a file, or a folder with all that is in it, in the order of names.
fn add(path: &Path, digest: &mut DefaultHasher) {
    let mut names = Vec::new();
    if path.is_dir() {
        let entries = fs::read_dir(path).expect("the sources can be listed");
        names.extend(
            entries.map(|entry| entry.expect("the sources can be listed").path()),
        );
        names.sort();
    } else {
        let bytes = fs::read(path).expect("the sources can be read");
        for part in [path.to_string_lossy().as_bytes(), &bytes] {
            digest.write_usize(part.len());
            digest.write(part);
        }
    }
    names.iter().for_each(|path| add(path, digest));
}
