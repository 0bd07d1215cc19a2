//! A small chart inside a table.

use rust_decimal::Decimal;
use serde::Serialize;

/// A small chart inside a table: cumulative shares by month against the schedule.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Spark {
    /// Months of the whole span.
    pub months: u32,
    /// Completion at each month's end so far, as shares.
    pub actual: Vec<Decimal>,
    /// Schedule at each month's end of the span, as shares; empty without a curve.
    pub schedule: Vec<Decimal>,
    /// What it shows, for those who cannot see it.
    pub description: String,
    /// Colour of the line, the lamp's.
    pub color: String,
}
