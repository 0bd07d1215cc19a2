//! `figures.json`: every figure of the edition, for other programs.

use crate::render::files::Format;
use crate::view::site::{FileLink, Part};

pub(super) const FORMAT: Format = Format {
    kinds: &["json"],
    link: FileLink {
        name: "figures.json",
        title: "全部数据（figures.json）",
        part: Part::Figures,
    },
    make: |_, edition| Ok(edition.figures.clone()),
    sources: None,
};
