//! `brief.pdf`: one page for leaders.

use anyhow::Result;

use crate::render::files::{Format, Makers, SourcesDigest, digest};
use crate::view::site::{EditionFiles, FileLink, Part};

pub(super) const FORMAT: Format = Format {
    kinds: &["pdf", "brief"],
    link: FileLink {
        name: "brief.pdf",
        title: "领导参阅（PDF，一页）",
        part: Part::Brief,
    },
    make: |makers, edition| makers.print(&edition.brief, None),
    sources: Some(sources),
};

fn sources(makers: &Makers, edition: &EditionFiles) -> Result<SourcesDigest> {
    let document = serde_json::to_vec(&*edition.brief)?;
    Ok(digest([makers.theme_digest(), &document]))
}
