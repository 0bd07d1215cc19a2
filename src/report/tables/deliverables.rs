//! 成果清单: what the tasks of the plans are to deliver, chain by chain or unit by unit, and how far it is.

use crate::model::dictionary::Level;
use crate::model::plan::task::Task;
use crate::model::record::activity::{Activity, ActivityKind};
use crate::report::listings::columns::Columns;
use crate::report::listings::marks::{State, mark};
use crate::report::listings::register::{
    day_cell, demo_mark, entries, news, state, text_cell, unit_name,
};
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::table::Table;
use crate::words::date;

pub(super) const TABLE: TableKind = TableKind {
    name: "成果清单",
    meaning: "各项任务要交付的成果：逐条产业链或逐个单位的最近进展、日期和状态",
    level: Level::Internal,
    make: Make::Sheet(make),
};

/// A deliverable of a task, for whom it is, and the newest record of it.
struct Line<'a> {
    task: &'a Task,
    deliverable: &'a str,
    of: Option<String>,
    newest: Option<&'a Activity>,
}

fn make(sheet: &Sheet) -> Option<Table> {
    let mut records = entries(sheet, &[ActivityKind::Task]);
    records.retain(|record| record.deliverable.is_some());
    if records.is_empty() {
        return None;
    }
    let end = sheet.figures.period.end();
    let lines = lines(sheet, &records);
    let columns = Columns::<&Line>::new()
        .words("成果", 22, |line| line.deliverable)
        .words("产业链、单位", 20, |line| text_cell(line.of.as_deref()))
        .words("最近进展", 30, |line| {
            text_cell(line.newest.map(|record| record.subject.as_str()))
        })
        .words("日期", 13, |line| {
            day_cell(line.newest.map(|record| record.updated.unwrap_or(record.date)))
        })
        .words("状态", 13, |line| match line.newest {
            Some(record) => state(record, end),
            None => mark(State::Due, "未报进展"),
        })
        .words("依据", 13, |line| &line.task.clause.text);
    let title = format!("任务成果清单{}", demo_mark(&records));
    let note = format!("状态为{}的情况；“—”为没有登记。", date::day(end));
    Table {
        notes: vec![note],
        wide: true,
        excerpt: news(sheet, lines.iter().map(|line| line.newest)),
        ..columns.records("deliverables", title, &lines)
    }
    .filled()
}

/// A line for each chain or unit of a deliverable that has any, else one for the deliverable.
fn lines<'a>(sheet: &Sheet<'a>, records: &[&'a Activity]) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for task in sheet.plans().flat_map(|plan| &plan.tasks) {
        for deliverable in &task.deliverables {
            let line = |of, newest| Line { task, deliverable, of, newest };
            let mut of_it = Vec::new();
            for record in records.iter().filter(|record| is_of(record, task, deliverable))
            {
                for one in concerned(sheet, record) {
                    of_it.retain(|line: &Line| line.of != one);
                    of_it.push(line(one, Some(*record)));
                }
            }
            if of_it.is_empty() {
                of_it.push(line(None, None));
            }
            lines.append(&mut of_it);
        }
    }
    lines
}

/// Whether a record is about a deliverable of a task.
fn is_of(record: &Activity, task: &Task, deliverable: &str) -> bool {
    let names_task = record.task.as_ref().is_some_and(|reference| {
        [task.id.as_str(), &task.name].contains(&reference.as_str())
    });
    names_task && record.deliverable.as_deref() == Some(deliverable)
}

/// The chains that a record is about, else its units, else nobody in particular.
fn concerned(sheet: &Sheet, record: &Activity) -> Vec<Option<String>> {
    let chains = record.chains.iter().map(|reference| {
        let chain = sheet.book().chain(reference);
        chain.map_or(reference.as_str(), |chain| &chain.name).to_owned()
    });
    let named: Vec<String> = if record.chains.is_empty() {
        record.units.iter().map(|unit| unit_name(sheet, unit)).collect()
    } else {
        chains.collect()
    };
    if named.is_empty() { vec![None] } else { named.into_iter().map(Some).collect() }
}
