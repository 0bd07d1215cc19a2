//! The pages above a page, and the way to the search.

use crate::render::html::components::text::anchor::anchor;
use crate::render::html::link::Way;
use crate::render::html::markup::Markup;
use crate::view::inline::Link;

/// Writes the way down to a page; `search` is the target of the search, empty on its own page.
pub(crate) fn crumbs(crumbs: &[Link], search: &str, way: Way, out: &mut Markup) {
    if crumbs.is_empty() {
        return;
    }
    out.push("<nav class=\"crumbs\" aria-label=\"当前位置\"><ol>");
    for link in crumbs {
        out.push("<li>");
        anchor(link, way, out);
        out.push("</li>");
    }
    out.push("</ol>");
    if !search.is_empty() {
        out.push("<a class=\"find\"").attribute("href", search).push(">搜索</a>");
    }
    out.push("</nav>\n");
}
