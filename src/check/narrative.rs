//! The words of a narrative that its compiler typed, with their places.

use crate::model::dictionary::written::Span;
use crate::model::edition::{Passage, Phrase};

/// Returns each piece of typed text with its place, in order; references are none.
pub(in crate::check) fn typed(
    narrative: &[Passage],
) -> impl Iterator<Item = (&str, Span)> {
    narrative.iter().flat_map(phrases).filter_map(|phrase| match phrase {
        Phrase::Text(text, span)
        | Phrase::Strong(text, span)
        | Phrase::Emphasis(text, span) => Some((text.as_str(), *span)),
        Phrase::Link(..)
        | Phrase::Reference(_)
        | Phrase::Units(_)
        | Phrase::KeyPoint(_) => None,
    })
}

fn phrases(passage: &Passage) -> Vec<&Phrase> {
    match passage {
        Passage::Heading(_, phrases) | Passage::Paragraph(phrases) => {
            phrases.iter().collect()
        }
        Passage::List(_, items) => items.iter().flatten().collect(),
        Passage::Table(_) | Passage::Chart(_) => Vec::new(),
    }
}
