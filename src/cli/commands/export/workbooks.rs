//! The tables of an edition as it is printed.

use std::path::Path;

use anyhow::{Result, bail};

use crate::cli::console::Exit;
use crate::cli::data::Data;
use crate::cli::data_arguments::DataArguments;
use crate::cli::findings::block;
use crate::cli::output::new_files::{NewFile, hand_out};
use crate::cli::published::{Published, redacted};
use crate::model::dictionary::Level;
use crate::model::value::period::Period;
use crate::render::workbook::{csv, file_stem, tables, xlsx};
use crate::report::site::{edition_files, figures_of, sheets};
use crate::view::workbook::{Workbook, Worksheet};

/// A kind of file that tables are written as.
#[derive(Debug)]
pub(super) struct Kind {
    /// Name on the command line.
    pub(super) name: &'static str,
    /// Makes the files of an edition, given the start of their path.
    files: fn(&Workbook, &str) -> Result<Vec<NewFile>>,
}

/// All kinds, the default first.
pub(super) const KINDS: &[Kind] =
    &[Kind { name: "xlsx", files: whole }, Kind { name: "csv", files: single }];

/// Writes the tables of the edition of a period, or of the newest of each book.
pub(super) fn run(
    arguments: &DataArguments,
    out: &Path,
    level: Level,
    (period, kind): (Option<&Period>, &Kind),
) -> Result<Exit> {
    let data = Data::open_for(arguments, out)?;
    let findings = data.complain_of(&data.findings().reported);
    if block(&findings, false) {
        return Ok(Exit::Findings);
    }
    let books = &data.loaded.books;
    let redacted = redacted(books, level);
    let drafts: Vec<Period> = period.into_iter().cloned().collect();
    let published = Published::all(books, &redacted, level, &drafts);
    let obstacles: Vec<_> = published.iter().flat_map(Published::obstacles).collect();
    if !data.complain_of(&obstacles).is_empty() {
        return Ok(Exit::Findings);
    }
    let mut files = Vec::new();
    for book in &published {
        data.progress.step(&format!("{}：导出", book.book.card.record.name));
        files.extend(of_edition(book, period, kind)?);
    }
    if files.is_empty() {
        bail!("没有可导出的一期；核对 --period 和 --book");
    }
    hand_out(out, &data, &files)
}

/// Makes the files of the edition that is asked for.
fn of_edition(
    book: &Published,
    period: Option<&Period>,
    kind: &Kind,
) -> Result<Vec<NewFile>> {
    let Some(basis) = &book.basis else { return Ok(Vec::new()) };
    let editions = figures_of(basis, &book.periods);
    let sheets = sheets(basis, &editions);
    let wanted = match period {
        Some(period) => sheets.iter().find(|sheet| sheet.figures.period == *period),
        None => sheets.last(),
    };
    let Some(sheet) = wanted else { return Ok(Vec::new()) };
    let edition = edition_files(sheet);
    let start = format!("{}/{}", book.book.id, edition.folder);
    (kind.files)(&tables(edition.papers()), &start)
}

fn whole(workbook: &Workbook, start: &str) -> Result<Vec<NewFile>> {
    Ok(vec![NewFile { path: format!("{start}/tables.xlsx"), bytes: xlsx(workbook)? }])
}

fn single(workbook: &Workbook, start: &str) -> Result<Vec<NewFile>> {
    let file = |(number, sheet): (usize, &Worksheet)| {
        let path = format!("{start}/{number:02}-{}.csv", file_stem(&sheet.name));
        NewFile { path, bytes: csv(sheet) }
    };
    Ok((1..).zip(&workbook.sheets).map(file).collect())
}
