//! `issued.pdf`: the document as it was issued, beside the one that is set anew.

use anyhow::anyhow;

use crate::render::files::Format;
use crate::view::site::{FileLink, Part};

pub(super) const FORMAT: Format = Format {
    kinds: &["pdf"],
    link: FileLink {
        name: "issued.pdf",
        title: "印发的公文（PDF，原件）",
        part: Part::Issued,
    },
    make: |_, edition| {
        let issued = edition.issued.as_deref();
        Ok(issued.ok_or_else(|| anyhow!("这一期没有存下印发的公文"))?.to_vec())
    },
    sources: None,
};
