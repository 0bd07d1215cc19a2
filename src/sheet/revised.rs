//! Changed figures as the reader sees them: the mark beside a number, and the texts of old and new.

use crate::model::book::Book;
use crate::model::book::current::MovedPart;
use crate::model::book::figure_id::FigureId;
use crate::model::edition::frozen::Frozen;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::value::FrozenValue;
use crate::model::edition::revision::{DisclosedChange, DisclosedFigure, DisclosedKind};
use crate::model::plan::assessment::lamp::{Lamp, LampSet};
use crate::model::value::period::Period;
use crate::model::value::word::Id;
use crate::words::date::{self, day, node};
use crate::words::number::{DASH, exact, lead, percent};

/// What stands behind a number that was changed after its release.
pub const MARK: &str = "*";

/// What the changes of an edition are together: 更正, 修订, or both.
pub fn kinds(changes: &[DisclosedChange]) -> String {
    let has = |kind: &&DisclosedKind| changes.iter().any(|change| change.kind == **kind);
    let kinds = DisclosedKind::ALL.iter().filter(has).map(|kind| kind.label());
    kinds.collect::<Vec<_>>().join("和")
}

/// The old and the new text of a disclosed change.
pub fn changed_texts(
    book: &Book,
    changed: &DisclosedFigure,
    unit: &str,
) -> (String, String) {
    let of = Of { book, figure: &changed.figure, part: &changed.part, unit };
    of.texts((changed.before(), changed.after()))
}

/// The disclosed changes to a figure of a period, each as a sentence.
pub fn changes_in_words(
    book: &Book,
    period: &Period,
    figure: &FigureId,
    unit: &str,
) -> Vec<String> {
    let disclosed = book.disclosed_figures(period);
    let of_figure = disclosed.filter(|(_, changed)| changed.figure == *figure);
    of_figure
        .map(|(change, changed)| {
            let (old, new) = changed_texts(book, changed, unit);
            let part = part_name(book, figure, &changed.part);
            let (when, kind) = (day(change.date), change.kind.label());
            format!("{when}{kind}：{part}原为{old}，改为{new}（{}）", change.reason)
        })
        .collect()
}

/// What a text is about: a part of a figure, with the unit of the figure.
struct Of<'a> {
    book: &'a Book,
    figure: &'a FigureId,
    part: &'a FrozenPart,
    unit: &'a str,
}

impl Of<'_> {
    /// Both values as text, told apart even where they would print alike.
    fn texts(
        &self,
        (old, new): (Option<FrozenValue>, Option<FrozenValue>),
    ) -> (String, String) {
        let text = |value: &Option<FrozenValue>, places: u32| {
            let text = value.as_ref().map(|value| self.worded(value, places));
            text.unwrap_or(DASH.to_owned())
        };
        let plain = (text(&old, 2), text(&new, 2));
        if plain.0 == plain.1 { (text(&old, 8), text(&new, 8)) } else { plain }
    }

    fn worded(&self, value: &FrozenValue, places: u32) -> String {
        use FrozenPart::{
            Completion, Item, Lead, Recognised, Schedule, Target, Total, Value,
        };
        match (self.part, value) {
            (Value | Target | Recognised(_), FrozenValue::Number(number)) => {
                format!("{}{}", exact(*number), self.unit)
            }
            (Completion | Schedule, FrozenValue::Number(number)) => {
                percent(*number, places)
            }
            (Lead, FrozenValue::Number(number)) => lead(*number, number.scale()),
            (Total | Item(_), score) => format!("{score}分"),
            (_, FrozenValue::Rank(rank)) => format!("第{rank}位"),
            (_, FrozenValue::Lamp(id)) => {
                self.lamp(id).map_or(id.to_string(), |lamp| format!("“{}”", lamp.label()))
            }
            (_, other) => other.to_string(),
        }
    }

    /// The lamp with an id, in the sets that light the figure, else in any: the figure may have been lit
    /// by one that its indicator no longer names.
    fn lamp(&self, id: &Id) -> Option<&Lamp> {
        let own = self.book.plans.iter().flat_map(|plan| {
            let plan = plan.record.as_ref();
            let sets: Vec<&LampSet> = match self.figure {
                FigureId::Indicator(id, _) => {
                    let lit = plan.indicators.iter().filter(|one| one.id == *id);
                    lit.filter_map(|one| plan.lamp_set(one.lamps.as_ref()?.as_str()))
                        .collect()
                }
                FigureId::Score(id, _) => {
                    let lit = plan.assessments.iter().filter(|one| one.id == *id);
                    lit.filter_map(|one| plan.lamp_set(one.lamps.as_ref()?.as_str()))
                        .collect()
                }
            };
            sets
        });
        let any = self.book.plans.iter().flat_map(|plan| &plan.record.lamps);
        own.chain(any).find_map(|set| set.lamps.iter().find(|lamp| lamp.id == *id))
    }
}

/// What a part of a figure is called: an item of a score by its name in the plan, a verdict by
/// its point.
pub fn part_name(book: &Book, figure: &FigureId, part: &FrozenPart) -> String {
    match (figure, part) {
        (_, FrozenPart::Verdict(point)) => format!("{}节点", node(point)),
        (_, FrozenPart::Recognised(of)) => format!("{}的核定数", date::period(of)),
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
        let of = Of { book, figure: &figure.id, part: &moved.part, unit: &figure.unit };
        let (old, new) = of.texts(both);
        let name = part_name(book, &figure.id, &moved.part);
        format!("{name}{before}{old}，{now}{new}")
    });
    words.collect::<Vec<String>>().join("；")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::book::records::Records;
    use crate::model::dictionary::Word;

    #[test]
    fn numbers_that_print_alike_are_told_apart() {
        let book = Book::new("demo".to_owned(), Records::default());
        let figure = &FigureId::parse("funds/all").unwrap();
        let of = |part: FrozenPart, old: &str, new: &str, unit: &str| {
            let both = (part.read(old), part.read(new));
            Of { book: &book, figure, part: &part, unit }.texts(both)
        };
        let both = of(FrozenPart::Completion, "0.6400000000", "0.6400100000", "");
        assert_eq!(both, ("64.00000000%".to_owned(), "64.00100000%".to_owned()));
        let both = of(FrozenPart::Value, "3.2", "", "亿元");
        assert_eq!(both, ("3.2亿元".to_owned(), "—".to_owned()));
        assert_eq!(of(FrozenPart::Lead, "-3.20", "1.00", "").0, "欠3.20个百分点");
    }
}
