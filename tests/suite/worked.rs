//! Worked examples: small books with results that were worked out by hand, in `figures/<case>/`.
//!
//! A line of `expected.txt` is `<period> <figure> <field> <value>`, where `-` is a field that
//! must be absent, or `<period> left-out <indicator> <project> 不计原因 <reason>`.

use std::fs;

use serde_json::Value;
use tongbao::figures::Basis;
use tongbao::figures::fact::{Judgement, RecordAt};
use tongbao::model::book::Book;
use tongbao::model::dictionary::Word;
use tongbao::model::period::Period;

use crate::shipped::{books, figures};
use crate::stage::{Stage, suite};

#[test]
fn every_worked_example_comes_out_as_worked_out() {
    let mut wrong = Vec::new();
    let mut cases = 0;
    for entry in fs::read_dir(suite("figures")).unwrap() {
        let folder = entry.unwrap().path();
        let Ok(expected) = fs::read_to_string(folder.join("expected.txt")) else {
            continue;
        };
        let stage = Stage::empty().book("demo", &suite("figures/county"));
        let stage = stage.book("demo", &folder);
        fs::remove_file(stage.data().join("demo/expected.txt")).unwrap();
        let books = books(&stage.data());
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let lines = expected.lines().filter(|line| !line.starts_with('#'));
        wrong.extend(lines.filter_map(|line| {
            let said = said(&books[0], line);
            (said != line)
                .then(|| format!("{name}\n  worked out: {line}\n  program:    {said}"))
        }));
        cases += 1;
    }
    assert!(cases >= 13, "only {cases} cases were found");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The same line as the program would say it.
pub(crate) fn said(book: &Book, line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    if words[1] == "left-out" {
        let reasons = reasons(book, words[0], words[2], words[3]);
        return format!("{} {}", words[..5].join(" "), reasons.join("、"));
    }
    let figures = figures(book, words[0]);
    let mut value = figures.get(words[1]).cloned().unwrap_or(Value::from("没有这个数"));
    for step in words[2].split('.') {
        let named = |entry: &&Value| entry["id"] == step || entry["point"] == step;
        let found = match &value {
            Value::Array(entries) => entries.iter().find(named),
            value => value.get(step),
        };
        let Some(found) = found.cloned() else {
            return format!("{} -", words[..3].join(" "));
        };
        value = found;
    }
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    format!("{} {text}", words[..3].join(" "))
}

/// Why facts of a project are left out of an indicator.
fn reasons(book: &Book, period: &str, indicator: &str, project: &str) -> Vec<String> {
    let period = Period::parse(period).unwrap();
    // What became known later is told once a later period is out.
    let basis = Basis::of(book, book.plans[0].record.span.end);
    let figures = basis.figures(&period);
    let called = |at: usize| basis.series[at].indicator.id.as_str() == indicator;
    let found = figures.indicators.iter().find(|one| called(one.series)).unwrap();
    let facts = basis.series[found.series].facts.iter();
    facts
        .zip(&found.judgements)
        .filter_map(|(fact, judgement)| match (fact.record, judgement) {
            (RecordAt::Project(at), Judgement::LeftOut(reason))
                if book.projects[at].record.id.as_str() == project =>
            {
                Some(reason.label())
            }
            _ => None,
        })
        .collect()
}
