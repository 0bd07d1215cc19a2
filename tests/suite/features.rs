//! The libraries of the program have the same features with the tests and without them.

use std::collections::BTreeSet;
use std::process::Command;

/// The libraries that the program is linked with, each with its features.
fn libraries(edges: &str) -> BTreeSet<String> {
    let mut command = Command::new(env!("CARGO"));
    let command = command.args(["tree", "--locked", "--offline", "--no-dedupe"]);
    let command = command.args(["--prefix", "none", "--format", "{p} [{f}]", "--edges"]);
    let listed = command.arg(edges).current_dir(env!("CARGO_MANIFEST_DIR")).output();
    let listed = listed.unwrap();
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    String::from_utf8(listed.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn the_pdf_engine_is_compiled_once_for_the_program_and_its_tests() {
    let alone = libraries("normal,build");
    let tested = libraries("normal,build,dev");
    let twice: Vec<&String> = alone.difference(&tested).collect();
    assert!(
        twice.is_empty(),
        "a library of the tests turns on features of these, so that they and all that stand on \
         them are compiled once more; turn the features on in Cargo.toml too: {twice:#?}"
    );
}
