//! A page of the site as typed, already formatted blocks; not how it is drawn.

use serde::Serialize;

use crate::report::chart::Chart;
use crate::report::table::Table;
use crate::report::trace::TraceView;

/// One page of a book's site, with every text already formatted.
#[derive(Clone, Debug, Serialize)]
pub struct Page {
    /// Path inside the book's folder, such as `2023-06/index.html`.
    pub path: String,
    /// Way back to the book's folder from this page: empty or `../`.
    pub root: String,
    /// Title of the page and its first heading.
    pub title: String,
    /// Line under the title, such as the cut-off in force.
    pub subtitle: String,
    /// The pages above this one, outermost first.
    pub crumbs: Vec<Link>,
    /// Marks that hold for the whole page, such as 演示数据 or 草稿.
    pub notices: Vec<Notice>,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
    /// The traces that the numbers of this page open; one that no number opens stands open.
    pub traces: Vec<TraceView>,
}

/// A link whose target is a path inside the book's folder, or an `https:` address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Text of the link.
    pub text: String,
    /// Target, relative to the book's folder unless it is an address.
    pub href: String,
}

/// A mark that the reader must not miss.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// What it is about: `demo`, `draft`, `unreleased`, `plan-draft`, `newest`, `revised`.
    pub kind: &'static str,
    /// The sentence shown.
    pub text: String,
}

/// A piece of a page.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// A heading; level 1 is 一、, level 2 is （一）, level 3 is 1.
    Heading {
        /// Level, from 1.
        level: u8,
        /// Anchor.
        id: String,
        /// Text.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// Content.
        inlines: Vec<Inline>,
    },
    /// A list of items, each a run of inlines.
    List {
        /// Whether it is numbered.
        ordered: bool,
        /// The items.
        items: Vec<Vec<Inline>>,
    },
    /// A table.
    Table {
        /// The table.
        table: Table,
    },
    /// A chart, with its numbers as a table for those who cannot see it.
    Chart {
        /// The chart.
        chart: Chart,
    },
    /// The figures that answer in ten seconds; web only, the PDF prints them in a table.
    Cards {
        /// The cards.
        cards: Vec<Card>,
    },
    /// Term and meaning pairs, such as a project's fields or a definition.
    Facts {
        /// The pairs.
        rows: Vec<Fact>,
    },
    /// A list of links, such as the editions of a book.
    Links {
        /// The links.
        links: Vec<Link>,
    },
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Inline {
    /// Plain text, hostile until escaped.
    Text {
        /// The text.
        text: String,
    },
    /// Strong text.
    Strong {
        /// The text.
        text: String,
    },
    /// Emphasised text.
    Emphasis {
        /// The text.
        text: String,
    },
    /// A computed number that opens its trace.
    Number {
        /// The number.
        number: Number,
    },
    /// A link.
    Link {
        /// The link.
        link: Link,
    },
}

impl Inline {
    /// Plain text.
    pub fn text(text: impl Into<String>) -> Inline {
        Inline::Text { text: text.into() }
    }

    /// Its words, whatever its style.
    pub fn plain(&self) -> &str {
        match self {
            Inline::Text { text }
            | Inline::Strong { text }
            | Inline::Emphasis { text } => text,
            Inline::Number { number } => &number.text,
            Inline::Link { link } => &link.text,
        }
    }

    /// The words of a run of them.
    pub fn words(inlines: &[Inline]) -> String {
        inlines.iter().map(Inline::plain).collect()
    }
}

/// A printed number: the figure it belongs to, its exact value and its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Number {
    /// Id of the figure, such as `funds/unit:jiaotong`.
    pub figure: String,
    /// Which number of the figure: `value`, `completion`, `lead`, `target`, `rank` and so on.
    pub part: String,
    /// Exact value as a decimal; empty where the value is unknown.
    pub value: String,
    /// Text as printed, with its unit where the place asks for it.
    pub text: String,
    /// Id of the trace on this page that the number opens, or the path and the anchor of one
    /// on another page of the book; empty where there is none.
    pub trace: String,
}

/// One of the figures that answer in ten seconds.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// What the figure is.
    pub label: String,
    /// The number in large type.
    pub number: Number,
    /// Lines under it, such as completion and lead.
    pub lines: Vec<Vec<Inline>>,
    /// Lamp or verdict; empty id where there is none.
    pub mark: Mark,
}

/// A state shown by a colour and, always, by a word.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// Stable id, such as `green`, `met`, `missed`; empty for none.
    pub id: String,
    /// The word shown.
    pub word: String,
    /// Colour as `#rrggbb`.
    pub color: String,
}

/// A term with its meaning.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    /// The term.
    pub term: String,
    /// The meaning.
    pub inlines: Vec<Inline>,
}
