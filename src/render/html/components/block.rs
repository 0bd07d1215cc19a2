//! A block of a page.

use crate::render::html::components::chart::chart;
use crate::render::html::components::facts::facts;
use crate::render::html::components::glance::cards::cards;
use crate::render::html::components::glance::first_screen;
use crate::render::html::components::links::links;
use crate::render::html::components::surroundings::Surroundings;
use crate::render::html::components::table::table;
use crate::render::html::components::text::pieces::pieces;
use crate::render::html::components::text::title::title;
use crate::render::html::markup::Markup;
use crate::render::html::ways::Ways;
use crate::view::inline::Inline;
use crate::view::page::Block;

/// Writes a block, whatever it is.
pub(crate) fn block(block: &Block, around: &mut Surroundings, out: &mut Markup) {
    let ways = &mut around.ways;
    match block {
        Block::Heading { level, id, text } => heading(*level, id, text, out),
        Block::Paragraph { inlines } => paragraph(inlines, ways, out),
        Block::List { first, items } => list(*first, items, ways, out),
        Block::Table { table: one } => table(one, around, out),
        Block::Chart { chart: one } => chart(one, around.drawings, out),
        Block::Cards { cards: all } => cards(all, None, ways, out),
        Block::FirstScreen { screen } => {
            first_screen(screen, (ways, around.drawings), out);
        }
        Block::Facts { rows } => facts(rows, ways, out),
        Block::Links { links: all } => links(all, ways.way, out),
    }
    out.push("\n");
}

fn heading(level: u8, id: &str, text: &str, out: &mut Markup) {
    let (start, end) = match level {
        1 => ("<h2", "</h2>"),
        2 => ("<h3", "</h3>"),
        _ => ("<h4", "</h4>"),
    };
    out.push(start).attribute_if_any("id", id).push(">");
    title(text, out);
    out.push(end);
}

fn paragraph(inlines: &[Inline], ways: &mut Ways, out: &mut Markup) {
    out.push("<p>");
    pieces(inlines, ways, out);
    out.push("</p>");
}

fn list(first: Option<u64>, items: &[Vec<Inline>], ways: &mut Ways, out: &mut Markup) {
    match first {
        None => out.push("<ul>"),
        Some(1) => out.push("<ol>"),
        Some(first) => out.push("<ol").attribute("start", &first.to_string()).push(">"),
    };
    for item in items {
        out.push("<li>");
        pieces(item, ways, out);
        out.push("</li>");
    }
    out.push(if first.is_some() { "</ol>" } else { "</ul>" });
}
