//! Why a figure moved: by record exactly, by rules as a named rest, ratios by their two sides.

pub(crate) mod contributions;
pub(crate) mod ranks;
pub(crate) mod rates;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::diff::causes::contributions::{Contributions, RecordKey, title};
use crate::figures::exact::{percent, portion, quotient, round};
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::value::quantity::Denomination;
use crate::view::changes::{Cause, Effect, RecordChange};
use crate::words::number::{self, exact, shortest, signed};

/// Fields of a record that are told beside a cause.
const FIELDS: usize = 2;

/// The contributions of an indicator: before, by the rules after, and after.
pub(super) struct Course {
    /// Before.
    pub before: Contributions,
    /// The records before under the rules after; none where no rule changed.
    pub between: Option<Contributions>,
    /// After.
    pub after: Contributions,
}

/// What causes are told from.
pub(super) struct Source<'a> {
    /// Book before.
    pub before: &'a Book,
    /// Book after.
    pub after: &'a Book,
    /// Records that changed.
    pub records: &'a [RecordChange],
}

impl Source<'_> {
    /// The records that were renamed, as they were and as they are called now.
    pub(super) fn renamed(&self) -> BTreeMap<RecordKey, RecordKey> {
        let renamed = self.records.iter().filter_map(|record| {
            let key = |id: &String| RecordKey { kind: record.kind.id, id: id.clone() };
            Some((key(record.was.as_ref()?), key(&record.id)))
        });
        renamed.collect()
    }
}

/// How a ratio moved, as a part of 1: what its numerator did, what its denominator did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Split {
    /// Effect of the numerator, the mean of the two orders.
    pub numerator: Decimal,
    /// Effect of the denominator, what is left of the whole movement.
    pub denominator: Decimal,
}

/// Splits the movement of `numerator ÷ denominator`; none where either denominator is zero.
pub(super) fn split(
    before: (Decimal, Decimal),
    after: (Decimal, Decimal),
) -> Option<Split> {
    let ratio = |over: Decimal, under: Decimal| quotient(over, under);
    let (old, new) = (ratio(before.0, before.1)?, ratio(after.0, after.1)?);
    let first = ratio(after.0, before.1)? - old;
    let second = new - ratio(before.0, after.1)?;
    let numerator = (first + second) / Decimal::TWO;
    Some(Split { numerator, denominator: (new - old) - numerator })
}

impl Course {
    /// What was added before, by the rules after.
    fn base(&self) -> &Contributions {
        self.between.as_ref().unwrap_or(&self.before)
    }

    /// What each record adds more than it did before by the same rules, in the base of the unit.
    pub(super) fn records(&self, scope: &Scope) -> Vec<(RecordKey, Decimal)> {
        self.after.less(self.base(), scope)
    }

    /// The causes of a figure's movement; their amounts add up to it exactly.
    pub(super) fn causes(
        &self,
        source: &Source,
        (before, after): (&Figure, &Figure),
        unit: Denomination,
        rate_places: u32,
    ) -> Vec<Cause> {
        let scope = &after.scope;
        let records = self.records(scope);
        let rules = self.base().sum(scope) - self.before.sum(scope);
        let mut amounts: Vec<Decimal> =
            records.iter().map(|(_, amount)| *amount).collect();
        amounts.extend((!rules.is_zero()).then_some(rules));
        let points = points(before, after, &amounts, rate_places);
        let text = |at: usize| told(amounts[at], points[at], unit, rate_places);
        let mut causes: Vec<Cause> = Vec::new();
        for (at, (key, _)) in records.iter().enumerate() {
            let (amount, text) = text(at);
            let (title, note) = (name(source, key), self.note(source, key));
            let record = key.id.clone();
            causes.push(Cause { by: "record", record, title, amount, text, note });
        }
        if !rules.is_zero() {
            let (amount, text) = text(records.len());
            causes.push(by_rules(source, amount, text));
        }
        causes
    }

    /// What changed in a record, or why it counts otherwise though nothing in it changed.
    pub(super) fn note(&self, source: &Source, key: &RecordKey) -> String {
        let changed =
            source.records.iter().find(|one| one.kind.id == key.kind && one.id == key.id);
        let told = match changed {
            Some(record) => record.note(FIELDS),
            None if key.is_total() => "另有更新的累计数".to_owned(),
            None => "同一对象由另一条记录计".to_owned(),
        };
        match (self.base().reason(key), self.after.reason(key)) {
            (Some(old), None) => format!("{told}；原来未计入：{old}"),
            (None, Some(new)) => format!("{told}；现在未计入：{new}"),
            _ => told,
        }
    }
}

/// The movement of a figure's completion by its two sides.
fn completion(before: &Figure, after: &Figure) -> Option<Split> {
    let sides = |figure: &Figure| figure.value.known().zip(figure.target().ok());
    split(sides(before)?, sides(after)?)
}

