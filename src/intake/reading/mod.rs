//! Workbooks that came back → rows of what they say, each cell by the dictionary, with every doubt
//! as a finding at its cell.

mod above;
mod asked;
mod doubt;
mod head;
mod number;
mod row;
mod scalar;
mod sheet;
mod time;

use crate::diagnostic::Located;
use crate::intake::form::{Code, FOR_SEAL};
use crate::load::workbook::{Grid, Value};

pub use crate::intake::reading::asked::{Asked, Source};
pub use crate::intake::reading::doubt::{At, Doubts};
pub use crate::intake::reading::row::{Given, Row, Sum};
use crate::intake::reading::sheet::read_sheet;

/// Reads all sheets of all workbooks.
pub fn read(sources: &[Source], asked: Asked) -> (Vec<Row>, Vec<Located>) {
    let (mut rows, mut doubts) = (Vec::new(), Doubts::default());
    for source in sources {
        for words in &source.grids.passed_over {
            doubts.note(&At::file(&source.name), *words);
        }
        let (first, known) = (rows.len(), doubts.count());
        let is_read = |grid: &&Grid| !grid.is_hidden && !is_for_seal(grid);
        for grid in source.grids.sheets.iter().filter(is_read) {
            read_sheet(source, grid, asked, &mut rows, &mut doubts);
        }
        let is_filled = rows[first..].iter().any(|row: &Row| row.is_filled);
        if !is_filled && doubts.count() == known {
            doubts.note(&At::file(&source.name), "里面没有填写的内容，没有可导入的");
        }
    }
    (rows, doubts.into_findings())
}

/// Returns whether a sheet says above its table that its numbers are known.
fn is_for_seal(grid: &Grid) -> bool {
    let mut above = grid.cells.range(..(4, 0));
    above.any(
        |(_, cell)| matches!(&cell.value, Value::Text(text) if text.contains(FOR_SEAL)),
    )
}

/// Returns the book that the code of a form names; `None` if there is no code.
pub fn book_of(sources: &[Source]) -> Option<String> {
    let grids = sources.iter().flat_map(|source| &source.grids.sheets);
    let mut texts =
        grids.flat_map(|grid| grid.cells.range(..(12, 0))).filter_map(|(_, cell)| {
            match &cell.value {
                Value::Text(text) => Code::read(text)?.ok(),
                _ => None,
            }
        });
    texts.next().map(|code| code.book)
}
