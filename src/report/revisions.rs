//! What was released and what was revised since: the table of an edition and the page of a book.

use std::collections::BTreeMap;
use std::fmt::Display;

use crate::model::book::Book;
use crate::model::period::Period;
use crate::model::release::Release;
use crate::model::revision::Revision;
use crate::report::notices::notices;
use crate::report::page::{Block, Link, Page};
use crate::report::pages::{heading, link, link_cell, paragraph};
use crate::report::revised::{is_turned, part_name, revision_texts};
use crate::report::sheet::Sheet;
use crate::report::table::{Cell, Column, Row, Table};
use crate::words::date;
use crate::words::demo;

/// The page of a book that lists its releases and revisions.
pub const PAGE: &str = "revisions.html";

/// The disclosed changes to an edition; none where nothing was revised.
pub fn table(book: &Book, period: &Period, demo: bool) -> Option<Table> {
    let revisions = book.revisions(period);
    let units: BTreeMap<&str, &str> = book
        .release(period)
        .into_iter()
        .flat_map(|release| &release.record.figures)
        .map(|figure| (figure.id.as_str(), figure.unit.as_str()))
        .collect();
    // One correction moves many figures: what is the same for all of them is said once.
    let why = |one: &Revision| (one.date, one.reason.clone());
    let first = revisions.first()?;
    let same = revisions.iter().all(|one| why(one) == why(first));
    let mut rows: Vec<Row> = Vec::new();
    for group in revisions.chunk_by(|left, right| {
        (&left.figure, left.date, &left.reason)
            == (&right.figure, right.date, &right.reason)
    }) {
        let unit = units.get(group[0].figure.as_str()).copied().unwrap_or_default();
        rows.push(row(book, group, unit, !same));
    }
    let lacks = revisions.iter().any(|one| one.old.is_none() || one.new.is_none());
    (!rows.is_empty()).then(|| Table {
        id: format!("revisions-{period}"),
        title: format!("{}通报修订情况{}", date::period(period), demo::after_title(demo)),
        unit: String::new(),
        columns: columns(!same),
        rows,
        notes: notes(same.then_some(first), lacks),
        wide: false,
    })
}

fn columns(why: bool) -> Vec<Column> {
    let mut columns = vec![
        Column::words("数", 18),
        Column::words("发布时", 24),
        Column::words("修订后", 24),
    ];
    if why {
        columns.extend([Column::words("原因", 18), Column::words("修订日期", 15)]);
    }
    columns
}

/// Why and when, where that is the same for all, and what a dash means.
fn notes(same: Option<&Revision>, lacks: bool) -> Vec<String> {
    let why =
        same.map(|one| format!("{}修订，原因：{}。", date::day(one.date), one.reason));
    why.into_iter().chain(lacks.then(|| "“—”：没有这个数。".to_owned())).collect()
}

/// A figure's changes of one day: its parts before and after, side by side.
fn row(book: &Book, group: &[Revision], unit: &str, why: bool) -> Row {
    let parts = group.iter().filter(|revision| is_told(revision)).map(|revision| {
        let (old, new) = revision_texts(revision, unit);
        // A lead says itself what it is: 超1.48个百分点.
        let label = match revision.part.id() {
            "lead" => String::new(),
            _ => part_name(book, &revision.figure, &revision.part),
        };
        (format!("{label}{old}"), format!("{label}{new}"))
    });
    let (old, new): (Vec<String>, Vec<String>) = parts.unzip();
    let mut cells = vec![
        Cell::text(&group[0].name),
        Cell::text(old.join("；")),
        Cell::text(new.join("；")),
    ];
    if why {
        cells.push(Cell::text(&group[0].reason));
        cells.push(Cell::text(date::day(group[0].date)));
    }
    Row::body(cells)
}

/// A verdict that stays is told by the completion it rests on.
fn is_told(revision: &Revision) -> bool {
    !revision.part.id().starts_with("verdict:") || is_turned(revision)
}

/// The page; none before the first release.
pub fn page(sheets: &[Sheet]) -> Option<Page> {
    let newest = sheets.last()?;
    let book = newest.book();
    let mut releases: Vec<&Release> =
        book.releases.iter().map(|filed| &filed.record).collect();
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
