//! Cutting a narrative into clauses, with the places of their words.

use crate::model::dictionary::written::Span;
use crate::model::edition::{Passage, Phrase};

/// What ends a sentence.
const STOPS: [char; 5] = ['。', '；', '！', '？', '：'];

/// A sentence of more bytes says nothing that is read. Each clause knows its whole sentence, so that
/// one without an end would take the square of its length.
const LONGEST: usize = 3000;

/// Stands where a reference prints a number, so that the words around it do not join.
pub(super) const REFERENCE: char = '\u{fffc}';

/// A clause: what stands between two commas or stops.
pub(in crate::check) struct Clause<'a> {
    /// Its words.
    pub(super) text: String,
    /// The indicators that its sentence refers to, in order.
    pub(super) indicators: Vec<&'a str>,
    /// The words of its whole sentence.
    pub(super) sentence: String,
    /// Where its words are written: the byte from which a piece goes on, and the piece's place.
    pieces: Vec<(usize, Span)>,
}

impl Clause<'_> {
    /// Returns the words without the numbers that are referred to, and where they begin.
    pub(super) fn quoted(&self) -> (String, Span) {
        let text = self.text.replace(REFERENCE, "…");
        let span =
            self.pieces.first().map_or(Span { start: 0, end: 0 }, |(_, span)| *span);
        (text.trim().to_owned(), span)
    }

    fn push(&mut self, text: &str, span: Span) {
        self.pieces.push((self.text.len(), span));
        self.text.push_str(text);
    }
}

/// Returns the clauses of a passage.
pub(super) fn clauses(passage: &Passage) -> Vec<Clause<'_>> {
    match passage {
        Passage::Paragraph(phrases) => cut(phrases),
        Passage::List(_, items) => items.iter().flat_map(|item| cut(item)).collect(),
        Passage::Heading(..) | Passage::Table(_) | Passage::Chart(_) => Vec::new(),
    }
}

fn cut(phrases: &[Phrase]) -> Vec<Clause<'_>> {
    let mut cutter = Cutter { clauses: Vec::new(), sentence: 0, open: None };
    for phrase in phrases {
        match phrase {
            Phrase::Text(text, span)
            | Phrase::Strong(text, span)
            | Phrase::Emphasis(text, span) => cutter.text(text, *span),
            Phrase::Link(link) => cutter.text(&link.text, link.span),
            Phrase::Reference(reference) => {
                cutter.open().push(REFERENCE.encode_utf8(&mut [0; 4]), reference.span);
                cutter.open().indicators.push(&reference.indicator);
            }
        }
    }
    cutter.end_sentence();
    cutter.clauses
}

/// Cuts the phrases of one paragraph.
struct Cutter<'a> {
    clauses: Vec<Clause<'a>>,
    /// The first clause of the sentence.
    sentence: usize,
    open: Option<Clause<'a>>,
}

impl<'a> Cutter<'a> {
    fn open(&mut self) -> &mut Clause<'a> {
        let new = || Clause {
            text: String::new(),
            indicators: Vec::new(),
            sentence: String::new(),
            pieces: Vec::new(),
        };
        self.open.get_or_insert_with(new)
    }

    fn text(&mut self, text: &str, span: Span) {
        let mut start = 0;
        for (at, mark) in text.match_indices(|c| c == '，' || STOPS.contains(&c)) {
            self.words(&text[start..at], span.part(&(start..at)));
            start = at + mark.len();
            self.clauses.extend(self.open.take());
            if mark != "，" {
                self.end_sentence();
            }
        }
        self.words(&text[start..], span.part(&(start..text.len())));
    }

    fn words(&mut self, words: &str, span: Span) {
        if !words.trim().is_empty() {
            self.open().push(words, span);
        }
    }

    /// Gives every clause of a sentence the words and indicators of all.
    fn end_sentence(&mut self) {
        self.clauses.extend(self.open.take());
        let lengths =
            self.clauses[self.sentence..].iter().map(|clause| clause.text.len());
        if lengths.sum::<usize>() > LONGEST {
            self.clauses.truncate(self.sentence);
        }
        let sentence = &mut self.clauses[self.sentence..];
        let all: Vec<&str> =
            sentence.iter().flat_map(|clause| clause.indicators.clone()).collect();
        let words: String = sentence.iter().map(|clause| clause.text.as_str()).collect();
        for clause in sentence {
            clause.indicators.clone_from(&all);
            clause.sentence.clone_from(&words);
        }
        self.sentence = self.clauses.len();
    }
}
