//! The open tables in the site of a book.

use anyhow::Result;

use crate::cli::output::book_files::BookFiles;
use crate::render::open_tables::{self, DESCRIPTOR, Shelf};
use crate::report::open_tables::package;
use crate::sheet::Sheet;
use crate::view::site::{FileLink, Part};

/// The link from the page of an edition, which lies in a folder beside that of the tables.
pub(in crate::cli) const LINK: FileLink = FileLink {
    name: "../tables/datapackage.json",
    title: "开放数据表（CSV）",
    part: Part::Figures,
};

/// The folder of the tables in the site of a book.
struct Within<'a>(&'a dyn BookFiles);

impl Shelf for Within<'_> {
    type File = Vec<u8>;

    fn begin(&mut self, _: &str) -> Result<Vec<u8>> {
        Ok(Vec::new())
    }

    fn end(&mut self, name: &str, file: Vec<u8>) -> Result<()> {
        self.0.write(&format!("tables/{name}"), &file)
    }
}

/// Writes the tables of a book, given the sheets of its editions.
pub(in crate::cli) fn write(book: &dyn BookFiles, sheets: &[Sheet]) -> Result<()> {
    let Some(newest) = sheets.last() else { return Ok(()) };
    let package = package(&[sheets], newest.basis.audience.level);
    let mut folder = Within(book);
    let descriptor = open_tables::write(package, &mut folder)?;
    folder.end(DESCRIPTOR, descriptor)
}
