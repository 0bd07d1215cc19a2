//! The blocks of the body and of annexes.

use crate::render::docx::measures::LEAST;
use crate::render::docx::paragraph::Paragraph;
use crate::render::docx::styles::style::Style;
use crate::render::docx::tables::tables;
use crate::render::docx::xml::Element;
use crate::render::fitting::UPRIGHT;
use crate::render::fitting::columns::Room;
use crate::view::chart::Chart;
use crate::view::document::{Document, PaperBlock};
use crate::view::inline::Inline;

/// Characters of the last words up to which they stand on one page with the signature.
const CLOSING: usize = 12 * 28;

/// The body.
pub(super) fn body(document: &Document) -> Vec<Element> {
    let room = Room { width: UPRIGHT, least: LEAST.0 };
    let last = document.blocks.len().saturating_sub(1);
    let blocks = document.blocks.iter().enumerate();
    blocks.flat_map(|(at, block)| of(block, room, at == last)).collect()
}

/// Some blocks within a room.
pub(super) fn blocks(blocks: &[PaperBlock], room: Room) -> Vec<Element> {
    blocks.iter().flat_map(|block| of(block, room, false)).collect()
}

/// A block; the last words of the body go with what closes it.
fn of(block: &PaperBlock, room: Room, is_last: bool) -> Vec<Element> {
    match block {
        PaperBlock::Heading { level, text } => {
            let style = match level {
                1 => Style::First,
                2 => Style::Second,
                _ => Style::Third,
            };
            vec![Paragraph::of(style, text).element()]
        }
        PaperBlock::Paragraph { inlines } => vec![words(inlines, is_last).element()],
        PaperBlock::List { first, items } => list(*first, items, is_last),
        PaperBlock::Table { table, caption, continued } => {
            tables(table, [caption, continued], room)
        }
        PaperBlock::Chart { chart, caption } => drawn(chart, caption, room),
    }
}

fn words(inlines: &[Inline], is_last: bool) -> Paragraph {
    let is_short = Inline::words(inlines).chars().count() <= CLOSING;
    Paragraph::new(Style::Body).inlines(inlines).with_next(is_last && is_short)
}

/// Items are paragraphs of their own, as official documents have them.
fn list(first: Option<u64>, items: &[Vec<Inline>], is_last: bool) -> Vec<Element> {
    let last = items.len().saturating_sub(1);
    let item = |(at, item): (usize, &Vec<Inline>)| {
        let label = match first {
            Some(first) => format!("{}．", first + at as u64),
            None => "——".to_owned(),
        };
        let mut inlines = vec![Inline::text(label)];
        inlines.extend(item.iter().cloned());
        words(&inlines, is_last && at == last).element()
    };
    items.iter().enumerate().map(item).collect()
}

/// A chart as its numbers, which can be edited.
fn drawn(chart: &Chart, caption: &str, room: Room) -> Vec<Element> {
    let said = [Inline::text(format!("{}。", chart.title))];
    let mut drawn = vec![words(&said, false).element()];
    drawn.extend(tables(&chart.numbers, [caption, caption], room));
    drawn
}
