//! Tables for other programs: plain columns with a type and a meaning, and what they are a package of.

/// The tables of some books, for one audience.
pub struct Package<'a> {
    /// Who may have it.
    pub audience: &'static str,
    /// What the tables are about, such as 巫山县招商引资工作通报.
    pub title: String,
    /// Who publishes what they are made from, in the order of the books.
    pub sources: Vec<String>,
    /// Under which terms they may be used; empty where no book says so.
    pub licences: Vec<&'static str>,
    /// The tables.
    pub tables: Vec<OpenTable<'a>>,
}

/// A table whose rows are made one by one.
pub struct OpenTable<'a> {
    /// Its name, and the name of its file.
    pub name: &'static str,
    /// Its title.
    pub title: &'static str,
    /// The columns.
    pub fields: Vec<OpenField>,
    /// The columns that tell rows apart; empty where none do.
    pub key: &'static [&'static str],
    /// The rows, with a cell for each column; an empty one is none.
    pub rows: Box<dyn Iterator<Item = Vec<String>> + 'a>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenField {
    /// Its name, which stays the same from version to version.
    pub name: &'static str,
    /// What its cells are.
    pub kind: OpenKind,
    /// What it says, with its unit.
    pub about: &'static str,
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenKind {
    /// Text, which no program takes for a formula.
    Text,
    /// Exact decimal.
    Number,
    /// Whole number.
    Integer,
    /// `true` or `false`.
    Flag,
    /// Day, as 2023-06-30.
    Day,
}
