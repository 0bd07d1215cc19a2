//! 线索台账: the leads on investment, who follows them, how far they have come.

use crate::model::dictionary::Level;
use crate::model::record::activity::{Activity, ActivityKind};
use crate::model::value::word::Flag;
use crate::report::listings::columns::Columns;
use crate::report::listings::marks::{State, mark};
use crate::report::listings::register::{
    day_cell, demo_mark, entries, news, state, text_cell, unit_name, unit_names,
};
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::table::{Cell, Table};
use crate::words::date;

pub(super) const TABLE: TableKind = TableKind {
    name: "线索台账",
    meaning: "登记的投资线索：企业、有效性、承办和流转单位、专班、状态、下步打算，按期末的情况",
    level: Level::Internal,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let end = sheet.figures.period.end();
    let (barred, leads): (Vec<&Activity>, Vec<&Activity>) =
        entries(sheet, &[ActivityKind::Lead]).into_iter().partition(|lead| {
            let partner = lead.partner.as_deref();
            partner.is_some_and(|partner| sheet.book().barred(partner, end).is_some())
        });
    let updated = |lead: &Activity| lead.updated.filter(|day| *day <= end);
    let columns = Columns::<&Activity>::new()
        .words("登记日期", 14, |lead| day_cell(Some(lead.date)))
        .words("线索", 20, |lead| &lead.subject)
        .telling(90)
        .words("企业", 21, |lead| text_cell(lead.partner.as_deref()))
        .words("渠道", 12, |lead| {
            text_cell(lead.channel.map(|channel| channel.label()))
        })
        .when(leads.iter().any(|lead| lead.channel.is_some()))
        .words("有效性", 10, validity)
        .when(leads.iter().any(|lead| lead.valid.is_some()))
        .words("承办单位", 16, |lead| owner(sheet, lead))
        .words("专班", 20, |lead| text_cell(Some(&unit_names(sheet, &lead.team))))
        .when(leads.iter().any(|lead| !lead.team.is_empty()))
        .words("时限", 14, |lead| day_cell(lead.due))
        .words("状态", 13, |lead| state(lead, end))
        .words("最近更新", 14, |lead| day_cell(updated(lead)))
        .words("下步打算", 20, |lead| {
            text_cell(lead.next.as_deref().filter(|_| updated(lead).is_some()))
        });
    let title = format!("投资线索台账{}", demo_mark(&leads));
    Table {
        notes: notes(&date::day(end), barred.len()),
        wide: true,
        excerpt: news(sheet, leads.iter().copied().map(Some)),
        ..columns.records("leads", title, leads)
    }
    .filled()
}

fn notes(end: &str, barred: usize) -> Vec<String> {
    let state = format!("状态为{end}的情况；此后的更新计入以后各期。");
    let removed = (barred > 0).then(|| {
        format!("另有{barred}条线索的企业查核为失信被执行或限制高消费，已移出本表。")
    });
    std::iter::once(state).chain(removed).collect()
}

/// Whether the lead proved to be one; nothing is said before it was looked into.
fn validity(lead: &Activity) -> Cell {
    match lead.valid {
        Some(Flag(true)) => Cell::mark(mark(State::Met, "有效")),
        Some(Flag(false)) => Cell::mark(mark(State::Missed, "无效")),
        None => Cell::text("未核实"),
    }
}

/// Who follows the lead, and who handed it over.
fn owner(sheet: &Sheet, lead: &Activity) -> String {
    let reporters = unit_names(sheet, &lead.units);
    match (&lead.handed, &lead.owner) {
        (Some(taker), _) => {
            let taker = unit_name(sheet, taker);
            if taker == reporters {
                taker
            } else {
                format!("{taker}（{reporters}流转）")
            }
        }
        (None, Some(owner)) => unit_name(sheet, owner),
        (None, None) => reporters,
    }
}
