//! `tables.xlsx`: the printed tables of the edition, with numbers as numbers.

use crate::render::files::Format;
use crate::render::workbook::{tables, xlsx};
use crate::view::site::{FileLink, Part};

pub(super) const FORMAT: Format = Format {
    kinds: &["xlsx"],
    link: FileLink {
        name: "tables.xlsx", title: "表格（Excel）", part: Part::Tables
    },
    make: |_, edition| xlsx(&tables(edition.papers())),
    sources: None,
};
