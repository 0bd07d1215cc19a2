//! Faults of texts, and the lines in which they are.

use crate::model::dictionary::Fault;
use crate::model::dictionary::written::Span;

/// Returns the lines without line ends, with the offset of their first byte.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut offset = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = offset;
        offset += line.len();
        (start, line.trim_end_matches(['\n', '\r']))
    })
}

/// Makes a fault of a part of a text.
pub(super) fn fault(
    code: &'static str,
    start: usize,
    end: usize,
    problem: impl Into<String>,
    help: &str,
) -> Fault {
    let span = Span { start: start as u32, end: end as u32 };
    Fault { code, span, problem: problem.into(), help: help.to_owned(), other: None }
}
