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

/// The order in which rows are taken: projects before what is about them.
const ORDER: &[Target] =
    &[Target::Project, Target::Contract, Target::Start, Target::Funds, Target::Total];

/// Plans the changes that rows ask for; a value that was released is only corrected with a reason.
pub fn plan(book: &Book, rows: &[Row], reason: Option<&str>) -> Plan {
    let mut planner = Planner::new(book, reason);
    let mut brought = Vec::new();
    for target in ORDER {
        for row in rows.iter().filter(|row| row.form.target == *target) {
            let known = planner.changes();
            planner.row(row);
            // What we wrote in a form ourselves is no report of anybody.
            if planner.changes() > known || row.is_unchanged() || row.says_nothing_came()
            {
                brought.push(row);
            }
        }
    }
    brought.into_iter().for_each(|row| planner.report(row));
    planner.finish()
}

impl Planner<'_> {
    fn row(&mut self, row: &Row) {
        match row.form.target {
            Target::Project => self.project(row),
            Target::Contract => self.contract(row),
            Target::Start => self.start(row),
            Target::Funds => self.funds(row),
            Target::Total => self.total(row),
        }
    }
}
