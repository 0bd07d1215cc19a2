//! Worked examples of scores: small books in `scores/<case>/` with results that were worked out by hand.
//!
//! A line of `expected.txt` is `<period> <assessment> <unit> <item or field> <value> <formula>`,
//! where `-` is what must be absent, or is not looked at in the formula's place.

use std::fs;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde_json::Value;
use tongbao::figures::basis::Basis;
use tongbao::model::book::Book;
use tongbao::model::dictionary::Word;
use tongbao::model::value::period::Period;
use tongbao::results::figures_file::FiguresFile;
use tongbao::sheet::Sheet;

use crate::shipped::{BOOKS, books};
use crate::stage::{Stage, suite};

#[test]
fn every_score_comes_out_as_worked_out() {
    let mut wrong = Vec::new();
    let mut lines = 0;
    for entry in fs::read_dir(suite("scores")).unwrap() {
        let folder = entry.unwrap().path();
        let expected = fs::read_to_string(folder.join("expected.txt")).unwrap();
        let stage = Stage::empty().book("demo", &folder);
        fs::remove_file(stage.data().join("demo/expected.txt")).unwrap();
        let books = books(&stage.data());
        for line in expected.lines().filter(|line| !line.starts_with('#')) {
            let said = said(&books[0], line);
            if said != line {
                wrong.push(format!("worked out: {line}\n  program:    {said}"));
            }
            lines += 1;
        }
    }
    assert!(lines > 80, "only {lines} examples were found");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn scores_add_up_as_printed() {
    let mut sums = 0;
    for book in BOOKS.iter() {
        for edition in &book.editions {
            for entry in scores(book, &edition.record.card.period) {
                let items = entry["items"].as_array().unwrap();
                let converted = items.iter().any(|item| item["score"].is_null());
                let Some(total) = entry["total"].as_str().filter(|_| !converted) else {
                    continue;
                };
                let printed = items.iter().map(|item| number(&item["score"]));
                let sum: Decimal = printed.sum();
                assert_eq!(sum, Decimal::from_str(total).unwrap(), "{entry}");
                sums += 1;
            }
        }
    }
    assert!(sums > 200, "only {sums} totals were looked at");
}

fn number(value: &Value) -> Decimal {
    Decimal::from_str(value.as_str().unwrap()).unwrap()
}

/// The same line as the program would say it.
pub(crate) fn said(book: &Book, line: &str) -> String {
    let words: Vec<&str> = line.splitn(6, ' ').collect();
    let period = Period::parse(words[0]).unwrap();
    match words[3].strip_prefix("reward:") {
        Some(reward) => {
            let proposed = proposed(book, &period, &words, reward);
            format!("{} {proposed} -", words[..4].join(" "))
        }
        None => told(&scores(book, &period), line),
    }
}

/// The same line as the scores of its period say it.
pub(crate) fn told(entries: &[Value], line: &str) -> String {
    let words: Vec<&str> = line.splitn(6, ' ').collect();
    let scope = format!("unit:{}", words[2]);
    let own = |entry: &&Value| entry["assessment"] == words[1] && entry["scope"] == scope;
    let start = words[..4].join(" ");
    let Some(entry) = entries.iter().find(own) else {
        return format!("{} 没有 -", words[..3].join(" "));
    };
    let text = |value: &Value| match value {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let items = entry["items"].as_array().unwrap();
    match items.iter().find(|item| item["id"] == words[3]) {
        Some(item) => {
            format!("{start} {} {}", text(&item["score"]), text(&item["formula"]))
        }
        None => format!("{start} {} -", text(&entry[words[3]])),
    }
}

/// What becomes of a reward for a unit.
fn proposed(book: &Book, period: &Period, words: &[&str], reward: &str) -> &'static str {
    let basis = Basis::of(book, period.end());
    let figures = basis.figures(period);
    let found = figures.scores.iter().find_map(|scores| {
        let assessment = scores.declared(book).1;
        let at = assessment.rewards.iter().position(|one| one.id.as_str() == reward)?;
        let unit =
            scores.unit(words[2]).filter(|_| assessment.id.as_str() == words[1])?;
        unit.rewards.iter().find(|proposal| proposal.reward == at)
    });
    match found.map(|proposal| proposal.is_met()) {
        Some(true) => "满足",
        Some(false) => "不满足",
        None => "不列",
    }
}

/// The scores of a period as other programs read them.
pub(crate) fn scores(book: &Book, period: &Period) -> Vec<Value> {
    let basis = Basis::of(book, period.end());
    let figures = basis.figures(period);
    let sheet = Sheet { edition: None, ..Sheet::alone(&basis, &figures) };
    let mut file = serde_json::to_value(FiguresFile::of(&sheet)).unwrap();
    let Value::Array(entries) = file["scores"].take() else { panic!("no scores") };
    entries
}
