//! `bulletin.pdf`: the edition as an official document, with its figures attached.

use anyhow::Result;

use crate::render::files::{Format, Makers, SourcesDigest, digest};
use crate::view::site::{EditionFiles, FileLink, Part};

pub(super) const FORMAT: Format = Format {
    kinds: &["pdf"],
    link: FileLink {
        name: "bulletin.pdf", title: "公文版（PDF）", part: Part::Document
    },
    make: |makers, edition| makers.print(&edition.document, edition.figures.as_deref()),
    sources: Some(sources),
};

fn sources(makers: &Makers, edition: &EditionFiles) -> Result<SourcesDigest> {
    let document = serde_json::to_vec(&*edition.document)?;
    let figures = edition.figures.as_deref().unwrap_or_default();
    Ok(digest([makers.theme_digest(), &document, figures]))
}
