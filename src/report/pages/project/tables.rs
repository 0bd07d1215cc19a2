//! The tables of a project's page: contracts, stages, permits and funds, and where each of them counts.

use chrono::NaiveDate;

use crate::model::dictionary::{Field, Level, Step, field, route};
use crate::model::record::project::{Contract, FundsEntry, Permit, Project, StageEntry};
use crate::report::listings::columns::Columns;
use crate::report::pages::project::as_of::{Horizon, Reached};
use crate::report::pages::project::counts::ProjectFacts;
use crate::report::pages::project::known::PlacedProject;
use crate::sheet::Sheet;
use crate::view::table::{Cell, Table};
use crate::words::date::{day, month};
use crate::words::demo;
use crate::words::number::DASH;

/// Who may see where a place counts, which tells of dates and evidence that are internal.
pub(super) const COUNTS: Level = Level::Internal;

pub(super) fn contracts(
    sheet: &Sheet,
    (at, project): PlacedProject,
    facts: &ProjectFacts,
) -> Option<Table> {
    let horizon = Horizon::of(sheet);
    let columns = Columns::<(usize, &Contract)>::new()
        .field(sheet, field!(Contract.kind), 3, |(_, contract)| contract_kind(contract))
        .field(sheet, field!(Contract.signed), 3, |(_, contract)| day(contract.signed))
        .numbers("金额", 3, |(_, contract)| contract.amount.0.to_string())
        .when(sheet.sees(field!(Contract.amount).level))
        .field(sheet, field!(Contract.submitted), 3, |(_, contract)| {
            day_cell(contract.submitted)
        })
        .field(sheet, field!(Contract.recognised), 3, |(_, contract)| {
            day_cell(horizon.known(contract.recognised))
        })
        .field(sheet, field!(Contract.evidence), 3, |(_, contract)| {
            joined(&contract.evidence)
        })
        .words("计入", 6, |(index, contract)| {
            let mut routes = vec![route!(Project.contracts[index])];
            if project.first_formal().is_some_and(|first| std::ptr::eq(first, contract)) {
                routes.push(route!(Project.contracts));
            }
            facts.counts(&routes)
        })
        .when(sheet.sees(COUNTS));
    let title = title(project, "合同和协议");
    columns.listing("contracts", title, horizon.contracts((at, project))).filled()
}

pub(super) fn stages(
    sheet: &Sheet,
    (at, project): PlacedProject,
    facts: &ProjectFacts,
) -> Option<Table> {
    let stages = Horizon::of(sheet).stages((at, project));
    Columns::<&Reached>::new()
        .words("环节", 2, |stage| stage.field.key.as_str())
        .field(sheet, field!(StageEntry.date), 3, |stage| day(stage.date))
        .field(sheet, field!(StageEntry.submitted), 3, |stage| day_cell(stage.submitted))
        .field(sheet, field!(StageEntry.recognised), 3, |stage| {
            day_cell(stage.recognised)
        })
        .field(sheet, field!(StageEntry.evidence), 3, |stage| joined(stage.evidence))
        .words("说明", 3, |stage| if stage.note.is_empty() { DASH } else { &stage.note })
        .when(sheet.sees(Level::Internal))
        .words("计入", 6, |stage| facts.counts(&[vec![Step::Field(stage.field)]]))
        .when(sheet.sees(COUNTS))
        .listing("stages", title(project, "环节"), &stages)
        .filled()
}

pub(super) fn permits(
    sheet: &Sheet,
    (at, project): PlacedProject,
    facts: &ProjectFacts,
) -> Option<Table> {
    if !sheet.sees(field!(Project.permits).level) {
        return None;
    }
    let horizon = Horizon::of(sheet);
    Columns::<(usize, &Permit)>::new()
        .field(sheet, field!(Permit.kind), 3, |(_, permit)| permit.kind.label())
        .field(sheet, field!(Permit.date), 3, |(_, permit)| day(permit.date))
        .field(sheet, field!(Permit.number), 4, |(_, permit)| {
            permit.number.as_deref().unwrap_or(DASH)
        })
        .field(sheet, field!(Permit.submitted), 3, |(_, permit)| {
            day_cell(permit.submitted)
        })
        .field(sheet, field!(Permit.recognised), 3, |(_, permit)| {
            day_cell(horizon.known(permit.recognised))
        })
        .words("计入", 6, |(index, _)| facts.counts(&[route!(Project.permits[index])]))
        .when(sheet.sees(COUNTS))
        .listing("permits", title(project, "证照和手续"), horizon.permits((at, project)))
        .filled()
}

pub(super) fn funds(
    sheet: &Sheet,
    (at, project): PlacedProject,
    facts: &ProjectFacts,
) -> Option<Table> {
    let entries = Horizon::of(sheet).funds((at, project));
    Columns::<(usize, &FundsEntry)>::new()
        .field(sheet, field!(FundsEntry.month), 3, |(_, entry)| month(entry.month))
        .numbers("金额", 3, |(_, entry)| entry.amount.0.to_string())
        .when(sheet.sees(field!(FundsEntry.amount).level))
        .field(sheet, field!(FundsEntry.submitted), 3, |(_, entry)| {
            day_cell(entry.submitted)
        })
        .field(sheet, field!(FundsEntry.corrected), 3, |(_, entry)| {
            day_cell(entry.corrected)
        })
        .field(sheet, field!(FundsEntry.evidence), 3, |(_, entry)| {
            joined(&entry.evidence)
        })
        .field(sheet, field!(FundsEntry.note), 3, |(_, entry)| {
            entry.note.as_deref().unwrap_or(DASH)
        })
        .words("计入", 6, |(index, _)| facts.counts(&[route!(Project.funds[index])]))
        .when(sheet.sees(COUNTS))
        .listing("funds", title(project, "到位资金"), entries)
        .filled()
}

impl<'a, T: Copy> Columns<'a, T> {
    /// Adds a column for a field of a record, under its key, where the audience may see it.
    fn field<C: Into<Cell>>(
        self,
        sheet: &Sheet,
        field: &Field,
        weight: u8,
        cell: impl Fn(T) -> C + 'a,
    ) -> Columns<'a, T> {
        self.words(field.key.as_str(), weight, cell).when(sheet.sees(field.level))
    }
}

fn title(project: &Project, title: &str) -> String {
    format!("{title}{}", demo::after_title(project.is_demo()))
}

fn contract_kind(contract: &Contract) -> String {
    let renewal = contract.renewal.map(|renewal| renewal.label());
    let words = [Some(contract.kind.label()), renewal];
    words.into_iter().flatten().collect::<Vec<_>>().join("，")
}

fn day_cell(date: Option<NaiveDate>) -> Cell {
    Cell::text(date.map_or(DASH.to_owned(), day))
}

fn joined(words: &[String]) -> String {
    if words.is_empty() { DASH.to_owned() } else { words.join("、") }
}
