//! A list of links, and those that lead through the pages of a long list.

use crate::render::html::components::text::anchor::anchor;
use crate::render::html::link::Way;
use crate::render::html::markup::Markup;
use crate::view::inline::Link;
use crate::view::page::Pager;

/// Writes links that stand in one line as long as it reaches.
pub(crate) fn links(links: &[Link], way: Way, out: &mut Markup) {
    out.push("<ul class=\"links\">");
    for link in links {
        out.push("<li>");
        anchor(link, way, out);
    }
    out.push("</ul>");
}

/// Writes the place of a page among others, with the links to them; `end` tells the one at the foot
/// of the page from that at its head.
pub(crate) fn pager(pager: &Pager, end: &'static str, way: Way, out: &mut Markup) {
    out.push("<nav class=\"pager\" aria-label=\"翻页（").push(end).push("）\"><p>");
    out.text(&pager.place).push("</p>");
    links(&pager.links, way, out);
    out.push("</nav>\n");
}
