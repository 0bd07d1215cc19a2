//! The rows of a table as a `.csv` file: UTF-8, no cell of text that an office program would compute.

use std::io::{self, BufWriter, IntoInnerError, Write};

use anyhow::Result;
use csv::Writer;
use sha2::{Digest, Sha256};

use crate::render::open_tables::descriptor::schema;
use crate::render::open_tables::written::Written;
use crate::view::open_table::{OpenField, OpenKind, OpenTable};

/// What the first character of a formula may be.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Counts and digests what is written.
struct Counted<W> {
    to: W,
    digest: Sha256,
    bytes: u64,
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let length = self.to.write(bytes)?;
        self.digest.update(&bytes[..length]);
        self.bytes += length as u64;
        Ok(length)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Writes the rows of a table.
pub(super) fn rows<W: Write>(table: OpenTable, to: W) -> Result<(Written, W)> {
    let to = BufWriter::new(to);
    let mut counted = Counted { to, digest: Sha256::new(), bytes: 0 };
    let OpenTable { name, title, fields, key, rows } = table;
    let count = {
        let mut writer = Writer::from_writer(&mut counted);
        writer.write_record(fields.iter().map(|field| field.name))?;
        let mut count = 0;
        for row in rows {
            writer.write_record(fields.iter().zip(&row).map(cell))?;
            count += 1;
        }
        writer.flush()?;
        count
    };
    let Counted { to, digest, bytes } = counted;
    let written = Written {
        name,
        title,
        schema: schema(&fields, key),
        rows: count,
        bytes,
        sha256: hexadecimal(&digest.finalize()),
    };
    // What was not written yet is written now.
    let to = to.into_inner().map_err(IntoInnerError::into_error)?;
    Ok((written, to))
}

/// A cell; before a text that an office program would take for a formula stands an apostrophe.
fn cell((field, cell): (&OpenField, &String)) -> String {
    if field.kind == OpenKind::Text && cell.starts_with(FORMULA) {
        format!("'{cell}")
    } else {
        cell.clone()
    }
}

fn hexadecimal(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(rows: Vec<Vec<&str>>) -> String {
        let field = |name, kind| OpenField { name, kind, about: "" };
        let rows =
            rows.into_iter().map(|row| row.into_iter().map(str::to_owned).collect());
        let table = OpenTable {
            name: "t",
            title: "t",
            fields: vec![field("name", OpenKind::Text), field("value", OpenKind::Number)],
            key: &[],
            rows: Box::new(rows.collect::<Vec<_>>().into_iter()),
        };
        let (_, bytes) = super::rows(table, Vec::new()).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_text_is_no_formula_and_a_number_stays_one() {
        let text = written(vec![
            vec!["=1+1", "-3.2"],
            vec!["甲,\"乙\"\n丙", ""],
            vec!["-甲", "0.10"],
        ]);
        assert_eq!(text, "name,value\n'=1+1,-3.2\n\"甲,\"\"乙\"\"\n丙\",\n'-甲,0.10\n");
    }
}
