//! Items of lists are known wherever they stand, and no fact goes away in silence.

use serde_yaml::{Mapping, Value};
use tongbao::load::pair::State;
use tongbao::load::slots;
use tongbao::load::source::files::Folder;
use tongbao::model::dictionary::Kind;
use tongbao::view::changes::Changes;
use tongbao::view::changes::consequence::Consequence;

use crate::dictionary::filled::{Filler, Spot, path, written};
use crate::dictionary::{is_list_of_records, kinds};
use crate::diff::bureau::compare;
use crate::stage::Stage;

/// A book of one file of each kind, all of whose records are alike but for a number.
fn book(change: &mut dyn FnMut(&'static Kind, &mut Mapping)) -> Stage {
    let stage = Stage::empty();
    for kind in slots::kinds() {
        let mut word = |spot: &Spot| {
            Value::from(format!("{}-{}-{}", spot.kind.id, spot.field.id, spot.record))
        };
        let mut record = Filler::new(2, &mut word).record(kind);
        change(kind, &mut record);
        stage.write(&format!("demo/{}", path(kind)), written(kind, &record).as_bytes());
    }
    stage
}

fn difference(before: &Stage, after: &Stage) -> Changes {
    let [before, after] =
        [before, after].map(|stage| State::Folder(Folder::open(&stage.data()).unwrap()));
    compare(&before, &after)
}

/// Turns every list of a record around, and of the records inside it.
fn turn(kind: &'static Kind, record: &mut Mapping) {
    each_inner(kind, record, &mut turn);
    for field in kind.fields {
        if let Some(Value::Sequence(items)) = record.get_mut(field.key.as_str()) {
            items.reverse();
        }
    }
}

/// Changes every scalar that identifies nothing, and turns every list around; counts what it changed.
fn change_and_turn(kind: &'static Kind, record: &mut Mapping, count: &mut usize) {
    each_inner(kind, record, &mut |kind, record| change_and_turn(kind, record, count));
    for field in kind.fields {
        let identifies = kind.identity_fields().any(|own| own == field);
        match record.get_mut(field.key.as_str()) {
            Some(Value::String(text)) if !identifies => {
                text.push('x');
                *count += 1;
            }
            Some(Value::Sequence(items)) => items.reverse(),
            _ => {}
        }
    }
}

/// Goes into the records that stand in the fields of a record.
fn each_inner(
    kind: &'static Kind,
    record: &mut Mapping,
    go: &mut dyn FnMut(&'static Kind, &mut Mapping),
) {
    for field in kind.fields {
        let Some(inner) = field.record() else { continue };
        match record.get_mut(field.key.as_str()) {
            Some(Value::Mapping(record)) => go(inner, record),
            Some(Value::Sequence(items)) => {
                items
                    .iter_mut()
                    .for_each(|item| go(inner, item.as_mapping_mut().unwrap()));
            }
            _ => {}
        }
    }
}

#[test]
fn every_kind_that_stands_in_a_list_says_what_identifies_an_item() {
    for kind in kinds() {
        let lists = kind.fields.iter().filter(|field| is_list_of_records(&field.shape));
        for inner in lists.filter_map(|field| field.record()) {
            assert!(inner.identity_fields().next().is_some(), "{}", inner.name);
        }
    }
}

#[test]
fn a_list_in_another_order_is_no_change() {
    let changes = difference(&book(&mut |_, _| {}), &book(&mut turn));
    assert!(changes.books.is_empty(), "{:#?}", changes.books[0].records);
}

#[test]
fn items_are_paired_by_what_identifies_them_wherever_they_stand() {
    let mut count = 0;
    let after = book(&mut |kind, record| change_and_turn(kind, record, &mut count));
    let changes = difference(&book(&mut |_, _| {}), &after);
    let records = &changes.books[0].records;
    let fields: Vec<_> = records.iter().flat_map(|record| &record.fields).collect();
    for field in &fields {
        assert_eq!(field.after, format!("{}x", field.before), "{}", field.label);
    }
    assert_eq!(fields.len(), count);
    assert!(count > 300, "{count}");
}

/// The ways to every fact inside a record: the fields on the way, each with an item of a list.
fn facts(kind: &'static Kind) -> Vec<Vec<&'static str>> {
    let mut ways = Vec::new();
    for field in kind.fields {
        let Some(inner) = field.record() else { continue };
        let key = field.key.as_str();
        ways.extend(inner.is_fact.then(|| vec![key]));
        ways.extend(facts(inner).into_iter().map(|way| [&[key], &way[..]].concat()));
    }
    ways
}

/// Takes away the first of what stands at the end of a way.
fn take(record: &mut Mapping, way: &[&str]) {
    let [key, rest @ ..] = way else { return };
    match (record.get_mut(*key).unwrap(), rest) {
        (Value::Sequence(items), []) => drop(items.remove(0)),
        (_, []) => drop(record.remove(*key)),
        (Value::Sequence(items), rest) => take(items[0].as_mapping_mut().unwrap(), rest),
        (value, rest) => take(value.as_mapping_mut().unwrap(), rest),
    }
}

#[test]
fn a_fact_that_is_taken_away_closes_the_gate() {
    let before = book(&mut |_, _| {});
    let mut seen = 0;
    for of in slots::kinds() {
        for way in facts(of) {
            let after = book(&mut |kind, record| {
                if kind.id == of.id {
                    take(record, &way);
                }
            });
            let changes = difference(&before, &after);
            assert!(changes.has(Consequence::Lost), "{} {way:?}", of.name);
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn whatever_is_recorded_of_a_project_is_a_fact() {
    let project = slots::kinds().find(|kind| kind.id == "project").unwrap();
    for field in project.fields.iter().filter(|field| !field.required) {
        if let Some(kind) = field.record() {
            assert!(kind.is_fact, "{}", kind.name);
        }
    }
}
