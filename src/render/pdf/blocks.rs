//! The blocks of a document as the data that the templates read.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::render::fitting::columns::Room;
use crate::render::pdf::lines::Widths;
use crate::render::pdf::words::{clean, clean_open};
use crate::theme::fonts::Fonts;
use crate::view::chart::Chart;
use crate::view::document::PaperBlock;
use crate::view::inline::Inline;

/// Turns blocks into data.
pub(super) struct Blocks<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) widths: &'a Widths,
    /// Chart id → path of its drawing among the files of the document.
    pub(super) drawings: &'a BTreeMap<&'a str, String>,
}

impl Blocks<'_> {
    /// Blocks below a heading of some level (0: none), inside a text block of some size.
    pub(super) fn list(
        &self,
        blocks: &[PaperBlock],
        below: u8,
        room: Room,
    ) -> Vec<Value> {
        blocks.iter().flat_map(|block| self.block(block, below, room)).collect()
    }

    /// A block; a table that is too wide for the page is several.
    fn block(&self, block: &PaperBlock, below: u8, room: Room) -> Vec<Value> {
        let value = match block {
            PaperBlock::Heading { level, text } => {
                json!({"kind": "heading", "level": below + level, "style": level,
                    "text": self.open(text)})
            }
            PaperBlock::Paragraph { inlines } => {
                json!({"kind": "paragraph", "runs": self.runs(inlines)})
            }
            PaperBlock::List { first, items } => {
                let items: Vec<Value> =
                    items.iter().map(|item| json!(self.runs(item))).collect();
                json!({"kind": "list", "first": first, "items": items})
            }
            PaperBlock::Chart { chart, caption } => self.chart(chart, caption),
            PaperBlock::Table { table, caption, continued } => {
                return self.table(table, [caption, continued], room);
            }
        };
        vec![value]
    }

    pub(super) fn text(&self, text: &str) -> String {
        clean(text, self.fonts)
    }

    /// A cleaned text whose long words may be broken.
    pub(super) fn open(&self, text: &str) -> String {
        clean_open(text, self.fonts)
    }

    /// A cleaned text, or other words where nothing of it can be seen.
    pub(super) fn text_or(&self, text: &str, otherwise: &str) -> String {
        let text = self.text(text);
        if text.trim().is_empty() { otherwise.to_owned() } else { text }
    }

    pub(super) fn runs(&self, inlines: &[Inline]) -> Vec<Value> {
        let style = |inline: &Inline| match inline {
            Inline::Strong { .. }
            | Inline::StrongNumber { .. }
            | Inline::StrongLink { .. } => "strong",
            Inline::Emphasis { .. } => "emphasis",
            Inline::Text { .. } | Inline::Number { .. } | Inline::Link { .. } => "text",
        };
        inlines
            .iter()
            .map(|inline| json!([style(inline), self.open(inline.plain())]))
            .collect()
    }

    fn chart(&self, chart: &Chart, caption: &str) -> Value {
        // An image without words for those who cannot see it must not be printed.
        let alt = self.text_or(&chart.description, &self.text(caption));
        json!({"kind": "chart", "path": self.drawings.get(chart.id.as_str()),
            "title": self.text(&chart.title), "subtitle": self.text(&chart.subtitle),
            "caption": self.open(caption), "alt": alt})
    }
}
