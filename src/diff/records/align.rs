//! Pairs the items of two lists by identity, regardless of their order.

use crate::diff::records::entries::entry;
use crate::model::dictionary::Shape;
use crate::model::dictionary::written::Written;

/// Test for whether an item before and an item after belong together.
type Test<'t> = &'t dyn Fn(&Written, &Written) -> bool;

/// Longest lists of unpaired items that are compared by likeness, each with each.
const LIKENED: usize = 40;

/// Pairs in the order after; items that are gone come last.
pub(super) type Pairs<'a> = Vec<(Option<&'a Written>, Option<&'a Written>)>;

/// Pairs the items of two lists; `shape` is the shape of an item.
pub(super) fn align<'a>(
    shape: &Shape,
    before: &'a [Written],
    after: &'a [Written],
) -> Pairs<'a> {
    let identical = |before: &Written, after: &Written| {
        let (left, right) = (identity(shape, before), identity(shape, after));
        !left.is_empty() && left == right
    };
    let tests: [Test; 2] = [&equal, &identical];
    let mut partner: Vec<Option<usize>> = vec![None; after.len()];
    let mut taken = vec![false; before.len()];
    for test in tests {
        for (at, item) in after.iter().enumerate().filter(|(_, item)| !is_empty(item)) {
            if partner[at].is_none()
                && let Some(partner_at) = (0..before.len())
                    .find(|other| !taken[*other] && test(&before[*other], item))
            {
                partner[at] = Some(partner_at);
                taken[partner_at] = true;
            }
        }
    }
    liken(before, after, &mut partner, &mut taken);
    let mut pairs: Pairs = Vec::new();
    for (item, partner) in after.iter().zip(&partner) {
        pairs.push((partner.map(|at| &before[at]), Some(item)));
    }
    let gone = before.iter().zip(&taken).filter(|(_, taken)| !**taken);
    pairs.extend(gone.map(|(item, _)| (Some(item), None)));
    pairs
}

/// Returns the identity of an item: the words of the fields that its kind declares, or a scalar
/// itself.
pub(super) fn identity(shape: &Shape, item: &Written) -> String {
    match (shape, item) {
        (Shape::Word(_), Written::Scalar { text, .. }) => text.clone(),
        (Shape::Record(kind), Written::Map { entries, .. }) => {
            let words = kind
                .identity_fields()
                .filter_map(|field| Some(identity(&field.shape, entry(entries, field)?)));
            words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
        }
        (Shape::List(inner), Written::List { items, .. }) => {
            let mut words: Vec<String> =
                items.iter().map(|item| identity(inner, item)).collect();
            words.sort();
            words.join("、")
        }
        _ => String::new(),
    }
}

/// Returns whether two contents are equal, regardless of the order of keys.
pub(super) fn equal(before: &Written, after: &Written) -> bool {
    match (before, after) {
        (Written::Scalar { text, .. }, Written::Scalar { text: other, .. }) => {
            text == other
        }
        (Written::List { items, .. }, Written::List { items: others, .. }) => {
            items.len() == others.len()
                && items.iter().zip(others).all(|(item, other)| equal(item, other))
        }
        (Written::Map { entries, .. }, Written::Map { entries: others, .. }) => {
            entries.len() == others.len()
                && entries.iter().all(|entry| {
                    let same = others.iter().find(|other| other.key == entry.key);
                    same.is_some_and(|other| equal(&entry.value, &other.value))
                })
        }
        _ => false,
    }
}

fn is_empty(item: &Written) -> bool {
    item.is_blank()
}

/// Pairs the remaining records by likeness: those with most fields in common, at least a third.
fn liken(
    before: &[Written],
    after: &[Written],
    partner: &mut [Option<usize>],
    taken: &mut [bool],
) {
    let left: Vec<usize> = (0..before.len()).filter(|at| !taken[*at]).collect();
    let open: Vec<usize> = (0..after.len()).filter(|at| partner[*at].is_none()).collect();
    if left.len() > LIKENED || open.len() > LIKENED {
        return;
    }
    let mut likely: Vec<(usize, usize, usize)> = Vec::new();
    for new in &open {
        for old in &left {
            let common = common(&before[*old], &after[*new]);
            likely.extend((common > 0).then_some((common, *old, *new)));
        }
    }
    likely.sort_by_key(|(common, old, new)| (std::cmp::Reverse(*common), *new, *old));
    for (_, old, new) in likely {
        if !taken[old] && partner[new].is_none() {
            taken[old] = true;
            partner[new] = Some(old);
        }
    }
}

/// Returns the number of fields in common; `None` if they are less than a third.
fn common(before: &Written, after: &Written) -> usize {
    let (Written::Map { entries, .. }, Written::Map { entries: others, .. }) =
        (before, after)
    else {
        return 0;
    };
    let same = entries.iter().filter(|entry| {
        others
            .iter()
            .any(|other| other.key == entry.key && equal(&entry.value, &other.value))
    });
    let count = same.count();
    if count * 3 >= entries.len().max(others.len()) { count } else { 0 }
}
