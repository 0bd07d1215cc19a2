//! Running text, numbers and marks as the templates print them.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::render::html::link::{Anchor, Way};
use crate::view::inline::{Inline, Mark, Number};

/// Characters of a mark at the end of a title.
const LONGEST_MARK: usize = 8;

/// A piece of running text.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum Piece<'a> {
    Text { text: &'a str },
    Strong { text: &'a str },
    Emphasis { text: &'a str },
    Number { number: Figure<'a> },
    Link { link: Anchor<'a> },
}

impl Piece<'_> {
    /// What is read of it.
    pub(super) fn texts(&self) -> [&str; 2] {
        match self {
            Piece::Text { text } | Piece::Strong { text } | Piece::Emphasis { text } => {
                [text, ""]
            }
            Piece::Number { number } => [number.digits, number.unit],
            Piece::Link { link } => [link.text, ""],
        }
    }
}

/// A number with the way to its trace.
#[derive(Serialize)]
pub(super) struct Figure<'a> {
    figure: &'a str,
    part: &'a str,
    value: &'a str,
    /// The digits, or the whole text where there are none.
    digits: &'a str,
    /// What follows the digits and may stand smaller, such as the unit.
    unit: &'a str,
    /// Way to the trace; empty where there is none.
    href: String,
    /// Anchor that closing the trace returns to; only the first number of a trace has one.
    anchor: String,
}

/// Where the numbers of a page find their traces, and which traces were reached.
pub(super) struct Traces<'a> {
    /// Page that holds the traces: empty for the same page.
    page: String,
    /// Traces that exist; none where they stand on another page.
    present: Option<BTreeSet<&'a str>>,
    opened: BTreeSet<&'a str>,
}

impl<'a> Traces<'a> {
    /// Traces that stand on the page itself.
    pub(super) fn here(traces: impl Iterator<Item = &'a str>) -> Traces<'a> {
        Traces {
            page: String::new(),
            present: Some(traces.collect()),
            opened: BTreeSet::new(),
        }
    }

    /// Traces that stand on another page.
    pub(super) fn on(page: String) -> Traces<'a> {
        Traces { page, present: None, opened: BTreeSet::new() }
    }

    /// Whether some number of the page opens this trace.
    pub(super) fn is_opened(&self, trace: &str) -> bool {
        self.opened.contains(trace)
    }

    /// A number with the way to its trace.
    pub(super) fn number(&mut self, number: &'a Number, way: Way) -> Figure<'a> {
        let trace = number.trace.anchor.as_str();
        let is_here = number.trace.page.is_empty();
        let exists = is_here
            && match &self.present {
                Some(present) => present.contains(trace),
                None => !trace.is_empty() && !self.page.is_empty(),
            };
        let first = exists && self.present.is_some() && self.opened.insert(trace);
        let href = if !is_here {
            way.to(&number.trace.href())
        } else if exists {
            format!("{}#{trace}", self.page)
        } else {
            String::new()
        };
        Figure {
            figure: &number.figure,
            part: &number.part,
            value: &number.value,
            digits: number.text.digits(),
            unit: number.text.unit(),
            href,
            anchor: if first { anchor_of(trace) } else { String::new() },
        }
    }

    /// A run of inlines on a page with this way back to the book's folder.
    pub(super) fn pieces(&mut self, inlines: &'a [Inline], way: Way) -> Vec<Piece<'a>> {
        inlines.iter().map(|inline| self.piece(inline, way)).collect()
    }

    fn piece(&mut self, inline: &'a Inline, way: Way) -> Piece<'a> {
        match inline {
            Inline::Text { text } => Piece::Text { text },
            Inline::Strong { text } => Piece::Strong { text },
            Inline::Emphasis { text } => Piece::Emphasis { text },
            Inline::Number { number } => {
                Piece::Number { number: self.number(number, way) }
            }
            Inline::Link { link } => Piece::Link { link: Anchor::new(link, way) },
        }
    }
}

/// Anchor of the first number that opens a trace.
pub(super) fn anchor_of(trace: &str) -> String {
    format!("n-{trace}")
}

/// A title, and the short words in brackets at its end that no line breaks, such as （演示数据）.
#[derive(Serialize)]
pub(super) struct Title<'a> {
    text: &'a str,
    mark: &'a str,
}

impl<'a> Title<'a> {
    /// Sets apart what is not broken, whoever wrote it.
    pub(super) fn new(title: &'a str) -> Title<'a> {
        let start = title.rfind('（').filter(|_| title.ends_with('）'));
        let (text, mark) = title.split_at(start.unwrap_or(title.len()));
        let is_short = mark.chars().count() <= LONGEST_MARK;
        if is_short { Title { text, mark } } else { Title { text: title, mark: "" } }
    }
}

/// A state as a coloured shape with its word.
#[derive(Serialize)]
pub(super) struct Lamp<'a> {
    id: &'a str,
    word: &'a str,
    color: &'a str,
}

impl<'a> Lamp<'a> {
    /// The mark to print; none where there is no state.
    pub(super) fn new(mark: &'a Mark) -> Option<Lamp<'a>> {
        let is_colour = mark.color.len() == 7
            && mark.color.starts_with('#')
            && mark.color[1..].bytes().all(|byte| byte.is_ascii_hexdigit());
        let color = if is_colour { &mark.color } else { "currentColor" };
        (!mark.id.is_empty()).then_some(Lamp { id: &mark.id, word: &mark.word, color })
    }
}
