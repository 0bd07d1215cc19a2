//! The periods at which both sides are compared, and the first of them in which a changed record
//! counts.

mod newest;
pub(super) mod told;
pub(super) mod uncounted;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::diff::period::Compared;
use crate::diff::periods::newest::newest;
use crate::figures::basis::Basis;
use crate::model::book::Book;
use crate::model::value::period::Period;
use crate::view::changes::RecordChange;

/// The most drafts after the newest edition: a year of months.
const DRAFTS: usize = 12;

/// Returns the periods of the editions of both sides, in the order of time.
pub(super) fn editions(after: &Book, before: &Book) -> Vec<Period> {
    let editions = after.editions.iter().chain(&before.editions);
    let mut periods: Vec<Period> =
        editions.map(|edition| edition.record.card.period.clone()).collect();
    sort(&mut periods);
    periods
}

/// Returns the periods that come after the editions, each by the rhythm of its series, up to the last
/// fact that either side knows of.
pub(super) fn drafts(
    book: &Book,
    editions: &[Period],
    sides: [&Basis; 2],
) -> Vec<Period> {
    let Some(last) = sides.into_iter().filter_map(last_day).max() else {
        return Vec::new();
    };
    let is_newest = |period: &&Period| {
        !editions
            .iter()
            .any(|other| other.same_series(period) && other.end() > period.end())
    };
    let mut drafts: Vec<Period> = Vec::new();
    for edition in editions.iter().filter(is_newest) {
        let course =
            std::iter::successors(next(book, edition), |period| next(book, period));
        drafts.extend(course.take_while(|period| period.days().start <= last));
    }
    if editions.is_empty() {
        drafts.extend(sides.into_iter().rev().find_map(newest));
    }
    sort(&mut drafts);
    drafts.truncate(DRAFTS);
    drafts
}

fn sort(periods: &mut Vec<Period>) {
    periods.sort_by(|left, right| (left.end(), left).cmp(&(right.end(), right)));
    periods.dedup();
}

/// Returns the period after one in its series; of a campaign, its last day.
fn next(book: &Book, period: &Period) -> Option<Period> {
    let Period::Campaign(id, day) = period else { return period.next() };
    let mut campaigns = book.plans.iter().flat_map(|plan| &plan.record.campaigns);
    let campaign = campaigns.find(|campaign| campaign.id.as_str() == id)?;
    let last = campaign.days.end;
    (*day < last).then(|| Period::Campaign(id.clone(), last))
}

/// Returns the last day on which something happened or became known.
fn last_day(basis: &Basis) -> Option<NaiveDate> {
    let newest = newest(basis).map(|period| period.end());
    let facts = basis.series.iter().flat_map(|series| series.facts.iter());
    facts.filter_map(|fact| fact.known).chain(newest).max()
}

/// Returns the positions of the periods in which a changed record counts first, and enters them with
/// the records; what no record explains is told where it moves something first.
pub(super) fn firsts(
    compared: &[Compared],
    records: &mut [RecordChange],
    asked: Option<&Period>,
) -> BTreeSet<usize> {
    let mut firsts = BTreeSet::new();
    for record in records {
        let Some(at) = compared.iter().position(|one| one.records.contains(&record.id))
        else {
            continue;
        };
        record.first = Some(compared[at].changes.name.clone());
        firsts.insert(at);
    }
    if let Some(asked) = asked {
        let asked = asked.to_string();
        return compared
            .iter()
            .position(|one| one.changes.period == asked)
            .into_iter()
            .collect();
    }
    firsts.extend(compared.iter().position(|one| !one.changes.moves.is_empty()));
    if firsts.is_empty() {
        let newest = compared.iter().rposition(|one| !one.is_draft);
        firsts.extend(newest.or(compared.len().checked_sub(1)));
    }
    firsts
}
