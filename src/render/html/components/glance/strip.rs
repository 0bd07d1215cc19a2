//! The lamps of units, group by group: each leads to its unit and says who it is.

use crate::render::html::components::lamp::sign_alone;
use crate::render::html::markup::Markup;
use crate::render::html::ways::Ways;
use crate::view::first_screen::{LampStrip, LampUnit};

/// Writes the lamps.
pub(super) fn strip(strip: &LampStrip, ways: &Ways, out: &mut Markup) {
    out.push("<div class=\"card strip\"><dt>").text(&strip.title).push("</dt>");
    for group in &strip.groups {
        out.push("\n<dd class=\"lamps-of\">");
        if !group.name.is_empty() {
            out.push("<span>").text(&group.name).push("</span>");
        }
        out.push("<span class=\"row\">");
        for unit in &group.units {
            lamp(unit, ways, out);
        }
        out.push("</span></dd>");
    }
    out.push("</div>");
}

fn lamp(unit: &LampUnit, ways: &Ways, out: &mut Markup) {
    out.push("<a").attribute("href", &ways.way.to(&unit.link.href));
    out.attribute("title", &unit.link.text);
    out.attribute("aria-label", &unit.link.text).push(">");
    sign_alone(&unit.mark, out);
    out.push("</a>");
}
