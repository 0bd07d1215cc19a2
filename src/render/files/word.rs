//! `bulletin.docx`: the document once more, to be edited and circulated.

use anyhow::Result;

use crate::render::docx::docx;
use crate::render::files::{Format, Makers, SourcesDigest, digest};
use crate::view::site::{EditionFiles, FileLink, Part};

pub(super) const FORMAT: Format = Format {
    kinds: &["docx"],
    link: FileLink {
        name: "bulletin.docx",
        title: "公文版（Word，供修改）",
        part: Part::Word,
    },
    make: |makers, edition| docx(&edition.document, &makers.theme),
    sources: Some(sources),
};

fn sources(makers: &Makers, edition: &EditionFiles) -> Result<SourcesDigest> {
    let document = serde_json::to_vec(&*edition.document)?;
    Ok(digest([makers.theme_digest(), &document]))
}
