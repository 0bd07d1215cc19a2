//! The trace of a figure as the reader sees it: definition, steps, records, what was left out.

use serde::Serialize;

use std::fmt::{self, Display};

use crate::view::inline::{Link, TraceLink};

/// How a figure was calculated, formatted.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TraceView {
    /// Anchor on the page.
    pub id: String,
    /// Id of the figure.
    pub figure: String,
    /// Name of the indicator and of the scope, such as 到位资金 · 县交通局.
    pub title: String,
    /// The value as printed, with its unit.
    pub text: String,
    /// Whether a contributor is demo.
    pub demo: bool,
    /// One sentence: what is counted.
    pub definition: String,
    /// Where it stands, such as 附件2 三（二）, with a link to the definitions page.
    pub clause: Link,
    /// The period and the cut-offs in force.
    pub period: String,
    /// The steps with the numbers put in, such as 3.20÷5.00=64.00%.
    pub steps: Vec<String>,
    /// The rows that a sum is made of, each leading to its own trace on the same page.
    pub rows: Vec<Link>,
    /// The records that count; those of a sum are listed with its rows.
    pub records: Vec<TraceRecord>,
    /// The records that do not count, with the reason.
    pub left_out: Vec<TraceRecord>,
    /// Whether the trace says only that no record counts.
    pub quiet: bool,
    /// Number of further records on the full trace page.
    pub more: usize,
    /// The link to the full trace; empty if there is nothing more to show.
    pub full: TraceLink,
}

/// A record that enters a figure, or is left out of it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TraceRecord {
    /// Name of the record, linked to its page.
    pub record: Link,
    /// Place in the data; empty if the audience may not see it.
    pub place: RecordPlace,
    /// Date or month of the fact.
    pub when: String,
    /// Amount as recorded.
    pub amount: String,
    /// Share that counts, such as 80%; empty for the whole.
    pub share: String,
    /// Amount that counts; empty when left out.
    pub counted: String,
    /// Evidence, or the reason why it was left out.
    pub note: String,
}

/// A place in the data, such as projects/2023/ws-2023-017.yaml 到位资金 第2项.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct RecordPlace {
    /// Path of the file inside the book's folder; empty for no place.
    pub file: String,
    /// The route in the file; empty for the whole file.
    pub route: String,
}

impl Display for RecordPlace {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let space = if self.route.is_empty() { "" } else { " " };
        write!(out, "{}{space}{}", self.file, self.route)
    }
}

/// What a fact of a record contributes.
#[derive(Clone, Debug, Serialize)]
pub struct EvidenceView {
    /// Name of the indicator.
    pub indicator: String,
    /// Name of the record.
    pub record: String,
    /// Place in the data.
    pub place: RecordPlace,
    /// Date or month of the fact.
    pub when: String,
    /// Amount as recorded.
    pub amount: String,
    /// Why it does not count; empty if it does.
    pub reason: String,
    /// The figures it enters, with the amount that counts in each.
    pub figures: Vec<(String, String)>,
}
