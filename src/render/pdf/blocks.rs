//! The blocks of a document as the data that the templates read.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::render::pdf::columns::{measure, plain};
use crate::render::pdf::headings::Numbering;
use crate::render::pdf::words::clean;
use crate::report::chart::Chart;
use crate::report::page::{Block, Card, Fact, Inline, Link, Mark};
use crate::report::table::{Cell, Column, Row, RowKind, Table};
use crate::theme::fonts::Fonts;

/// Width of the text block in points, upright and turned.
pub(super) const UPRIGHT: f64 = 156.0 * 72.0 / 25.4;
pub(super) const TURNED: f64 = 225.0 * 72.0 / 25.4;

/// Turns blocks into data; counts tables and charts through the whole document.
pub(super) struct Blocks<'a> {
    pub(super) fonts: &'a Fonts,
    /// Chart id → path of its drawing among the files of the document.
    pub(super) drawings: &'a BTreeMap<&'a str, String>,
    tables: usize,
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
            out.push(match block {
                Block::Heading { level, text, .. } => {
                    let heading = numbering.next(*level, text);
                    json!({"kind": "heading", "level": heading.level, "style": heading.style,
                        "text": self.text(&heading.text)})
                }
                Block::Paragraph { inlines } => {
                    json!({"kind": "paragraph", "runs": self.runs(inlines)})
                }
                Block::List { ordered, items } => self.items(*ordered, items.iter()),
                Block::Table { table } => self.table(table, width, above),
                Block::Chart { chart } => self.chart(chart),
                Block::Cards { cards } => self.table(&table_of_cards(cards), width, above),
                Block::Facts { rows } => self.table(&table_of_facts(rows), width, above),
                Block::Links { links } => {
                    let items: Vec<Vec<Inline>> = links.iter().map(link_item).collect();
                    self.items(false, items.iter())
                }
            });
        }
        out
    }

    fn runs(&self, inlines: &[Inline]) -> Vec<Value> {
        let style = |inline: &Inline| match inline {
            Inline::Strong { .. } => "strong",
            Inline::Emphasis { .. } => "emphasis",
            Inline::Text { .. } | Inline::Number { .. } | Inline::Link { .. } => "text",
        };
        inlines
            .iter()
            .map(|inline| json!([style(inline), self.text(plain(inline))]))
            .collect()
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
        let caption =
            if chart.caption.is_empty() { &chart.title } else { &chart.caption };
        let alt =
            if chart.description.is_empty() { &chart.title } else { &chart.description };
        self.charts += 1;
        json!({"kind": "chart", "path": self.drawings.get(chart.id.as_str()),
            "title": self.text(&format!("图{} {caption}", self.charts)),
            "alt": self.text(alt)})
    }

    fn table(&mut self, table: &Table, width: f64, above: &str) -> Value {
        let measures = measure(table, width);
        let columns: Vec<Value> = (0..table.columns.len())
            .map(|at| {
                let divided =
                    at > 0 && table.columns[at - 1].group != table.columns[at].group;
                json!({"width": measures.widths[at], "side": measures.sides[at],
                    "divided": divided})
            })
            .collect();
        let rows: Vec<Value> =
            table.rows.iter().map(|row| self.row(row, table.columns.len())).collect();
        let notes: Vec<String> = table.notes.iter().map(|note| self.text(note)).collect();
        json!({"kind": "table", "title": self.table_title(table, above),
            "unit": self.text(&unit_of(table)), "size": measures.size,
            "inset": measures.inset, "columns": columns, "heads": self.heads(&table.columns),
            "rows": rows, "notes": notes})
    }

    fn table_title(&mut self, table: &Table, above: &str) -> String {
        if table.title.is_empty() || table.title == above {
            return String::new();
        }
        self.tables += 1;
        let unit = match unit_of(table) {
            unit if unit.is_empty() => unit,
            unit => format!("（{unit}）"),
        };
        self.text(&format!("表{} {}{unit}", self.tables, table.title))
    }

    fn heads(&self, columns: &[Column]) -> Vec<Vec<Value>> {
        if columns.iter().all(|column| column.head.is_empty()) {
            return Vec::new();
        }
        let head = |text: &str, span: usize, rows: usize| json!({"text": self.text(text), "span": span, "rows": rows});
        if columns.iter().all(|column| column.group.is_empty()) {
            return vec![columns.iter().map(|column| head(&column.head, 1, 1)).collect()];
        }
        let mut upper = Vec::new();
        for group in columns.chunk_by(|left, right| left.group == right.group) {
            match group[0].group.as_str() {
                "" => upper.extend(group.iter().map(|column| head(&column.head, 1, 2))),
                name => upper.push(head(name, group.len(), 1)),
            }
        }
        let grouped = columns.iter().filter(|column| !column.group.is_empty());
        vec![upper, grouped.map(|column| head(&column.head, 1, 1)).collect()]
    }

    fn row(&self, row: &Row, columns: usize) -> Value {
        let kind = match row.kind {
            RowKind::Body => "body",
            RowKind::Subtotal => "subtotal",
            RowKind::Total => "total",
        };
        // A row with cells missing or left over must not push the next rows aside.
        let empty = Cell::default();
        let cells = (0..columns).map(|at| self.cell(row.cells.get(at).unwrap_or(&empty)));
        json!({"kind": kind, "cells": cells.collect::<Vec<Value>>()})
    }

    fn cell(&self, cell: &Cell) -> Value {
        json!({"runs": self.runs(&cell.inlines), "mark": self.mark(&cell.mark)})
    }

    fn mark(&self, mark: &Mark) -> Value {
        if mark.id.is_empty() {
            return Value::Null;
        }
        json!({"word": self.text(&mark.word), "color": color(&mark.color)})
    }
}

