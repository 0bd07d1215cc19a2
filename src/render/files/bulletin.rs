//! `bulletin.pdf`: the edition as an official document, with its figures attached.

use anyhow::Result;

use crate::render::drawings::drawings;
use crate::render::files::{Format, Makers, SourcesDigest, digest};
use crate::render::svg::variant::Variant;
use crate::view::site::{EditionFiles, FileLink};

pub(super) const FORMAT: Format = Format {
    kind: "pdf",
    link: FileLink { name: "bulletin.pdf", title: "公文版（PDF）" },
    make,
    sources: Some(sources),
};

fn sources(makers: &Makers, edition: &EditionFiles) -> Result<SourcesDigest> {
    let document = serde_json::to_vec(&*edition.document)?;
    Ok(digest([makers.theme_digest(), &document, &edition.figures]))
}

fn make(makers: &Makers, edition: &EditionFiles) -> Result<Vec<u8>> {
    let charts = edition.document.charts();
    let drawings = drawings(charts, &[Variant::Print], &makers.theme);
    let drawings = drawings.into_iter().map(|(id, svg)| (id, svg.into())).collect();
    makers.pdf()?.print(&edition.document, &drawings, &edition.figures)
}
