//! The text of a printed bulletin: sentences and tables, not yet interpreted.

/// A bulletin's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintedText {
    /// The sentences, in order.
    pub sentences: Vec<Sentence>,
    /// The tables, in order.
    pub tables: Vec<PrintedTable>,
}

/// A sentence, or what a semicolon ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// Line of the file, from 1.
    pub line: usize,
    /// Number of its paragraph.
    pub paragraph: usize,
    /// Its text, without the final punctuation mark and with its lines joined.
    pub text: String,
    /// Whether a semicolon joins it to the sentence before.
    pub continues: bool,
    /// Where its text goes on in a new line, and the number of that line.
    pub breaks: Vec<(usize, usize)>,
}

impl Sentence {
    /// Returns the line of the file that holds a byte of the text.
    pub fn line_at(&self, at: usize) -> usize {
        let before = self.breaks.partition_point(|(start, _)| *start <= at);
        before.checked_sub(1).map_or(self.line, |last| self.breaks[last].1)
    }
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
