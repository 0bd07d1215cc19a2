//! How far totals have been reported, and who has fallen silent.

pub mod bound;
mod heard;
pub mod quiet;
pub(super) mod settle;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::model::book::scope::Scope;
use crate::model::plan::indicator::Accrual;
use crate::model::value::period::Period;

/// What a reported total is the total of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TotalOf {
    /// Scope that it was reported for.
    pub scope: Scope,
    /// First day of its period.
    pub from: NaiveDate,
    /// Whether it is of its period alone, of the year until then, or of its last day.
    pub accrual: Accrual,
    /// Whether that holds what was done by units which went on in the one that it is reported for.
    pub with_merged: bool,
}

/// A scope that belongs to a sum and has reported nothing at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silent {
    /// Scope.
    pub scope: Scope,
    /// Last day of which it reported; `None` if it never did.
    pub until: Option<NaiveDate>,
    /// What it had added to the sum by then, in the base of the indicator's unit.
    pub amount: Decimal,
}

/// What belongs to a sum and is not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// Scope that did not report it.
    pub scope: Scope,
    /// The one period that it left out; `None` where nothing of it is in the sum.
    pub period: Option<Period>,
}

/// Up to when something is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// To the end of the period.
    Now,
    /// Up to an earlier day, with what it was then, in the base of the unit.
    Until(NaiveDate, Decimal),
    /// At no day.
    Never,
}

/// That nobody reported anything of a period, or a unit did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// First day of the period.
    since: NaiveDate,
    /// Last day of which something was reported; `None` if nothing ever was.
    until: Option<NaiveDate>,
}
