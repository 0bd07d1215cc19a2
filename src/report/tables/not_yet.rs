//! 未到环节项目: the projects that an indicator counts because they have not reached a stage yet.

use chrono::NaiveDate;

use crate::figures::facts::fact::{Fact, Judgement};
use crate::model::dictionary::{Level, field};
use crate::model::plan::stage::Stage;
use crate::model::record::project::Project;
use crate::report::listings::columns::Columns;
use crate::report::listings::marks::{State, mark};
use crate::report::listings::register::{day_cell, text_cell, unit_name};
use crate::report::tables::{Make, TableKind};
use crate::report::traces::records::source;
use crate::sheet::key_points::overdue::agreed;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Mark;
use crate::view::table::Table;
use crate::words::date;
use crate::words::demo;

pub(super) const TABLE: TableKind = TableKind {
    name: "未到环节项目",
    meaning: "一个只数未到某环节的项目的指标：逐个列出项目、责任领导、已过天数、约定日期和是否延误",
    level: Level::Internal,
    make: Make::Indicator(make),
};

/// The fact that makes a project count, with the project.
type Waiting<'a> = (&'a Fact<'a>, &'a Project);

fn make(view: &IndicatorView) -> Option<Table> {
    let filter = view.indicator().filter.as_ref()?;
    let awaited = filter.without?;
    let reached = filter.stage.unwrap_or(Stage::Signed).label();
    let (sheet, end) = (view.sheet, view.sheet.figures.period.end());
    let waiting = waiting(view);
    let columns = Columns::<Waiting>::new()
        .words("项目", 28, |(fact, _)| source(sheet, fact).0)
        .words("责任单位", 16, |(_, project)| unit_name(sheet, &project.unit))
        .words("责任领导", 18, |(_, project)| {
            text_cell(project.leader.as_ref().map(|leader| leader.as_str()))
        })
        .when(names_leaders(sheet))
        .words(&format!("{reached}日期"), 13, |(fact, _)| day_cell(Some(fact.when)))
        .numbers("已过天数", 10, |(fact, _)| (end - fact.when).num_days().to_string())
        .words(&format!("约定{}", awaited.label()), 13, |(_, project)| {
            day_cell(agreed(project, awaited))
        })
        .words("状态", 13, |(_, project)| state(agreed(project, awaited), end));
    let is_demo = counted(view).any(|fact| fact.demo);
    let id = format!("not-yet-{}", view.indicator().id);
    // The indicator counts the projects that are listed: 项目数 becomes 项目清单.
    let name = view.indicator().name.trim_end_matches('数');
    let title = format!("{name}清单{}", demo::after_title(is_demo));
    let (end, stage) = (date::day(end), awaited.label());
    let note = format!("天数算到{end}；约定{stage}日期已过而没有{stage}的为延误。");
    Table { notes: vec![note], wide: true, ..columns.records(id, title, waiting) }
        .filled()
}

/// The facts that count.
fn counted<'a>(view: &IndicatorView<'a>) -> impl Iterator<Item = &'a Fact<'a>> {
    view.judged()
        .filter(|(_, judgement)| matches!(judgement, Judgement::Counts(_)))
        .map(|(fact, _)| fact)
}

/// The projects that count, by the days of what they have reached.
fn waiting<'a>(view: &IndicatorView<'a>) -> Vec<Waiting<'a>> {
    let project = |fact: &'a Fact<'a>| Some((fact, view.project(fact)?));
    let mut waiting: Vec<Waiting> = counted(view).filter_map(project).collect();
    waiting.sort_by_key(|(fact, _)| (fact.when, fact.record));
    waiting
}

/// Whether the audience may know who answers for a project in person.
fn names_leaders(sheet: &Sheet) -> bool {
    sheet.sees(field!(Project.leader).level)
}

/// Whether the agreed day has passed, and by how much.
fn state(agreed: Option<NaiveDate>, end: NaiveDate) -> Mark {
    match agreed.map(|day| (end - day).num_days()) {
        None => mark(State::Due, "未约定"),
        Some(days @ 1..) => mark(State::Missed, &format!("延误{days}天")),
        Some(_) => mark(State::Due, "未到期"),
    }
}
