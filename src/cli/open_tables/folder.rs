//! The open tables of all books in one folder.

use std::fs::{self, File};
use std::path::Path;

use anyhow::{Result, bail};

use crate::cli::data::Data;
use crate::cli::output::location::apart_from;
use crate::cli::published::Published;
use crate::cli::record_file::{Prepared, begin, prepare};
use crate::load::source::files::is_left_behind;
use crate::model::dictionary::Level;
use crate::render::open_tables::{self, DESCRIPTOR, Shelf};
use crate::report::open_tables::package;
use crate::report::site::{Dated, figures_of, sheets};
use crate::sheet::Sheet;

/// What a descriptor of ours holds.
const OURS: &str = "\"name\": \"tongbao-tables\"";

/// Files beside those that they will replace.
struct Beside<'a> {
    folder: &'a Path,
    written: Vec<Prepared>,
}

impl Shelf for Beside<'_> {
    type File = File;

    fn begin(&mut self, name: &str) -> Result<File> {
        let (file, prepared) = begin(&self.folder.join(name))?;
        self.written.push(prepared);
        Ok(file)
    }

    fn end(&mut self, _: &str, file: File) -> Result<()> {
        Ok(file.sync_all()?)
    }
}

/// Writes the tables; returns what is to be said of them. None changes before all are written.
pub(in crate::cli) fn write(
    out: &Path,
    data: &Data,
    published: &[Published],
    level: Level,
) -> Result<String> {
    apart_from(out, &data.path(""))?;
    require_own(out)?;
    let bases: Vec<_> = published
        .iter()
        .filter_map(|book| Some((book.basis.as_ref()?, &book.periods)))
        .collect();
    let editions: Vec<Vec<Dated>> =
        bases.iter().map(|(basis, periods)| figures_of(basis, periods)).collect();
    let books: Vec<Vec<Sheet>> =
        bases.iter().zip(&editions).map(|((basis, _), of)| sheets(basis, of)).collect();
    let books: Vec<&[Sheet]> = books.iter().map(Vec::as_slice).collect();
    let package = package(&books, level);
    let mut beside = Beside { folder: out, written: Vec::new() };
    let descriptor = open_tables::write(package, &mut beside)?;
    let mut written = beside.written;
    written.push(prepare(&out.join(DESCRIPTOR), &descriptor)?);
    let count = written.len();
    written.into_iter().try_for_each(Prepared::place)?;
    let place = out.join(DESCRIPTOR);
    Ok(format!(
        "{}版开放数据表：{count}个文件，说明在 {}\n",
        level.label(),
        place.display()
    ))
}

/// Fails if a folder holds something and no tables of ours.
fn require_own(out: &Path) -> Result<()> {
    let Ok(entries) = fs::read_dir(out) else { return Ok(()) };
    let names = entries.flatten().map(|entry| entry.file_name());
    let is_empty = names
        .map(|name| name.to_string_lossy().into_owned())
        .all(|name| is_left_behind(&name));
    let is_ours =
        fs::read_to_string(out.join(DESCRIPTOR)).is_ok_and(|text| text.contains(OURS));
    if is_empty || is_ours {
        return Ok(());
    }
    bail!(
        "“{}”里已有别的文件，不是本程序写的数据表；写一个新的或空的文件夹",
        out.display()
    )
}
