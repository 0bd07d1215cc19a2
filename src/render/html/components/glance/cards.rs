//! The figures that answer in ten seconds.

use crate::render::html::components::glance::bar::bar;
use crate::render::html::components::glance::strip::strip;
use crate::render::html::components::lamp::{is_set, lamp};
use crate::render::html::components::text::number::large_number;
use crate::render::html::components::text::pieces::pieces;
use crate::render::html::markup::Markup;
use crate::render::html::ways::Ways;
use crate::view::first_screen::LampStrip;
use crate::view::page::Card;

/// Writes cards beside one another, and a strip of lamps after them if there is one.
pub(crate) fn cards(
    cards: &[Card],
    lamps: Option<&LampStrip>,
    ways: &mut Ways,
    out: &mut Markup,
) {
    out.push("<dl class=\"cards\">");
    for one in cards {
        card(one, ways, out);
    }
    lamps.iter().for_each(|one| strip(one, ways, out));
    out.push("</dl>");
}

fn card(card: &Card, ways: &mut Ways, out: &mut Markup) {
    out.push("<div class=\"card\"><dt>").text(&card.label);
    if is_set(&card.mark) {
        out.push(" ");
        lamp(&card.mark, out);
    }
    out.push("</dt>\n<dd class=\"big\">");
    large_number(&card.number, ways, out);
    out.push("</dd>");
    card.bar.iter().for_each(|one| bar(one, out));
    for line in &card.lines {
        out.push("<dd>");
        pieces(line, ways, out);
        out.push("</dd>");
    }
    out.push("</div>");
}
