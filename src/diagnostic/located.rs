//! A finding with path, line, column and source text, ready to be shown.

use std::sync::Arc;

use crate::diagnostic::severity::Severity;
use crate::model::dictionary::written::Span;

/// A finding, ready to be shown.
#[derive(Clone, Debug)]
pub struct Located {
    /// Stable kebab-case code.
    pub code: &'static str,
    /// Severity.
    pub severity: Severity,
    /// What is wrong, and why.
    pub message: String,
    /// What to do; empty for none.
    pub help: String,
    /// Places; the first is the fault itself.
    pub places: Vec<LocatedPlace>,
    /// What it is about; empty for nothing in particular.
    pub subject: String,
    /// All that it is about, where that is more than its subject.
    pub subjects: Vec<String>,
}

/// A place, ready to be shown.
#[derive(Clone, Debug)]
pub struct LocatedPlace {
    /// Path as shown.
    pub path: String,
    /// Label.
    pub label: String,
    /// Position in the file; `None` for the file as a whole.
    pub position: Option<Position>,
}

/// A line that is longer, in bytes, is shown in part, so that a finding stays short.
const LONG_LINE: usize = 1000;
/// A file that is larger, in bytes, is not kept for each finding in it.
const LARGE_FILE: usize = 1 << 20;
/// How much of a long line is shown on each side of a place.
const AROUND: usize = 200;

/// A range in a file's text.
#[derive(Clone, Debug)]
pub struct Position {
    /// Text of the file, or an excerpt of it.
    pub source: Arc<str>,
    /// Range of bytes of that, on character boundaries.
    pub span: Span,
    /// Whether the text begins inside a line, so that columns in it are not those of the file.
    pub is_cut: bool,
    /// First line, from 1.
    pub line: usize,
    /// First column in characters, from 1.
    pub column: usize,
    /// Last line, from 1.
    pub end_line: usize,
    /// Column after the last character, from 1.
    pub end_column: usize,
}

/// What is shown of a text, and a span in it.
struct Excerpt {
    source: Arc<str>,
    start: usize,
    end: usize,
    is_cut: bool,
}

/// A file's text with the offsets at which its lines start.
#[derive(Clone, Debug)]
pub struct Text {
    source: Arc<str>,
    starts: Vec<usize>,
}

impl Text {
    /// A text.
    pub fn new(source: &str) -> Text {
        let breaks = source.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        Text { source: Arc::from(source), starts }
    }

    /// Returns the text.
    pub fn as_str(&self) -> &str {
        &self.source
    }

    /// Returns the position of a span; a span that exceeds the text is cut.
    pub fn position(&self, span: Span) -> Position {
        let start = floor(&self.source, span.start as usize);
        let end = floor(&self.source, (span.end as usize).max(start));
        let (line, column) = self.line_column(start);
        let (end_line, end_column) = self.line_column(end);
        let Excerpt { source, start, end, is_cut } =
            self.excerpt(start, end, line).unwrap_or_else(|| Excerpt {
                source: self.source.clone(),
                start,
                end,
                is_cut: false,
            });
        let span = Span { start: start as u32, end: end as u32 };
        Position { source, span, is_cut, line, column, end_line, end_column }
    }

    /// A part of a line around the start of a span, with the span in it; `None` where the file
    /// and the line are small enough to be shown as they are.
    fn excerpt(&self, start: usize, end: usize, line: usize) -> Option<Excerpt> {
        let text = &self.source;
        let (first, next) = (self.starts[line - 1], self.starts.get(line));
        let last = next.map_or(text.len(), |next| next - 1);
        if last - first <= LONG_LINE && text.len() <= LARGE_FILE {
            return None;
        }
        let from = floor(text, first.max(start.saturating_sub(AROUND)));
        let stop = floor(text, last.min(end).min(start + AROUND));
        let to = floor(text, last.min(stop + AROUND));
        let cut = |is_cut: bool| if is_cut { "…" } else { "" };
        let (before, after) = (cut(from > first), cut(to < last));
        let shift = |at: usize| at - from + before.len();
        let excerpt = format!("{before}{}{after}", &text[from..to]);
        let (source, is_cut) = (Arc::from(excerpt), from > first);
        Some(Excerpt { source, start: shift(start), end: shift(stop), is_cut })
    }

    fn line_column(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        (line, self.source[start..offset].chars().count() + 1)
    }
}

impl Located {
    /// Returns path, line and column of the fault itself, for sorting.
    pub fn order(&self) -> (&str, usize, usize) {
        let Some(first) = self.places.first() else {
            return ("", 0, 0);
        };
        let at = first.position.as_ref();
        (&first.path, at.map_or(0, |at| at.line), at.map_or(0, |at| at.column))
    }
}

/// Returns the last character boundary up to an offset.
fn floor(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
