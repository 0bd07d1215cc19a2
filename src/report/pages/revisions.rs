//! The page of a book that lists its releases and what was changed of them since.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::model::book::Book;
use crate::model::book::figure_id::FigureId;
use crate::model::edition::release::Release;
use crate::model::value::period::Period;
use crate::report::edition::notices::notices;
use crate::report::listings::columns::Columns;
use crate::report::listings::revisions::{table, withdrawals};
use crate::report::pages::blocks::{heading, paragraph};
use crate::report::pages::vintages::has_courses;
use crate::report::paths;
use crate::report::paths::{INDEX, POLICY, REVISIONS, VINTAGES};
use crate::sheet::Sheet;
use crate::view::inline::Link;
use crate::view::page::{Block, NoticeKind, Page};
use crate::view::table::Table;
use crate::words::date;

/// Digits of a digest that a table has room for.
const DIGITS: usize = 16;

/// The page; `None` before the first release.
pub fn revisions(sheets: &[Sheet]) -> Option<Page> {
    let newest = sheets.last()?;
    let book = newest.book();
    let mut releases: Vec<&Release> =
        book.releases.iter().map(|filed| filed.record.as_ref()).collect();
    releases.sort_by_key(|release| Reverse(release.period.end()));
    let first = releases.first()?;
    let mut blocks = vec![
        paragraph(
            "通报一经发布，数就定下来，存档不再改动。以后查出差错的，公布更正；以后知道了新的情况、数有变化的，公布修订：都列出原来的、改后的、原因和日期。",
        ),
        Block::Links { links: further_links(sheets) },
        heading(1, "released", "发布"),
        Block::Table { table: releases_table(book, &releases) },
        heading(1, "revised", "更正和修订"),
    ];
    blocks.extend(revised(sheets, &releases));
    blocks.extend(withdrawn(book, &releases));
    let mut notices = notices(newest);
    notices.retain(|notice| {
        !matches!(notice.kind, NoticeKind::Revised | NoticeKind::Withdrawn)
    });
    Some(Page {
        path: REVISIONS.to_owned(),
        root: String::new(),
        title: "发布、更正和修订".to_owned(),
        subtitle: format!("最近发布的一期：{}", date::period(&first.period)),
        crumbs: vec![Link::new(&book.card.record.name, INDEX)],
        notices,
        blocks,
        ..Page::default()
    })
}

/// How changes are treated, and how values went from edition to edition, where there is a page.
fn further_links(sheets: &[Sheet]) -> Vec<Link> {
    let mut links = vec![Link::new("更正和修订办法", POLICY)];
    links.extend(has_courses(sheets).then(|| Link::new("各期数的变迁", VINTAGES)));
    links
}

/// A table for each release that was changed since; a sentence where there is none.
fn revised(sheets: &[Sheet], releases: &[&Release]) -> Vec<Block> {
    let tables: Vec<Block> = sheets
        .last()
        .into_iter()
        .flat_map(|newest| releases.iter().map(|release| (newest.book(), release)))
        .filter_map(|(book, release)| {
            table(book, &release.period, is_demo(sheets, &release.period))
        })
        .map(|table| Block::Table { table })
        .collect();
    if tables.is_empty() {
        vec![paragraph("已发布的数和文字都没有改过。")]
    } else {
        tables
    }
}

/// What was taken back of each release; nothing where nothing was.
fn withdrawn(book: &Book, releases: &[&Release]) -> Vec<Block> {
    let tables = releases.iter().filter_map(|release| withdrawals(book, &release.period));
    let mut blocks: Vec<Block> = tables.map(|table| Block::Table { table }).collect();
    if !blocks.is_empty() {
        blocks.insert(0, heading(1, "withdrawn", "撤回"));
    }
    blocks
}

fn is_demo(sheets: &[Sheet], period: &Period) -> bool {
    sheets.iter().any(|sheet| sheet.figures.period == *period && sheet.is_demo)
}

fn releases_table(book: &Book, releases: &[&Release]) -> Table {
    let has_sentences =
        releases.iter().any(|release| changed_counts(book, &release.period).1 > 0);
    let has_digests = releases.iter().any(|release| release.source.is_some());
    let columns = Columns::<&Release>::new()
        .words("期", 16, |release| {
            let period = &release.period;
            Link::new(date::period(period), paths::edition(period))
        })
        .words("印发日期", 18, |release| date::day(release.issued))
        .numbers("发布的数（个）", 14, |release| count(release).to_string())
        .numbers("改过的数（个）", 14, |release| {
            changed_counts(book, &release.period).0.to_string()
        })
        .numbers("改过的文字（处）", 14, |release| {
            changed_counts(book, &release.period).1.to_string()
        })
        .when(has_sentences)
        .words("发布时的数据", 14, |release| {
            Link::new("存档", paths::released(&release.period))
        })
        .words("数据指纹（SHA-256 前16位）", 26, |release| {
            let source = release.source.as_ref();
            let digest = source.map(|source| source.digest.chars().take(DIGITS));
            digest.map(String::from_iter).unwrap_or_default()
        })
        .when(has_digests);
    let note = "数据指纹由发布时账本的全部数据文件算出，存档里有全文。";
    Table {
        notes: has_digests.then(|| note.to_owned()).into_iter().collect(),
        ..columns.listing("releases", "已发布的各期", releases.iter().copied())
    }
}

/// How many figures and scores have a part that the audience got.
fn count(release: &Release) -> usize {
    release.frozen().filter(|figure| !figure.parts.is_empty()).count()
}

/// How many figures and how many sentences of a released edition were changed since.
pub(super) fn changed_counts(book: &Book, period: &Period) -> (usize, usize) {
    let figures: BTreeSet<&FigureId> =
        book.disclosed_figures(period).map(|(_, changed)| &changed.figure).collect();
    let changes = book.disclosed(period).iter();
    (figures.len(), changes.map(|change| change.sentences.len()).sum())
}
