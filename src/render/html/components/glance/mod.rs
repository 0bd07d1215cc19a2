//! What answers at a glance: cards with their bars, and the first screen of an edition.

mod bar;
pub(crate) mod cards;
mod strip;

use std::collections::BTreeMap;

use crate::render::html::components::chart::chart;
use crate::render::html::components::facts::facts;
use crate::render::html::components::glance::cards::cards;
use crate::render::html::components::text::pieces::pieces;
use crate::render::html::markup::Markup;
use crate::render::html::ways::Ways;
use crate::render::svg::Svg;
use crate::view::first_screen::FirstScreen;

/// Writes the first screen without its headline, which stands in the head of the page.
pub(crate) fn first_screen(
    screen: &FirstScreen,
    (ways, drawings): (&mut Ways, &BTreeMap<String, Svg>),
    out: &mut Markup,
) {
    out.push("<section class=\"glance\" aria-label=\"要点\">");
    for sentence in &screen.sentences {
        out.push("<p class=\"lead\">");
        pieces(sentence, ways, out);
        out.push("。</p>");
    }
    if !screen.notes.is_empty() {
        facts(&screen.notes, ways, out);
    }
    out.push("\n");
    cards(&screen.cards, screen.strip.as_ref(), ways, out);
    out.push("\n");
    beside(screen, (ways, drawings), out);
    out.push("</section>");
}

/// Who owes what, with what leaders should look at beside it.
fn beside(
    screen: &FirstScreen,
    (ways, drawings): (&mut Ways, &BTreeMap<String, Svg>),
    out: &mut Markup,
) {
    if screen.attention.is_empty() && screen.chart.is_none() {
        return;
    }
    let is_alone = screen.chart.is_none() || screen.attention.is_empty();
    out.push(if is_alone { "<div class=\"two alone\">" } else { "<div class=\"two\">" });
    if !screen.attention.is_empty() {
        out.push("<div class=\"attention\"><h2>请领导关注</h2>\n<ol>");
        for line in &screen.attention {
            out.push("<li>");
            pieces(line, ways, out);
            out.push("。");
        }
        out.push("</ol></div>\n");
    }
    if let Some(one) = &screen.chart {
        chart(one, drawings, out);
    }
    out.push("</div>");
}
