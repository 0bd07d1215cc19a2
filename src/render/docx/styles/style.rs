//! What styles there are, so that who edits a document changes them in one place.

use crate::render::docx::xml::Element;
use crate::theme::Theme;

/// A style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Status,
    Mark,
    LetterMark,
    Number,
    LetterNumber,
    Title,
    Addressees,
    Body,
    First,
    Second,
    Third,
    Annexes,
    Signature,
    AnnexLabel,
    AnnexTitle,
    TableTitle,
    Cell,
    TableNote,
    Imprint,
    PageNumber,
    LetterFoot,
    /// Of a paragraph that ends a section and takes no room.
    Break,
    /// Of characters.
    Strong,
    Emphasis,
    Signer,
}

/// What a style is.
pub(crate) struct Look {
    pub(crate) style: Style,
    pub(crate) name: &'static str,
    pub(crate) face: Face,
    /// Type size in half points; of the mark and of cells each has its own.
    pub(crate) size: u32,
    /// What its paragraphs have, in the order in which the format wants it.
    pub(crate) paragraph: Vec<Element>,
}

/// A face by its role in a theme.
#[derive(Clone, Copy)]
pub(crate) enum Face {
    Body,
    Heading,
    Subheading,
    Title,
    Table,
}

impl Face {
    pub(crate) const ALL: [Face; 5] =
        [Face::Body, Face::Heading, Face::Subheading, Face::Title, Face::Table];

    /// Its names in a theme, the first choice first.
    pub(crate) fn names(self, theme: &Theme) -> Vec<&str> {
        theme.families(match self {
            Face::Body => "office-body",
            Face::Heading => "office-heading",
            Face::Subheading => "office-subheading",
            Face::Title => "office-title",
            Face::Table => "office-table",
        })
    }
}

impl Style {
    /// Its name in the document.
    pub(crate) fn id(self) -> String {
        format!("{self:?}")
    }
}
