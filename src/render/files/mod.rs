//! The files that each edition has in its folder: one file here for each format.

mod brief;
mod bulletin;
mod data;
mod figures;
mod issued;
mod message;
mod tables;
mod word;

use std::sync::OnceLock;

use anyhow::{Result, anyhow};
use sha2::{Digest, Sha256};

use crate::render::drawings::drawings;
use crate::render::pdf::PdfRenderer;
use crate::render::svg::variant::Variant;
use crate::theme::Theme;
use crate::view::document::{Document, Form};
use crate::view::site::{EditionFiles, FileLink};

/// A SHA-256 of what a file is made from.
pub type SourcesDigest = [u8; 32];

/// What files are made with.
pub(super) struct Makers {
    pub(super) theme: Theme,
    /// Set up with the first document, as it unpacks the fonts.
    pdf: OnceLock<Result<PdfRenderer, String>>,
    theme_digest: OnceLock<SourcesDigest>,
}

impl Makers {
    pub(super) fn new(theme: Theme) -> Makers {
        Makers { theme, pdf: OnceLock::new(), theme_digest: OnceLock::new() }
    }

    /// Returns what prints documents.
    fn pdf(&self) -> Result<&PdfRenderer> {
        let new = || PdfRenderer::new(&self.theme).map_err(|error| format!("{error:#}"));
        self.pdf.get_or_init(new).as_ref().map_err(|error| anyhow!("{error}"))
    }

    /// Prints a paper, with the figures attached to it if any are given.
    fn print(&self, document: &Document, figures: Option<&[u8]>) -> Result<Vec<u8>> {
        // The charts of the one page for leaders stand beside one another.
        let is_brief = document.form == Form::Brief;
        let variant = if is_brief { Variant::Half } else { Variant::Print };
        let drawings = drawings(document.charts(), &[variant], &self.theme);
        let drawings = drawings.into_iter().map(|(id, svg)| (id, svg.into())).collect();
        self.pdf()?.print(document, &drawings, figures)
    }

    /// Returns a digest of what documents have of the theme.
    fn theme_digest(&self) -> &[u8] {
        let folders = ["fonts/", "pdf/", "theme.txt"].into_iter();
        let files = folders.flat_map(|folder| self.theme.folder(folder));
        self.theme_digest.get_or_init(|| {
            digest(files.flat_map(|(path, bytes)| [path.as_bytes(), bytes]))
        })
    }
}

/// Returns a digest of some bytes, which tells where each of them ends.
pub(super) fn digest<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> SourcesDigest {
    let add = |digest: Sha256, part: &[u8]| {
        digest.chain_update((part.len() as u64).to_le_bytes()).chain_update(part)
    };
    parts.into_iter().fold(Sha256::new(), add).finalize().into()
}

/// A format in which each edition is published.
#[derive(Debug)]
pub struct Format {
    /// Words by which a build leaves it out.
    pub kinds: &'static [&'static str],
    /// Name of the file, and what the link to it says.
    pub link: FileLink,
    /// Makes the file of an edition.
    make: fn(&Makers, &EditionFiles) -> Result<Vec<u8>>,
    /// Returns a digest of all that it is made from but the program; `None` where making it is
    /// cheaper.
    sources: Option<fn(&Makers, &EditionFiles) -> Result<SourcesDigest>>,
}

/// A file of an edition, which is made when it is asked for.
pub struct EditionFile<'a, 's> {
    /// Path inside the book's folder.
    pub path: String,
    format: &'static Format,
    makers: &'a Makers,
    edition: &'a EditionFiles<'s>,
}

impl<'a, 's> EditionFile<'a, 's> {
    pub(super) fn new(
        format: &'static Format,
        makers: &'a Makers,
        edition: &'a EditionFiles<'s>,
    ) -> EditionFile<'a, 's> {
        let path = format!("{}/{}", edition.folder, format.link.name);
        EditionFile { path, format, makers, edition }
    }

    /// Returns a digest of all that the file is made from but the program: from the same, it comes
    /// out the same. `None` where making it is cheaper than knowing that.
    pub fn sources(&self) -> Option<Result<SourcesDigest>> {
        self.format.sources.map(|sources| sources(self.makers, self.edition))
    }

    /// Makes its bytes.
    pub fn make(&self) -> Result<Vec<u8>> {
        (self.format.make)(self.makers, self.edition)
    }
}

/// Every format, in the order in which the page of an edition links to them.
pub const FORMATS: &[Format] = &[
    bulletin::FORMAT,
    word::FORMAT,
    issued::FORMAT,
    brief::FORMAT,
    data::FORMAT,
    tables::FORMAT,
    message::FORMAT,
    figures::FORMAT,
];
/// The words by which a build leaves formats out.
pub const KINDS: &[&str] = &["pdf", "docx", "brief", "data", "xlsx", "message", "json"];

/// Returns the formats but for those of some kinds.
pub fn formats_without(left_out: &[&str]) -> Vec<&'static Format> {
    let is_kept =
        |format: &&Format| !format.kinds.iter().any(|kind| left_out.contains(kind));
    FORMATS.iter().filter(is_kept).collect()
}
