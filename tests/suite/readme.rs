//! The README: its commands run, its pictures are there, and so is every file that it names.

use std::fs;

use crate::stage::{Stage, files, repository};

/// The lines of the README's shell blocks, without their comments.
fn commands() -> Vec<String> {
    let text = fs::read_to_string(repository("README.md")).unwrap();
    let blocks =
        text.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    let lines =
        blocks.flat_map(str::lines).map(|line| line.split(" #").next().unwrap().trim());
    lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// A folder with the shipped books.
fn shipped() -> Stage {
    let stage = Stage::empty();
    for (path, bytes) in files(&repository("data")) {
        stage.write(&path, &bytes);
    }
    stage
}

#[test]
fn it_begins_with_build_and_test() {
    assert_eq!(commands()[..2], ["cargo run -- build", "cargo test"]);
}

#[test]
fn every_command_of_the_program_runs() {
    let stage = shipped();
    let mut ran = 0;
    for command in commands() {
        if let Some(copied) = command.strip_prefix("cp -r ") {
            let (from, to) = copied.split_once(' ').unwrap();
            for (path, bytes) in files(&repository(from)) {
                let inside = to.strip_prefix("data/").unwrap();
                stage.write(&format!("{inside}/{path}"), &bytes);
            }
        }
        if let Some(arguments) = command.strip_prefix("cargo run -- ") {
            let arguments: Vec<&str> = arguments.split(' ').collect();
            stage.run(&arguments).fine();
            ran += 1;
        }
    }
    assert!(ran >= 3, "{ran} commands");
    for path in
        ["index.html", "wushan/2023-06/bulletin.pdf", "guangyuan/2025-06/figures.json"]
    {
        assert!(stage.out().join(path).exists(), "{path}");
    }
}

#[test]
fn every_file_and_picture_it_shows_exists() {
    for page in ["README.md", "src/README.md", "tests/README.md"] {
        let folder = repository(page).parent().unwrap().to_owned();
        let text = fs::read_to_string(repository(page)).unwrap();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let local = !target.contains("://") && !target.starts_with('#');
            assert!(!local || folder.join(target).exists(), "{page}: {target}");
        }
    }
}
