//! A new county's whole book, made from `data/manual/cookbook.md` alone: lights, a gated assessment, two groups ranked apart.
//!
//! A line of `newcomer/expected.txt` is one of `worked.rs`, or one of `scores.rs` where it names
//! an assessment.

use std::fs;
use std::sync::LazyLock;

use tongbao::model::edition::About;
use tongbao::report::charts::CHARTS;
use tongbao::report::tables::TABLES;

use crate::shipped::books;
use crate::stage::{Stage, repository, suite};
use crate::{scores, worked};

/// The book, checked and built by the program as a clerk runs it.
static BUILT: LazyLock<Stage> = LazyLock::new(|| {
    let stage = Stage::empty().book("yangzhou", &suite("newcomer/book"));
    stage.run(&["check", "--strict"]).fine();
    stage.run(&["build"]).fine();
    stage
});

#[test]
fn a_new_countys_results_come_out_as_worked_out() {
    let books = books(&BUILT.data());
    let expected = fs::read_to_string(suite("newcomer/expected.txt")).unwrap();
    let lines = expected.lines().filter(|line| !line.starts_with('#'));
    let differing = lines.filter_map(|line| {
        let scored = line.split(' ').nth(1) == Some("year");
        let said = if scored { scores::said } else { worked::said }(&books[0], line);
        (said != line).then(|| format!("worked out: {line}\n  program:    {said}"))
    });
    let differing: Vec<String> = differing.collect();
    assert!(differing.is_empty(), "\n{}", differing.join("\n"));
}

#[test]
fn a_new_countys_pages_show_its_lights_its_gate_and_its_rulings() {
    let page =
        |path: &str| fs::read_to_string(BUILT.out().join("yangzhou").join(path)).unwrap();
    let edition = page("2025-06/index.html");
    for words in ["绿·完成序时", "黄·落后序时", "红·严重落后", "演示"]
    {
        assert!(edition.contains(words), "{words}");
    }
    assert!(edition.contains("没有达到“正式合同额的完成率不低于10%”，不予计分"));
    let definitions = page("definitions.html");
    for words in ["低不到10个百分点的亮黄灯", "超欠不低于-30且低于0个百分点"]
    {
        assert!(definitions.contains(words), "{words}");
    }
    assert!(BUILT.out().join("yangzhou/2025-06/bulletin.pdf").is_file());
}

#[test]
fn the_manual_names_every_table_and_chart_that_a_narrative_can_call() {
    let manual = fs::read_to_string(repository("data/manual/cookbook.md")).unwrap();
    let rows = TABLES.iter().map(|kind| {
        let about = match kind.make.about() {
            About::Edition => "",
            About::Indicator => "指标",
            About::Assessment => "考核",
            About::Form => "统计表",
        };
        format!("| `{}` | {about} | {} |\n", kind.name, kind.meaning)
    });
    let rows: String = rows.collect();
    assert!(
        manual.contains(&rows),
        "the tables are, for data/manual/cookbook.md:\n{rows}"
    );
    for chart in CHARTS {
        assert!(manual.contains(&format!("`{}`", chart.name)), "{}", chart.name);
    }
}

#[test]
fn the_smallest_book_of_the_manual_is_a_book() {
    let manual = fs::read_to_string(repository("data/manual/cookbook.md")).unwrap();
    let stage = Stage::empty();
    // A file is a line with its path, then a fenced block.
    for part in manual.split("\n`data/xinxian/").skip(1) {
        let (path, rest) = part.split_once('`').unwrap();
        let text = rest.split("```").nth(1).unwrap().split_once('\n').unwrap().1;
        stage.write(&format!("xinxian/{path}"), text.as_bytes());
    }
    stage.run(&["check", "--strict"]).fine();
    stage.run(&["build"]).fine();
    assert!(stage.out().join("xinxian/2024-03/index.html").is_file());
}
