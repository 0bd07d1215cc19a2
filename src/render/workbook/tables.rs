//! The tables of documents, as they print them, as the sheets of a workbook.

use std::collections::BTreeSet;

use crate::view::document::{Document, PaperBlock};
use crate::view::inline::Inline;
use crate::view::table::{Cell, Column, Row, Table};
use crate::view::workbook::{
    Content, SheetCell, SheetColumn, SheetNumber, SheetRow, Workbook, Worksheet,
};

/// Widths of columns, in characters; what is longer is broken into lines.
const NARROWEST: usize = 8;
const WIDEST: usize = 36;
/// What stands beside a text in its cell.
const MARGIN: usize = 2;

/// Returns all tables of an edition's documents, each once, by their ids.
pub fn tables<'a>(documents: impl IntoIterator<Item = &'a Document>) -> Workbook {
    let mut workbook = Workbook::default();
    let mut taken = BTreeSet::new();
    for document in documents {
        if workbook.title.is_empty() {
            workbook.title.clone_from(&document.heading);
        }
        for (annex, table) in printed_tables(document) {
            if table.id.is_empty() || taken.insert(table.id.clone()) {
                workbook.sheets.push(sheet(document, table, annex));
            }
        }
    }
    workbook
}

/// The tables of the body and of the annexes, with the titles of these.
fn printed_tables(document: &Document) -> impl Iterator<Item = (&str, &Table)> {
    let annexed = document.annexes.iter().flat_map(|annex| {
        annex.blocks.iter().map(move |block| (annex.title.as_str(), block))
    });
    let body = document.blocks.iter().map(|block| ("", block));
    body.chain(annexed).filter_map(|(annex, block)| match block {
        PaperBlock::Table { table, .. } => Some((annex, table)),
        _ => None,
    })
}

fn sheet(document: &Document, table: &Table, annex: &str) -> Worksheet {
    let title = if table.title.is_empty() { annex } else { &table.title };
    let mut lines = vec![document.heading.clone()];
    lines.extend((!document.status.is_empty()).then(|| document.status.clone()));
    if !table.unit.is_empty() {
        lines.push(format!("单位：{}", table.unit));
    }
    let rows: Vec<SheetRow> =
        table.rows.iter().map(|row| self::row(row, &table.columns)).collect();
    let columns = table.columns.iter().enumerate();
    Worksheet {
        name: title.to_owned(),
        title: title.to_owned(),
        lines,
        columns: columns.map(|(at, column)| self::column(column, at, &rows)).collect(),
        rows,
        notes: table.notes.clone(),
    }
}

/// A column as wide as its longest text, and its head in two lines.
fn column(column: &Column, at: usize, rows: &[SheetRow]) -> SheetColumn {
    let texts = rows.iter().map(|row| row.cells.get(at).map_or(0, cell_width));
    let longest = texts.chain([width(&column.head).div_ceil(2)]).max().unwrap_or(0);
    let width = (longest + MARGIN).clamp(NARROWEST, WIDEST);
    SheetColumn {
        group: column.group.clone(),
        head: column.head.clone(),
        width: u8::try_from(width).unwrap_or(u8::MAX),
        ..SheetColumn::default()
    }
}

fn cell_width(cell: &SheetCell) -> usize {
    match &cell.content {
        Content::Text(text) => width(text),
        Content::Number(number) => number.digits.len() + width(&number.suffix),
        _ => 0,
    }
}

/// Returns how wide a text is, in characters that are not Chinese.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

fn row(row: &Row, columns: &[Column]) -> SheetRow {
    let cells = row.cells.iter().zip(columns).map(|(own, column)| cell(own, column));
    SheetRow { kind: row.kind, cells: cells.collect() }
}

/// A cell: a number where it is nothing but one, else its words.
fn cell(cell: &Cell, column: &Column) -> SheetCell {
    let number = match cell.inlines.as_slice() {
        _ if !cell.mark.word.is_empty() => None,
        [Inline::Number { number } | Inline::StrongNumber { number }] => {
            SheetNumber::printed(&number.text)
        }
        [Inline::Text { text }] if column.numeric => SheetNumber::of(text, ""),
        _ => None,
    };
    let content = match (number, words(cell)) {
        (Some(number), _) => Content::Number(number),
        (None, words) if words.is_empty() => Content::Blank,
        (None, words) => Content::Text(words),
    };
    SheetCell::given(content)
}

fn words(cell: &Cell) -> String {
    let own = Inline::words(&cell.inlines);
    match cell.mark.word.as_str() {
        "" => own,
        mark if own.is_empty() => mark.to_owned(),
        mark => format!("{mark} {own}"),
    }
}
