//! A page of the site as typed, already formatted blocks; not how it is drawn.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::view::chart::{Chart, OnScreen};
use crate::view::first_screen::FirstScreen;
pub use crate::view::first_screen::card::{Bullet, Card, Term};
use crate::view::inline::{Inline, Link};
use crate::view::table::Table;
use crate::view::trace::TraceView;

/// One page of a book's site, with every text already formatted.
#[derive(Clone, Debug, Default, Serialize)]
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
    /// Its place among the pages that hold one long list; `None` for a page on its own.
    pub pager: Option<Pager>,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
    /// The traces that the numbers of this page open; a trace that no number opens is always open.
    pub traces: Vec<TraceView>,
    /// The pages with the traces of further numbers, by the anchors that they have there.
    pub traces_elsewhere: BTreeMap<String, String>,
}

impl Page {
    /// Returns whether the page is sent alone, in a letter or a chat: the first page of a book or an
    /// edition, and an edition as one file. It must hold all that it needs.
    pub fn is_sent_alone(&self) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        let is_without_way_back = self.path.contains('/') && self.root.is_empty();
        name == "index.html" || is_without_way_back
    }

    /// Returns the charts that the page shows as drawings.
    pub fn drawn_charts(&self) -> impl Iterator<Item = &Chart> {
        let charts = self.blocks.iter().filter_map(|block| match block {
            Block::Chart { chart } => Some(chart),
            Block::FirstScreen { screen } => screen.chart.as_ref(),
            _ => None,
        });
        charts.filter(|chart| matches!(chart.on_screen, OnScreen::Drawing))
    }
}

/// The place of a page among those that hold one long list.
#[derive(Clone, Debug, Serialize)]
pub struct Pager {
    /// Which page it is, of how many pages and records, such as 第3页，共25页，全部5012个项目.
    pub place: String,
    /// The ways to the other pages, such as 上一页 and 下一页.
    pub links: Vec<Link>,
}

/// A mark that the reader must not miss.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Notice {
    /// What it is about.
    pub kind: NoticeKind,
    /// The sentence shown.
    pub text: String,
}

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeKind {
    /// Suppositions that were laid over the data.
    Supposed,
    /// Invented data.
    Demo,
    /// An edition without a file.
    Draft,
    /// An edition that is still to be released.
    Unreleased,
    /// A plan that is a draft.
    PlanDraft,
    /// Which edition the page shows.
    Newest,
    /// Numbers that were revised.
    Revised,
    /// Numbers that were taken back.
    Withdrawn,
}

impl NoticeKind {
    /// The mark in a word or two, for a line of all that a page bears.
    pub fn word(self) -> &'static str {
        match self {
            NoticeKind::Supposed => "推演",
            NoticeKind::Demo => "演示",
            NoticeKind::Draft => "草稿",
            NoticeKind::Unreleased => "送审稿",
            NoticeKind::PlanDraft => "方案未定稿",
            NoticeKind::Newest => "最新一期",
            NoticeKind::Revised => "有修订",
            NoticeKind::Withdrawn => "有撤回",
        }
    }
}

/// A piece of a page.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[expect(clippy::large_enum_variant, reason = "there are a few dozen of them")]
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
        /// Number of the first item; none if they are not numbered.
        first: Option<u64>,
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
    /// What an edition says first; its headline is the first heading of the page.
    FirstScreen {
        /// What it says.
        screen: Box<FirstScreen>,
    },
    /// Term and meaning pairs, such as a project's fields or a definition.
    Facts {
        /// The pairs.
        rows: Vec<Term>,
    },
    /// A list of links, such as the editions of a book.
    Links {
        /// The links.
        links: Vec<Link>,
    },
}
