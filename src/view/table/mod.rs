//! A table as typed, already formatted cells; not how it is drawn.

mod columns;

use serde::Serialize;

use crate::view::inline::{Inline, Link, Mark, Number};
use crate::view::spark::Spark;

/// A table with its title, head, rows and notes.
#[derive(Clone, Debug, PartialEq, Default, Serialize)]
pub struct Table {
    /// Id on the page, also the anchor.
    pub id: String,
    /// Title, which says 演示 itself where a row is demo.
    pub title: String,
    /// Whether a heading right above says the title already.
    pub headed: bool,
    /// Unit shared by all money columns, such as 亿元; empty where columns name their own.
    pub unit: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Notes under the table.
    pub notes: Vec<String>,
    /// Whether the table is too wide for an upright page of the PDF.
    pub wide: bool,
    /// Whether each row is a record of the book, so that there may be any number of them.
    pub records: bool,
    /// What of it stands on a page that shows other things too; `None` for all of it.
    pub excerpt: Option<Excerpt>,
    /// Choices by which the reader can leave rows out, for screens only.
    pub filters: Vec<Filter>,
}

/// The rows of a table that stand on a page that shows other things too; the whole has its own page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Excerpt {
    /// The positions of the rows.
    pub rows: Vec<usize>,
    /// What these rows are, such as 本期新增、到期或逾期的; empty where none stands for another reason.
    pub what: &'static str,
}

/// Choices between rows, of which one holds at a time; all rows stand at first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Filter {
    /// What is chosen by, such as 状态.
    pub name: String,
    /// The choices.
    pub choices: Vec<Choice>,
}

/// A choice of rows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Choice {
    /// What it is called, such as 红・严重滞后（7）.
    pub text: String,
    /// The positions of the rows that stay.
    pub rows: Vec<usize>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// Head of the group that this column belongs to; equal neighbours are merged; empty for none.
    pub group: String,
    /// Head.
    pub head: String,
    /// Whether the cells are numbers, set flush right with equal digits.
    pub numeric: bool,
    /// Share of the table's width, relative to the other columns.
    pub weight: u8,
    /// How much it tells where there is room for few columns, by which they are chosen; 0 for what its
    /// cells show.
    pub telling: u8,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// What the row is.
    pub kind: RowKind,
    /// One cell for each column.
    pub cells: Vec<Cell>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowKind {
    /// An ordinary row.
    Body,
    /// A sum of some rows, or the head of a group of rows.
    Subtotal,
    /// The sum of all rows.
    Total,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Default, Serialize)]
pub struct Cell {
    /// The content.
    pub inlines: Vec<Inline>,
    /// Lamp or verdict shown before the content; empty id if there is none.
    pub mark: Mark,
    /// Anchor of the cell on its page; empty for none.
    pub anchor: String,
    /// Small inline chart shown instead of text on the web; the content is its text.
    pub spark: Option<Spark>,
}

impl Cell {
    /// A cell of plain text.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell::inline(Inline::text(text))
    }

    /// A cell with a computed number.
    pub fn number(number: Number) -> Cell {
        Cell::inline(Inline::Number { number })
    }

    /// A cell that is a link.
    pub fn link(link: Link) -> Cell {
        Cell::inline(Inline::Link { link })
    }

    /// A cell with one piece of running text.
    pub fn inline(inline: Inline) -> Cell {
        Cell::run(vec![inline])
    }

    /// A cell with a run of text, numbers and links.
    pub fn run(inlines: Vec<Inline>) -> Cell {
        Cell { inlines, ..Cell::default() }
    }

    /// A cell that shows a lamp or a verdict by its word.
    pub fn mark(mark: Mark) -> Cell {
        Cell { mark, ..Cell::default() }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::text(text)
    }
}

impl From<&String> for Cell {
    fn from(text: &String) -> Cell {
        Cell::text(text)
    }
}

impl From<Number> for Cell {
    fn from(number: Number) -> Cell {
        Cell::number(number)
    }
}

impl From<Link> for Cell {
    fn from(link: Link) -> Cell {
        Cell::link(link)
    }
}

impl From<Mark> for Cell {
    fn from(mark: Mark) -> Cell {
        Cell::mark(mark)
    }
}

impl From<Inline> for Cell {
    fn from(inline: Inline) -> Cell {
        Cell::inline(inline)
    }
}

impl Column {
    /// How much a lamp or a verdict tells.
    pub const STATE: u8 = 80;

    /// A column of words.
    pub fn words(head: &str, weight: u8) -> Column {
        Column {
            group: String::new(),
            head: head.to_owned(),
            numeric: false,
            weight,
            telling: 0,
        }
    }

    /// A column of numbers.
    pub fn numbers(head: &str, weight: u8) -> Column {
        Column { numeric: true, ..Column::words(head, weight) }
    }

    /// The column under a group's head.
    pub fn under(self, group: &str) -> Column {
        Column { group: group.to_owned(), ..self }
    }
}

impl Row {
    /// An ordinary row.
    pub fn body(cells: Vec<Cell>) -> Row {
        Row { kind: RowKind::Body, cells }
    }

    /// Returns the only filled cell of a row that is a heading for the rows below; `None` for other
    /// rows.
    pub fn heading(&self) -> Option<&Cell> {
        let filled = |cell: &&Cell| !cell.inlines.is_empty() || !cell.mark.id.is_empty();
        let mut cells = self.cells.iter().filter(filled);
        let first = cells.next().filter(|_| self.kind == RowKind::Subtotal);
        first.filter(|_| cells.next().is_none())
    }
}

impl Table {
    /// A table without title, unit and notes.
    pub fn bare(columns: Vec<Column>, rows: Vec<Row>) -> Table {
        Table { columns, rows, ..Table::default() }
    }

    /// A bare table of words under these heads.
    pub fn of_words<T: Into<String>>(
        heads: &[&str],
        rows: impl IntoIterator<Item = Vec<T>>,
    ) -> Table {
        let columns = heads.iter().map(|head| Column::words(head, 1)).collect();
        let row = |texts: Vec<T>| Row::body(texts.into_iter().map(Cell::text).collect());
        Table::bare(columns, rows.into_iter().map(row).collect())
    }

    /// Whether the table lists more records than so many.
    pub fn lists_more_than(&self, most: usize) -> bool {
        self.records && self.rows.len() > most
    }

    /// Returns the table; `None` if it has no rows.
    pub fn filled(self) -> Option<Table> {
        (!self.rows.is_empty()).then_some(self)
    }
}