/// What moved a figure's completion where its target moved, in 百分点; they add up to the whole.
pub(super) fn effects(
    before: &Figure,
    after: &Figure,
    unit: Denomination,
    places: u32,
    rate_places: u32,
) -> Vec<Effect> {
    let Some(split) = completion(before, after) else { return Vec::new() };
    let numerator = numerator(before, after, rate_places).map(|(_, printed)| printed);
    let side =
        |name: &str, old: Option<Decimal>, new: Option<Decimal>, effect: Decimal| {
            let (old, new) = (old?, new?);
            (old != new).then(|| Effect {
                name: name.to_owned(),
                moved: format!(
                    "{}→{}{}",
                    shortest(old, places),
                    shortest(new, places),
                    unit.word
                ),
                points: number::points(effect, rate_places),
            })
        };
    let (old, new) = (before.target().ok(), after.target().ok());
    // Where only the value moved, its movement and that of the ratio are one.
    if old == new {
        return Vec::new();
    }
    let value = side(
        "完成数",
        before.value.known(),
        after.value.known(),
        numerator.unwrap_or_default(),
    );
    let target = side("目标", old, new, percent(split.denominator, rate_places));
    value.into_iter().chain(target).collect()
}

/// How a ratio's printed movement falls to the amounts that moved its value, in proportion.
fn points(
    before: &Figure,
    after: &Figure,
    amounts: &[Decimal],
    places: u32,
) -> Vec<Option<Decimal>> {
    let moved: Decimal = amounts.iter().copied().sum();
    let points = numerator(before, after, places).and_then(|(exact, printed)| {
        let whole = exact * Decimal::ONE_HUNDRED;
        let parts = amounts.iter().map(|one| portion(*one, moved, whole));
        Some(adding_up(&parts.collect::<Option<Vec<_>>>()?, printed, places))
    });
    match points {
        Some(points) => points.into_iter().map(Some).collect(),
        None => vec![None; amounts.len()],
    }
}

/// Rounds parts so that a reader can add them up to the whole as it is printed.
///
/// The largest takes what rounding leaves; of several, the first.
pub(super) fn adding_up(parts: &[Decimal], whole: Decimal, places: u32) -> Vec<Decimal> {
    let mut rounded: Vec<Decimal> =
        parts.iter().map(|part| round(*part, places)).collect();
    let told: Decimal = rounded.iter().copied().sum();
    let largest = (0..parts.len()).min_by_key(|at| Reverse(parts[*at].abs()));
    if let Some(at) = largest {
        rounded[at] += whole - told;
    }
    rounded
}

/// What the numerator did to a ratio: as a part of 1, and as it is printed in 百分点.
fn numerator(before: &Figure, after: &Figure, places: u32) -> Option<(Decimal, Decimal)> {
    let split = completion(before, after)?;
    let ratios = before.completion.known().zip(after.completion.known())?;
    let whole = percent(ratios.1, places) - percent(ratios.0, places);
    Some((split.numerator, whole - percent(split.denominator, places)))
}

/// An amount exactly and in words, with its part of the ratio's movement.
fn told(
    amount: Decimal,
    points: Option<Decimal>,
    unit: Denomination,
    rate_places: u32,
) -> (String, String) {
    let number = unit.of_base(amount).unwrap_or(amount).normalize();
    let text = format!("{}{}", signed(number), unit.word);
    let text = match points.filter(|points| !points.is_zero()) {
        Some(points) => format!("{text}，{}", number::points(points, rate_places)),
        None => text,
    };
    (exact(number), text)
}

/// What a record is called, after or before.
pub(super) fn name(source: &Source, key: &RecordKey) -> String {
    let found = title(source.after, key).or_else(|| title(source.before, key));
    found.unwrap_or_else(|| key.id.clone())
}

/// What moved because rules changed, with their names.
pub(super) fn by_rules(source: &Source, amount: String, text: String) -> Cause {
    let rules = source.records.iter().filter(|record| record.kind.is_rule);
    let told = rules.map(|rule| format!("{}：{}", rule.name(), rule.note(FIELDS)));
    Cause {
        by: "rule",
        record: String::new(),
        title: "规则变动".to_owned(),
        amount,
        text,
        note: told.collect::<Vec<_>>().join("；"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::str::FromStr;

    fn number(text: &str) -> Decimal {
        Decimal::from_str(text).unwrap()
    }

    #[test]
    fn a_ratio_is_split_by_the_mean_of_the_two_orders() {
        // 3.2 ÷ 5 → 3.5 ÷ 4: the numerator alone gives 6 or 7.5 points, so 6.75.
        let split =
            split((number("3.2"), number("5")), (number("3.5"), number("4"))).unwrap();
        assert_eq!(split.numerator, number("0.0675"));
        assert_eq!(split.numerator + split.denominator, number("0.875") - number("0.64"));
    }

    #[test]
    fn what_did_not_move_has_no_effect() {
        let split =
            split((number("3"), number("7")), (number("4"), number("7"))).unwrap();
        assert!(split.denominator.is_zero());
        assert_eq!(
            super::split((number("3"), Decimal::ZERO), (number("4"), number("7"))),
            None
        );
    }
    #[test]
    fn the_largest_part_takes_what_rounding_leaves_though_all_round_to_nothing() {
        let parts = |texts: &[&str]| -> Vec<Decimal> {
            texts.iter().map(|text| number(text)).collect()
        };
        let told = adding_up(&parts(&["0.01", "-0.04", "0.02"]), number("0.1"), 1);
        assert_eq!(told, parts(&["0", "0.1", "0"]));
        assert_eq!(
            adding_up(&parts(&["1.25", "1.25"]), number("2.5"), 1),
            parts(&["1.2", "1.3"])
        );
        assert_eq!(adding_up(&[], number("0.1"), 1), Vec::new());
    }
}
