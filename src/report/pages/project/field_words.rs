//! The words of any field of a project, by the types of its scalars.

use std::collections::BTreeMap;

use crate::model::dictionary::{Field, Leaf, Step, Value, Word, WordShape};
use crate::model::record::project::Project;
use crate::model::value::reference::{ChainRef, SectorRef, UnitRef};
use crate::report::pages::project::seen::{Around, Names};
use crate::view::inline::Inline;
use crate::words::date::day;

/// The words of some fields by their keys, as far as something is written in them.
pub(super) fn field_words(
    around: &Around,
    project: &Project,
    is_wanted: impl Fn(&Field) -> bool,
) -> BTreeMap<&'static str, Vec<Inline>> {
    let mut words: BTreeMap<&'static str, Vec<Inline>> = BTreeMap::new();
    let mut before: Vec<Step> = Vec::new();
    project.visit(&mut Vec::new(), &mut |route, leaf| {
        let Some(Step::Field(field)) = route.first() else { return };
        if !is_wanted(field) {
            return;
        }
        if let Some(inline) = leaf_words(around, leaf) {
            let inlines = words.entry(field.key.as_str()).or_default();
            if !inlines.is_empty() {
                inlines.push(Inline::text(between(&before, route)));
            }
            inlines.push(inline);
            before = route.to_vec();
        }
    });
    words
}

/// What parts a scalar from the one before: fields of a record, items of a list, or records.
fn between(before: &[Step], route: &[Step]) -> &'static str {
    let apart = before.iter().zip(route).position(|(old, new)| old != new);
    match apart.map(|at| (&route[at], route.len() - at)) {
        Some((Step::Index(_), 1)) => "、",
        Some((Step::Index(_), _)) => "；",
        _ => "，",
    }
}

pub(super) fn leaf_words(around: &Around, leaf: Leaf) -> Option<Inline> {
    let text = match leaf {
        Leaf::Reference(shape, word) if shape.id == UnitRef::SHAPE.id => {
            return Some(around.names.linked_unit(&UnitRef::from(word)));
        }
        Leaf::Reference(shape, word) => name(&around.names, shape, word).to_owned(),
        Leaf::Day(date) => day(date),
        Leaf::Text(text) => text.to_string(),
    };
    (!text.is_empty()).then(|| Inline::text(text))
}

/// What a reference is called in the registry, where it has one name for all.
fn name<'a>(names: &'a Names, shape: &WordShape, word: &'a str) -> &'a str {
    let registered = match shape.id {
        id if id == SectorRef::SHAPE.id => names.sector(word),
        id if id == ChainRef::SHAPE.id => names.chain(word),
        _ => None,
    };
    registered.unwrap_or(word)
}
