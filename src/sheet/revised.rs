//! Revised figures as the reader sees them: the mark beside a number, and the texts of old and new.

use crate::model::book::Book;
use crate::model::book::current::MovedPart;
use crate::model::book::figure_id::FigureId;
use crate::model::edition::frozen::Frozen;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::value::FrozenValue;
use crate::model::edition::revision::Revision;
use crate::words::date::node;
use crate::words::number::{DASH, exact, lead, percent};

/// What stands behind a revised number.
pub const MARK: &str = "*";

/// The old and the new text of a revision.
pub fn revision_texts(revision: &Revision, unit: &str) -> (String, String) {
    texts(&revision.part, (revision.before(), revision.after()), unit)
}

/// Both values as text, told apart even where they would print alike.
fn texts(
    part: &FrozenPart,
    (old, new): (Option<FrozenValue>, Option<FrozenValue>),
    unit: &str,
) -> (String, String) {
    let text = |value: &Option<FrozenValue>, places: u32| {
        let text = value.as_ref().map(|value| worded(part, value, unit, places));
        text.unwrap_or(DASH.to_owned())
    };
    let plain = (text(&old, 2), text(&new, 2));
    if plain.0 == plain.1 { (text(&old, 8), text(&new, 8)) } else { plain }
}

fn worded(part: &FrozenPart, value: &FrozenValue, unit: &str, places: u32) -> String {
    match (part, value) {
        (FrozenPart::Value | FrozenPart::Target, FrozenValue::Number(number)) => {
            format!("{}{unit}", exact(*number))
        }
        (FrozenPart::Completion | FrozenPart::Schedule, FrozenValue::Number(number)) => {
            percent(*number, places)
        }
        (FrozenPart::Lead, FrozenValue::Number(number)) => lead(*number, number.scale()),
        (FrozenPart::Total | FrozenPart::Item(_), score) => format!("{score}分"),
        (_, FrozenValue::Rank(rank)) => format!("第{rank}位"),
        (_, other) => other.to_string(),
    }
}

/// What a part of a figure is called: an item of a score by its name in the plan, a verdict by
/// its point.
pub fn part_name(book: &Book, figure: &FigureId, part: &FrozenPart) -> String {
    match (figure, part) {
        (_, FrozenPart::Verdict(point)) => format!("{}节点", node(point)),
        (FigureId::Score(assessment, _), FrozenPart::Item(item)) => {
            let plans = book.plans.iter().map(|plan| &plan.record);
            let mut items = plans
                .flat_map(|plan| &plan.assessments)
                .filter(|declared| declared.id == *assessment)
                .flat_map(|declared| &declared.items);
            let item = items.find(|declared| declared.id == *item);
            // 资金到位率得分13.22分: the name alone would read as a rate.
            item.map_or_else(|| part.to_string(), |item| format!("{}得分", item.short()))
        }
        _ => part.to_string(),
    }
}

/// The moved parts in words; a verdict that stays is told by the completion it rests on.
pub fn moved_in_words(
    book: &Book,
    figure: &Frozen,
    parts: &[MovedPart],
    (before, now): (&str, &str),
) -> String {
    let only_kept = parts.iter().all(MovedPart::keeps_verdict);
    let words = parts.iter().filter(|part| only_kept || !part.keeps_verdict());
    let words = words.map(|moved| {
        let both = (moved.old.clone(), moved.new.clone());
        let (old, new) = texts(&moved.part, both, &figure.unit);
        let name = part_name(book, &figure.id, &moved.part);
        format!("{name}{before}{old}，{now}{new}")
    });
    words.collect::<Vec<String>>().join("；")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_print_alike_are_told_apart() {
        let of = |part: FrozenPart, old: &str, new: &str, unit: &str| {
            let both = (part.read(old), part.read(new));
            texts(&part, both, unit)
        };
        let both = of(FrozenPart::Completion, "0.6400000000", "0.6400100000", "");
        assert_eq!(both, ("64.00000000%".to_owned(), "64.00100000%".to_owned()));
        let both = of(FrozenPart::Value, "3.2", "", "亿元");
        assert_eq!(both, ("3.2亿元".to_owned(), "—".to_owned()));
        assert_eq!(of(FrozenPart::Lead, "-3.20", "1.00", "").0, "欠3.20个百分点");
    }
}
