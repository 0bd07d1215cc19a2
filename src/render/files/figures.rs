//! `figures.json`: every figure of the edition, for other programs.

use anyhow::Context;

use crate::render::files::Format;
use crate::view::site::{FileLink, Part};

pub(super) const FORMAT: Format = Format {
    kinds: &["json"],
    link: FileLink {
        name: "figures.json",
        title: "全部数据（figures.json）",
        part: Part::Figures,
    },
    make: |_, edition| edition.figures.clone().context("这一期没有数据"),
    sources: None,
};
