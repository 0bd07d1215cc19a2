//! The pull requests that clerks and compilers make of the shipped books: the first lines of each account
//! are in `requests.txt`, read by eye. With `RENEW_REQUESTS` set, what the program says now
//! goes to `target/requests-*.txt`, to be read before it is put there.

mod edits;

use std::fmt::Write;
use std::fs;

use crate::case::files_in;
use crate::diff::bureau::Bureau;
use crate::diff::requests::edits::REQUESTS;
use crate::stage::{Ended, program, repository, suite};

/// Lines of an account that are held.
const LINES: usize = 5;

/// Editions of 巫山 that are kept: what a comparison costs is told by their number.
const KEPT: [&str; 4] = ["2023-09", "2023-12", "2024-02", "2024-03"];

/// Two of the shipped books in a repository of their own, 巫山 with its newest editions.
fn shipped() -> Bureau {
    let bureau = Bureau::with(&repository("data/wushan"), "wushan");
    for path in files_in(&repository("data/luan")) {
        let inside = path.strip_prefix(repository("data")).unwrap();
        bureau.write(inside.to_str().unwrap(), &fs::read(&path).unwrap());
    }
    for folder in ["editions", "released", "revisions"] {
        for path in files_in(&bureau.data().join("wushan").join(folder)) {
            let period = path.file_stem().unwrap().to_str().unwrap();
            if period != "SHA256SUMS" && !KEPT.contains(&period) {
                fs::remove_file(&path).unwrap();
            }
        }
    }
    let sums = "wushan/released/SHA256SUMS";
    let text = bureau.read(sums);
    let is_kept =
        |line: &&str| KEPT.iter().any(|period| line.contains(&format!("{period}.")));
    let kept: Vec<&str> = text.lines().filter(is_kept).collect();
    bureau.write(sums, (kept.join("\n") + "\n").as_bytes());
    bureau.commit("start");
    bureau
}

fn told(bureau: &Bureau) -> Ended {
    let mut run = program();
    run.current_dir(bureau.root.path()).args(["diff", "start", "--quiet"]);
    Ended::of(run.output().unwrap())
}

/// The first lines of an account, without the names of states, under the request's own.
fn section(name: &str, ended: &Ended) -> String {
    let mut text = format!("## {name}\n");
    let lines = ended.stdout.lines().filter(|line| !line.is_empty());
    let lines = lines.filter(|line| !line.starts_with("改前 "));
    for line in lines.take(LINES) {
        writeln!(text, "{line}").unwrap();
    }
    text
}

fn expected() -> String {
    fs::read_to_string(suite("diff/requests/requests.txt")).unwrap_or_default()
}

/// Makes each of some requests and holds its account against the expected one.
fn holds(requests: std::ops::Range<usize>) {
    let bureau = shipped();
    let expected = expected();
    let mut said = String::new();
    let is_renewed = std::env::var_os("RENEW_REQUESTS").is_some();
    for (name, edit) in &REQUESTS[requests.clone()] {
        edit(&bureau);
        let ended = told(&bureau);
        let section = section(name, &ended);
        if !is_renewed {
            assert!(
                expected.contains(&section),
                "{section}{}\n{}",
                ended.stdout,
                ended.stderr
            );
        }
        assert!(ended.code != Some(2), "{name}: {}", ended.stderr);
        said += &section;
        bureau.git(&["reset", "--quiet", "--hard", "start"]);
        bureau.git(&["clean", "--quiet", "--force", "-d"]);
    }
    if is_renewed {
        let place = repository(&format!("target/requests-{:02}.txt", requests.start));
        fs::write(place, &said).unwrap();
    }
}

/// The accounts of some requests in a format, and for programs the findings of a check after each.
pub(crate) fn accounts(names: &[&str], format: &str) -> Vec<(String, String)> {
    let bureau = shipped();
    let mut told = Vec::new();
    for (name, edit) in REQUESTS {
        if !names.iter().any(|start| name.starts_with(start)) {
            continue;
        }
        edit(&bureau);
        let run = |arguments: &[&str]| {
            let mut run = program();
            run.current_dir(bureau.root.path()).args(arguments).arg("--quiet");
            Ended::of(run.output().unwrap()).stdout
        };
        let account = run(&["diff", "start", "--format", format]);
        told.push((account, run(&["check", "--format", "json"])));
        bureau.git(&["reset", "--quiet", "--hard", "start"]);
        bureau.git(&["clean", "--quiet", "--force", "-d"]);
    }
    assert_eq!(told.len(), names.len());
    told
}

#[test]
#[ignore = "minutes of comparisons; .ci/run makes them"]
fn records_are_told_as_what_was_done() {
    holds(0..11);
}

#[test]
#[ignore = "minutes of comparisons; .ci/run makes them"]
fn rules_and_names_are_told_as_what_they_do() {
    holds(11..21);
}

#[test]
#[ignore = "minutes of comparisons; .ci/run makes them"]
fn texts_and_slips_are_told_as_what_they_are() {
    holds(21..REQUESTS.len());
}

#[test]
fn every_expected_account_is_of_a_request() {
    let expected = expected();
    let names: Vec<&str> =
        expected.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let own: Vec<&str> = REQUESTS.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, own);
    assert_eq!(own.len(), 31);
}
