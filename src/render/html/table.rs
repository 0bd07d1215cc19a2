//! Tables as the templates print them: merged heads, the column of names, small charts.

use serde::Serialize;

use crate::render::html::inline::{Lamp, Piece, Title, Traces};
use crate::render::html::link::Way;
use crate::view::spark::Spark;
use crate::view::table::{Cell, Column, Row, RowKind, Table};

/// Most columns that surely fit a desk screen without a scrolled box.
const FITTING_COLUMNS: usize = 9;

/// Most columns of a table that is no wider than its words ask for.
const FEW_COLUMNS: usize = 5;

/// Most rows that a table shows without a box that scrolls upwards too.
const SHOWN_ROWS: usize = 40;

/// Most characters of a part of a head that is not broken.
const KEPT_HEAD: usize = 6;

/// Widest text that a cell keeps on one line, in halves of a Han character.
const KEPT: usize = 18;

/// The same for the names of rows, which stay in sight and must leave room on a phone.
const KEPT_NAME: usize = 14;

/// A table as the templates print it.
#[derive(Serialize)]
pub(super) struct Grid<'a> {
    id: &'a str,
    title: &'a str,
    caption: Title<'a>,
    /// Whether the heading above shows the title already.
    headed: bool,
    unit: &'a str,
    notes: &'a [String],
    heads: Vec<Vec<Head<'a>>>,
    rows: Vec<Line<'a>>,
    /// Whether it needs no scrolled box on a desk screen.
    fits: bool,
    /// Whether it is narrow enough to stand without filling the width.
    few: bool,
    /// Whether it is too long to be shown as a whole in a scrolled box.
    long: bool,
}

/// A cell of the head.
#[derive(Serialize)]
struct Head<'a> {
    text: &'a str,
    columns: usize,
    rows: usize,
    numeric: bool,
    /// Whether the column below names the rows.
    name: bool,
    /// Whether its words, or what stands in brackets after them, stay on a line each.
    kept: bool,
    /// The column it stands over; none for the head of a group.
    column: Option<usize>,
}

/// A row.
#[derive(Serialize)]
struct Line<'a> {
    kind: RowKind,
    /// How many columns its one cell stands in, for the head of the rows below; 0 for others.
    leads: usize,
    cells: Vec<Field<'a>>,
}

/// A cell of the body.
#[derive(Serialize)]
struct Field<'a> {
    anchor: &'a str,
    name: bool,
    numeric: bool,
    /// Whether its text may run over several lines.
    long: bool,
    mark: Option<Lamp<'a>>,
    spark: String,
    pieces: Vec<Piece<'a>>,
}

/// What the cells of a table need from their page.
pub(super) struct Surroundings<'p, 'a> {
    pub(super) way: Way<'p>,
    pub(super) traces: &'p mut Traces<'a>,
    pub(super) spark: &'p (dyn Fn(&Spark) -> String + Send + Sync),
}

impl<'a> Grid<'a> {
    /// The table with its head merged and its small charts drawn.
    pub(super) fn new(table: &'a Table, around: &mut Surroundings<'_, 'a>) -> Grid<'a> {
        let name = table.columns.iter().position(|column| !column.numeric).unwrap_or(0);
        let rows = table.rows.iter();
        Grid {
            id: &table.id,
            title: &table.title,
            caption: Title::new(&table.title),
            headed: table.headed,
            unit: &table.unit,
            notes: &table.notes,
            heads: heads(&table.columns, name),
            rows: rows.map(|row| line(row, &table.columns, name, around)).collect(),
            fits: !table.wide && table.columns.len() <= FITTING_COLUMNS,
            few: table.columns.len() <= FEW_COLUMNS,
            long: table.rows.len() > SHOWN_ROWS,
        }
    }
}

/// One or two rows of heads; equal neighbouring groups become one cell.
fn heads(columns: &[Column], name: usize) -> Vec<Vec<Head<'_>>> {
    let grouped = columns.iter().any(|column| !column.group.is_empty());
    let leaf = |index: usize, rows: usize| Head {
        text: &columns[index].head,
        columns: 1,
        rows,
        numeric: columns[index].numeric,
        name: index == name,
        kept: is_kept(&columns[index].head),
        column: Some(index),
    };
    if !grouped {
        return vec![(0..columns.len()).map(|index| leaf(index, 1)).collect()];
    }
    let (mut upper, mut lower) = (Vec::new(), Vec::new());
    let mut index = 0;
    while index < columns.len() {
        let group = columns[index].group.as_str();
        if group.is_empty() {
            upper.push(leaf(index, 2));
            index += 1;
            continue;
        }
        let width =
            columns[index..].iter().take_while(|next| next.group == group).count();
        lower.extend((index..index + width).map(|column| leaf(column, 1)));
        upper.push(Head {
            text: group,
            columns: width,
            rows: 1,
            numeric: false,
            name: false,
            kept: is_kept(group),
            column: None,
        });
        index += width;
    }
    vec![upper, lower]
}

fn is_kept(head: &str) -> bool {
    head.split('（').all(|part| part.chars().count() <= KEPT_HEAD)
}

fn line<'a>(
    row: &'a Row,
    columns: &[Column],
    name: usize,
    around: &mut Surroundings<'_, 'a>,
) -> Line<'a> {
    if let Some(cell) = row.heading() {
        let cells = vec![field(cell, true, false, around)];
        return Line { kind: row.kind, leads: columns.len(), cells };
    }
    let numeric = |index: usize| columns.get(index).is_some_and(|column| column.numeric);
    let cells = (row.cells.iter().enumerate())
        .map(|(index, cell)| field(cell, index == name, numeric(index), around));
    Line { kind: row.kind, leads: 0, cells: cells.collect() }
}

fn field<'a>(
    cell: &'a Cell,
    name: bool,
    numeric: bool,
    around: &mut Surroundings<'_, 'a>,
) -> Field<'a> {
    let pieces = around.traces.pieces(&cell.inlines, around.way);
    let characters = pieces.iter().flat_map(Piece::texts).flat_map(str::chars);
    let width: usize = characters.map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    Field {
        anchor: &cell.anchor,
        name,
        numeric,
        long: width > if name { KEPT_NAME } else { KEPT },
        mark: Lamp::new(&cell.mark),
        spark: cell.spark.as_ref().map(around.spark).unwrap_or_default(),
        pieces,
    }
}
