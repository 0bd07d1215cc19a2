//! Everything of some kinds as links, for those who search without a script.

use crate::render::html::components::text::anchor::anchor;
use crate::render::html::link::Way;
use crate::render::html::markup::Markup;
use crate::view::search::EntryList;

/// Writes the links of one kind below its name.
pub(crate) fn index(list: &EntryList, way: Way, out: &mut Markup) {
    out.push("<h2>").push(list.kind).push("</h2>\n<ul class=\"index\">");
    for link in &list.links {
        out.push("<li>");
        anchor(link, way, out);
        out.push("</li>");
    }
    out.push("</ul>\n");
}
