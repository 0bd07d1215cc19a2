//! The forms of a unit: what it reports itself, in the order of the form, with who filled it in and when.

use chrono::NaiveDate;

use crate::figures::facts::fact::Judgement;
use crate::figures::figure::Figure;
use crate::model::book::scope::Scope;
use crate::model::dictionary::{Level, field};
use crate::model::plan::form::{Form, FormColumn};
use crate::model::record::registry::Unit;
use crate::report::listings::columns::Columns;
use crate::report::listings::columns::parts::part_cell;
use crate::sheet::part::FigurePart;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::page::Block;
use crate::view::table::Table;
use crate::words::date::day;
use crate::words::demo;

/// A column of a form with the unit's figure in it.
type FilledColumn<'a> = (&'a FormColumn, IndicatorView<'a>, &'a Figure);

/// A table for each form that has a row of the unit.
pub(super) fn blocks(sheet: &Sheet, unit: &Unit) -> Vec<Block> {
    let scope = Scope::Unit(unit.id.to_string());
    let forms = sheet.forms().filter(|form| sheet.rows_of(form).contains(&scope));
    forms
        .filter_map(|form| table(sheet, form, unit, &scope))
        .map(|table| Block::Table { table })
        .collect()
}

fn table(sheet: &Sheet, form: &Form, unit: &Unit, scope: &Scope) -> Option<Table> {
    let filled: Vec<FilledColumn> = form
        .columns
        .iter()
        .filter_map(|column| {
            let view = sheet.view(column.indicator.as_str())?;
            Some((column, view, view.figure(scope)?))
        })
        .collect();
    let item =
        |(column, view, _): FilledColumn| format!("{}（{}）", column.name, view.unit());
    // What stands in no group heads its own row.
    let columns = Columns::<FilledColumn>::new()
        .words("栏目", 4, |filled| match &filled.0.group {
            Some(group) => group.clone(),
            None => item(filled),
        })
        .words("项", 5, |filled| match &filled.0.group {
            Some(_) => item(filled),
            None => String::new(),
        })
        .numbers("本单位", 3, |(_, view, figure)| {
            part_cell(&view, figure, FigurePart::Value)
        });
    let is_demo = filled.iter().any(|(.., figure)| figure.demo);
    let id = format!("own-form-{}", form.id);
    let title = format!("{}{}", form.name, demo::after_title(is_demo));
    Table {
        notes: vec![head(sheet, form, unit, scope)],
        ..columns.listing(id, title, filled)
    }
    .filled()
}

/// The head of the form: who reports, who filled it in, and when the last of it was handed in.
fn head(sheet: &Sheet, form: &Form, unit: &Unit, scope: &Scope) -> String {
    let columns = form.columns.iter();
    let views = columns.filter_map(|column| sheet.view(column.indicator.as_str()));
    let last = (views.filter_map(|view| last_known(&view, scope)).max())
        .filter(|_| sheet.sees(Level::Internal))
        .map(day);
    let level = field!(Unit.reporter).level;
    let reporter = unit.reporter.as_ref().filter(|_| sheet.sees(level));
    let parts = [
        Some(format!("填报单位：{}", unit.name)),
        reporter.map(|reporter| format!("填报人：{reporter}")),
        last.map(|day| format!("填报时间：{day}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("　")
}

/// The last day on which a record that counts for a scope became known.
fn last_known(view: &IndicatorView, scope: &Scope) -> Option<NaiveDate> {
    let judged = view.judged_of(scope);
    judged
        .filter(|(.., judgement)| matches!(judgement, Judgement::Counts(_)))
        .filter_map(|(fact, ..)| fact.known)
        .max()
}
