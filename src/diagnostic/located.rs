//! A finding with path, line, column and source text: ready to be shown.

use std::sync::Arc;

use crate::diagnostic::Severity;
use crate::model::written::Span;

/// A finding, ready to be shown.
#[derive(Clone, Debug)]
pub struct Located {
    /// Stable kebab-case code.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, and why.
    pub message: String,
    /// What to do; empty for none.
    pub help: String,
    /// Where, first the fault itself.
    pub places: Vec<LocatedPlace>,
    /// What it is about; empty for nothing in particular.
    pub subject: String,
}

/// A place, ready to be shown.
#[derive(Clone, Debug)]
pub struct LocatedPlace {
    /// Path as shown.
    pub path: String,
    /// What is said about it.
    pub label: String,
    /// Where in the file; none for the file as a whole.
    pub position: Option<Position>,
}

/// A range in a file's text.
#[derive(Clone, Debug)]
pub struct Position {
    /// Text of the file.
    pub source: Arc<str>,
    /// Range of bytes, on character boundaries.
    pub span: Span,
    /// First line, from 1.
    pub line: usize,
    /// First column in characters, from 1.
    pub column: usize,
    /// Last line, from 1.
    pub end_line: usize,
    /// Column after the last character, from 1.
    pub end_column: usize,
}

impl Position {
    /// The position of a span; a span that does not fit the text is fitted to it.
    pub fn new(source: Arc<str>, span: Span) -> Position {
        let start = floor(&source, span.start as usize);
        let end = floor(&source, (span.end as usize).max(start));
        let (line, column) = line_column(&source, start);
        let (end_line, end_column) = line_column(&source, end);
        let span = Span { start: start as u32, end: end as u32 };
        Position { source, span, line, column, end_line, end_column }
    }
}

impl Located {
    /// Path, line and column of the fault itself, for sorting.
    pub fn order(&self) -> (&str, usize, usize) {
        let Some(first) = self.places.first() else {
            return ("", 0, 0);
        };
        let at = first.position.as_ref();
        (&first.path, at.map_or(0, |at| at.line), at.map_or(0, |at| at.column))
    }
}

/// The last character boundary up to an offset.
fn floor(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    (line, before[line_start..].chars().count() + 1)
}
