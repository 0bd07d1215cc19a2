//! 下级发布情况: of each book below, what it released of the period, and what it disclosed since.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::below::lives::BelowLife;
use crate::model::below::release::BelowRelease;
use crate::model::dictionary::Level;
use crate::model::record::registry::Below;
use crate::report::listings::columns::Columns;
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::inline::{Inline, Link};
use crate::view::table::Table;
use crate::words::date;
use crate::words::demo;
use crate::words::number::DASH;

pub(super) const TABLE: TableKind = TableKind {
    name: "下级发布情况",
    meaning: "各下级账本这一期的存档：已取、未发布、截止后才发布、撤回、较早的格式、发布后有更正或修订，和它的指纹",
    level: Level::Internal,
    make: Make::Sheet(make),
};

/// How many digits of a digest are printed.
const DIGITS: usize = 12;

/// A book below, and what came of it.
struct Row<'a> {
    below: &'a Below,
    name: String,
    release: Option<&'a BelowRelease>,
    words: Vec<String>,
}

fn make(sheet: &Sheet) -> Option<Table> {
    let (book, period) = (sheet.book(), &sheet.figures.period);
    let below = book.card.record.below.iter();
    let mut lives: BTreeMap<&str, Vec<BelowLife>> = BTreeMap::new();
    for life in book.lives_below() {
        if life.release.period == *period {
            lives.entry(&life.release.book).or_default().push(life);
        }
    }
    let rows: Vec<Row> = below
        .map(|below| {
            let lives = lives.get(below.id.as_str());
            row(sheet, below, lives.map_or(&[], Vec::as_slice))
        })
        .collect();
    let figures = rows.iter().filter_map(|row| row.release);
    let is_demo = figures
        .flat_map(|release| &release.figures)
        .any(|figure| figure.demo.unwrap_or(true));
    let missing: Vec<&str> = rows
        .iter()
        .filter(|row| row.release.is_none())
        .map(|row| row.name.as_str())
        .collect();
    let told = match missing.len() {
        0 => format!("{}个下级账本都已取来。", rows.len()),
        count => {
            format!("{}个下级账本，{count}个没有：{}。", rows.len(), missing.join("、"))
        }
    };
    let columns = Columns::<&Row>::new()
        .words("下级", 12, name)
        .words("状态", 30, |row| row.words.join("；"))
        .words("印发", 12, |row| {
            row.release.map_or(DASH.to_owned(), |release| date::day(release.issued))
        })
        .words("存档的 SHA-256", 14, |row| {
            row.release.map_or(DASH.to_owned(), |release| {
                release.digest.get(..DIGITS).unwrap_or_default().to_owned()
            })
        });
    let title = format!("下级发布情况{}", demo::after_title(is_demo));
    Table { notes: vec![told], ..columns.listing("below", title, &rows) }.filled()
}

fn name(row: &Row) -> Inline {
    match (&row.below.address, row.release) {
        (Some(site), Some(release)) => {
            let site = site.0.trim_end_matches('/');
            let href = format!("{site}/{}/index.html", release.period);
            Inline::Link { link: Link::new(&row.name, href) }
        }
        _ => Inline::text(&row.name),
    }
}

fn row<'a>(sheet: &Sheet<'a>, below: &'a Below, lives: &[BelowLife<'a>]) -> Row<'a> {
    let unit = sheet.register().unit(&below.unit);
    let name = unit.map_or(below.unit.as_str(), |unit| &unit.name).to_owned();
    let last_day = sheet.last_day();
    let mut words: Vec<String> =
        lives.iter().filter_map(|life| taken_back(life, last_day)).collect();
    let standing = lives.iter().find(|life| life.stands_on(last_day));
    match standing {
        Some(life) => {
            let older = life
                .release
                .is_older()
                .then(|| "较早的格式，没有写明是否演示，按演示标注".to_owned());
            words.extend(older.into_iter().chain(revised(sheet, below)));
            if words.is_empty() {
                words.push("已取".to_owned());
            }
        }
        None if lives.iter().any(|life| life.since > last_day) => {
            words.push(format!("{}截止后才发布，本期不计", date::day(last_day)));
        }
        None if words.is_empty() => words.push("未发布".to_owned()),
        None => words.push("没有再发布".to_owned()),
    }
    Row { below, name, release: standing.map(|life| life.release), words }
}

/// That the book below took a release back by a day, and why.
fn taken_back(life: &BelowLife, last_day: NaiveDate) -> Option<String> {
    let taken_back = life.taken_back.filter(|one| one.date <= last_day)?;
    Some(format!("{}撤回：{}", date::day(taken_back.date), taken_back.reason))
}

/// What the book below disclosed of the period by the last day of the sheet.
fn revised(sheet: &Sheet, below: &Below) -> Option<String> {
    let path = format!("below/{}/revisions/{}.yaml", below.id, sheet.figures.period);
    let file = sheet.book().below_revisions.iter().find(|one| one.path == path)?;
    let last_day = sheet.last_day();
    let known = file.record.changes.iter().filter(|change| change.date <= last_day);
    let words: Vec<String> = known
        .map(|change| {
            format!(
                "{}{}：{}",
                date::day(change.date),
                change.kind.label(),
                change.reason
            )
        })
        .collect();
    (!words.is_empty()).then(|| words.join("；"))
}
