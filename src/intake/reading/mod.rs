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
mod total;

use crate::diagnostic::Located;
use crate::intake::form::issue::forms_of;
use crate::intake::form::{Code, FOR_SEAL, Form};
use crate::load::workbook::{Grid, Value};

pub use crate::intake::reading::asked::{Asked, Source};
pub use crate::intake::reading::doubt::{At, Doubts};
use crate::intake::reading::head::find;
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
        for grid in source.grids.sheets.iter().filter(|grid| !is_for_seal(grid)) {
            let imports = &asked.book.card.record.imports;
            if !grid.is_hidden {
                read_sheet(source, grid, asked, &mut rows, &mut doubts);
            } else if codes(grid).next().is_some() || find(grid, None, imports).is_some()
            {
                let at = At::sheet(&source.name, &grid.name);
                let help = "取消隐藏再报，或者删去这个工作表";
                doubts.doubtful(&at, "这个工作表是隐藏的，不知道要不要", help);
            }
        }
        tell_missing(source, asked, &mut doubts);
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
    grids.flat_map(codes).next().map(|code| code.book)
}

/// Returns the codes above the table of a sheet.
fn codes(grid: &Grid) -> impl Iterator<Item = Code> {
    grid.cells.range(..(12, 0)).filter_map(|(_, cell)| match &cell.value {
        Value::Text(text) => Code::read(text)?.ok(),
        _ => None,
    })
}

/// Notes the forms that were given out in a workbook and did not come back in it.
fn tell_missing(source: &Source, asked: Asked, doubts: &mut Doubts) {
    let came: Vec<Code> = source.grids.sheets.iter().flat_map(codes).collect();
    let Some(first) = came.first().filter(|code| code.book == asked.book.id) else {
        return;
    };
    let given = forms_of(asked.book, &first.period, first.unit.as_deref());
    let is_missing = |form: &&&Form| came.iter().all(|code| code.form.id != form.id);
    let missing: Vec<&str> =
        given.iter().filter(is_missing).map(|form| form.name).collect();
    if !missing.is_empty() {
        let words =
            format!("发出去的表里有“{}”，交回来的没有，没有读到", missing.join("”“"));
        doubts.note(&At::file(&source.name), words);
    }
}
