//! 未到环节项目: the projects that an indicator counts because they have not reached a stage yet.

use crate::figures::facts::fact::{Fact, Judgement, RecordAt};
use crate::model::dictionary::{Level, field};
use crate::model::plan::stage::Stage;
use crate::model::record::project::Project;
use crate::report::listings::register::{day_cell, mark, text_cell, units};
use crate::report::tables::{Make, TableKind};
use crate::report::traces::records::source;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Inline;
use crate::view::inline::Mark;
use crate::view::table::{Cell, Column, Row, Table};
use crate::words::date;
use crate::words::demo;

pub(super) const TABLE: TableKind = TableKind {
    name: "未到环节项目",
    meaning: "一个只数未到某环节的项目的指标：逐个列出项目、责任领导、已过天数、约定日期和是否延误",
    level: Level::Internal,
    make: Make::Indicator(make),
};

fn make(view: &IndicatorView) -> Option<Table> {
    let awaited = view.indicator().filter.as_ref()?.without?;
    let facts = view.series.facts.iter().zip(&view.at.judgements);
    let counted =
        facts.filter(|(_, judgement)| matches!(judgement, Judgement::Counts(_)));
    let mut facts: Vec<&Fact> = counted.map(|(fact, _)| fact).collect();
    facts.sort_by_key(|fact| (fact.when, fact.record));
    let rows: Vec<Row> =
        facts.iter().filter_map(|fact| row(view.sheet, fact, awaited)).collect();
    let demo = facts.iter().any(|fact| fact.demo);
    let end = date::day(view.sheet.figures.period.end());
    (!rows.is_empty()).then(|| Table {
        id: format!("not-yet-{}", view.indicator().id),
        title: format!(
            "{}清单{}",
            // The indicator counts the projects that are listed: 项目数 becomes 项目清单.
            view.indicator().name.trim_end_matches('数'),
            demo::after_title(demo)
        ),
        unit: String::new(),
        columns: columns(view, awaited),
        rows,
        notes: vec![format!(
            "天数算到{end}；约定{}日期已过而没有{}的为延误。",
            awaited.label(),
            awaited.label()
        )],
        wide: true,
    })
}

fn columns(view: &IndicatorView, awaited: Stage) -> Vec<Column> {
    let reached = view.indicator().filter.as_ref().and_then(|filter| filter.stage);
    let reached = reached.unwrap_or(Stage::Signed).label();
    let mut columns = vec![Column::words("项目", 28), Column::words("责任单位", 16)];
    columns.extend(named(view.sheet).then(|| Column::words("责任领导", 18)));
    columns.extend([
        Column::words(&format!("{reached}日期"), 13),
        Column::numbers("已过天数", 10),
        Column::words(&format!("约定{}", awaited.label()), 13),
        Column::words("状态", 13),
    ]);
    columns
}

/// Whether the audience may know who answers for a project in person.
fn named(sheet: &Sheet) -> bool {
    sheet.sees(field!(Project.leader).level)
}

fn row(sheet: &Sheet, fact: &Fact, awaited: Stage) -> Option<Row> {
    let RecordAt::Project(at) = fact.record else { return None };
    let project = &sheet.book().projects[at].record;
    let end = sheet.figures.period.end();
    let agreed = project.agreed.iter().find(|one| one.stage == awaited);
    let agreed = agreed.map(|one| one.date);
    let mut cells = vec![
        Cell::inline(Inline::Link { link: source(sheet, fact).0 }),
        Cell::text(units(sheet, std::slice::from_ref(&project.unit))),
    ];
    cells.extend(named(sheet).then(|| text_cell(owner(project))));
    cells.extend([
        day_cell(Some(fact.when)),
        Cell::text((end - fact.when).num_days().to_string()),
        day_cell(agreed),
        Cell::mark(state(agreed.map(|day| (end - day).num_days()))),
    ]);
    Some(Row::body(cells))
}

/// Who answers for the project in person, by role.
fn owner(project: &Project) -> Option<&str> {
    project.leader.as_ref().map(|leader| leader.as_str())
}

/// Whether the agreed day has passed, and by how much.
fn state(over: Option<i64>) -> Mark {
    match over {
        None => mark("due", "未约定"),
        Some(days @ 1..) => mark("missed", &format!("延误{days}天")),
        Some(_) => mark("due", "未到期"),
    }
}
