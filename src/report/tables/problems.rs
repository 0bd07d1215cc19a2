//! 问题台账: the problems of projects, who settles them by when, and how far that has come.

use crate::model::dictionary::Level;
use crate::model::record::activity::{Activity, ActivityKind};
use crate::report::listings::columns::Columns;
use crate::report::listings::register::{
    day_cell, demo_mark, entries, news, project_links, state, text_cell, unit_name,
    unit_names,
};
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::table::Table;
use crate::words::date;

pub(super) const TABLE: TableKind = TableKind {
    name: "问题台账",
    meaning: "登记的项目问题：承办单位、时限、办理状态，按期末的情况",
    level: Level::Internal,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let (problems, end) =
        (entries(sheet, &[ActivityKind::Problem]), sheet.figures.period.end());
    let columns = Columns::<&Activity>::new()
        .words("登记日期", 12, |problem| day_cell(Some(problem.date)))
        .words("问题", 24, |problem| &problem.subject)
        .telling(90)
        .words("所涉项目", 22, |problem| project_links(sheet, &problem.projects))
        .when(problems.iter().any(|problem| !problem.projects.is_empty()))
        .words("承办单位", 14, |problem| text_cell(Some(&owner(sheet, problem))))
        .words("办结时限", 12, |problem| day_cell(problem.due))
        .words("状态", 11, |problem| state(problem, end))
        .words("办结日期", 12, |problem| {
            day_cell(problem.closed.filter(|day| *day <= end))
        });
    let title = format!("项目问题台账{}", demo_mark(&problems));
    let end = date::day(end);
    Table {
        notes: vec![format!("状态为{end}的情况；“逾期”指超过办结时限。")],
        excerpt: news(sheet, problems.iter().copied().map(Some)),
        ..columns.records("problems", title, problems)
    }
    .filled()
}

/// Who settles a problem; where nobody is named, the units that reported it.
fn owner(sheet: &Sheet, problem: &Activity) -> String {
    match &problem.owner {
        Some(owner) => unit_name(sheet, owner),
        None => unit_names(sheet, &problem.units),
    }
}
