//! Sentences of a narrative or of a printed text, with what they refer to and where they are written.

use std::ops::Range;

use crate::claims::number::amount::Amount;
use crate::claims::number::scan::amounts_of;
use crate::model::dictionary::written::Span;
use crate::model::edition::made::{KeyPoint, UnitList};
use crate::model::edition::{Passage, Phrase, Reference};
use crate::model::printed::text::{PrintedText, Sentence};

/// Stands where a reference prints a number, so that the words around it do not join.
pub const REFERENCE: char = '\u{fffc}';
/// What ends a sentence; a semicolon joins the next one to it.
const STOPS: [char; 4] = ['。', '；', '！', '？'];
/// A sentence of more bytes says nothing that is read: its clauses are looked at together.
const LONGEST: usize = 3000;

/// A sentence.
#[derive(Clone, Debug, Default)]
pub struct Typed<'a> {
    /// Its words, with `REFERENCE` for each reference, and without what ends it.
    pub sentence: Sentence,
    /// Which sentence it is.
    pub index: usize,
    /// What it refers to, each with the byte where the words have it.
    pub references: Vec<(usize, &'a Reference)>,
    /// Where its words are written: the byte from which a piece goes on, and the piece's place.
    pieces: Vec<(usize, Span)>,
}

impl<'a> Typed<'a> {
    /// Returns its words.
    pub fn text(&self) -> &str {
        &self.sentence.text
    }

    /// Returns the numbers with a unit that it prints itself.
    pub fn amounts(&self) -> Vec<Amount> {
        amounts_of(self.index, &self.sentence)
    }

    /// Returns where some of its words are written. Those of a printed text have no other place than
    /// the sentence.
    pub fn span(&self, range: &Range<usize>) -> Span {
        let end = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let own = Span { start: end(range.start), end: end(range.end) };
        let piece = self.pieces.partition_point(|(start, _)| *start <= range.start);
        let Some((start, span)) = piece.checked_sub(1).map(|at| self.pieces[at]) else {
            return own;
        };
        span.part(&(range.start - start..range.end - start))
    }

    /// Returns some of its words for a message.
    pub fn quoted(&self, range: &Range<usize>) -> String {
        self.text()[range.clone()].replace(REFERENCE, "…").trim().to_owned()
    }
}

/// Returns the sentences of a printed text.
pub fn of_text(text: &PrintedText) -> Vec<Typed<'static>> {
    let sentences = text.sentences.iter().enumerate();
    let short = sentences.filter(|(_, sentence)| sentence.text.len() <= LONGEST);
    short
        .map(|(index, sentence)| Typed {
            sentence: sentence.clone(),
            index,
            ..Typed::default()
        })
        .collect()
}

/// Returns the sentences of a narrative; its headings, tables and charts have none.
pub fn of_narrative(narrative: &[Passage]) -> Vec<Typed<'_>> {
    let paragraphs = narrative.iter().flat_map(|passage| match passage {
        Passage::Paragraph(phrases) => vec![phrases.as_slice()],
        Passage::List(_, items) => items.iter().map(Vec::as_slice).collect(),
        Passage::Heading(..) | Passage::Table(_) | Passage::Chart(_) => Vec::new(),
    });
    let cut = paragraphs.enumerate().flat_map(|(index, phrases)| cut(index, phrases));
    let short = cut.filter(|typed| typed.text().len() <= LONGEST).enumerate();
    short.map(|(index, typed)| Typed { index, ..typed }).collect()
}

/// Returns the sentences of a comment on a unit, which each of them is about.
pub fn of_comment(unit: &str, comment: &str) -> Vec<Typed<'static>> {
    let sentences = comment.split(STOPS).filter(|text| !text.trim().is_empty());
    let of = |(index, text): (usize, &str)| {
        let text = format!("{unit}{}", text.trim());
        let sentence = Sentence { paragraph: index, text, ..Sentence::default() };
        Typed { sentence, index, ..Typed::default() }
    };
    sentences.enumerate().map(of).filter(|typed| typed.text().len() <= LONGEST).collect()
}

/// What stands for text that the program makes: a sign that no name or number has.
const MADE: &str = "○";

fn cut(paragraph: usize, phrases: &[Phrase]) -> Vec<Typed<'_>> {
    let mut cutter = Cutter { paragraph, typed: Vec::new() };
    cutter.begin(false);
    for phrase in phrases {
        match phrase {
            Phrase::Text(text, span)
            | Phrase::Strong(text, span)
            | Phrase::Emphasis(text, span) => cutter.text(text, *span),
            Phrase::Link(link) => cutter.text(&link.text, link.span),
            Phrase::Reference(reference) => cutter.reference(reference),
            Phrase::Units(UnitList { span, .. })
            | Phrase::KeyPoint(KeyPoint { span, .. }) => {
                cutter.words(MADE, *span);
            }
        }
    }
    cutter.typed.retain(|typed| !typed.text().trim().is_empty());
    cutter.typed
}

/// Cuts the phrases of one paragraph.
struct Cutter<'a> {
    paragraph: usize,
    typed: Vec<Typed<'a>>,
}

impl<'a> Cutter<'a> {
    fn begin(&mut self, continues: bool) {
        let paragraph = self.paragraph;
        let sentence = Sentence { paragraph, continues, ..Sentence::default() };
        self.typed.push(Typed { sentence, ..Typed::default() });
    }

    fn text(&mut self, text: &str, span: Span) {
        let mut start = 0;
        for (at, mark) in text.match_indices(STOPS) {
            self.words(&text[start..at], span.part(&(start..at)));
            start = at + mark.len();
            self.begin(mark == "；");
        }
        self.words(&text[start..], span.part(&(start..text.len())));
    }

    fn words(&mut self, words: &str, span: Span) {
        if let Some(typed) = self.typed.last_mut().filter(|_| !words.is_empty()) {
            typed.pieces.push((typed.sentence.text.len(), span));
            typed.sentence.text.push_str(words);
        }
    }

    fn reference(&mut self, reference: &'a Reference) {
        if let Some(typed) = self.typed.last_mut() {
            let at = typed.sentence.text.len();
            typed.pieces.push((at, reference.span));
            typed.sentence.text.push(REFERENCE);
            typed.references.push((at, reference));
        }
    }
}
