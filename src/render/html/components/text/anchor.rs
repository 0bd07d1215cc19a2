//! A link; without a target that may be printed it is plain text.

use crate::render::html::link::{Way, has_web_scheme};
use crate::render::html::markup::Markup;
use crate::view::inline::Link;

/// Writes a link as it stands on a page with this way to the others.
pub(crate) fn anchor(link: &Link, way: Way, out: &mut Markup) {
    let href = way.to(&link.href);
    if href.is_empty() {
        out.text(&link.text);
        return;
    }
    let leaves_the_site = has_web_scheme(&link.href);
    out.push("<a").attribute("href", &href);
    out.push_if(leaves_the_site, " rel=\"noopener noreferrer external\"");
    out.push(">").text(&link.text).push("</a>");
}
