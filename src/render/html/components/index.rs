//! Everything of some kinds as links, for those who search without a script.

use crate::render::html::components::text::anchor::anchor;
use crate::render::html::link::Way;
use crate::render::html::markup::Markup;
use crate::view::search::Entry;

/// Writes the entries of one kind below its name; nothing where there are none.
pub(crate) fn index(kind: &'static str, entries: &[Entry], way: Way, out: &mut Markup) {
    let mut own = entries.iter().filter(|entry| entry.kind == kind).peekable();
    if own.peek().is_none() {
        return;
    }
    out.push("<h2>").push(kind).push("</h2>\n<ul class=\"index\">");
    for entry in own {
        out.push("<li>");
        anchor(&entry.link, way, out);
        out.push("</li>");
    }
    out.push("</ul>\n");
}
