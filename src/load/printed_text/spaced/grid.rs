//! The lines of a table → its rows: which column a piece is in, and which row a part of a cell.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::load::printed_text::spaced::pieces::Piece;
use crate::model::printed::text::{PrintedRow, PrintedTable};

/// A table whose columns are known by where they stand.
pub(super) struct Grid {
    columns: Vec<Range<usize>>,
    heads: Vec<String>,
    rows: Vec<PrintedRow>,
    loose: Vec<(usize, String)>,
    /// Lines that hold a part of a name and nothing else, since the last row.
    waiting: Vec<(usize, String)>,
    /// How many of these the last row's name begins with.
    lead: usize,
}

/// The cells of a line by their columns.
type Cells = BTreeMap<usize, String>;

impl Grid {
    /// Makes the table of some lines; `None` if they have no rows with the same columns.
    pub(super) fn of<'a>(
        lines: impl Iterator<Item = (usize, &'a [Piece])>,
    ) -> Option<Grid> {
        let lines: Vec<(usize, &[Piece])> = lines.collect();
        let first = lines.iter().position(|(_, pieces)| is_row(pieces))?;
        let columns = columns(&lines[first..])?;
        let heads = vec![String::new(); columns.len()];
        let mut grid = Grid {
            columns,
            heads,
            rows: Vec::new(),
            loose: Vec::new(),
            waiting: Vec::new(),
            lead: 0,
        };
        // What stands alone above the first row is the beginning of its name.
        let is_name = |(_, pieces): &&(usize, &[Piece])| matches!(pieces, [only] if grid.column(only) == Some(0));
        let names = lines[..first].iter().rev().take_while(is_name).count();
        let (heads, rows) = lines.split_at(first - names);
        heads.iter().for_each(|(at, pieces)| grid.head(*at, pieces));
        rows.iter().for_each(|(at, pieces)| grid.line(*at, pieces));
        grid.end_name();
        let has_heads = grid.heads.iter().filter(|head| !head.is_empty()).count() > 1;
        (has_heads && !grid.rows.is_empty()).then_some(grid)
    }

    /// Returns the table, and what belongs to no row.
    pub(super) fn parted(self) -> (PrintedTable, Vec<(usize, String)>) {
        (PrintedTable { heads: self.heads, rows: self.rows }, self.loose)
    }

    fn head(&mut self, at: usize, pieces: &[Piece]) {
        let words: Vec<Piece> = pieces.iter().flat_map(Piece::words).collect();
        let all =
            [pieces, &words].into_iter().find(|all| all.len() == self.columns.len());
        for (place, piece) in all.unwrap_or(&words).iter().enumerate() {
            match self.column(piece).filter(|_| all.is_none()).or(all.map(|_| place)) {
                Some(column) => self.heads[column].push_str(&piece.text),
                None => self.loosen(at, std::slice::from_ref(piece)),
            }
        }
    }

    fn line(&mut self, at: usize, pieces: &[Piece]) {
        let Some(cells) = self.cells(pieces) else {
            self.loose.append(&mut self.waiting);
            return self.loosen(at, pieces);
        };
        let is_head = cells.iter().all(|(column, text)| self.heads[*column] == *text);
        if is_head {
            // A page begins with the heads again.
            return;
        }
        let only = cells.first_key_value().filter(|_| cells.len() == 1);
        if let Some((0, name)) = only {
            self.waiting.push((at, name.clone()));
        } else if cells.len() > 2 || pieces.iter().any(Piece::is_number) {
            self.row(at, cells);
        } else {
            self.part(at, cells);
        }
    }

    /// Adds a row. Lines with parts of names alone belong to the row before or to this one, whose
    /// numbers may stand beside the middle of its name.
    fn row(&mut self, at: usize, cells: Cells) {
        let mut row = vec![String::new(); self.columns.len()];
        cells.into_iter().for_each(|(column, text)| row[column] = text);
        let own = if row[0].is_empty() { self.waiting.len() } else { 0 };
        let tail = self.waiting.len() - own.saturating_sub(self.lead.min(own));
        let lead = self.waiting.split_off(tail);
        self.end_name();
        self.lead = lead.len();
        row[0].insert_str(0, &lead.into_iter().map(|(_, text)| text).collect::<String>());
        self.rows.push(PrintedRow { line: at + 1, cells: row });
    }

    /// Adds the parts of a name that stand below its numbers.
    fn end_name(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        match self.rows.last_mut() {
            Some(row) => {
                waiting.iter().for_each(|(_, text)| row.cells[0].push_str(text));
            }
            None => self.loose.extend(waiting),
        }
    }

    /// Adds parts of cells to the row before.
    fn part(&mut self, at: usize, cells: Cells) {
        match self.rows.last_mut() {
            Some(row) => {
                for (column, text) in cells {
                    row.cells[column].push_str(&text);
                }
            }
            None => self.loose.extend(cells.into_values().map(|text| (at, text))),
        }
    }

    fn loosen(&mut self, at: usize, pieces: &[Piece]) {
        self.loose.extend(pieces.iter().map(|piece| (at, piece.text.clone())));
    }

    /// Returns the cells of a line; `None` if a piece is in no column or in several.
    fn cells(&self, pieces: &[Piece]) -> Option<Cells> {
        if pieces.len() == self.columns.len() {
            let texts = pieces.iter().map(|piece| piece.text.clone());
            return Some(texts.enumerate().collect());
        }
        let mut cells = Cells::new();
        for piece in pieces {
            if cells.insert(self.column(piece)?, piece.text.clone()).is_some() {
                return None;
            }
        }
        Some(cells)
    }

    /// Returns the only column that a piece reaches into.
    fn column(&self, piece: &Piece) -> Option<usize> {
        let of =
            |column: &Range<usize>| piece.start < column.end && column.start < piece.end;
        let mut fitting = (0..self.columns.len()).filter(|at| of(&self.columns[*at]));
        fitting.next().filter(|_| fitting.next().is_none())
    }
}

/// Returns whether a line has the numbers of a row.
fn is_row(pieces: &[Piece]) -> bool {
    pieces.len() > 2
        && pieces.iter().skip(1).filter(|piece| piece.is_number()).count() > 1
}

/// Returns where the columns stand: between them, no full row has a character. `None` if the rows
/// have no common columns.
fn columns(lines: &[(usize, &[Piece])]) -> Option<Vec<Range<usize>>> {
    let rows =
        || lines.iter().filter(|(_, pieces)| is_row(pieces)).map(|(_, pieces)| *pieces);
    let width = rows().map(<[Piece]>::len).max()?;
    let mut full = rows().filter(|pieces| pieces.len() == width);
    let mut columns: Vec<Range<usize>> =
        full.next()?.iter().map(|piece| piece.start..piece.end).collect();
    for pieces in full {
        for (column, piece) in columns.iter_mut().zip(pieces) {
            *column = column.start.min(piece.start)..column.end.max(piece.end);
        }
    }
    Some(columns)
}
