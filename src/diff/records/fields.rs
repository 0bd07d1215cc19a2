//! Compares a record field by field, with labels and shapes from the dictionary.

use crate::diff::records::align::{align, equal, identity};
use crate::diff::records::entries::{amounts, entries, entry, keyed, shown};
use crate::diff::records::life::{Changing, is_withdrawn, told};
use crate::model::dictionary::written::{Entry, Written};
use crate::model::dictionary::{Field, Kind, Shape, Word, field};
use crate::model::record::project::Contract;
use crate::view::changes::FieldChange;

/// Returns the fields that differ between two records of a kind.
pub(super) fn fields(kind: &Kind, before: &Written, after: &Written) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    record(kind, before, after, "", &mut changes);
    changes
}

fn record(
    kind: &Kind,
    before: &Written,
    after: &Written,
    way: &str,
    changes: &mut Vec<FieldChange>,
) {
    let (old, new) = (entries(before), entries(after));
    for field in kind.fields {
        let [before, after] = [(old, entry(old, field)), (new, entry(new, field))];
        let first = changes.len();
        let way_in = joined(way, field.key.as_str());
        match field.shape {
            Shape::List(Shape::Record(inner)) if inner.is_change => {
                changing(inner, before, after, &way_in, changes);
            }
            _ if is_withdrawal(field, before.1, after.1) => {
                changes.push(withdrawn(way));
            }
            _ => value(&field.shape, before.1, after.1, &way_in, changes),
        }
        let is_id = way.is_empty() && kind.id_field() == Some(field);
        changes[first..].iter_mut().for_each(|change| change.is_id = is_id);
    }
    // What the dictionary does not know is a finding, and still no secret.
    let unknown = |entry: &&Entry| kind.field_named(&entry.key).is_none();
    let text = Shape::Word(String::SHAPE);
    for gone in old.iter().filter(unknown).filter(|gone| keyed(new, &gone.key).is_none())
    {
        value(&text, Some(&gone.value), None, &joined(way, &gone.key), changes);
    }
    for entry in new.iter().filter(unknown) {
        let old = keyed(old, &entry.key);
        value(&text, old, Some(&entry.value), &joined(way, &entry.key), changes);
    }
}

fn value(
    shape: &Shape,
    before: Option<&Written>,
    after: Option<&Written>,
    way: &str,
    changes: &mut Vec<FieldChange>,
) {
    let (before, after) = (stands(before), stands(after));
    match (before, after, shape) {
        (None, None, _) => {}
        (Some(old), Some(new), Shape::Record(kind)) if maps(old, new) => {
            record(kind, old, new, way, changes);
        }
        (old, new, Shape::List(inner)) if lists(old, new) => {
            list(inner, items(old), items(new), way, changes);
        }
        (Some(old), Some(new), Shape::Map(inner)) if maps(old, new) => {
            map(inner, entries(old), entries(new), way, changes);
        }
        (old, new, _) => whole(shape, old, new, way, changes),
    }
}

fn list(
    inner: &Shape,
    before: &[Written],
    after: &[Written],
    way: &str,
    changes: &mut Vec<FieldChange>,
) {
    for (old, new) in align(inner, before, after) {
        let way = match (inner, new.or(old)) {
            (Shape::Record(_), Some(item)) => {
                format!("{way}〔{}〕", identity(inner, item))
            }
            _ => way.to_owned(),
        };
        value(inner, old, new, &way, changes);
    }
}

/// Compares the changes that are written for a record, each told as a sentence.
fn changing(
    kind: &'static Kind,
    (old, before): (&[Entry], Option<&Written>),
    (new, after): (&[Entry], Option<&Written>),
    way: &str,
    changes: &mut Vec<FieldChange>,
) {
    let (before, after) = (items(before), items(after));
    let shape = Shape::Record(kind);
    for pair in align(&shape, before, after) {
        let mut told = FieldChange { label: way.to_owned(), ..FieldChange::default() };
        match pair {
            (None, Some(change)) => {
                let record = Changing { kind, record: new, changes: after };
                (told.after, told.is_told) = (record.told(change), true);
            }
            (Some(change), None) => {
                let record = Changing { kind, record: old, changes: before };
                (told.before, told.lost) = (record.told(change), true);
            }
            (old, new) => {
                let item = new.or(old).map(|item| identity(&shape, item));
                let way = format!("{way}〔{}〕", item.unwrap_or_default());
                value(&shape, old, new, &way, changes);
                continue;
            }
        }
        changes.push(told);
    }
}

