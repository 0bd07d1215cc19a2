//! Changed records that count in no period, and why.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::diff::period::Compared;
use crate::figures::basis::Basis;
use crate::figures::facts::fact::{Judgement, RecordAt};
use crate::model::book::Book;
use crate::model::dictionary::Record;
use crate::model::edition::EditionCard;
use crate::model::value::period::Period;
use crate::view::changes::{Change, RecordChange};

/// Enters with each record that counts nowhere the reason for which it is left out at the end of what
/// was compared; where nothing moved at all, also that there is none.
pub(crate) fn uncounted(
    records: &mut [RecordChange],
    compared: &[Compared],
    bases: [&Basis; 2],
) {
    let Some(last) = compared.last().map(|one| &one.period) else { return };
    let idle: Vec<&mut RecordChange> = records
        .iter_mut()
        .filter(|record| record.first.is_none() && is_countable(record))
        .collect();
    if idle.is_empty() {
        return;
    }
    let ids: BTreeSet<String> = idle.iter().map(|record| record.id.clone()).collect();
    let [before, after] = bases.map(|basis| left_out(basis, last, &ids));
    let gone = first_reasons(&before, &after);
    let added = first_reasons(&after, &before);
    let is_still = compared.iter().all(|one| one.changes.moves.is_empty());
    for record in idle {
        let side = if record.change == Change::Gone { &gone } else { &added };
        let reason = side.get(&record.id).cloned();
        record.uncounted = reason.or_else(|| is_still.then(String::new));
    }
}

/// Returns whether what changed in a record could be counted: no rule, no text, no word of a note.
fn is_countable(record: &RecordChange) -> bool {
    let is_fact = !record.kind.is_rule && record.kind.id != EditionCard::KIND.id;
    let is_amount = || {
        let mut fields = record.fields.iter();
        fields
            .any(|one| one.lost || !one.difference.is_empty() || one.label.contains('〔'))
    };
    is_fact && (record.change != Change::Changed || is_amount())
}

/// A fact of a record as it is told apart from its other facts.
type Told = (String, NaiveDate, Option<Decimal>);

/// Returns the first reason for which each record has a fact left out that the other side has not.
fn first_reasons(
    own: &BTreeMap<Told, String>,
    other: &BTreeMap<Told, String>,
) -> BTreeMap<String, String> {
    let mut reasons = BTreeMap::new();
    for (told, reason) in own.iter().filter(|(told, _)| !other.contains_key(told)) {
        reasons.entry(told.0.clone()).or_insert_with(|| reason.clone());
    }
    reasons
}

/// Returns the facts of some records that are left out of a period, with the reason.
fn left_out(
    basis: &Basis,
    period: &Period,
    ids: &BTreeSet<String>,
) -> BTreeMap<Told, String> {
    let figures = basis.figures(period);
    let mut left_out = BTreeMap::new();
    for at in &figures.indicators {
        let facts = basis.series[at.series].facts.iter().zip(&at.judgements);
        for (fact, judgement) in facts {
            let Judgement::LeftOut(reason) = judgement else { continue };
            let id = id(basis.book, fact.record).filter(|id| ids.contains(*id));
            let Some(id) = id else { continue };
            let told = || at.reason(basis, period, (fact, reason));
            let key = (id.to_owned(), fact.when, fact.amount);
            left_out.entry(key).or_insert_with(told);
        }
    }
    left_out
}

fn id(book: &Book, at: RecordAt) -> Option<&str> {
    match at {
        RecordAt::Project(at) => Some(book.projects[at].record.id.as_str()),
        RecordAt::Activity(at) => Some(book.activities[at].record.id.as_str()),
        RecordAt::Total(..) | RecordAt::Duty(..) => None,
    }
}
