//! The open tables of all books.

use std::path::Path;

use anyhow::Result;

use crate::cli::console::Exit;
use crate::cli::data::Data;
use crate::cli::data_arguments::DataArguments;
use crate::cli::findings::block;
use crate::cli::open_tables::folder;
use crate::cli::published::{Published, redacted};
use crate::model::dictionary::Level;

/// Writes them into a folder.
pub(super) fn run(arguments: &DataArguments, out: &Path, level: Level) -> Result<Exit> {
    let data = Data::open_for(arguments, out)?;
    let findings = data.complain_of(&data.findings().reported);
    if block(&findings, false) {
        return Ok(Exit::Findings);
    }
    let books = &data.loaded.books;
    let redacted = redacted(books, level);
    let published = Published::all(books, &redacted, level, &[]);
    let obstacles: Vec<_> = published.iter().flat_map(Published::obstacles).collect();
    if !data.complain_of(&obstacles).is_empty() {
        return Ok(Exit::Findings);
    }
    data.progress.step("写数据表");
    let said = folder::write(out, &data, &published, level)?;
    data.progress.end();
    data.progress.say(&said)?;
    Ok(Exit::Fine)
}
