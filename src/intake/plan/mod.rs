//! What rows change in the files of a book: new entries, blanks that are filled, values that differ.
//!
//! What is there already is left alone, so that the same workbook changes nothing a second time.

mod entry;
mod funds;
mod new_project;
mod outcome;
mod planner;
mod project;
mod report;
mod totals;

use crate::intake::form::Target;
pub use crate::intake::plan::outcome::{FileEdits, Plan};
use crate::intake::plan::planner::Planner;
use crate::intake::reading::Row;
use crate::model::book::Book;

/// Plans the changes that rows ask for; a value that was released is only corrected with a reason.
pub fn plan(book: &Book, rows: &[Row], reason: Option<&str>) -> Plan {
    let mut planner = Planner::new(book, reason);
    let of = |is: fn(Target) -> bool| rows.iter().filter(move |row| is(row.form.target));
    of(|target| target == Target::Project).for_each(|row| planner.project(row));
    of(|target| target == Target::Contract).for_each(|row| planner.contract(row));
    of(|target| target == Target::Start).for_each(|row| planner.start(row));
    of(|target| target == Target::Funds).for_each(|row| planner.funds(row));
    of(|target| target == Target::Total).for_each(|row| planner.total(row));
    rows.iter().filter(|row| row.is_filled).for_each(|row| planner.report(row));
    planner.finish()
}
