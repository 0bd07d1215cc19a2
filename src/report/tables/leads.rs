//! 线索台账: the leads on investment, who follows them, how far they have come.

use crate::model::dictionary::Level;
use crate::model::record::activity::{Activity, ActivityKind};
use crate::model::value::word::Flag;
use crate::report::listings::register::{
    day_cell, demo_mark, entries, mark, state, text_cell, units,
};
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::table::{Cell, Column, Row, Table};
use crate::words::date;

pub(super) const TABLE: TableKind = TableKind {
    name: "线索台账",
    meaning: "登记的投资线索：企业、有效性、承办和流转单位、专班、状态、下步打算，按期末的情况",
    level: Level::Internal,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let day = sheet.figures.period.end();
    let mut records = entries(sheet, &[ActivityKind::Lead]);
    let barred = |one: &&Activity| {
        let partner = one.partner.as_deref();
        partner.is_some_and(|partner| sheet.book().barred(partner, day).is_some())
    };
    let known = records.len();
    records.retain(|one| !barred(one));
    let removed = known - records.len();
    let end = date::day(day);
    let told = Told {
        channel: records.iter().any(|one| one.channel.is_some()),
        validity: records.iter().any(|one| one.valid.is_some()),
        team: records.iter().any(|one| !one.team.is_empty()),
    };
    (!records.is_empty()).then(|| Table {
        id: "leads".to_owned(),
        title: format!("投资线索台账{}", demo_mark(&records)),
        unit: String::new(),
        columns: columns(&told),
        rows: records.iter().map(|one| row(sheet, one, &told)).collect(),
        notes: notes(&end, removed),
        wide: true,
    })
}

fn notes(end: &str, removed: usize) -> Vec<String> {
    let mut notes = vec![format!("状态为{end}的情况；此后的更新计入以后各期。")];
    notes.extend((removed > 0).then(|| {
        format!("另有{removed}条线索的企业查核为失信被执行或限制高消费，已移出本表。")
    }));
    notes
}

/// What is told of the leads only where a book records it.
struct Told {
    /// Through what a lead came.
    channel: bool,
    /// Whether a lead proved to be one.
    validity: bool,
    /// The team that was set up for a lead.
    team: bool,
}

fn columns(told: &Told) -> Vec<Column> {
    let mut columns = vec![
        Column::words("登记日期", 14),
        Column::words("线索", 20),
        Column::words("企业", 21),
    ];
    columns.extend(told.channel.then(|| Column::words("渠道", 12)));
    columns.extend(told.validity.then(|| Column::words("有效性", 10)));
    columns.push(Column::words("承办单位", 16));
    columns.extend(told.team.then(|| Column::words("专班", 20)));
    columns.extend([
        Column::words("时限", 14),
        Column::words("状态", 13),
        Column::words("最近更新", 14),
        Column::words("下步打算", 20),
    ]);
    columns
}

fn row(sheet: &Sheet, one: &Activity, told: &Told) -> Row {
    let end = sheet.figures.period.end();
    let updated = one.updated.filter(|day| *day <= end);
    let next = one.next.as_deref().filter(|_| updated.is_some());
    let mut cells = vec![
        day_cell(Some(one.date)),
        Cell::text(&one.subject),
        text_cell(one.partner.as_deref()),
    ];
    let channel = one.channel.map(|channel| channel.label());
    cells.extend(told.channel.then(|| text_cell(channel)));
    cells.extend(told.validity.then(|| validity(one)));
    cells.push(Cell::text(owner(sheet, one)));
    cells.extend(told.team.then(|| text_cell(Some(&units(sheet, &one.team)))));
    cells.extend([
        day_cell(one.due),
        Cell::mark(state(one, end)),
        day_cell(updated),
        text_cell(next),
    ]);
    Row::body(cells)
}

/// Whether the lead proved to be one; nothing is said before it was looked into.
fn validity(one: &Activity) -> Cell {
    match one.valid {
        Some(Flag(true)) => Cell::mark(mark("met", "有效")),
        Some(Flag(false)) => Cell::mark(mark("missed", "无效")),
        None => Cell::text("未核实"),
    }
}

/// Who follows the lead, and who handed it over.
fn owner(sheet: &Sheet, one: &Activity) -> String {
    let first = units(sheet, &one.units);
    let named = one.handed.as_ref().or(one.owner.as_ref());
    let Some(own) = named.map(|unit| units(sheet, std::slice::from_ref(unit))) else {
        return first;
    };
    if one.handed.is_some() && first != own {
        format!("{own}（{first}流转）")
    } else {
        own
    }
}
