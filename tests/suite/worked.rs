//! Worked examples: small books with results that were worked out by hand, in `figures/<case>/`.
//!
//! A line of `expected.txt` is `<period> <figure> <field> <value>`, where `-` is a field that
//! must be absent, or `<period> left-out <indicator> <project> 不计原因 <reason>`.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;
use tongbao::figures::basis::Basis;
use tongbao::figures::facts::fact::{Judgement, RecordAt};
use tongbao::model::book::Book;
use tongbao::model::dictionary::Word;
use tongbao::model::value::period::Period;
use tongbao::report::tables::{Make, table_called};
use tongbao::sheet::Sheet;

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
    told(&figures(book, words[0]), line)
}

/// The same line as the figures of its period say it.
pub(crate) fn told(figures: &BTreeMap<String, Value>, line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
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
    let sheet = Sheet::alone(&basis, &figures);
    let view = sheet.view_of(indicator).unwrap();
    view.judged()
        .filter_map(|(fact, judgement)| match (fact.record, judgement) {
            (RecordAt::Project(at), Judgement::LeftOut(reason))
                if book.projects[at].record.id.as_str() == project =>
            {
                Some(view.reason(fact, reason))
            }
            _ => None,
        })
        .collect()
}

#[test]
fn milestones_stand_in_order_of_time_however_a_plan_writes_them() {
    let stage = Stage::empty().book("demo", &suite("figures/county"));
    let path = "plans/plan-2023.yaml";
    let plan = fs::read_to_string(suite("figures/county").join(path)).unwrap();
    let (first, third) =
        ("      - {期: 2023-Q1, 应达: 10%}\n", "      - {期: 2023-Q3, 应达: 80%}\n");
    assert!(plan.contains(first) && plan.contains(third));
    let moved = plan.replace(first, "").replace(third, &format!("{third}{first}"));
    let books = books(&stage.with(path, moved).data());
    let figure = &figures(&books[0], "2023-06")["funds/all"];
    let points = figure["verdicts"].as_array().unwrap().iter();
    let points: Vec<&Value> = points.map(|verdict| &verdict["point"]).collect();
    assert_eq!(points, ["2023-Q1", "2023-Q2"]);
    let (basis, period) =
        (Basis::at_points(&books[0]), Period::parse("2023-06").unwrap());
    let figures = basis.figures(&period);
    let sheet = Sheet::alone(&basis, &figures);
    let view = sheet.view("到位资金").unwrap();
    let Make::Indicator(make) = table_called("节点完成情况").unwrap().make else {
        panic!("the table is about an indicator")
    };
    let rows = serde_json::to_string(&make(&view).unwrap().rows).unwrap();
    let at = |text: &str| rows.find(text).unwrap();
    assert!(at("10%") < at("50%") && at("50%") < at("80%") && at("80%") < at("100%"));
    assert_eq!(rows.matches("未达到").count(), 2, "{rows}");
}
