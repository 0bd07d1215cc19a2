//! Kinds of faults that were reported of programs like this one, each with at least three siblings.

use std::collections::BTreeMap;
use std::fs;

use crate::case::Case;
use crate::stage::suite;

/// By kind and code of the finding, the files that have it: each a path and what is laid over it.
type Kinds = BTreeMap<String, BTreeMap<String, Vec<(String, String)>>>;

/// The kinds that need more than a file, with the tests that hold them.
const ELSEWHERE: &[(&str, &str, &str)] = &[
    (
        "01-hook-environment",
        "diff/repository.rs",
        "a_hook_of_a_linked_work_tree_sees_what_its_shell_sees",
    ),
    (
        "03-other-repository",
        "diff/repository.rs",
        "the_variables_of_another_repository_change_nothing",
    ),
    (
        "04-autocrlf-digest",
        "diff/repository.rs",
        "line_ends_of_a_checkout_are_no_change_and_do_not_keep_from_a_release",
    ),
    ("06-main-moved-on", "diff/repository.rs", "a_branch_is_held_against_where_it_began"),
    ("12-notepad-encodings", "hostile.rs", "broken_bytes_are_named"),
    ("36-comment-injection", "diff/comment.rs", "nobody_is_called_and_nothing_is_linked"),
    (
        "50-schedule-by-words",
        "verify.rs",
        "each_slip_is_told_and_what_is_right_beside_it_is_not",
    ),
    (
        "51-months-and-quarter",
        "verify.rs",
        "each_slip_is_told_and_what_is_right_beside_it_is_not",
    ),
    (
        "52-shares-of-a-total",
        "verify.rs",
        "each_slip_is_told_and_what_is_right_beside_it_is_not",
    ),
    (
        "54-full-width-bulletin",
        "verify.rs",
        "each_slip_is_told_and_what_is_right_beside_it_is_not",
    ),
    (
        "62-other-files-in-the-output",
        "output.rs",
        "a_folder_that_is_not_ours_is_refused_whatever_it_holds",
    ),
];

#[test]
fn every_kind_that_needs_more_than_a_file_has_its_test() {
    for (kind, file, name) in ELSEWHERE {
        let text = fs::read_to_string(suite(file)).unwrap();
        assert!(text.contains(&format!("fn {name}(")), "{kind}: {file} has no {name}");
    }
}

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
