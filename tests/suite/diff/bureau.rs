//! A repository of data for the tests of diffs, and how its changes are looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::str::FromStr;

use rust_decimal::Decimal;
use tempfile::TempDir;
use tongbao::diff::{Input, changes};
use tongbao::load::pair::{Pair, State};
use tongbao::load::source::git::Repository;
use tongbao::model::dictionary::{Level, Word};
use tongbao::model::value::period::Period;
use tongbao::render::diff::{Extent, text};
use tongbao::view::changes::allowance::Allowance;
use tongbao::view::changes::consequence::Consequence;
use tongbao::view::changes::part_change::MovedPart;
use tongbao::view::changes::{BookChanges, Changes, MovedFigure};

use crate::case::files_in;

/// A repository with the data in its folder `data`.
pub(super) struct Bureau {
    pub(super) root: TempDir,
    /// The period that is looked at; `None` for what the program chooses.
    period: Option<Period>,
}

impl Bureau {
    /// A repository that holds a copy of a book, committed as `base`.
    pub(super) fn with(book: &Path, id: &str) -> Bureau {
        let bureau = Bureau { root: TempDir::new().unwrap(), period: None };
        for path in files_in(book) {
            let inside = path.strip_prefix(book).unwrap();
            bureau
                .write(&format!("{id}/{}", inside.display()), &fs::read(&path).unwrap());
        }
        bureau.git(&["init", "--quiet", "--initial-branch=main"]);
        bureau.commit("base");
        bureau
    }

    /// The book of 巫山, looked at in September 2023.
    pub(super) fn wushan() -> Bureau {
        let book = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/wushan");
        let period = Some(Period::parse("2023-09").unwrap());
        Bureau { period, ..Bureau::with(&book, "wushan") }
    }

    pub(super) fn minimal() -> Bureau {
        let book = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/minimal");
        Bureau::with(&book, "demo")
    }

    pub(super) fn data(&self) -> PathBuf {
        self.root.path().join("data")
    }

    pub(super) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.data().join(path)).unwrap()
    }

    pub(super) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.data().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Replaces a piece of a file that must be there.
    pub(super) fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no {from}");
        self.write(path, text.replacen(from, to, 1).as_bytes());
    }

    pub(super) fn remove(&self, path: &str) {
        fs::remove_file(self.data().join(path)).unwrap();
    }

    pub(super) fn git(&self, arguments: &[&str]) -> String {
        let settings = ["-c", "user.name=t", "-c", "user.email=t@example.org"];
        let mut git = Command::new("git");
        git.arg("-C").arg(self.root.path()).args(settings).args(arguments);
        let output = git.output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    pub(super) fn commit(&self, tag: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", tag]);
        self.git(&["tag", tag]);
    }

    pub(super) fn state(&self, name: &str) -> State {
        let repository = Repository::around(&self.data()).unwrap();
        let revision = repository.revision(name).unwrap();
        State::Revision(repository, revision)
    }

    pub(super) fn diff(&self, base: &str, head: &str) -> Changes {
        self.compare(&self.state(base), &self.state(head))
    }

    /// What changed between two states, where commits allow losses.
    pub(super) fn allowing(
        &self,
        base: &str,
        head: &str,
        allowances: &[Allowance],
    ) -> Changes {
        compare_in(
            self.period.clone(),
            (&self.state(base), &self.state(head)),
            allowances,
        )
    }

    /// What changed between two states, in the period that is looked at.
    pub(super) fn compare(&self, before: &State, after: &State) -> Changes {
        compare_in(self.period.clone(), (before, after), &[])
    }

    pub(super) fn only(&self, base: &str, head: &str) -> BookChanges {
        let changes = self.diff(base, head);
        assert_eq!(changes.books.len(), 1, "{}", text(&changes, Extent::Whole));
        changes.books.into_iter().next().unwrap()
    }

    /// The paths of projects whose text holds all of some pieces.
    pub(super) fn projects(&self, pieces: &[&str]) -> Vec<String> {
        let data = self.data();
        let paths = files_in(&data.join("wushan/projects"));
        let names = paths
            .iter()
            .map(|path| path.strip_prefix(&data).unwrap().to_str().unwrap().to_owned());
        names
            .filter(|name| {
                let text = self.read(name);
                pieces.iter().all(|piece| text.contains(piece))
            })
            .collect()
    }
}

