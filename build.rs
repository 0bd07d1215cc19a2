//! Tells the program the digest of its own sources, by which it knows what it made itself.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

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
