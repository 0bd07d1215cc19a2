//! A sheet → the rows that say something.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::intake::form::{Column, Role};
use crate::intake::reading::above::{Above, above, is_taken};
use crate::intake::reading::asked::{Asked, Source};
use crate::intake::reading::doubt::{At, Doubts};
use crate::intake::reading::head::{Head, find};
use crate::intake::reading::number::named;
use crate::intake::reading::row::{Given, Row, Sum};
use crate::intake::reading::scalar::{Reader, quantity, takes_text, words};
use crate::intake::reading::total::{ColumnSums, SUMS};
use crate::load::has_phone_number;
use crate::load::splice::Node;
use crate::load::workbook::{Cell, Grid, Value};
use crate::model::book::Book;
use crate::model::value::period::Period;
use crate::model::value::quantity::Denomination;

/// What the first cell of a row begins with that says nothing of a record.
const NOTES: &[&str] = &[
    "注",
    "备注",
    "说明",
    "填表",
    "填报",
    "审核",
    "单位负责人",
    "联系",
    "统计负责人",
    "制表",
];

/// Reads a sheet.
pub(super) fn read_sheet(
    source: &Source,
    grid: &Grid,
    asked: Asked,
    rows: &mut Vec<Row>,
    doubts: &mut Doubts,
) {
    let at = At::sheet(&source.name, &grid.name);
    let Some(above) = above(grid, &at, doubts) else { return };
    let form = above.code.as_ref().map(|code| code.form);
    let Some(head) = find(grid, form, &asked.book.card.record.imports) else {
        let words = "没有认出表头，这个工作表没有读";
        match form {
            Some(_) => {
                doubts.refused(&at, words, "表头照原来的；改动过的，重新导出一份表再填")
            }
            None => doubts.note(&at, words),
        }
        return;
    };
    if !is_taken(&above, asked, &at, doubts) {
        return;
    }
    let given = asked.day.or(above.day);
    if given.is_none() {
        let help = "在表上的“填报日期”后面写日期，或者用 --date 写明";
        doubts.refused(&at, "没有填报日期，不知道是哪天报来的", help);
    }
    // The cells are looked at without a day too, so that all doubts are told at once.
    let day = given.unwrap_or(NaiveDate::MAX);
    let period = above.code.as_ref().map(|code| &code.period).or(asked.period).cloned();
    let sheet = Sheet { source, grid, at, above, head, period, day, book: asked.book };
    sheet.tell_unread(doubts);
    sheet.tell_hidden(doubts);
    let read = sheet.rows(doubts);
    rows.extend(read.into_iter().filter(|_| given.is_some()));
}

/// A sheet whose head is known.
struct Sheet<'a> {
    source: &'a Source,
    grid: &'a Grid,
    at: At,
    above: Above,
    head: Head,
    period: Option<Period>,
    day: NaiveDate,
    book: &'a Book,
}

