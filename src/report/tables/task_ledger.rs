//! 任务台账: every task of the plans with who leads and helps, what is due, and the newest progress.

use std::collections::BTreeMap;

use crate::model::dictionary::Level;
use crate::model::plan::task::Task;
use crate::model::record::activity::{Activity, ActivityKind};
use crate::model::value::reference::ScopeRef;
use crate::report::listings::columns::Columns;
use crate::report::listings::marks::{State, mark};
use crate::report::listings::register::{
    day_cell, demo_mark, entries, news, state, text_cell,
};
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::table::{Row, RowKind, Table};
use crate::words::date;

pub(super) const TABLE: TableKind = TableKind {
    name: "任务台账",
    meaning: "方案的各项任务和保障措施：牵头、配合、成果、最近进展和状态",
    level: Level::Internal,
    make: Make::Sheet(make),
};

/// A task with its newest progress.
type Progress<'a> = (&'a Task, Option<&'a Activity>);

fn make(sheet: &Sheet) -> Option<Table> {
    let records = entries(sheet, &[ActivityKind::Task]);
    let end = sheet.figures.period.end();
    let columns = Columns::<Progress>::new()
        .words("任务", 22, |(task, _)| format!("{}（{}）", task.name, task.clause.text))
        .words("牵头单位", 16, |(task, _)| text_cell(Some(&names(sheet, &task.lead))))
        .words("配合单位", 26, |(task, _)| text_cell(Some(&names(sheet, &task.help))))
        .words("成果", 19, |(task, _)| text_cell(Some(&task.deliverables.join("、"))))
        .words("最近进展", 23, |(_, newest)| {
            text_cell(newest.map(|record| record.subject.as_str()))
        })
        .words("更新", 13, |(_, newest)| day_cell(newest.map(|record| record.date)))
        .words("状态", 13, |(_, newest)| {
            newest
                .map_or_else(|| mark(State::Due, "未报进展"), |record| state(record, end))
        });
    let (tasks, rows): (Vec<_>, Vec<_>) =
        rows(sheet, &records, &columns).into_iter().unzip();
    let title = format!("任务责任台账{}", demo_mark(&records));
    let note = format!("进展和状态为{}的情况；“—”为没有登记。", date::day(end));
    Table {
        notes: vec![note],
        wide: true,
        excerpt: news(sheet, tasks),
        ..columns.table("task-ledger", title, rows)
    }
    .filled()
}

/// The tasks in the order of the plans with their newest progress, under the heads of their blocks.
fn rows<'a>(
    sheet: &Sheet<'a>,
    records: &[&'a Activity],
    columns: &Columns<Progress<'a>>,
) -> Vec<(Option<&'a Activity>, Row)> {
    let (mut rows, mut block) = (Vec::new(), None);
    let newest = newest(records);
    let newest_of = |task: &Task| {
        let words = [task.id.as_str(), &task.name].into_iter();
        let at = words.filter_map(|word| newest.get(word)).max()?;
        Some(records[*at])
    };
    for task in sheet.plans().flat_map(|plan| &plan.tasks) {
        let head = head(task);
        if head != block {
            rows.extend(head.map(|head| (None, columns.heading(0, head))));
        }
        block = head;
        let newest = newest_of(task);
        rows.push((newest, columns.row(RowKind::Body, (task, newest))));
    }
    rows
}

/// The head that a task stands under.
fn head(task: &Task) -> Option<&str> {
    let is_support = task.support.is_some_and(|flag| flag.0);
    task.block.as_deref().or(is_support.then_some("保障措施"))
}

/// The position of the newest record of each task, by the word that names the task.
fn newest<'a>(records: &[&'a Activity]) -> BTreeMap<&'a str, usize> {
    let named = records.iter().enumerate();
    named.filter_map(|(at, record)| Some((record.task.as_ref()?.as_str(), at))).collect()
}

/// The names of some scopes, as the book spells them.
fn names(sheet: &Sheet, scopes: &[ScopeRef]) -> String {
    let name = |reference: &ScopeRef| {
        sheet
            .book()
            .scope_called(reference.as_str())
            .map_or_else(|| reference.as_str().to_owned(), |scope| sheet.name(&scope))
    };
    scopes.iter().map(name).collect::<Vec<_>>().join("、")
}
