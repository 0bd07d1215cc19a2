//! Sections: the paper, its margins, and the numbers at its feet.

use crate::render::docx::measures::{HEIGHT, PITCH, SMALL, WIDTH, mm};
use crate::render::docx::paragraph::Paragraph;
use crate::render::docx::styles::style::Style;
use crate::render::docx::xml::{Element, LINKS, WORDS};
use crate::view::document::{Annex, Document, Form, PaperBlock};

/// How the paper of a section lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    Upright,
    Turned,
}

impl Turn {
    /// An annex with a wide table lies.
    pub(super) fn of(annex: &Annex) -> Turn {
        let is_wide = |block: &PaperBlock| matches!(block, PaperBlock::Table { table, .. } if table.wide);
        if annex.blocks.iter().any(is_wide) { Turn::Turned } else { Turn::Upright }
    }
}

/// The feet of pages, each a part of the document: its name, and of which pages it is.
pub(super) const FEET: [(&str, &str); 3] =
    [("footer1.xml", "default"), ("footer2.xml", "even"), ("footer3.xml", "first")];

/// The section that the document ends with.
pub(super) fn last(document: &Document) -> Element {
    section(Turn::Upright, document)
}

/// A paragraph without height that ends a section.
pub(super) fn break_after(turn: Turn, document: &Document) -> Element {
    Paragraph::new(Style::Break).ends(section(turn, document)).element()
}

/// The properties of a section.
fn section(turn: Turn, document: &Document) -> Element {
    let feet = FEET.iter().enumerate().map(|(at, (_, pages))| {
        let foot = Element::new("w:footerReference").with("w:type", pages);
        foot.with("r:id", foot_id(at))
    });
    let size = Element::new("w:pgSz");
    let (size, margins) = match turn {
        Turn::Upright => (
            size.with("w:w", WIDTH).with("w:h", HEIGHT),
            // Odd pages are bound at the left, even ones at the right.
            margins([37.0, 26.0, 35.0, 28.0]),
        ),
        Turn::Turned => (
            size.with("w:w", HEIGHT).with("w:h", WIDTH).with("w:orient", "landscape"),
            margins([28.0, 35.0, 26.0, 37.0]),
        ),
    };
    let is_letter = document.form == Form::Letter && turn == Turn::Upright;
    let grid =
        Element::new("w:docGrid").with("w:type", "lines").with("w:linePitch", PITCH);
    Element::new("w:sectPr")
        .children(feet)
        .child(Element::value("w:type", "nextPage"))
        .child(size)
        .child(margins)
        .children(is_letter.then(|| Element::new("w:titlePg")))
        .child(grid)
}

/// The margins above, right, below and left, and where the numbers of pages stand: 7 mm below the text.
fn margins([top, right, bottom, left]: [f64; 4]) -> Element {
    let foot = mm(bottom - 7.0) - SMALL * 20;
    Element::new("w:pgMar")
        .with("w:top", mm(top))
        .with("w:right", mm(right))
        .with("w:bottom", mm(bottom))
        .with("w:left", mm(left))
        .with("w:header", mm(15.0))
        .with("w:footer", foot)
        .with("w:gutter", 0)
}

/// The name by which a section calls a foot.
pub(super) fn foot_id(at: usize) -> String {
    format!("foot{}", at + 1)
}

/// The foot of odd pages, of even ones, or of the first page of a letter.
pub(super) fn foot(pages: &str) -> Element {
    let number = Paragraph::new(Style::PageNumber);
    let number = match pages {
        // One character in from the outer edge.
        "default" => number.side("right").text("— ").page_number().text(" —　"),
        "even" => number.side("left").text("　— ").page_number().text(" —"),
        _ => Paragraph::new(Style::LetterFoot),
    };
    Element::new("w:ftr")
        .with("xmlns:w", WORDS)
        .with("xmlns:r", LINKS)
        .child(number.element())
}
