//! What was revised or taken back since an edition was released, as its tables.

use std::collections::BTreeMap;

use crate::figures::facts::moment::register_for;
use crate::model::book::Book;
use crate::model::book::figure_id::FigureId;
use crate::model::book::registered::Registered;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::revision::{Revision, Withdrawal};
use crate::model::value::period::Period;
use crate::report::listings::columns::Columns;
use crate::sheet::revised::{part_name, revision_texts};
use crate::view::table::Table;
use crate::words::date;
use crate::words::demo;

/// The disclosed changes to an edition; `None` where nothing was revised. The parts of a figure
/// that were changed on one day for one reason stand in one row.
pub fn table(book: &Book, period: &Period, is_demo: bool) -> Option<Table> {
    let revisions = book.revisions(period);
    let first = revisions.first()?;
    let units: BTreeMap<&FigureId, &str> = book
        .release(period)
        .into_iter()
        .flat_map(|release| &release.record.figures)
        .map(|given| (&given.entry.id, given.entry.unit.as_str()))
        .collect();
    let texts = |group: &[Revision]| {
        let unit = units.get(&group[0].figure).copied().unwrap_or_default();
        texts(book, group, unit)
    };
    // One correction moves many figures: what is the same for all of them is said once.
    let is_same = revisions.iter().all(|revision| why(revision) == why(first));
    let rows = revisions
        .chunk_by(|left, right| left.figure == right.figure && why(left) == why(right));
    let columns = Columns::<&[Revision]>::new()
        .words("数", 18, |group| &group[0].name)
        .words("发布时", 24, |group| texts(group).0)
        .words("修订后", 24, |group| texts(group).1)
        .words("原因", 18, |group| &group[0].reason)
        .when(!is_same)
        .words("修订日期", 15, |group| date::day(group[0].date))
        .when(!is_same);
    let id = format!("revisions-{period}");
    let title =
        format!("{}通报修订情况{}", date::period(period), demo::after_title(is_demo));
    Some(Table {
        notes: notes(revisions, is_same.then_some(first)),
        ..columns.records(id, title, rows)
    })
}

fn why(revision: &Revision) -> (chrono::NaiveDate, &str) {
    (revision.date, &revision.reason)
}

/// Why and when, where that is the same for all, and what a dash means.
fn notes(revisions: &[Revision], same: Option<&Revision>) -> Vec<String> {
    let why = same.map(|revision| {
        format!("{}修订，原因：{}。", date::day(revision.date), revision.reason)
    });
    let lacks = |revision: &Revision| revision.old.is_none() || revision.new.is_none();
    let dash = revisions.iter().any(lacks).then(|| "“—”：没有这个数。".to_owned());
    why.into_iter().chain(dash).collect()
}

/// A figure's changes of one day: its parts before and after.
fn texts(book: &Book, group: &[Revision], unit: &str) -> (String, String) {
    // A verdict that stays is told by the completion it rests on.
    let listed = group.iter().filter(|revision| !revision.keeps_verdict());
    let parts = listed.map(|revision| {
        let (old, new) = revision_texts(revision, unit);
        // A lead says itself what it is: 超1.48个百分点.
        let label = match revision.part {
            FrozenPart::Lead => String::new(),
            _ => part_name(book, &revision.figure, &revision.part),
        };
        (format!("{label}{old}"), format!("{label}{new}"))
    });
    let (old, new): (Vec<String>, Vec<String>) = parts.unzip();
    (old.join("；"), new.join("；"))
}

/// The figures that the public had and has no more; `None` where nothing was taken back.
pub(crate) fn withdrawals(book: &Book, period: &Period) -> Option<Table> {
    let withdrawals = book.withdrawals(period);
    if withdrawals.is_empty() {
        return None;
    }
    let register = register_for(book, period);
    let columns = Columns::<&Withdrawal>::new()
        .words("数", 40, |withdrawal| names(book, register, withdrawal))
        .words("原因", 30, |withdrawal| &withdrawal.reason)
        .words("撤回日期", 15, |withdrawal| date::day(withdrawal.date));
    let id = format!("withdrawals-{period}");
    let title = format!("{}通报公开版撤回的数", date::period(period));
    Some(columns.records(id, title, withdrawals))
}

/// Indicators that were taken back whole, then single figures.
fn names(book: &Book, register: Registered, withdrawal: &Withdrawal) -> String {
    let name = |word: &str| {
        book.indicator(word).map_or(word.to_owned(), |(_, one)| one.name.clone())
    };
    let whole = withdrawal
        .indicators
        .iter()
        .map(|indicator| format!("{}（全部范围）", name(indicator.as_str())));
    let single = withdrawal.figures.iter().map(|figure| match figure {
        FigureId::Indicator(id, scope) | FigureId::Score(id, scope) => {
            format!("{} · {}", name(id.as_str()), register.scope_name(scope))
        }
    });
    whole.chain(single).collect::<Vec<_>>().join("；")
}
