//! The bulletin as a Word document: the same document as the PDF, made to be edited and circulated.
//!
//! The same document gives the same bytes: no clock, no numbers that depend on what was written before.

mod blocks;
mod closing;
mod head;
mod measures;
mod package;
mod paragraph;
mod sections;
mod styles;
mod tables;
mod xml;

use anyhow::{Context, Result};

use crate::render::docx::blocks::body;
use crate::render::docx::closing::{annexes, closing, imprint};
use crate::render::docx::head::head;
use crate::render::docx::package::packed;
use crate::render::docx::sections::last;
use crate::render::docx::xml::{Element, WORDS};
use crate::theme::Theme;
use crate::view::document::Document;

/// Writes a document.
pub fn docx(document: &Document, theme: &Theme) -> Result<Vec<u8>> {
    packed(document, main(document), theme).context("写不成 Word 文档")
}

/// The main part: everything that stands on its pages.
fn main(document: &Document) -> Element {
    let mut content = head(document);
    content.extend(body(document));
    content.extend(closing(document));
    content.extend(annexes(document));
    content.extend(imprint(document));
    content.push(last(document));
    let body = Element::new("w:body").children(content);
    Element::new("w:document")
        .with("xmlns:w", WORDS)
        .with("xmlns:r", xml::LINKS)
        .child(body)
}
