//! 计入项目: the projects that an indicator counts, one by one.

use crate::figures::facts::fact::{Fact, Judgement};
use crate::model::dictionary::{Level, field};
use crate::model::record::project::Project;
use crate::report::listings::columns::Columns;
use crate::report::listings::register::{day_cell, leader_names, unit_name};
use crate::report::tables::{Make, TableKind};
use crate::report::traces::records::source;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::table::Table;
use crate::words::date;
use crate::words::demo;

pub(super) const TABLE: TableKind = TableKind {
    name: "计入项目",
    meaning: "一个数项目的指标：逐个列出计入的项目、责任单位、责任领导和日期",
    level: Level::Internal,
    make: Make::Indicator(make),
};

/// The fact that makes a project count, with the project.
type Counted<'a> = (&'a Fact<'a>, &'a Project);

fn make(view: &IndicatorView) -> Option<Table> {
    let sheet = view.sheet;
    let columns = Columns::<Counted>::new()
        .words("项目", 30, |(fact, _)| source(sheet, fact).0)
        .words("责任单位", 20, |(_, project)| unit_name(sheet, &project.unit))
        .words("责任领导", 18, |(_, project)| {
            leader_names(sheet.book(), project.leader.as_slice())
        })
        .when(names_leaders(sheet))
        .words("日期", 14, |(fact, _)| day_cell(Some(fact.when)));
    let counted = counted(view);
    let is_demo = counted.iter().any(|(fact, _)| fact.demo);
    let name = view.indicator().name.trim_end_matches('数');
    let title = format!(
        "截至{}{name}清单{}",
        date::day(sheet.figures.period.end()),
        demo::after_title(is_demo)
    );
    let note = format!("共{}个。口径：{}", counted.len(), view.indicator().definition);
    let id = format!("counted-{}", view.indicator().id);
    Table { notes: vec![note], ..columns.records(id, title, counted) }.filled()
}

/// The projects that count, by their days.
fn counted<'a>(view: &IndicatorView<'a>) -> Vec<Counted<'a>> {
    let counts = |judgement: &Judgement| matches!(judgement, Judgement::Counts(_));
    let facts = view.judged().filter(|(_, judgement)| counts(judgement));
    let mut counted: Vec<Counted> =
        facts.filter_map(|(fact, _)| Some((fact, view.project(fact)?))).collect();
    counted.sort_by_key(|(fact, _)| (fact.when, fact.record));
    counted
}

/// Whether the audience may know who answers for a project in person.
fn names_leaders(sheet: &Sheet) -> bool {
    sheet.sees(field!(Project.leader).level)
}
