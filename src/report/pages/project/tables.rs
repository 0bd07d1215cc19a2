//! The tables of a project's page: contracts, stages, permits and funds, and where each of them counts.

use chrono::NaiveDate;

use crate::model::dictionary::{Field, Level, Step, field, route};
use crate::model::record::project::{Contract, FundsEntry, Permit, Project, StageEntry};
use crate::report::listings::columns::Columns;
use crate::report::pages::project::as_of::Reached;
use crate::report::pages::project::seen::{Around, Seen};
use crate::view::table::{Cell, Table};
use crate::words::date::{day, month};
use crate::words::demo;
use crate::words::number::DASH;

/// Who may see where a place counts, which tells of dates and evidence that are internal.
pub(super) const COUNTS: Level = Level::Internal;

pub(super) fn contracts(seen: &Seen) -> Option<Table> {
    let Seen { around, versions, facts } = seen;
    let (days, project) = (around.days, versions.shown);
    let columns = Columns::<(usize, &Contract)>::new()
        .field(around, field!(Contract.kind), 3, |(_, contract)| contract_kind(contract))
        .field(around, field!(Contract.signed), 3, |(_, contract)| day(contract.signed))
        .numbers("金额", 3, |(_, contract)| contract.amount.0.to_string())
        .when(around.sees(field!(Contract.amount).level))
        .field(around, field!(Contract.submitted), 3, |(_, contract)| {
            day_cell(contract.submitted)
        })
        .field(around, field!(Contract.recognised), 3, |(_, contract)| {
            day_cell(days.known(contract.recognised))
        })
        .field(around, field!(Contract.evidence), 3, |(_, contract)| {
            joined(&contract.evidence)
        })
        .words("计入", 6, |(index, contract)| {
            let mut routes = vec![route!(Project.contracts[index])];
            if project.first_formal().is_some_and(|first| std::ptr::eq(first, contract)) {
                routes.push(route!(Project.contracts));
            }
            facts.counts(&routes)
        })
        .when(around.sees(COUNTS));
    let title = title(project, "合同和协议");
    columns.listing("contracts", title, days.contracts(*versions)).filled()
}

pub(super) fn stages(seen: &Seen) -> Option<Table> {
    let Seen { around, versions, facts } = seen;
    let stages = around.days.stages(*versions);
    Columns::<&Reached>::new()
        .words("环节", 2, |stage| stage.field.key.as_str())
        .field(around, field!(StageEntry.date), 3, |stage| day(stage.date))
        .field(around, field!(StageEntry.submitted), 3, |stage| day_cell(stage.submitted))
        .field(around, field!(StageEntry.recognised), 3, |stage| {
            day_cell(stage.recognised)
        })
        .field(around, field!(StageEntry.evidence), 3, |stage| joined(stage.evidence))
        .words("说明", 3, |stage| if stage.note.is_empty() { DASH } else { &stage.note })
        .when(around.sees(Level::Internal))
        .words("计入", 6, |stage| facts.counts(&[vec![Step::Field(stage.field)]]))
        .when(around.sees(COUNTS))
        .listing("stages", title(versions.shown, "环节"), &stages)
        .filled()
}

pub(super) fn permits(seen: &Seen) -> Option<Table> {
    let Seen { around, versions, facts } = seen;
    if !around.sees(field!(Project.permits).level) {
        return None;
    }
    let days = around.days;
    Columns::<(usize, &Permit)>::new()
        .field(around, field!(Permit.kind), 3, |(_, permit)| permit.kind.label())
        .field(around, field!(Permit.date), 3, |(_, permit)| day(permit.date))
        .field(around, field!(Permit.number), 4, |(_, permit)| {
            permit.number.as_deref().unwrap_or(DASH)
        })
        .field(around, field!(Permit.submitted), 3, |(_, permit)| {
            day_cell(permit.submitted)
        })
        .field(around, field!(Permit.recognised), 3, |(_, permit)| {
            day_cell(days.known(permit.recognised))
        })
        .words("计入", 6, |(index, _)| facts.counts(&[route!(Project.permits[index])]))
        .when(around.sees(COUNTS))
        .listing("permits", title(versions.shown, "证照和手续"), days.permits(*versions))
        .filled()
}

pub(super) fn funds(seen: &Seen) -> Option<Table> {
    let Seen { around, versions, facts } = seen;
    let entries = around.days.funds(*versions);
    Columns::<(usize, &FundsEntry)>::new()
        .field(around, field!(FundsEntry.month), 3, |(_, entry)| month(entry.month))
        .numbers("金额", 3, |(_, entry)| entry.amount.0.to_string())
        .when(around.sees(field!(FundsEntry.amount).level))
        .field(around, field!(FundsEntry.submitted), 3, |(_, entry)| {
            day_cell(entry.submitted)
        })
        .field(around, field!(FundsEntry.corrected), 3, |(_, entry)| {
            day_cell(entry.corrected)
        })
        .field(around, field!(FundsEntry.evidence), 3, |(_, entry)| {
            joined(&entry.evidence)
        })
        .field(around, field!(FundsEntry.note), 3, |(_, entry)| {
            entry.note.as_deref().unwrap_or(DASH)
        })
        .words("计入", 6, |(index, _)| facts.counts(&[route!(Project.funds[index])]))
        .when(around.sees(COUNTS))
        .listing("funds", title(versions.shown, "到位资金"), entries)
        .filled()
}

impl<'a, T: Copy> Columns<'a, T> {
    /// Adds a column for a field of a record, under its key, where the audience may see it.
    pub(super) fn field<C: Into<Cell>>(
        self,
        around: &Around,
        field: &Field,
        weight: u8,
        cell: impl Fn(T) -> C + 'a,
    ) -> Columns<'a, T> {
        self.words(field.key.as_str(), weight, cell).when(around.sees(field.level))
    }
}

/// The title of a table of a project, with the mark of an invented one.
pub(super) fn title(project: &Project, title: &str) -> String {
    format!("{title}{}", demo::after_title(project.is_demo()))
}

fn contract_kind(contract: &Contract) -> String {
    let renewal = contract.renewal.map(|renewal| renewal.label());
    let words = [Some(contract.kind.label()), renewal];
    words.into_iter().flatten().collect::<Vec<_>>().join("，")
}

/// A day in words, or a dash where there is none.
pub(super) fn day_cell(date: Option<NaiveDate>) -> Cell {
    Cell::text(date.map_or(DASH.to_owned(), day))
}

fn joined(words: &[String]) -> String {
    if words.is_empty() { DASH.to_owned() } else { words.join("、") }
}
