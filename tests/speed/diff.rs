//! What a diff costs beside one load, with one project in a hundred changed.
//!
//! The bar is one load of HEAD and three times what git needs for the changed blobs. Loading both
//! sides keeps to it; the whole diff also checks and computes both, which is told beside what it
//! costs to load, check and compute HEAD alone.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;
use tongbao::check::run::{check, check_figures};
use tongbao::diff::{Input, changes};
use tongbao::figures::basis::Basis;
use tongbao::load::load;
use tongbao::load::pair::{Pair, Side, State};
use tongbao::load::place::locate;
use tongbao::load::source::git::{Repository, Revision};
use tongbao::model::dictionary::Level;
use tongbao::render::diff::markdown;
use tongbao::report::callable;

use crate::book::{period, write_book};
use crate::measure::measured;

/// Of so many projects one is changed.
const CHANGED: usize = 100;

pub(crate) fn run(projects: usize) {
    let root = TempDir::new().unwrap();
    let data = root.path().join("data");
    for changed in [false, true] {
        let is_changed = |at: usize| changed && at.is_multiple_of(CHANGED);
        write_book(&data.join("demo"), projects, &is_changed);
        shell(
            root.path(),
            "git init -q; git add -A; git -c user.name=t -c user.email=t@t commit -qm data",
        );
    }
    let repository = Repository::around(&data).unwrap();
    let revision = |name: &str| repository.revision(name).unwrap();
    let (base, head) = (revision("HEAD~1"), revision("HEAD"));
    let state =
        |revision: &Revision| State::Revision(repository.clone(), revision.clone());
    let floor = measured("git diff --raw, and the changed blobs read", || {
        shell(
            root.path(),
            "git diff --raw --no-abbrev HEAD~1 HEAD | awk '{print $3; print $4}' | git cat-file --batch > /dev/null",
        );
    });
    let head_alone =
        measured("HEAD loaded", || load(&repository.snapshot(&head).unwrap()));
    let both = measured("HEAD loaded, BASE by the files exchanged", || {
        Pair::load(&state(&base), &state(&head), None, &|_| true).unwrap()
    });
    let pair = Pair::load(&state(&base), &state(&head), None, &|_| true).unwrap();
    let findings = |side: &Side| {
        let mut findings = check(&side.loaded.books, &callable()).reported;
        findings.extend(side.loaded.books.iter().flat_map(check_figures));
        locate(&findings, side.tree.as_ref(), &side.loaded.files, "data")
    };
    let checks = measured("findings of one side", || findings(&pair.after));
    let figures = measured("figures of HEAD", || {
        let of = |book| Basis::at_points(book).figures(&period());
        pair.after.loaded.books.iter().map(of).collect::<Vec<_>>()
    });
    let input = Input {
        names: ("HEAD~1".to_owned(), "HEAD".to_owned()),
        pair: &pair,
        findings: (&[], &[]),
        audience: Level::Leader,
        period: None,
    };
    let compare = measured("figures of both sides, changes, causes", || changes(&input));
    let compared = changes(&input);
    assert!(!compared.books.is_empty(), "the change moves figures");
    let render = measured("rendering", || markdown(&compared, 60_000));
    let bar = head_alone + 3.0 * floor;
    let whole = both + 2.0 * checks + compare + render;
    println!("\nloading both: {:.2} of the bar", both / bar);
    println!("whole: {:.2} of the bar", whole / bar);
    let alone = bar + checks + figures;
    println!(
        "whole: {:.2} of the bar with HEAD also checked and computed",
        whole / alone
    );
}

/// Runs a script, which must not fail.
fn shell(folder: &Path, script: &str) {
    let output =
        Command::new("bash").current_dir(folder).args(["-c", script]).output().unwrap();
    assert!(output.status.success(), "{script}: {output:?}");
}
