//! Cutting a sentence into clauses, with the places of their words.

use std::ops::Range;

use crate::claims::typed::Typed;
use crate::model::dictionary::written::Span;

/// Stands behind what the words after it are about.
const COLON: char = '：';

/// A clause: what stands between two commas or stops.
#[derive(Clone, Debug)]
pub(super) struct Clause<'a> {
    typed: &'a Typed<'a>,
    range: Range<usize>,
    /// The words between two colons that it is one of.
    part: Range<usize>,
    /// The words before the colon that it follows directly.
    pub(super) head: &'a str,
}

impl<'a> Clause<'a> {
    /// Returns its words.
    pub(super) fn text(&self) -> &'a str {
        &self.typed.text()[self.range.clone()]
    }

    /// Returns the words that it stands among.
    pub(super) fn sentence(&self) -> &'a str {
        &self.typed.text()[self.part.clone()]
    }

    /// Returns the words that it stands among, up to its own end.
    pub(super) fn so_far(&self) -> &'a str {
        &self.typed.text()[self.part.start..self.range.end]
    }

    /// Returns the indicators that its sentence refers to, in order.
    pub(super) fn indicators(&self) -> impl Iterator<Item = &'a str> {
        let references = self.typed.references.iter();
        let own = references.filter(|(at, _)| self.part.contains(at));
        own.map(|(_, reference)| reference.indicator.as_str())
    }

    /// Returns the words without the numbers that are referred to, and where they begin.
    pub(super) fn quoted(&self) -> (String, Span) {
        let blank = self.text().len() - self.text().trim_start().len();
        let words = self.range.start + blank..self.range.end;
        (self.typed.quoted(&self.range), self.typed.span(&words))
    }
}

/// Returns the clauses of a sentence.
pub(super) fn clauses<'a>(typed: &'a Typed<'a>) -> Vec<Clause<'a>> {
    let mut clauses = Vec::new();
    let mut head = "";
    for part in pieces(typed.text(), 0..typed.text().len(), COLON) {
        let words = &typed.text()[part.clone()];
        for (at, range) in
            pieces(typed.text(), part.clone(), '，').into_iter().enumerate()
        {
            let head = if at == 0 { head } else { "" };
            clauses.push(Clause { typed, range, part: part.clone(), head });
        }
        head = if words.contains('，') { "" } else { words };
    }
    clauses
}

/// Returns the ranges of a part of a text that a mark sets apart.
fn pieces(text: &str, part: Range<usize>, mark: char) -> Vec<Range<usize>> {
    let (mut pieces, mut start) = (Vec::new(), part.start);
    for (at, _) in text[part.clone()].match_indices(mark) {
        pieces.push(start..part.start + at);
        start = part.start + at + mark.len_utf8();
    }
    pieces.push(start..part.end);
    pieces
}
