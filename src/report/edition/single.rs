//! An edition as one file for a chat or a letter: every link works inside it, or is text.

use std::collections::BTreeSet;

use crate::report::edition;
use crate::report::edition::notices::notices;
use crate::report::traces::depth::Depth;
use crate::report::traces::traces_at;
use crate::sheet::Sheet;
use crate::view::first_screen::FirstScreen;
use crate::view::inline::{Inline, Link};
use crate::view::page::{Block, Card, Page, Term};
use crate::view::table::{Cell, Row, Table};
use crate::view::trace::{TraceRecord, TraceView};

/// The edition as one file, with its charts, its tables and all records of its traces.
pub fn single(sheet: &Sheet) -> Page {
    let period = &sheet.figures.period;
    let content = edition::content(sheet);
    let traces = traces_at(sheet, &content, Depth::Rows);
    let anchors: BTreeSet<String> =
        traces.iter().map(|trace| format!("#{}", trace.id)).collect();
    let inside = Inside { anchors };
    Page {
        path: format!("{period}/{period}-single.html"),
        root: String::new(),
        title: edition::title(sheet),
        subtitle: edition::subtitle(sheet),
        crumbs: Vec::new(),
        notices: notices(sheet),
        blocks: content.into_iter().map(|block| inside.block(block)).collect(),
        traces: traces.into_iter().map(|trace| inside.trace(trace)).collect(),
        ..Page::default()
    }
}

/// What stays inside the file: the traces that it holds.
struct Inside {
    anchors: BTreeSet<String>,
}

impl Inside {
    fn block(&self, block: Block) -> Block {
        match block {
            Block::Paragraph { inlines } => Block::Paragraph { inlines: run(inlines) },
            Block::List { first, items } => {
                Block::List { first, items: items.into_iter().map(run).collect() }
            }
            Block::Table { table } => Block::Table { table: in_table(table) },
            Block::Cards { cards } => {
                Block::Cards { cards: cards.into_iter().map(card).collect() }
            }
            Block::FirstScreen { screen } => {
                Block::FirstScreen { screen: Box::new(in_screen(*screen)) }
            }
            Block::Facts { rows } => Block::Facts {
                rows: rows
                    .into_iter()
                    .map(|fact| Term { inlines: run(fact.inlines), ..fact })
                    .collect(),
            },
            Block::Links { links } => {
                Block::Links { links: links.into_iter().map(text).collect() }
            }
            other @ (Block::Heading { .. } | Block::Chart { .. }) => other,
        }
    }

    fn trace(&self, trace: TraceView) -> TraceView {
        let records =
            |records: Vec<TraceRecord>| records.into_iter().map(record).collect();
        let within = |link: Link| {
            if self.anchors.contains(&link.href) { link } else { text(link) }
        };
        TraceView {
            clause: text(trace.clause),
            rows: trace.rows.into_iter().map(within).collect(),
            records: records(trace.records),
            left_out: records(trace.left_out),
            ..trace
        }
    }
}

fn text(link: Link) -> Link {
    Link { href: String::new(), ..link }
}

fn record(record: TraceRecord) -> TraceRecord {
    TraceRecord { record: text(record.record), ..record }
}

fn run(inlines: Vec<Inline>) -> Vec<Inline> {
    let inline = |inline| match inline {
        Inline::Link { link } => Inline::Link { link: text(link) },
        Inline::StrongLink { link } => Inline::StrongLink { link: text(link) },
        other => other,
    };
    inlines.into_iter().map(inline).collect()
}

fn in_screen(screen: FirstScreen) -> FirstScreen {
    let lines = |lines: Vec<Vec<Inline>>| lines.into_iter().map(run).collect();
    let note = |note: Term| Term { inlines: run(note.inlines), ..note };
    FirstScreen {
        sentences: lines(screen.sentences),
        attention: lines(screen.attention),
        notes: screen.notes.into_iter().map(note).collect(),
        cards: screen.cards.into_iter().map(card).collect(),
        // What a lamp says of whom is told by the table; it leads nowhere from here.
        strip: None,
        links: Vec::new(),
        ..screen
    }
}

fn card(card: Card) -> Card {
    Card { lines: card.lines.into_iter().map(run).collect(), ..card }
}

fn in_table(table: Table) -> Table {
    let cell = |cell: Cell| Cell { inlines: run(cell.inlines), ..cell };
    let row = |row: Row| Row { cells: row.cells.into_iter().map(cell).collect(), ..row };
    Table { rows: table.rows.into_iter().map(row).collect(), ..table }
}