impl Sheet<'_> {
    fn tell_unread(&self, doubts: &mut Doubts) {
        let said = |heads: &[String]| format!("“{}”", heads.join("”“"));
        if !self.head.personal.is_empty() {
            let heads = said(&self.head.personal);
            doubts.note(&self.at, format!("{heads}是个人信息，没有读，不进账本"));
        }
        if !self.head.unread.is_empty() {
            doubts.note(&self.at, format!("没有读的列：{}", said(&self.head.unread)));
        }
    }

    /// Notes columns that are read but that nobody sees.
    fn tell_hidden(&self, doubts: &mut Doubts) {
        let hidden = self.grid.hidden_columns.iter();
        for column in hidden.filter(|column| self.head.columns.contains_key(column)) {
            let mut body = self.grid.cells.range((self.head.body, 0)..);
            if body.any(|(at, _)| at.1 == *column) {
                let at = self.at.cell((self.head.body.saturating_sub(1), *column));
                let help = "取消隐藏再报，或者删去这一列";
                doubts.doubtful(&at, "这一列是隐藏的，不知道要不要", help);
            }
        }
    }

    fn rows(&self, doubts: &mut Doubts) -> Vec<Row> {
        let mut lines: BTreeMap<u32, Vec<(u32, &Cell)>> = BTreeMap::new();
        for (place, cell) in self.grid.cells.range((self.head.body, 0)..) {
            lines.entry(place.0).or_default().push((place.1, cell));
        }
        let mut sums = ColumnSums::default();
        let rows = lines.into_iter().filter_map(|(row, cells)| {
            if self.is_aside(row, &cells, doubts) {
                sums.hold(&cells, |column| self.at.cell((row, column)), doubts);
                return None;
            }
            sums.add(cells.iter().filter(|(at, _)| self.head.columns.contains_key(at)));
            let read = self.row(row, &cells, doubts)?;
            if self.grid.hidden_rows.contains(&row) {
                let at = self.at.cell((row, 0));
                let help = "取消隐藏再报，或者删去这一行";
                doubts.doubtful(&at, "这一行是隐藏的，不知道要不要", help);
                return None;
            }
            Some(read)
        });
        rows.collect()
    }

    /// Whether a row is a sum, a note, or the head once more.
    fn is_aside(&self, row: u32, cells: &[(u32, &Cell)], doubts: &mut Doubts) -> bool {
        let text = |cell: &Cell| match &cell.value {
            Value::Text(text) => Some(text.split_whitespace().collect::<String>()),
            _ => None,
        };
        let begins = |starts: &[&str], text: &str| {
            starts.iter().any(|start| text.starts_with(start) || text.ends_with(start))
        };
        let mut words = cells.iter().filter_map(|(_, cell)| text(cell));
        let first = words.next().unwrap_or_default();
        let second = words.next().unwrap_or_default();
        let is_alone = cells.len() == 1
            || self.grid.merged.iter().any(|[from, to]| {
                from.0 == row && to.1.abs_diff(from.1) >= 3 && cells[0].0 == from.1
            });
        let is_head = cells.iter().all(|(column, cell)| {
            let known = self.head.columns.get(column);
            let own = text(cell).map(|text| named(&text).0);
            known.is_none_or(|(position, _)| {
                own.as_deref().is_some_and(|own| self.column(*position).is_called(own))
            })
        });
        if is_head || is_alone && NOTES.iter().any(|start| first.starts_with(start)) {
            return true;
        }
        let is_sum = |text: &str| SUMS.contains(&text.trim_end_matches(['：', ':']));
        let is_like = begins(SUMS, &first) || begins(SUMS, &second);
        // Few rows are like a sum, and only for those is the whole book looked through.
        if !is_like || self.names_what_is_known(cells) {
            return false;
        }
        if !(is_sum(&first) || is_sum(&second)) {
            let at = self.at.cell((row, cells[0].0));
            doubts.note(&at, format!("“{first}”这一行看作合计，没有读"));
        }
        true
    }

    /// Whether a row names a project or an indicator of the book.
    fn names_what_is_known(&self, cells: &[(u32, &Cell)]) -> bool {
        cells.iter().any(|(column, cell)| {
            let (Some((position, _)), Value::Text(text)) =
                (self.head.columns.get(column), &cell.value)
            else {
                return false;
            };
            let (column, text) = (self.column(*position), text.trim());
            match column.field().map(|field| field.id) {
                Some("indicator") => self.book.indicator(text).is_some(),
                Some("name") => self.book.project_called(text).is_some(),
                Some(_) => false,
                None => {
                    matches!(column.role, Role::ProjectId | Role::ProjectName)
                        && self.book.project_called(text).is_some()
                }
            }
        })
    }

    fn column(&self, position: usize) -> &'static Column {
        &self.head.form.columns[position]
    }

    /// Reads a row; `None` if nobody filled it in.
    fn row(&self, row: u32, cells: &[(u32, &Cell)], doubts: &mut Doubts) -> Option<Row> {
        let year = self.period.as_ref().map(|period| period.end().year());
        let reader = Reader { book: self.book, year };
        let mut read = Row {
            form: self.head.form,
            file: self.source.name.clone(),
            digest: self.source.digest.clone(),
            is_filled: false,
            at: self.at.cell((row, 0)),
            period: self.period.clone(),
            unit: self.above.code.as_ref().and_then(|code| code.unit.clone()),
            day: self.day,
            cells: BTreeMap::new(),
            before: None,
            to_date: None,
        };
        let measure = self.measure(cells);
        for (column, cell) in cells {
            let Some((position, unit)) = self.head.columns.get(column) else { continue };
            let at = self.at.cell((row, *column));
            let own = self.column(*position);
            let default =
                self.above.code.as_ref().and_then(|_| Denomination::of(own.unit));
            let unit = unit.or(measure).or(default).or(self.above.unit);
            self.cell(&mut read, *position, own, cell, unit, &reader, at, doubts);
        }
        let is_own = |position: &usize| {
            let column = self.column(*position);
            let is_key = matches!(column.role, Role::ProjectId | Role::ProjectName);
            column.asked && !is_key && !is_month(column)
        };
        read.is_filled = read.cells.keys().any(is_own) || read.to_date.is_some();
        (read.is_filled || read.before.is_some()).then_some(read)
    }

    /// The unit of measurement that the row names.
    fn measure(&self, cells: &[(u32, &Cell)]) -> Option<Denomination> {
        cells.iter().find_map(|(column, cell)| {
            let (position, _) = self.head.columns.get(column)?;
            let is_measure = matches!(self.column(*position).role, Role::Measure);
            let Value::Text(text) = &cell.value else { return None };
            is_measure.then(|| Denomination::of(text.trim()))?
        })
    }

    #[expect(clippy::too_many_arguments, reason = "a cell and all that it is read by")]
    fn cell(
        &self,
        row: &mut Row,
        position: usize,
        column: &'static Column,
        cell: &Cell,
        unit: Option<Denomination>,
        reader: &Reader,
        at: At,
        doubts: &mut Doubts,
    ) {
        if matches!(column.role, Role::Agrees | Role::Measure) {
            return;
        }
        let text = match words(&cell.value) {
            Ok(Some(text)) => text,
            Ok(None) => return,
            Err((problem, help)) => return doubts.doubtful(&at, problem, help),
        };
        if takes_text(column) && has_phone_number(&text) {
            return doubts.note(&at, "这里有手机号，没有读，不进账本");
        }
        match column.role {
            Role::Before | Role::ToDate => match quantity(&text, unit) {
                Ok(quantity) => {
                    let is_before = matches!(column.role, Role::Before);
                    let sum = if is_before { &mut row.before } else { &mut row.to_date };
                    *sum = Some(Sum { quantity, at });
                }
                Err((problem, help)) => doubts.doubtful(&at, problem, help),
            },
            Role::Own(_) => match reader.node(column, &text, unit) {
                Ok(node) => {
                    row.cells.insert(position, Given { node, at });
                }
                Err((problem, help)) => doubts.doubtful(&at, problem, help),
            },
            _ => {
                row.cells.insert(position, Given { node: Node::scalar(text), at });
            }
        }
    }
}

fn is_month(column: &Column) -> bool {
    column.field().is_some_and(|field| field.id == "month")
}
