//! How much of a trace is told where.

/// Records up to which a trace on an ordinary page lists them; longer lists are a link away.
pub(super) const RECORDS_IN_PLACE: usize = 3;

/// How much a trace tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Beside a number of an ordinary page: few records, none of a sum by rows.
    InPlace,
    /// With its rows beside it: a sum by rows leads to its rows, which hold the records.
    Rows,
    /// The same on the page of its indicator, which says once what its traces have in common.
    Page,
    /// Alone: every record, also those of a sum by rows.
    Everything,
}

impl Depth {
    /// Most records of one kind that are shown, where there are so many.
    pub fn most(self, records: usize) -> usize {
        if self == Depth::InPlace && records > RECORDS_IN_PLACE { 0 } else { records }
    }
}
