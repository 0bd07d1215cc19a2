//! References to names: all places of a type of reference, and findings for unknown ones.

use std::collections::BTreeMap;

use crate::check::Reporter;
use crate::diagnostic::Place;
use crate::model::book::{Book, FileId};
use crate::model::dictionary::{Leaf, Word, is_it, nearest};
use crate::model::plan::target::TargetTable;

/// So many unknown words are likened to the names that exist; more of them are no slips of the pen,
/// and each would be held against every name.
const LIKENED: usize = 40;

/// Most names that advice lists.
const LISTED: usize = 12;

/// A reference as written, with its place.
pub(super) type Named<'a> = (&'a str, Place);

/// Reports every reference of a type to an unknown name, under the name of the type.
pub(super) fn report_unknown<'a, T: Word>(
    reporter: &mut Reporter,
    named: Vec<Named>,
    is_known: impl Fn(&str) -> bool,
    names: impl Iterator<Item = &'a str> + Clone,
) {
    let label = T::SHAPE.name;
    let mut likened: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    for (word, place) in named.into_iter().filter(|(word, _)| !is_known(word)) {
        if likened.len() < LIKENED {
            likened.entry(word).or_insert_with(|| nearest(word, names.clone()));
        }
        let several =
            word.contains(['，', '、']) && word.split(['，', '、']).all(&is_known);
        let help = match likened.get(word).copied().flatten() {
            _ if several => "写了几个名称：分项写，如 [甲, 乙]，用半角逗号".to_owned(),
            Some(near) => is_it(word, near),
            None => listed(label, names.clone().take(LISTED + 1)),
        };
        reporter.report(place, format!("没有叫“{word}”的{label}")).help(help).about(word);
    }
}

/// Returns advice that lists the existing names, unless there are too many.
fn listed<'a>(label: &str, names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.collect();
    match names.len() {
        0 => format!("这个账本还没有任何{label}"),
        count if count > LISTED => format!("核对{label}的名称，或先把它登记上"),
        _ => format!("可写：{}", names.join("、")),
    }
}

/// Returns every reference of a type, in records and in files that could not be read completely.
pub(super) fn references<T: Word>(book: &Book) -> Vec<Named<'_>> {
    let broken = book.mentions.iter().filter(|mention| mention.shape == T::SHAPE.id);
    let mut named: Vec<Named> = broken
        .map(|mention| (mention.text.as_str(), Place::span(mention.file, mention.span)))
        .collect();
    book.visit(&mut |file, route, leaf| match leaf {
        Leaf::Reference(shape, word) if shape.id == T::SHAPE.id => {
            named.push((word, Place::value(file, route.to_vec())));
        }
        _ => {}
    });
    named
}

/// Returns every target table with its file and its position in the plan.
pub(super) fn tables(
    book: &Book,
) -> impl Iterator<Item = (FileId, (usize, &TargetTable))> {
    book.plans.iter().flat_map(|plan| {
        plan.record.tables.iter().enumerate().map(|table| (plan.file, table))
    })
}
