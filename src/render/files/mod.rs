//! The files that each edition has in its folder: one file here for each format.

mod bulletin;
mod figures;

use anyhow::Result;

use crate::render::pdf::PdfRenderer;
use crate::theme::Theme;
use crate::view::site::{EditionFiles, FileLink};

/// What files are made with.
pub(super) struct Makers {
    pub(super) theme: Theme,
    pub(super) pdf: PdfRenderer,
}

/// A format in which each edition is published.
pub struct Format {
    /// Name of the file, and what the link to it says.
    pub link: FileLink,
    /// Makes the file of an edition.
    pub(super) make: fn(&Makers, &EditionFiles) -> Result<Vec<u8>>,
}

/// Every format, in the order in which the page of an edition links to them.
pub const FORMATS: &[Format] = &[bulletin::FORMAT, figures::FORMAT];

/// The links to the files of every format.
pub fn file_links() -> Vec<FileLink> {
    FORMATS.iter().map(|format| format.link).collect()
}
