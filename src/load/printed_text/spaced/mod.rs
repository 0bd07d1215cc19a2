//! Tables whose columns are set apart by spaces, as `pdftotext -layout` writes those of a PDF.

mod grid;
mod pieces;

use std::ops::Range;

use crate::load::printed_text::spaced::grid::Grid;
use crate::load::printed_text::spaced::pieces::{Piece, pieces};
use crate::model::printed::text::PrintedTable;

/// Fewest cells of a row.
const CELLS: usize = 3;
/// Most lines without a row between two rows of a table: parts of cells, blank lines, a page's end.
const BETWEEN: usize = 8;

/// Most lines between two pages' parts of a table.
const PAGE: usize = 30;

/// A table among the lines of a text.
pub(super) struct Spaced {
    /// The lines that it takes on its first page, from 0.
    lines: Range<usize>,
    /// The lines that it takes on further pages.
    further: Vec<Range<usize>>,
    pub(super) table: PrintedTable,
    /// What stands among its rows and belongs to none of them, with its lines.
    pub(super) loose: Vec<(usize, String)>,
}

/// A line with its pieces; `None` for what only numbers a page, or for nothing.
type Pieces = Option<Vec<Piece>>;

/// Returns the tables among some lines. `is_free` is whether a line may belong to one.
pub(super) fn tables(lines: &[&str], is_free: impl Fn(usize) -> bool) -> Vec<Spaced> {
    let of = |(at, line): (usize, &&str)| is_free(at).then(|| pieces(line));
    let all: Vec<Pieces> = lines.iter().enumerate().map(of).collect();
    let is_row =
        |at: &usize| all[*at].as_ref().is_some_and(|pieces| pieces.len() >= CELLS);
    let rows: Vec<usize> = (0..all.len()).filter(is_row).collect();
    let near = |one: &usize, next: &usize| {
        let between = &all[*one + 1..*next];
        between.len() <= BETWEEN && between.iter().all(is_part)
    };
    let groups = rows.chunk_by(near).filter(|rows| rows.len() > 1);
    let mut tables: Vec<Spaced> = Vec::new();
    for next in groups.filter_map(|rows| spaced(&all, rows)) {
        let last = tables.last_mut().filter(|last| {
            let end = last.further.last().unwrap_or(&last.lines).end;
            last.table.heads == next.table.heads && end + PAGE > next.lines.start
        });
        match last {
            // It goes on on the next page.
            Some(last) => {
                last.table.rows.extend(next.table.rows);
                last.loose.extend(next.loose);
                last.further.push(next.lines);
            }
            None => tables.push(next),
        }
    }
    tables
}

impl Spaced {
    /// Returns whether it takes a line.
    pub(super) fn has(&self, line: usize) -> bool {
        self.lines.contains(&line)
            || self.further.iter().any(|lines| lines.contains(&line))
    }
}

/// Returns whether a line may stand between two rows: it is blank, or a part of a cell or two.
fn is_part(line: &Pieces) -> bool {
    const LONGEST: usize = 24;
    let Some(pieces) = line else { return true };
    pieces
        .iter()
        .all(|piece| piece.text.chars().count() <= LONGEST && !piece.text.contains('。'))
}

fn spaced(all: &[Pieces], rows: &[usize]) -> Option<Spaced> {
    let (first, last) = (*rows.first()?, *rows.last()?);
    // A head of several lines may begin above the others.
    let above = all[..first].iter().rev().take_while(|line| is_head(line)).count();
    let first = first - above;
    // Shorter rows and what is left of cells may follow directly.
    let own = all[last + 1..].iter().take_while(|line| goes_on(line));
    let lines = first..last + 1 + own.count();
    let numbered = lines.clone().filter_map(|at| Some((at, all[at].as_deref()?)));
    let (table, loose) =
        Grid::of(numbered.filter(|(_, pieces)| !pieces.is_empty()))?.parted();
    Some(Spaced { lines, further: Vec::new(), table, loose })
}

/// Returns whether a line holds only the beginnings of heads, far from the margin.
fn is_head(line: &Pieces) -> bool {
    const LONGEST: usize = 6;
    const MARGIN: usize = 10;
    let Some(pieces) = line.as_ref().filter(|pieces| !pieces.is_empty()) else {
        return false;
    };
    pieces.iter().all(|piece| {
        let is_short = piece.text.chars().count() <= LONGEST && piece.start > MARGIN;
        is_short && !piece.has_digit()
    })
}

/// Returns whether a line goes on with the row above: a part of a cell, or a row with few numbers.
fn goes_on(line: &Pieces) -> bool {
    const LONGEST: usize = 8;
    let pieces = line.as_deref().unwrap_or_default();
    let is_short = |piece: &Piece| piece.text.chars().count() <= LONGEST;
    match pieces {
        [only] => {
            is_short(only) && !only.has_digit() && !only.text.contains(['。', '：'])
        }
        [_, .., last] => is_part(line) && last.is_number(),
        [] => false,
    }
}
