//! How much of a trace is told where.

/// How much a trace tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Beside a number of an ordinary page: few records, none of a sum by rows.
    InPlace,
    /// On the page of an indicator: a sum by rows leads to its rows, which hold the records.
    Rows,
    /// Alone: every record, also those of a sum by rows.
    Everything,
}
