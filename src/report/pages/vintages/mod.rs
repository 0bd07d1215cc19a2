//! `vintages.html`: how the value of each period was printed from edition to edition.

mod course;
mod disclosed;
mod moves;
mod triangle;

use crate::model::dictionary::Level;
use crate::report::edition::notices::newest_notices;
use crate::report::pages::blocks::{heading, list, paragraph};
use crate::report::pages::vintages::course::{Course, courses};
use crate::report::pages::vintages::disclosed::disclosed;
use crate::report::pages::vintages::moves::{Kind, moved};
use crate::report::pages::vintages::triangle::triangle;
use crate::report::paths::{INDEX, REVISIONS, VINTAGES};
use crate::sheet::Sheet;
use crate::view::inline::{Inline, Link};
use crate::view::page::{Block, NoticeKind, Page};
use crate::words::date;

/// The page; `None` before the second release of a series.
pub fn vintages(sheets: &[Sheet]) -> Option<Page> {
    let newest = sheets.last()?;
    let courses = courses(sheets);
    let last = courses.iter().map(Course::last).max_by_key(|view| {
        let period = &view.sheet.figures.period;
        (period.end(), period.days().start)
    })?;
    let is_told = newest.sees(Level::Internal);
    let mut blocks = vec![paragraph(opening(is_told))];
    if is_told {
        blocks.push(list(Kind::ALL.iter().map(|kind| kind.meaning())));
    }
    let policy = Link::new("发布、更正和修订", REVISIONS);
    blocks.push(Block::Paragraph { inlines: vec![Inline::Link { link: policy }] });
    for (at, course) in courses.iter().enumerate() {
        blocks.push(heading(1, format!("v-{}", at + 1), course.title()));
        // When a record became known is itself none of the public's business.
        let tables = is_told.then(|| [triangle(at, course), moved(at, course)]);
        let tables = tables.into_iter().flatten().chain([disclosed(at, course)]);
        blocks.extend(tables.flatten().map(|table| Block::Table { table }));
    }
    let mut notices = newest_notices(newest);
    notices.retain(|notice| notice.kind == NoticeKind::Demo);
    Some(Page {
        path: VINTAGES.to_owned(),
        root: String::new(),
        title: "各期数的变迁".to_owned(),
        subtitle: format!("到{}一期", date::period(&last.sheet.figures.period)),
        crumbs: vec![Link::new(&newest.book().card.record.name, INDEX)],
        notices,
        blocks,
        ..Page::default()
    })
}

/// Returns whether there is such a page.
pub(super) fn has_courses(sheets: &[Sheet]) -> bool {
    !courses(sheets).is_empty()
}

fn opening(is_told: bool) -> &'static str {
    if is_told {
        "每个主要指标的数，以后各期再看是多少：一行是到某期末的累计数，一列是一期通报，对角线上是那一期发布的数，往右是以后各期按各自的报送截止日所知道的。往右变了的，在下面一张表里逐项写明种类、多少和几条记录。"
    } else {
        "每个主要指标逐期公布的数；发布以后改过的，列出公布的改动。"
    }
}
