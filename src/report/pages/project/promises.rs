//! The tables of what was promised: policies to the project, and what its investor is to bring.

use crate::model::dictionary::field;
use crate::model::record::project::{Fulfilment, Project, Promise};
use crate::report::listings::columns::Columns;
use crate::report::pages::project::seen::{Around, Seen};
use crate::report::pages::project::tables::{day_cell, title};
use crate::view::table::{Cell, Table};
use crate::words::date::day;
use crate::words::number::DASH;

pub(super) fn promises(seen: &Seen) -> Option<Table> {
    let Seen { around, versions, .. } = seen;
    if !around.sees(field!(Project.promises).level) {
        return None;
    }
    let project = versions.shown;
    let made =
        project.promises.iter().filter(|promise| around.days.has_come(promise.date));
    let columns = Columns::<&Promise>::new()
        .field(around, field!(Promise.kind), 3, |promise| promise.kind.label())
        .field(around, field!(Promise.what), 5, |promise| &promise.what)
        .field(around, field!(Promise.basis), 4, |promise| &promise.basis)
        .field(around, field!(Promise.date), 3, |promise| day(promise.date))
        .field(around, field!(Promise.amount), 3, |promise| {
            promise.amount.map_or(DASH.to_owned(), |amount| amount.0.to_string())
        })
        .field(around, field!(Promise.review), 4, |promise| review(around, promise))
        .field(around, field!(Promise.due), 3, |promise| day_cell(promise.due))
        .field(around, field!(Promise.done), 3, |promise| {
            let done = promise.done.filter(|done| around.days.has_come(*done));
            day_cell(done.filter(|_| around.days.knew(promise.submitted)))
        });
    Table {
        wide: true, ..columns.listing("promises", title(project, "政策承诺"), made)
    }
    .filled()
}

/// Who reviewed a policy and when, or that it was to be reviewed and was not.
fn review(around: &Around, promise: &Promise) -> Cell {
    let done = promise.review.as_ref();
    Cell::text(match done.filter(|review| around.days.has_come(review.date)) {
        Some(review) => format!("{}，{}", review.organ, day(review.date)),
        None if promise.needs_review() => "应审未审".to_owned(),
        None => DASH.to_owned(),
    })
}

pub(super) fn fulfilments(seen: &Seen) -> Option<Table> {
    let Seen { around, versions, .. } = seen;
    let project = versions.shown;
    let columns = Columns::<&Fulfilment>::new()
        .field(around, field!(Fulfilment.item), 3, |one| one.item.label())
        .field(around, field!(Fulfilment.year), 2, |one| {
            one.year.map_or(DASH.to_owned(), |year| format!("{}年", year.0))
        })
        .numbers(field!(Fulfilment.promised).key.as_str(), 3, |one| {
            one.promised.to_string()
        })
        .numbers(field!(Fulfilment.real).key.as_str(), 3, |one| {
            let is_found = one.verified.is_none_or(|day| around.days.has_come(day));
            let found = one.real.filter(|_| is_found);
            found.map_or(DASH.to_owned(), |found| found.to_string())
        })
        .field(around, field!(Fulfilment.verified), 3, |one| {
            day_cell(one.verified.filter(|day| around.days.has_come(*day)))
        })
        .field(around, field!(Fulfilment.note), 4, |one| {
            one.note.as_deref().unwrap_or(DASH)
        });
    let note = "约定和核实的数对照列出，不计分。".to_owned();
    let title = title(project, "履约情况");
    let table = columns.listing("fulfilments", title, &project.fulfilments);
    Table { notes: vec![note], ..table }.filled()
}
