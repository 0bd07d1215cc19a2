//! Open tables: each as a `.csv` file, and `datapackage.json`, which says what is in them.

mod descriptor;
mod rows;

use std::io::Write;

use anyhow::Result;

use crate::render::open_tables::descriptor::descriptor;
use crate::render::open_tables::rows::rows;
use crate::view::open_table::Package;

/// Name of the file that describes the tables.
pub const DESCRIPTOR: &str = "datapackage.json";

/// Name and version of the format: columns are only added, else the version changes.
pub const SCHEMA: &str = "tongbao-tables/1";

/// A table that was written.
pub(super) struct Written {
    name: &'static str,
    title: &'static str,
    schema: serde_json::Value,
    rows: usize,
    bytes: u64,
    sha256: String,
}

/// Writes the tables of a package, each to the place that is made for its file, row by row; returns
/// the bytes of the file that describes them.
pub fn write<W: Write>(
    package: Package,
    mut place: impl FnMut(&str) -> Result<W>,
) -> Result<Vec<u8>> {
    let Package { audience, title, sources, licences, tables } = package;
    let mut written = Vec::new();
    for table in tables {
        let file = place(&format!("{}.csv", table.name))?;
        written.push(rows(table, file)?);
    }
    let head = descriptor::Head { audience, title, sources, licences };
    Ok(descriptor(&head, &written))
}
