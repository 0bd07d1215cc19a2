//! The annexes of a document: at most two, each of one ranking or one list.

use crate::model::edition::paper::{MOST_ANNEXES, Paper};
use crate::report::edition::narrative::insert_tables;
use crate::report::edition::paper::numbering::Numbering;
use crate::report::tables::{RANKING, UNITS, table_called};
use crate::sheet::Sheet;
use crate::view::document::Annex;
use crate::view::page::Block;
use crate::view::table::Table;
use crate::words::demo;

/// The annexes, each under its label: those that are declared, else how the units stand and how they
/// are ranked.
pub(super) fn annexes(
    sheet: &Sheet,
    paper: &Paper,
    numbering: &mut Numbering,
) -> Vec<Annex> {
    let tables = tables(sheet, paper);
    let count = tables.len();
    let annex = |(at, table): (usize, Table)| {
        let title = demo::unmarked(&table.title).to_owned();
        let table = Table { headed: true, title: title.clone(), ..table };
        let number = if count > 1 { (at + 1).to_string() } else { String::new() };
        let blocks = numbering.blocks(vec![Block::Table { table }]);
        Annex { label: format!("附件{number}"), title, blocks }
    };
    tables.into_iter().enumerate().map(annex).collect()
}

fn tables(sheet: &Sheet, paper: &Paper) -> Vec<Table> {
    let blocks: Vec<Block> = if paper.annexes.is_empty() {
        let both = [UNITS, RANKING].into_iter();
        both.flat_map(|kind| insert_tables(sheet, kind, None)).collect()
    } else {
        let called = paper.annexes.iter().filter_map(|call| {
            Some(insert_tables(sheet, table_called(&call.name)?, call.about.as_deref()))
        });
        called.flatten().collect()
    };
    let table = |block| match block {
        Block::Table { table } => Some(table),
        _ => None,
    };
    blocks.into_iter().filter_map(table).take(MOST_ANNEXES).collect()
}
