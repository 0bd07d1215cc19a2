//! The blocks of a document as the data that the templates read.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::render::pdf::headings::Numbering;
use crate::render::pdf::tables::table_of_cards;
use crate::render::pdf::words::clean;
use crate::theme::fonts::Fonts;
use crate::view::chart::Chart;
use crate::view::inline::Inline;
use crate::view::inline::Link;
use crate::view::page::{Block, Term};

/// Width of the text block in points, upright and turned.
pub(super) const UPRIGHT: f64 = 156.0 * 72.0 / 25.4;
pub(super) const TURNED: f64 = 225.0 * 72.0 / 25.4;

/// Turns blocks into data; counts tables and charts through the whole document.
pub(super) struct Blocks<'a> {
    pub(super) fonts: &'a Fonts,
    /// Chart id → path of its drawing among the files of the document.
    pub(super) drawings: &'a BTreeMap<&'a str, String>,
    pub(super) tables: usize,
    charts: usize,
}

impl<'a> Blocks<'a> {
    pub(super) fn new(
        fonts: &'a Fonts,
        drawings: &'a BTreeMap<&'a str, String>,
    ) -> Blocks<'a> {
        Blocks { fonts, drawings, tables: 0, charts: 0 }
    }

    pub(super) fn text(&self, text: &str) -> String {
        clean(text, self.fonts)
    }

    /// Blocks below a heading of some level (0: none), inside a text block of some width;
    /// a table that repeats the title above it goes without its own.
    pub(super) fn list(
        &mut self,
        blocks: &[Block],
        below: u8,
        width: f64,
        above: &str,
    ) -> Vec<Value> {
        let mut numbering = Numbering::below(below);
        let mut out = Vec::with_capacity(blocks.len());
        for block in blocks {
            let one = match block {
                Block::Heading { level, text, .. } => {
                    let heading = numbering.next(*level, text);
                    json!({"kind": "heading", "level": heading.level, "style": heading.style,
                        "text": self.text(&heading.text)})
                }
                Block::Paragraph { inlines } => {
                    json!({"kind": "paragraph", "runs": self.runs(inlines)})
                }
                Block::List { ordered, items } => self.items(*ordered, items.iter()),
                Block::Chart { chart } => self.chart(chart),
                Block::Links { links } => {
                    let items: Vec<Vec<Inline>> = links.iter().map(link_item).collect();
                    self.items(false, items.iter())
                }
                Block::Table { table } => {
                    out.extend(self.table(table, width, above));
                    continue;
                }
                Block::Cards { cards } => {
                    out.extend(self.table(&table_of_cards(cards), width, above));
                    continue;
                }
                Block::Facts { rows } => self.points(rows),
            };
            out.push(one);
        }
        out
    }

    pub(super) fn runs(&self, inlines: &[Inline]) -> Vec<Value> {
        let style = |inline: &Inline| match inline {
            Inline::Strong { .. } => "strong",
            Inline::Emphasis { .. } => "emphasis",
            Inline::Text { .. } | Inline::Number { .. } | Inline::Link { .. } => "text",
        };
        inlines
            .iter()
            .map(|inline| json!([style(inline), self.text(inline.plain())]))
            .collect()
    }

    /// Terms and their meanings: the box of what matters most.
    fn points(&self, facts: &[Term]) -> Value {
        let row = |fact: &Term| json!([self.text(&fact.term), self.runs(&fact.inlines)]);
        json!({"kind": "points", "title": "本期要点",
            "rows": facts.iter().map(row).collect::<Vec<Value>>()})
    }

    fn items<'b>(
        &self,
        ordered: bool,
        items: impl Iterator<Item = &'b Vec<Inline>>,
    ) -> Value {
        let items: Vec<Value> = items.map(|item| json!(self.runs(item))).collect();
        json!({"kind": "list", "ordered": ordered, "items": items})
    }

    fn chart(&mut self, chart: &Chart) -> Value {
        let or_title = |text: &str| {
            let text = if text.is_empty() { &chart.title } else { text };
            self.text(text)
        };
        let alt = or_title(&chart.description);
        let caption = or_title(&chart.caption);
        self.charts += 1;
        json!({"kind": "chart", "path": self.drawings.get(chart.id.as_str()),
            "title": self.text(&chart.title), "subtitle": self.text(&chart.subtitle),
            "caption": format!("图{} {caption}", self.charts),
            // An image without words for those who cannot see it must not be printed.
            "alt": if alt.trim().is_empty() { format!("图{}", self.charts) } else { alt }})
    }
}

fn link_item(link: &Link) -> Vec<Inline> {
    vec![Inline::Link { link: link.clone() }]
}
