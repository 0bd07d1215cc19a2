//! The workbooks that came, and what they are read for.

use chrono::NaiveDate;

use crate::load::workbook::Grids;
use crate::model::book::Book;
use crate::model::value::period::Period;

/// A workbook that came.
#[derive(Debug)]
pub struct Source {
    /// Name of its file.
    pub name: String,
    /// The SHA-256 of its bytes.
    pub digest: String,
    /// What it holds.
    pub grids: Grids,
}

/// What a workbook is read for.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The book.
    pub book: &'a Book,
    /// The period that is asked for; `None` to take the form's.
    pub period: Option<&'a Period>,
    /// The day on which it came; `None` to take the form's.
    pub day: Option<NaiveDate>,
}
