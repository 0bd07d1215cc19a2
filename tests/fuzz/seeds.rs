//! The shipped files that inputs are made from.

use std::fs;
use std::path::Path;

use crate::case::files_in;

/// The texts of the files below `data/` and the minimal book whose paths end so.
pub(crate) fn shipped(end: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["data", "tests/suite/minimal"];
    let files = folders.iter().flat_map(|folder| files_in(&root.join(folder)));
    let texts: Vec<String> = files
        .filter(|path| path.to_str().is_some_and(|path| path.ends_with(end)))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    assert!(!texts.is_empty(), "no shipped file ends in {end}");
    texts
}
