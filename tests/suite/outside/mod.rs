//! The shipped books as other programs see them: browser, editor, poppler and a PDF validator.
//!
//! These tests need tools from outside; a missing tool is a failure. `.ci/run` installs them.

mod account;
mod browser;
mod comment;
mod document;
mod editor;
mod first_screen;
mod hostile;
mod office;
mod papers;
mod print;
mod reader;
mod schemas;
mod tables;
mod terminal;
mod texts;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use crate::stage::{Stage, files, repository};

/// The newest editions whose documents are looked at, one of each book.
const EDITIONS: &[&str] = &["wushan/2023-06", "wushan/2023-09", "guangyuan/2025-06"];

/// The shipped books, built once.
static SITE: LazyLock<Stage> = LazyLock::new(|| {
    let stage = Stage::empty();
    for (path, bytes) in files(&repository("data")) {
        stage.write(&path, &bytes);
    }
    stage.run(&["build"]).fine();
    stage
});

/// A file of the built site.
fn built(path: &str) -> PathBuf {
    SITE.out().join(path)
}

/// What a program prints; that it is not there, or fails, fails the test.
#[track_caller]
fn told(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let text = String::from_utf8(output.stdout).unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}\n{text}{complaint}");
    text
}

/// The text of a document in reading order.
fn text_of(document: &Path) -> String {
    told(Command::new("pdftotext").arg("-raw").arg(document).arg("-"))
}

/// A script of the browser tests.
fn script(name: &str) -> Command {
    let mut command = Command::new("node");
    command.arg(name).current_dir(repository("tests/suite/browser"));
    command
}
