//! What was revised since an edition was released, as its table.

use std::collections::BTreeMap;

use crate::model::book::Book;
use crate::model::book::current::is_turned;
use crate::model::edition::revision::Revision;
use crate::model::value::period::Period;
use crate::sheet::revised::{part_name, revision_texts};
use crate::view::table::{Cell, Column, Row, Table};
use crate::words::date;
use crate::words::demo;

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
