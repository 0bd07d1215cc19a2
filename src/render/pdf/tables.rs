//! Tables as the data that the templates read.

use serde_json::{Value, json};

use crate::render::fitting::columns::{Measures, Room, measure};
use crate::render::fitting::parts::parts;
use crate::render::pdf::blocks::Blocks;
use crate::view::inline::Mark;
use crate::view::table::{Cell, Column, Row, RowKind, Table};

/// Lines of a table that are never divided between pages; more than that may have to be.
const WHOLE: usize = 20;
/// A table of up to so many rows stays on one page.
const SHORT: usize = 12;
/// So many rows at least stand under a head at the foot of a page, and go on with the notes.
const FIRST: usize = 3;
const LAST: usize = 4;

impl Blocks<'_> {
    /// A table fitted into a room, in parts where it is wider than any page; the first has a
    /// caption, the others another one.
    pub(super) fn table(
        &self,
        table: &Table,
        captions: [&str; 2],
        room: Room,
    ) -> Vec<Value> {
        let parts = parts(table, room).into_iter().enumerate();
        parts.map(|(at, part)| self.part(&part, captions[at.min(1)], room)).collect()
    }

    fn part(&self, table: &Table, caption: &str, room: Room) -> Value {
        let measures = measure(table, room);
        let columns: Vec<Value> = (0..table.columns.len())
            .map(|at| {
                let divided =
                    at > 0 && table.columns[at - 1].group != table.columns[at].group;
                json!({"width": measures.widths[at], "side": measures.sides[at],
                    "divided": divided})
            })
            .collect();
        let holds = holds(table, &measures);
        let rows: Vec<Value> = (table.rows.iter().zip(holds))
            .map(|(row, hold)| self.row(row, &measures, hold))
            .collect();
        let notes: Vec<String> = table.notes.iter().map(|note| self.open(note)).collect();
        json!({"kind": "table", "title": self.open(caption),
            "unit": self.text(&table.unit), "size": measures.size,
            "inset": measures.inset, "columns": columns,
            "heads": self.heads(&table.columns, &measures),
            "rows": rows, "notes": notes, "tail": tail(table, &measures)})
    }

    fn heads(&self, columns: &[Column], measures: &Measures) -> Vec<Vec<Value>> {
        if columns.iter().all(|column| column.head.is_empty()) {
            return Vec::new();
        }
        let head = |text: &str, side: &str, widths: &[f64], rows: usize| json!({"text": self.open(text), "side": side, "span": widths.len(), "width": widths.iter().sum::<f64>(), "rows": rows, "last": false});
        let mut upper = Vec::new();
        let mut lower = Vec::new();
        let grouped = columns.iter().any(|column| !column.group.is_empty());
        let mut from = 0;
        for group in columns.chunk_by(|left, right| left.group == right.group) {
            let span = from..from + group.len();
            from = span.end;
            let single = |at: usize, rows| {
                head(
                    &columns[at].head,
                    measures.sides[at],
                    &measures.widths[at..=at],
                    rows,
                )
            };
            let heads = |rows| span.clone().map(move |at| single(at, rows));
            match group[0].group.as_str() {
                "" => upper.extend(heads(1 + usize::from(grouped))),
                name => {
                    upper.push(head(name, "center", &measures.widths[span.clone()], 1));
                    lower.extend(heads(1));
                }
            }
        }
        // What reaches the right edge says so: it covers the column without width.
        let under = columns.last().is_some_and(|column| !column.group.is_empty());
        let edge = [upper.last_mut(), lower.last_mut().filter(|_| under)];
        for head in edge.into_iter().flatten() {
            head["last"] = Value::Bool(true);
        }
        if lower.is_empty() { vec![upper] } else { vec![upper, lower] }
    }

    fn row(&self, row: &Row, measures: &Measures, hold: usize) -> Value {
        let kind = match row.kind {
            RowKind::Body => "body",
            RowKind::Subtotal => "subtotal",
            RowKind::Total => "total",
        };
        // A row with cells missing or left over must not push the next rows aside.
        let empty = Cell::default();
        let cells: Vec<Value> = match row.heading() {
            Some(lead) => vec![self.cell(lead)],
            None => (0..measures.widths.len())
                .map(|at| self.cell(row.cells.get(at).unwrap_or(&empty)))
                .collect(),
        };
        let lines = self.widths.lines(row, measures);
        json!({"kind": kind, "lead": row.heading().is_some(), "cells": cells,
            "whole": measures.lines(row) <= WHOLE, "hold": hold,
            "one": lines.one, "open": lines.open})
    }

    fn cell(&self, cell: &Cell) -> Value {
        json!({"runs": self.runs(&cell.inlines), "mark": self.mark(&cell.mark)})
    }

    fn mark(&self, mark: &Mark) -> Value {
        if mark.id.is_empty() {
            return Value::Null;
        }
        json!({"id": mark.id, "word": self.text(&mark.word), "color": color(&mark.color)})
    }
}

/// How many of the last rows stay on one page with the notes; none where that is too much.
fn tail(table: &Table, measures: &Measures) -> usize {
    let count = table.rows.len();
    let last = if count <= SHORT { count } else { LAST };
    let notes: usize = table.notes.iter().map(|note| 1 + note.chars().count() / 40).sum();
    if notes + lines(&table.rows[count - last..], measures) <= WHOLE { last } else { 0 }
}

/// How many rows stay on one page from each row on, itself included; none where a row before it
/// says so already.
fn holds(table: &Table, measures: &Measures) -> Vec<usize> {
    let rows = &table.rows;
    let tail = rows.len() - tail(table, measures);
    // A sum that heads the rows it is of is never the last on a page.
    let leads = |at: usize| {
        let is_sum = rows[at].kind == RowKind::Subtotal;
        let heads_rows = rows.get(at + 1).is_some_and(|next| next.kind == RowKind::Body);
        rows[at].heading().is_some() || is_sum && heads_rows
    };
    let with_next = |at: usize| at + 1 < FIRST || at >= tail || leads(at);
    let mut holds = vec![0; rows.len()];
    let mut from = 0;
    for at in 0..rows.len() {
        let held = at > from && with_next(at - 1);
        if !held || at < tail && lines(&rows[from..=at], measures) > WHOLE {
            from = at;
        }
        holds[from] += 1;
    }
    holds
}

fn lines(rows: &[Row], measures: &Measures) -> usize {
    rows.iter().map(|row| measures.lines(row)).sum()
}

/// A colour that the templates can read; what is none prints grey.
fn color(text: &str) -> &str {
    let digits = text.strip_prefix('#').unwrap_or_default();
    let valid = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if valid { text } else { "#6b7280" }
}