/// Returns whether a record has all facts that another had, and as it had them.
pub(super) fn keeps_facts(kind: &Kind, gone: &Written, left: &Written) -> bool {
    let is_fact = |field: &&Field| field.record().is_some_and(|kind| kind.is_fact);
    kind.fields.iter().filter(is_fact).all(|field| {
        let [old, new] = [gone, left].map(|record| entry(entries(record), field));
        let mut changes = Vec::new();
        value(&field.shape, old, new, "", &mut changes);
        changes.iter().all(|change| change.before.is_empty())
    })
}

/// Whether a whole entry is taken back.
fn is_withdrawal(
    field: &Field,
    before: Option<&Written>,
    after: Option<&Written>,
) -> bool {
    let is_set =
        |written: Option<&Written>| written.is_some_and(|one| shown(one) == "是");
    *field == *field!(Contract.withdrawn) && !is_set(before) && is_set(after)
}

fn withdrawn(way: &str) -> FieldChange {
    let label = if way.is_empty() { "整条" } else { way };
    let (label, after) = (label.to_owned(), "作废".to_owned());
    FieldChange { label, after, is_told: true, ..FieldChange::default() }
}

fn map(
    inner: &Shape,
    before: &[Entry],
    after: &[Entry],
    way: &str,
    changes: &mut Vec<FieldChange>,
) {
    for gone in before.iter().filter(|gone| keyed(after, &gone.key).is_none()) {
        value(inner, Some(&gone.value), None, &joined(way, &gone.key), changes);
    }
    for entry in after {
        let old = keyed(before, &entry.key);
        value(inner, old, Some(&entry.value), &joined(way, &entry.key), changes);
    }
}

/// Compares a value as a whole.
fn whole(
    shape: &Shape,
    before: Option<&Written>,
    after: Option<&Written>,
    way: &str,
    changes: &mut Vec<FieldChange>,
) {
    let told = |written: &Written| match shape {
        Shape::Record(kind) => told(kind, written),
        _ => None,
    };
    let text = |written: &Written| told(written).unwrap_or_else(|| shown(written));
    let (old, new) =
        (before.map(text).unwrap_or_default(), after.map(text).unwrap_or_default());
    let amounts = before.zip(after).and_then(|(old, new)| amounts(old, new));
    let same = before.zip(after).is_some_and(|(old, new)| equal(old, new));
    if same || amounts.as_ref().is_some_and(|amounts| amounts.are_equal) {
        return;
    }
    let is_lost = |old: &Written| match shape {
        Shape::Record(kind) => kind.is_fact && !is_withdrawn(kind, old),
        _ => false,
    };
    let (difference, times) =
        amounts.map(|amounts| (amounts.difference, amounts.times)).unzip();
    changes.push(FieldChange {
        label: way.to_owned(),
        before: old,
        after: new,
        difference: difference.unwrap_or_default(),
        times: times.unwrap_or_default(),
        lost: after.is_none() && before.is_some_and(is_lost),
        is_told: after.is_some_and(|after| told(after).is_some()),
        is_id: false,
    });
}

/// Returns the content; `None` if it is blank.
fn stands(written: Option<&Written>) -> Option<&Written> {
    written.filter(|written| !written.is_blank())
}

fn maps(before: &Written, after: &Written) -> bool {
    matches!((before, after), (Written::Map { .. }, Written::Map { .. }))
}

fn lists(before: Option<&Written>, after: Option<&Written>) -> bool {
    let fits = |written: Option<&Written>| {
        written.is_none_or(|written| matches!(written, Written::List { .. }))
    };
    fits(before) && fits(after)
}

fn items(written: Option<&Written>) -> &[Written] {
    match written {
        Some(Written::List { items, .. }) => items,
        _ => &[],
    }
}

fn joined(way: &str, key: &str) -> String {
    if way.is_empty() { key.to_owned() } else { format!("{way} {key}") }
}
