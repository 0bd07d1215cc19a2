//! A row of a table: a head for the rows below, or a cell for each column.

use crate::render::html::components::lamp::{is_set, lamp, sign};
use crate::render::html::components::surroundings::Surroundings;
use crate::render::html::components::text::pieces::pieces;
use crate::render::html::markup::Markup;
use crate::view::inline::Inline;
use crate::view::table::{Cell, Column, Row, RowKind};

/// Widest text that a cell keeps on one line, in halves of a Han character.
const KEPT: usize = 18;

/// The same for the names of rows, which stay in sight and must leave room on a phone.
const KEPT_NAME: usize = 14;

/// What a cell is by its column and content.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Name,
    Spark,
    Number,
    Mark,
    Words,
}

/// Writes a row of a table whose column `name` names the rows, with the choices under which it stays.
pub(super) fn row(
    (row, kept): (&Row, &str),
    columns: &[Column],
    (name, telling): (usize, &[bool]),
    around: &mut Surroundings,
    out: &mut Markup,
) {
    let sum = match row.kind {
        RowKind::Body => "",
        RowKind::Subtotal => "subtotal",
        RowKind::Total => "total",
    };
    let classes = [sum, kept].join(" ");
    out.push("\n<tr").attribute_if_any("class", classes.trim());
    out.push(">");
    if let Some(cell) = row.heading() {
        out.push("<th scope=\"rowgroup\" class=\"l\" colspan=\"").number(columns.len());
        out.push("\"><span>");
        pieces(&cell.inlines, &mut around.ways, out);
        out.push("</span>");
        return;
    }
    around.ways.begin_row();
    for (index, one) in row.cells.iter().enumerate() {
        let is_numeric = columns.get(index).is_some_and(|column| column.numeric);
        let is_telling = telling.get(index).is_none_or(|telling| *telling);
        cell(one, (kind(one, index == name, is_numeric), is_telling), around, out);
    }
    around.ways.end_row();
}

fn kind(cell: &Cell, is_name: bool, is_numeric: bool) -> Kind {
    match cell.spark {
        _ if is_name => Kind::Name,
        Some(_) => Kind::Spark,
        None if is_numeric => Kind::Number,
        None if is_set(&cell.mark) && cell.inlines.is_empty() => Kind::Mark,
        None => Kind::Words,
    }
}

fn cell(
    cell: &Cell,
    (kind, is_telling): (Kind, bool),
    around: &mut Surroundings,
    out: &mut Markup,
) {
    out.push(if kind == Kind::Name { "<th scope=\"row\"" } else { "<td" });
    let may_break = matches!(kind, Kind::Name | Kind::Words);
    out.classes(&[
        ("h", kind == Kind::Name),
        ("s", kind == Kind::Spark),
        ("n", kind == Kind::Number),
        ("lamp", kind == Kind::Mark),
        ("w", may_break && is_long(&cell.inlines, kind)),
        ("x", !is_telling),
    ]);
    out.attribute_if_any("id", &cell.anchor).push(">");
    if kind == Kind::Mark {
        sign(&cell.mark, out);
        return;
    }
    lamp(&cell.mark, out);
    out.push_if(is_set(&cell.mark) && !cell.inlines.is_empty(), " ");
    content(cell, around, out);
}

/// The words of a cell; those of a small chart are for those who cannot see it.
fn content(cell: &Cell, around: &mut Surroundings, out: &mut Markup) {
    let Some(spark) = &cell.spark else {
        pieces(&cell.inlines, &mut around.ways, out);
        return;
    };
    out.drawing(&(around.spark)(spark));
    if !cell.inlines.is_empty() {
        out.push("<span class=\"hidden\">");
        pieces(&cell.inlines, &mut around.ways, out);
        out.push("</span>");
    }
}

/// Returns whether a text may run over several lines.
fn is_long(inlines: &[Inline], kind: Kind) -> bool {
    let most = if kind == Kind::Name { KEPT_NAME } else { KEPT };
    let texts = || inlines.iter().map(Inline::plain);
    // No character is wider than it has bytes, so that most texts need not be measured.
    if texts().map(str::len).sum::<usize>() <= most {
        return false;
    }
    let characters = texts().flat_map(str::chars);
    characters.map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>() > most
}
