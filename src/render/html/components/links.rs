//! A list of links.

use crate::render::html::components::text::anchor::anchor;
use crate::render::html::link::Way;
use crate::render::html::markup::Markup;
use crate::view::inline::Link;

/// Writes links that stand in one line as long as it reaches.
pub(crate) fn links(links: &[Link], way: Way, out: &mut Markup) {
    out.push("<ul class=\"links\">");
    for link in links {
        out.push("<li>");
        anchor(link, way, out);
    }
    out.push("</ul>");
}
