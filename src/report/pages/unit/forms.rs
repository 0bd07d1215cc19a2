//! The forms of a unit: what it reports itself, in the order of the form, with who filled it in and when.

use crate::figures::facts::fact::Judgement;
use crate::model::book::scope::Scope;
use crate::model::dictionary::{Level, field};
use crate::model::plan::form::Form;
use crate::model::record::registry::Unit;
use crate::report::pages::blocks::{columns, row};
use crate::report::tables::cell;
use crate::sheet::part::FigurePart;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::page::Block;
use crate::view::table::{Cell, Row, Table};
use crate::words::date::day;
use crate::words::demo;

/// A table for each form that has a row of the unit.
pub(super) fn blocks(sheet: &Sheet, unit: &Unit) -> Vec<Block> {
    let scope = Scope::Unit(unit.id.to_string());
    let own = sheet.forms().filter(|form| sheet.rows_of(form).contains(&scope));
    own.filter_map(|form| table(sheet, form, unit, &scope))
        .map(|table| Block::Table { table })
        .collect()
}

fn table(sheet: &Sheet, form: &Form, unit: &Unit, scope: &Scope) -> Option<Table> {
    let views: Vec<IndicatorView> = form
        .columns
        .iter()
        .filter_map(|one| sheet.view(one.indicator.as_str()))
        .collect();
    let rows: Vec<Row> = form
        .columns
        .iter()
        .filter_map(|column| {
            let view = sheet.view(column.indicator.as_str())?;
            let item = format!("{}（{}）", column.name, view.unit());
            // What stands in no group heads its own row.
            let (head, item) = match column.group.as_deref() {
                Some(group) => (group.to_owned(), item),
                None => (item, String::new()),
            };
            Some(row(vec![
                Cell::text(head),
                Cell::text(item),
                cell(&view, view.figure(scope)?, FigurePart::Value),
            ]))
        })
        .collect();
    let demo = views.iter().filter_map(|view| view.figure(scope)).any(|one| one.demo);
    (!rows.is_empty()).then(|| Table {
        id: format!("own-form-{}", form.id),
        title: format!("{}{}", form.name, demo::after_title(demo)),
        unit: String::new(),
        columns: columns(&[("栏目", false, 4), ("项", false, 5), ("本单位", true, 3)]),
        rows,
        notes: vec![head(sheet, unit, &views, scope)],
        wide: false,
    })
}

/// The head of the form: who reports, who filled it in, and when the last of it was handed in.
fn head(sheet: &Sheet, unit: &Unit, views: &[IndicatorView], scope: &Scope) -> String {
    let filled = views.iter().flat_map(|view| {
        let facts = view.series.facts.iter().zip(&view.at.judgements);
        let own = facts.filter(|(fact, judgement)| {
            matches!(judgement, Judgement::Counts(_))
                && fact.credits_at(&view.at.moment).iter().any(|(own, _)| own == scope)
        });
        own.filter_map(|(fact, _)| fact.known)
    });
    let filled = filled.max().filter(|_| sheet.sees(Level::Internal)).map(day);
    let level = field!(Unit.reporter).level;
    let reporter = unit.reporter.as_ref().filter(|_| sheet.sees(level));
    let parts = [
        Some(format!("填报单位：{}", unit.name)),
        reporter.map(|reporter| format!("填报人：{reporter}")),
        filled.map(|filled| format!("填报时间：{filled}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("　")
}
