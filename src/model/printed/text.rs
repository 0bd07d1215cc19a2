//! The text of a printed bulletin: sentences and tables, not yet interpreted.

/// A bulletin's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedText {
    /// The sentences, in order.
    pub sentences: Vec<Sentence>,
    /// The tables, in order.
    pub tables: Vec<PrintedTable>,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Line of the file, from 1.
    pub line: usize,
    /// Number of its paragraph.
    pub paragraph: usize,
    /// Its text, without the final punctuation mark.
    pub text: String,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedTable {
    /// The heads of the columns.
    pub heads: Vec<String>,
    /// The rows below the heads.
    pub rows: Vec<PrintedRow>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedRow {
    /// Line of the file, from 1.
    pub line: usize,
    /// The cells as printed.
    pub cells: Vec<String>,
}
