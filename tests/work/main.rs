//! The work grows as the data do: with twice the records, twice as many are looked at, and twice as
//! many texts are made. What looks through all records for each record grows with the square, and is
//! found here whatever the machine.
//!
//! They are tests of their own, one after the other, since the counts are of the whole process.

#![expect(clippy::unwrap_used, reason = "what a test builds itself is there")]

mod book;
mod tree;

use std::ffi::OsString;
use std::ops::RangeInclusive;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::sync::Mutex;

use tempfile::TempDir;
use tongbao::cli;
use tongbao::model::work::{FACTS, RECORDS, TEXTS, Work};

use crate::tree::Tree;

/// So many projects, and twice as many.
const PROJECTS: usize = 400;

/// A book of a few projects: what it takes does not grow.
const FEW: usize = 1;

/// What the work of twice the records may be, in hundredths of that of once.
const GROWTH: RangeInclusive<u64> = 150..=220;

/// What is counted, by name.
const COUNTED: [(&str, &Work); 3] =
    [("records looked at", &RECORDS), ("facts looked at", &FACTS), ("texts", &TEXTS)];

/// Held by the test that is counting.
static COUNTING: Mutex<()> = Mutex::new(());

/// How often each of them was done.
type Counts = [u64; COUNTED.len()];

/// What each command did.
type WorkDone = Vec<(&'static str, Counts)>;

/// Runs a command of the program in this process; returns what it did.
fn done(words: &[&str], paths: &[(&str, &Path)]) -> Counts {
    let before = COUNTED.map(|(_, work)| work.done());
    let paths =
        paths.iter().flat_map(|(option, path)| [(*option).into(), (*path).into()]);
    let words = ["tongbao"].iter().chain(words).map(OsString::from);
    let code = cli::run(words.chain(paths));
    assert_eq!(format!("{code:?}"), format!("{:?}", ExitCode::SUCCESS));
    let after = COUNTED.map(|(_, work)| work.done());
    std::array::from_fn(|at| after[at] - before[at])
}

/// What the commands do with a book of so many projects, of which every tenth has changed and an
/// edition is released.
fn work(projects: usize) -> WorkDone {
    let root = TempDir::new().unwrap();
    let [data, out, changes] =
        ["data", "out", "changes"].map(|name| root.path().join(name));
    for is_changed in [false, true] {
        book::write(&data.join("demo"), projects, is_changed);
        commit(root.path());
    }
    let data = ("--data", data.as_path());
    done(&["release", "2023-07"], &[data]);
    let build = ["build", "--without", "pdf", "--single-file", "--audience", "领导"];
    vec![
        ("check", done(&["check"], &[data])),
        ("build", done(&build, &[data, ("--out", &out)])),
        ("diff", done(&["diff", "HEAD~1", "HEAD"], &[data, ("--out", &changes)])),
    ]
}

fn commit(folder: &Path) {
    let script = "git init -q && git add -A && \
                  git -c user.name=t -c user.email=t@t commit -qm data";
    let status = Command::new("sh").current_dir(folder).args(["-c", script]).status();
    assert!(status.unwrap().success());
}

#[test]
#[cfg_attr(not(debug_assertions), ignore = "a release build counts nothing")]
fn twice_the_records_are_twice_the_work() {
    let _counting = COUNTING.lock();
    let [fixed, once, twice] = [FEW, PROJECTS, 2 * PROJECTS].map(work);
    let mut wrong = Vec::new();
    for (command, (name, counts)) in once.iter().enumerate() {
        for (at, (what, _)) in COUNTED.iter().enumerate() {
            let fixed = fixed[command].1[at];
            let (once, twice) = (counts[at] - fixed, twice[command].1[at] - fixed);
            let growth = twice * 100 / once.max(1);
            let line = format!(
                "{name}: {what} {once}, then {twice}: {growth} %, beside {fixed}"
            );
            // What is not done at all, as texts of a check, does not grow.
            let is_none = once == 0 && twice == 0;
            wrong.extend((!is_none && !GROWTH.contains(&growth)).then_some(line));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
#[cfg_attr(not(debug_assertions), ignore = "a release build counts nothing")]
fn a_county_that_releases_something_is_work_for_those_above_it_alone() {
    let _counting = COUNTING.lock();
    let [few, more_cities, more_counties] = [(2, 3), (4, 3), (2, 6)]
        .map(|(cities, counties)| Tree::new(cities, counties).one_county());
    assert_eq!(few[0], more_cities[0], "other cities are no work for a city");
    assert_eq!(few[1], more_counties[1], "counties are no work for a province");
    assert!(few[0] < more_counties[0], "counties are work for their city");
}
