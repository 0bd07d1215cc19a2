//! The files that each edition has in its folder: one file here for each format.

mod bulletin;
mod figures;

use std::sync::OnceLock;

use anyhow::{Result, anyhow};

use crate::render::pdf::PdfRenderer;
use crate::theme::Theme;
use crate::view::site::{EditionFiles, FileLink};

/// What files are made with.
pub(super) struct Makers {
    pub(super) theme: Theme,
    /// Set up with the first document, as it unpacks the fonts.
    pdf: OnceLock<Result<PdfRenderer, String>>,
}

impl Makers {
    pub(super) fn new(theme: Theme) -> Makers {
        Makers { theme, pdf: OnceLock::new() }
    }

    /// Returns what prints documents.
    fn pdf(&self) -> Result<&PdfRenderer> {
        let new = || PdfRenderer::new(&self.theme).map_err(|error| format!("{error:#}"));
        self.pdf.get_or_init(new).as_ref().map_err(|error| anyhow!("{error}"))
    }
}

/// A format in which each edition is published.
#[derive(Debug)]
pub struct Format {
    /// Word by which a build leaves it out.
    pub kind: &'static str,
    /// Name of the file, and what the link to it says.
    pub link: FileLink,
    /// Makes the file of an edition.
    pub(super) make: fn(&Makers, &EditionFiles) -> Result<Vec<u8>>,
}

/// Every format, in the order in which the page of an edition links to them.
pub const FORMATS: &[Format] = &[bulletin::FORMAT, figures::FORMAT];

/// Returns the formats but for some.
pub fn formats_without(left_out: &[&Format]) -> Vec<&'static Format> {
    let is_kept =
        |format: &&Format| left_out.iter().all(|other| other.kind != format.kind);
    FORMATS.iter().filter(is_kept).collect()
}
