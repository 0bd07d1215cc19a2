//! A run of words, numbers and links.

use crate::render::html::components::text::anchor::anchor;
use crate::render::html::components::text::number::number;
use crate::render::html::markup::Markup;
use crate::render::html::ways::Ways;
use crate::view::inline::Inline;

/// Writes a run of inlines.
pub(crate) fn pieces(inlines: &[Inline], ways: &mut Ways, out: &mut Markup) {
    for inline in inlines {
        piece(inline, ways, out);
    }
}

/// Writes one inline.
pub(crate) fn piece(inline: &Inline, ways: &mut Ways, out: &mut Markup) {
    match inline {
        Inline::Text { text } => {
            out.text(text);
        }
        Inline::Strong { text } => {
            out.push("<strong>").text(text).push("</strong>");
        }
        Inline::Emphasis { text } => {
            out.push("<em>").text(text).push("</em>");
        }
        Inline::Number { number: one } => number(one, ways, out),
        Inline::StrongNumber { number: one } => {
            out.push("<strong>");
            number(one, ways, out);
            out.push("</strong>");
        }
        Inline::Link { link } => anchor(link, ways.way, out),
        Inline::StrongLink { link } => {
            out.push("<strong>");
            anchor(link, ways.way, out);
            out.push("</strong>");
        }
    }
}

/// Writes a run of inlines as words alone.
pub(crate) fn words(inlines: &[Inline], out: &mut Markup) {
    for inline in inlines {
        out.text(inline.plain());
    }
}
