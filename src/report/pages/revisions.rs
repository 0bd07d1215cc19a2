//! The page of a book that lists its releases and revisions, and the ways to it.

use std::fmt::Display;

use crate::model::book::Book;
use crate::model::edition::release::Release;
use crate::report::edition::notices::notices;
use crate::report::listings::revisions::table;
use crate::report::pages::{heading, link, link_cell, paragraph};
use crate::sheet::Sheet;
use crate::view::inline::Link;
use crate::view::page::{Block, Page};
use crate::view::table::{Cell, Column, Row, Table};
use crate::words::date;

/// The path of the page.
pub const PAGE: &str = "revisions.html";

/// The page; none before the first release.
pub fn revisions(sheets: &[Sheet]) -> Option<Page> {
    let newest = sheets.last()?;
    let book = newest.book();
    let mut releases: Vec<&Release> =
        book.releases.iter().map(|filed| filed.record.as_ref()).collect();
    releases.sort_by_key(|release| std::cmp::Reverse(release.period.end()));
    let first = releases.first()?;
    let mut blocks = vec![
        paragraph(
            "通报一经发布，数就定下来，存档不再改动。以后查出差错要更正的，逐个列出原数、新数、原因和日期。",
        ),
        heading(1, "released", "发布"),
        Block::Table { table: releases_table(book, &releases) },
        heading(1, "revised", "修订"),
    ];
    let tables: Vec<Block> = releases
        .iter()
        .filter_map(|release| table(book, &release.period, is_demo(sheets, release)))
        .map(|table| Block::Table { table })
        .collect();
    if tables.is_empty() {
        blocks.push(paragraph("已发布的数都没有改过。"));
    }
    blocks.extend(tables);
    Some(Page {
        path: PAGE.to_owned(),
        root: String::new(),
        title: "发布和修订".to_owned(),
        subtitle: format!("最近发布的一期：{}", date::period(&first.period)),
        crumbs: vec![link(&book.card.record.name, "index.html")],
        notices: notices(newest)
            .into_iter()
            .filter(|notice| notice.kind != "revised")
            .collect(),
        blocks,
        traces: Vec::new(),
    })
}

fn is_demo(sheets: &[Sheet], release: &Release) -> bool {
    sheets.iter().any(|sheet| sheet.figures.period == release.period && sheet.is_demo())
}

fn releases_table(book: &Book, releases: &[&Release]) -> Table {
    let known = releases.iter().any(|release| !release.digest.is_empty());
    let row = |release: &&Release| {
        let period = &release.period;
        let revised =
            book.revisions(period).chunk_by(|left, right| left.figure == right.figure);
        let mut cells = vec![
            link_cell(date::period(period), format!("{period}/index.html")),
            Cell::text(date::day(release.issued)),
            Cell::text(release.figures.len().to_string()),
            Cell::text(revised.count().to_string()),
            link_cell("存档", released_path(period)),
        ];
        let digest = release.digest.chars().take(16).collect::<String>();
        cells.extend(known.then(|| Cell::text(digest)));
        Row::body(cells)
    };
    Table {
        id: "releases".to_owned(),
        title: "已发布的各期".to_owned(),
        unit: String::new(),
        columns: vec![
            Column::words("期", 16),
            Column::words("印发日期", 18),
            Column::numbers("发布的数（个）", 14),
            Column::numbers("修订（个）", 12),
            Column::words("发布时的数据", 14),
        ]
        .into_iter()
        .chain(known.then(|| Column::words("数据指纹（SHA-256 前16位）", 26)))
        .collect(),
        rows: releases.iter().map(row).collect(),
        notes: known
            .then(|| "数据指纹由发布时账本的全部数据文件算出，存档里有全文。".to_owned())
            .into_iter()
            .collect(),
        wide: false,
    }
}

/// Where the released file of a period can be downloaded: beside the editions, whose folders
/// readers copy.
pub fn released_path(period: &impl Display) -> String {
    format!("released/{period}.json")
}

/// What the reader of an edition can open: its released file, and what was revised.
pub fn ways(sheet: &Sheet) -> Vec<Link> {
    let book = sheet.book();
    let period = &sheet.figures.period;
    let released =
        book.release(period).map(|_| link("发布时的数据（JSON）", released_path(period)));
    let page = (!book.releases.is_empty()).then(|| link("发布和修订", PAGE));
    released.into_iter().chain(page).collect()
}
