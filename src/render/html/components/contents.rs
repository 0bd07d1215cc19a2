//! The list of a page's contents.

use crate::render::html::components::text::title::title;
use crate::render::html::markup::Markup;
use crate::view::page::Block;

/// Headings of the first level from which a page gets a list of contents.
const CONTENTS_FROM: usize = 3;

/// Writes the list of the first level's headings, where there are enough of them.
pub(crate) fn contents(blocks: &[Block], out: &mut Markup) {
    let entries: Vec<(&str, &str)> = blocks.iter().filter_map(entry).collect();
    if entries.len() < CONTENTS_FROM {
        return;
    }
    out.push("<nav class=\"contents\" aria-label=\"本页目录\"><ol>");
    for (id, text) in entries {
        out.push("<li><a href=\"#").text(id).push("\">");
        title(text, out);
        out.push("</a></li>");
    }
    out.push("</ol></nav>\n");
}

fn entry(block: &Block) -> Option<(&str, &str)> {
    match block {
        Block::Heading { level: 1, id, text } if !id.is_empty() => Some((id, text)),
        _ => None,
    }
}
