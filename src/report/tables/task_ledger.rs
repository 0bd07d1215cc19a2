//! 任务台账: every task of the plans with who leads and helps, what is due, and the newest progress.

use crate::model::dictionary::Level;
use crate::model::plan::task::Task;
use crate::model::record::activity::{Activity, ActivityKind};
use crate::model::value::reference::ScopeRef;
use crate::report::listings::register::{
    day_cell, demo_mark, entries, mark, state, text_cell,
};
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::table::{Cell, Column, Row, RowKind, Table};
use crate::words::date;

pub(super) const TABLE: TableKind = TableKind {
    name: "任务台账",
    meaning: "方案的各项任务和保障措施：牵头、配合、成果、最近进展和状态",
    level: Level::Internal,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let records = entries(sheet, &[ActivityKind::Task]);
    let rows = rows(sheet, &records);
    let end = date::day(sheet.figures.period.end());
    (!rows.is_empty()).then(|| Table {
        id: "task-ledger".to_owned(),
        title: format!("任务责任台账{}", demo_mark(&records)),
        unit: String::new(),
        columns: vec![
            Column::words("任务", 22),
            Column::words("牵头单位", 16),
            Column::words("配合单位", 26),
            Column::words("成果", 19),
            Column::words("最近进展", 23),
            Column::words("更新", 13),
            Column::words("状态", 13),
        ],
        rows,
        notes: vec![format!("进展和状态为{end}的情况；“—”为没有登记。")],
        wide: true,
    })
}

/// The tasks in the order of the plans, under the heads of their blocks.
fn rows(sheet: &Sheet, records: &[&Activity]) -> Vec<Row> {
    let (mut rows, mut block) = (Vec::new(), None);
    for task in sheet.plans().flat_map(|plan| &plan.tasks) {
        let own = head(task);
        if own.is_some() && own != block {
            rows.extend(own.map(title));
        }
        block = own;
        rows.push(row(sheet, records, task));
    }
    rows
}

/// The head that a task stands under.
fn head(task: &Task) -> Option<&str> {
    let support = task.support.is_some_and(|flag| flag.0);
    task.block.as_deref().or(support.then_some("保障措施"))
}

fn title(block: &str) -> Row {
    let mut cells = vec![Cell::text(block)];
    cells.resize(7, Cell::default());
    Row { kind: RowKind::Subtotal, cells }
}

fn row(sheet: &Sheet, records: &[&Activity], task: &Task) -> Row {
    let own = |one: &&&Activity| {
        one.task.as_ref().is_some_and(|named| {
            named.as_str() == task.id.as_str() || named.as_str() == task.name
        })
    };
    let newest = records.iter().rev().find(own);
    let end = sheet.figures.period.end();
    let progress = newest.map(|one| state(one, end));
    Row::body(vec![
        Cell::text(format!("{}（{}）", task.name, task.clause.text)),
        text_cell(Some(&scopes(sheet, &task.lead))),
        text_cell(Some(&scopes(sheet, &task.help))),
        text_cell(Some(&task.deliverables.join("、"))),
        text_cell(newest.map(|one| one.subject.as_str())),
        day_cell(newest.map(|one| one.date)),
        Cell::mark(progress.unwrap_or_else(|| mark("due", "未报进展"))),
    ])
}

fn scopes(sheet: &Sheet, words: &[ScopeRef]) -> String {
    let name = |word: &ScopeRef| {
        let found = sheet.book().scope_called(word.as_str());
        found.map_or_else(
            || word.as_str().to_owned(),
            |scope| sheet.book().scope_name(&scope),
        )
    };
    words.iter().map(name).collect::<Vec<_>>().join("、")
}
