//! `data.pdf`: the tables and charts of an edition, which go with no document.

use anyhow::Result;

use crate::render::files::{Format, Makers, SourcesDigest, digest};
use crate::view::site::{EditionFiles, FileLink, Part};

pub(super) const FORMAT: Format = Format {
    kinds: &["pdf", "data"],
    link: FileLink {
        name: "data.pdf",
        title: "数据资料（PDF，不随文印发）",
        part: Part::Data,
    },
    make: |makers, edition| makers.print(&edition.data, None),
    sources: Some(sources),
};

fn sources(makers: &Makers, edition: &EditionFiles) -> Result<SourcesDigest> {
    let document = serde_json::to_vec(&*edition.data)?;
    Ok(digest([makers.theme_digest(), &document]))
}
