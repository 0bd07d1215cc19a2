//! Open tables: each as a `.csv` file, and `datapackage.json`, which says what is in them.

mod descriptor;
mod rows;
mod written;

use std::io::Write;

use anyhow::Result;

use crate::render::open_tables::descriptor::{Head, descriptor};
use crate::render::open_tables::rows::rows;
use crate::view::open_table::Package;

/// Name of the file that describes the tables.
pub const DESCRIPTOR: &str = "datapackage.json";

/// Where the files of tables are written.
pub trait Shelf {
    /// What a file is written to.
    type File: Write;
    /// Begins the file with a name.
    fn begin(&mut self, name: &str) -> Result<Self::File>;
    /// Takes the file back once all is written.
    fn end(&mut self, name: &str, file: Self::File) -> Result<()>;
}

/// Writes the tables of a package, row by row; returns the bytes of the file that describes them.
///
/// # Errors
///
/// Returns what went wrong on the shelf.
pub fn write(package: Package, shelf: &mut impl Shelf) -> Result<Vec<u8>> {
    let Package { audience, title, sources, licences, tables } = package;
    let mut written = Vec::new();
    for table in tables {
        let name = format!("{}.csv", table.name);
        let (rows, file) = rows(table, shelf.begin(&name)?)?;
        shelf.end(&name, file)?;
        written.push(rows);
    }
    Ok(descriptor(&Head { audience, title, sources, licences }, &written))
}
