//! 下级发布情况: of each book below, what it released of the period, and what it disclosed since.

use std::collections::BTreeMap;

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
    meaning: "各下级账本这一期的存档：已取、未发布、截止后才发布、较早的格式、发布后有更正或修订，和它的指纹",
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
    let releases = book.below.iter().map(|filed| filed.record.as_ref());
    let of_period = releases.filter(|release| release.period == *period);
    let released: BTreeMap<&str, &BelowRelease> =
        of_period.map(|release| (release.book.as_str(), release)).collect();
    let rows: Vec<Row> = below
        .map(|below| row(sheet, below, released.get(below.id.as_str()).copied()))
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

fn row<'a>(
    sheet: &Sheet<'a>,
    below: &'a Below,
    release: Option<&'a BelowRelease>,
) -> Row<'a> {
    let unit = sheet.register().unit(&below.unit);
    let name = unit.map_or(below.unit.as_str(), |unit| &unit.name).to_owned();
    let last_day = sheet.last_day();
    let issued = release.filter(|release| release.issued <= last_day);
    let words = match release {
        None => vec!["未发布".to_owned()],
        Some(release) => {
            let late = (release.issued > last_day)
                .then(|| format!("{}截止后才发布，本期不计", date::day(last_day)));
            let older = release
                .is_older()
                .then(|| "较早的格式，没有写明是否演示，按演示标注".to_owned());
            let revised = revised(sheet, below);
            let words: Vec<String> =
                late.into_iter().chain(older).chain(revised).collect();
            if words.is_empty() { vec!["已取".to_owned()] } else { words }
        }
    };
    Row { below, name, release: issued, words }
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
