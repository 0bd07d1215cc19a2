//! `figures.json`: every figure of the edition, for other programs.

use crate::render::files::Format;
use crate::view::site::FileLink;

pub(super) const FORMAT: Format = Format {
    kind: "json",
    link: FileLink { name: "figures.json", title: "全部数据（figures.json）" },
    make: |_, edition| Ok(edition.figures.clone()),
    sources: None,
};
