//! The elements of pages and of Word documents.

/// The words of a kind of document.
pub(super) struct Language {
    pub(super) table: &'static str,
    pub(super) row: &'static str,
    pub(super) cells: &'static [&'static str],
    /// Elements that are paragraphs.
    pub(super) blocks: &'static [&'static str],
    /// Elements that end a line within a paragraph.
    pub(super) breaks: &'static [&'static str],
    /// The element whose content alone is text; all is, if there is none.
    pub(super) text: Option<&'static str>,
}

/// Pages.
pub(super) const HTML: Language = Language {
    table: "table",
    row: "tr",
    cells: &["td", "th"],
    blocks: &[
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "header",
        "footer",
        "title",
        "body",
        "blockquote",
        "pre",
    ],
    breaks: &["br"],
    text: None,
};

/// The main part of Word documents, whose lines are its paragraphs.
pub(super) const WORD: Language = Language {
    table: "w:tbl",
    row: "w:tr",
    cells: &["w:tc"],
    blocks: &["w:p"],
    breaks: &["w:br", "w:cr"],
    text: Some("w:t"),
};
