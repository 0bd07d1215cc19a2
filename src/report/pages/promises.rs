//! `promises.html` 承诺和履约: policies that lack a review or are not kept, and what investors kept.

use crate::report::edition::narrative::insert_tables;
use crate::report::edition::notices::newest_notices;
use crate::report::listings::links::has_promises;
use crate::report::pages::blocks::paragraph;
use crate::report::paths::{INDEX, PROMISES};
use crate::report::tables::table_called;
use crate::sheet::Sheet;
use crate::view::inline::Link;
use crate::view::page::{Block, Page};
use crate::words::date::period;

/// The tables of the page, by their names.
const TABLES: [&str; 2] = ["政策承诺清单", "履约对照"];

/// The page; `None` where the audience may not see it, or nothing was promised.
pub fn promises(newest: &Sheet) -> Option<Page> {
    if !has_promises(newest) {
        return None;
    }
    let kinds = TABLES.iter().filter_map(|name| table_called(name));
    let tables: Vec<Block> =
        kinds.flat_map(|kind| insert_tables(newest, kind, None)).collect();
    let opening = if tables.is_empty() {
        "已登记的政策承诺都经过审查，到期的都已兑现。"
    } else {
        "各项目的全部承诺列在项目页上；这里只列应审未审的、到期未兑现的，以及履约对照。"
    };
    Some(Page {
        path: PROMISES.to_owned(),
        root: String::new(),
        title: "承诺和履约".to_owned(),
        subtitle: period(&newest.figures.period),
        crumbs: vec![Link::new(&newest.book().card.record.name, INDEX)],
        notices: newest_notices(newest),
        blocks: [paragraph(opening)].into_iter().chain(tables).collect(),
        ..Page::default()
    })
}
