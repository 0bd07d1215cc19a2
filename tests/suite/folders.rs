//! Kinds of faults that were reported of programs like this one, each with at least three siblings.

use std::collections::BTreeMap;
use std::fs;

use crate::case::Case;
use crate::stage::suite;

/// By kind and code of the finding, the files that have it: each a path and what is laid over it.
type Kinds = BTreeMap<String, BTreeMap<String, Vec<(String, String)>>>;

#[test]
fn every_kind_of_fault_is_found_in_every_file_that_has_it() {
    let text = fs::read_to_string(suite("folders.yaml")).unwrap();
    let kinds: Kinds = serde_yaml::from_str(&text).unwrap();
    assert!(kinds.len() > 12, "{}", kinds.len());
    let mut missed = Vec::new();
    for (kind, findings) in &kinds {
        for (code, files) in findings {
            assert!(files.len() > 3, "{kind} has three siblings");
            for (path, laid) in files {
                let found = Case::minimal().laid_over(path, laid).findings();
                if !found.iter().any(|finding| finding.code == code) {
                    let codes: Vec<&str> = found.iter().map(|one| one.code).collect();
                    missed.push(format!("{kind} {laid:?}: {codes:?}, not {code}"));
                }
            }
        }
    }
    assert!(missed.is_empty(), "\n{}", missed.join("\n"));
}
