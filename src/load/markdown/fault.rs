//! Faults of narratives.

use crate::model::dictionary::Fault;
use crate::model::dictionary::written::Span;

/// Returns the range between two offsets.
pub(super) fn span(start: usize, end: usize) -> Span {
    Span { start: start as u32, end: end as u32 }
}

/// Makes the fault of what a narrative may not have.
pub(super) fn unsupported(span: Span, what: &str, help: &str) -> Fault {
    let (problem, help) = (format!("通报正文里不能用{what}"), help.to_owned());
    Fault { code: "unsupported-markdown", span, problem, help, other: None }
}
