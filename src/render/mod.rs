//! View model → bytes; no computing, no look at the model, no writing.

pub mod book;
pub mod desk;
pub mod diff;
pub mod docx;
mod drawings;
pub mod files;
mod fitting;
pub mod html;
pub mod json;
pub mod open_tables;
pub mod pdf;
pub mod svg;
pub mod terminal;
pub mod workbook;
pub mod yaml;

/// A file to write, by its path inside the output folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Path with `/`, relative to the output folder.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
}