pub(crate) fn compare(before: &State, after: &State) -> Changes {
    compare_in(None, (before, after), &[])
}

fn compare_in(
    period: Option<Period>,
    (before, after): (&State, &State),
    allowances: &[Allowance],
) -> Changes {
    let pair = Pair::load(before, after, None, &|_| true, None).unwrap();
    let names = ("改前".to_owned(), "改后".to_owned());
    changes(&Input {
        names,
        pair: &pair,
        findings: (&[], &[]),
        audience: Level::Leader,
        period,
        gates: &[],
        allowances,
    })
}

pub(super) fn number(text: &str) -> Decimal {
    let plain = text.trim_start_matches('+');
    let end = plain.find(|c: char| !c.is_ascii_digit() && c != '.' && c != '-');
    Decimal::from_str(&plain[..end.unwrap_or(plain.len())]).unwrap()
}

pub(super) fn moves(book: &BookChanges) -> &[MovedFigure] {
    book.results.first().map_or(&[], |period| &period.moves)
}

pub(super) fn movement<'a>(book: &'a BookChanges, figure: &str) -> &'a MovedFigure {
    let found = moves(book).iter().find(|movement| movement.figure == figure);
    found.unwrap_or_else(|| panic!("{figure} did not move: {:?}", figures(book)))
}

pub(super) fn figures(book: &BookChanges) -> Vec<&str> {
    moves(book).iter().map(|movement| movement.figure.as_str()).collect()
}

/// What a figure's value or score moved by, as its own line says.
pub(super) fn difference(movement: &MovedFigure) -> Option<Decimal> {
    let part = movement
        .parts
        .iter()
        .find(|part| matches!(part.part, MovedPart::Value | MovedPart::Total))?;
    (!part.difference.is_empty()).then(|| number(&part.difference))
}

/// The causes of every moved sum, count, rate and score add up to its movement exactly.
pub(super) fn assert_causes_add_up(changes: &Changes) {
    for period in changes.books.iter().flat_map(|book| &book.results) {
        for movement in &period.moves {
            let Some(difference) = difference(movement) else { continue };
            let causes = movement.causes.iter().map(|cause| number(&cause.amount));
            assert_eq!(causes.sum::<Decimal>(), difference, "{movement:#?}");
        }
    }
}

/// A diff the other way round says the opposite of every figure, at the periods that both tell.
pub(super) fn assert_opposite(changes: &Changes, back: &Changes) {
    let told = |changes: &Changes, way: bool| {
        let mut told: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for period in changes.books.iter().flat_map(|book| &book.results) {
            let own = told.entry(period.period.clone()).or_default();
            for movement in &period.moves {
                own.extend(movement.parts.iter().map(|part| {
                    let (old, new) = if way {
                        (&part.before, &part.after)
                    } else {
                        (&part.after, &part.before)
                    };
                    format!("{} {:?} {old}→{new}", movement.figure, part.part)
                }));
            }
        }
        told
    };
    let mut back = told(back, false);
    for (period, own) in told(changes, true) {
        if let Some(other) = back.remove(&period) {
            assert_eq!(own, other, "{period}");
        }
    }
}

pub(super) fn lines(book: &BookChanges, consequence: Consequence) -> Vec<&str> {
    let found = book.headline.iter().filter(|one| one.consequence == consequence);
    found.flat_map(|one| one.lines.iter().map(String::as_str)).collect()
}

/// A project of one unit with counted funds: its path and its unit.
pub(super) fn project_of(bureau: &Bureau, unit: &str) -> String {
    let unit_line = format!("责任单位: {unit}\n");
    let pieces = [&*unit_line, "月份: 2023-", "认定", "类型: 正式合同, 签订: 2023"];
    let found = bureau.projects(&pieces);
    let single = found.iter().find(|path| !bureau.read(path).contains("联合"));
    single.unwrap_or_else(|| panic!("no project of {unit}")).clone()
}

pub(super) fn first_entry(bureau: &Bureau, path: &str) -> (String, String) {
    let text = bureau.read(path);
    let line = text.lines().find(|line| line.contains("月份: 2023-")).unwrap();
    let amount = line.split("金额: ").nth(1).unwrap().split(',').next().unwrap();
    (line.to_owned(), amount.to_owned())
}
