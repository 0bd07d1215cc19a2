//! A workbook as typed sheets of cells; not how it is written.

pub mod marked;

use chrono::NaiveDate;

use crate::view::table::RowKind;

/// A workbook.
#[derive(Clone, Debug, Default)]
pub struct Workbook {
    /// Title in the properties of the file.
    pub title: String,
    /// The sheets.
    pub sheets: Vec<Worksheet>,
}

/// A sheet: a title, lines under it, a head, rows and notes.
#[derive(Clone, Debug, Default)]
pub struct Worksheet {
    /// Name on its tab, which the writer shortens to what a tab may hold.
    pub name: String,
    /// Title above the table.
    pub title: String,
    /// Lines between the title and the head, such as who fills in and for which month.
    pub lines: Vec<String>,
    /// The columns.
    pub columns: Vec<SheetColumn>,
    /// The rows.
    pub rows: Vec<SheetRow>,
    /// Notes under the table.
    pub notes: Vec<String>,
}

/// A column of a sheet.
#[derive(Clone, Debug, Default)]
pub struct SheetColumn {
    /// Head of the group that this column belongs to; equal neighbours are merged; empty for none.
    pub group: String,
    /// Head.
    pub head: String,
    /// Width in characters of a text without Chinese ones.
    pub width: u8,
    /// What to write in it, shown beside its head; empty for none.
    pub note: String,
    /// The words to choose from; empty for any.
    pub choices: Vec<String>,
}

/// A row of a sheet.
#[derive(Clone, Debug)]
pub struct SheetRow {
    /// What the row is.
    pub kind: RowKind,
    /// One cell for each column.
    pub cells: Vec<SheetCell>,
}

/// A cell of a sheet.
#[derive(Clone, Debug, Default)]
pub struct SheetCell {
    /// The content.
    pub content: Content,
    /// Whether somebody is asked to fill it in.
    pub asked: bool,
}

/// What a cell holds.
#[derive(Clone, Debug, Default)]
pub enum Content {
    /// Nothing.
    #[default]
    Blank,
    /// Words, never a formula.
    Text(String),
    /// A number.
    Number(SheetNumber),
    /// A day.
    Day(NaiveDate),
    /// Whether two columns of the row add up to a third, as the program for sheets works out.
    Sum {
        /// Positions of the columns that add up.
        parts: [usize; 2],
        /// Position of the column with the sum.
        whole: usize,
    },
}

/// A number of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetNumber {
    /// The number as digits.
    pub digits: String,
    /// What is printed after it.
    pub suffix: String,
}

impl SheetCell {
    /// A cell that nobody is to change.
    pub fn given(content: Content) -> SheetCell {
        SheetCell { content, asked: false }
    }

    /// A cell of words.
    pub fn text(text: impl Into<String>) -> SheetCell {
        SheetCell::given(Content::Text(text.into()))
    }

    /// A cell to fill in, with what is known already.
    pub fn asked(content: Content) -> SheetCell {
        SheetCell { content, asked: true }
    }
}

impl SheetNumber {
    /// Returns the number in a text of digits and what follows them; `None` if they are no number
    /// that a program for sheets keeps exactly.
    pub fn of(digits: &str, suffix: &str) -> Option<SheetNumber> {
        let unsigned = digits.strip_prefix('-').unwrap_or(digits);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
        let plain = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        let is_number = plain(whole) && plain(fraction);
        let is_code = whole.len() > 1 && whole.starts_with('0');
        let is_short = whole.len() + fraction.len() <= MOST_DIGITS;
        let number = SheetNumber { digits: digits.to_owned(), suffix: suffix.to_owned() };
        (is_number && !is_code && is_short && !suffix.contains('"')).then_some(number)
    }

    /// Returns the number in a printed text: its digits, and all that follows them.
    pub fn printed(text: &str) -> Option<SheetNumber> {
        let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-');
        let end = text.find(|c| !is_digit(c)).unwrap_or(text.len());
        SheetNumber::of(&text[..end], &text[end..])
    }

    /// Returns how many decimal places it has.
    pub fn places(&self) -> usize {
        self.digits.split_once('.').map_or(0, |(_, fraction)| fraction.len())
    }
}

/// Digits that a program for sheets keeps.
const MOST_DIGITS: usize = 15;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_sheet_would_change_is_no_number() {
        let is_number = |digits: &str| SheetNumber::of(digits, "").is_some();
        assert!(is_number("3.20") && is_number("-0.5") && is_number("0"));
        for text in ["", "-", "3.", "0100", "1,200", "—", "1e3", "1234567890123456.7"] {
            assert!(!is_number(text), "{text}");
        }
    }
}