/// A colour that the templates can read; what is none prints grey.
fn color(text: &str) -> &str {
    let digits = text.strip_prefix('#').unwrap_or_default();
    let valid = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if valid { text } else { "#6b7280" }
}

fn table_of_cards(cards: &[Card]) -> Table {
    let rows = cards.iter().map(|card| {
        let mut lines = Vec::new();
        for (at, line) in card.lines.iter().enumerate() {
            if at > 0 {
                lines.push(Inline::text("；"));
            }
            lines.extend(line.iter().cloned());
        }
        let number = Inline::Number { number: card.number.clone() };
        vec![
            Cell::text(&card.label),
            Cell { inlines: vec![number], ..Cell::default() },
            Cell { inlines: lines, ..Cell::default() },
            Cell { mark: card.mark.clone(), ..Cell::default() },
        ]
    });
    let heads = [("指标", false), ("数值", true), ("进度", false), ("状态", false)];
    let mut table = plain_table(&heads, rows.collect());
    if cards.iter().all(|card| card.mark.id.is_empty()) {
        table.columns.pop();
    }
    table
}

fn table_of_facts(facts: &[Fact]) -> Table {
    let row = |fact: &Fact| {
        vec![
            Cell::text(&fact.term),
            Cell { inlines: fact.inlines.clone(), ..Cell::default() },
        ]
    };
    plain_table(&[("", false), ("", false)], facts.iter().map(row).collect())
}

fn plain_table(heads: &[(&str, bool)], rows: Vec<Vec<Cell>>) -> Table {
    let column = |(head, numeric): &(&str, bool)| Column {
        group: String::new(),
        head: (*head).to_owned(),
        numeric: *numeric,
        weight: 1,
    };
    Table {
        id: String::new(),
        title: String::new(),
        unit: String::new(),
        columns: heads.iter().map(column).collect(),
        rows: rows.into_iter().map(|cells| Row { kind: RowKind::Body, cells }).collect(),
        notes: Vec::new(),
        wide: false,
    }
}

fn unit_of(table: &Table) -> String {
    if table.unit.is_empty() { String::new() } else { format!("单位：{}", table.unit) }
}

fn link_item(link: &Link) -> Vec<Inline> {
    vec![Inline::Link { link: link.clone() }]
}
