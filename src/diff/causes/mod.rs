//! Why a figure moved: by records, by rules, and by the two sides of a ratio.
//!
//! A sum moves by records and by rules. To separate them, the records before are also counted
//! under the rules after. Say that a sum was 10 before, that the same records make 9 under the
//! rules after, and that the records after make 12. Then the rules account for −1, and the records
//! for +3, each by the difference of what it contributes under the same rules. So the causes add
//! up to the movement exactly.
//!
//! A ratio moves by both of its sides, and what one side does depends on which moves first. When
//! 3.2 ÷ 5 becomes 3.5 ÷ 4, the numerator adds 6 points if it moves first and 7.5 if it moves last.
//! Its effect is the mean, 6.75; the denominator has the rest of the 23.5. The effect of the
//! numerator is then divided among the records in proportion to their amounts, and rounded so that
//! a reader can add up the printed parts.

pub(super) mod completion;
pub(crate) mod contributions;
pub(crate) mod ranks;
pub(crate) mod rates;
pub(super) mod split;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::diff::causes::completion::points;
use crate::diff::causes::contributions::{Contributions, RecordKey, title};
use crate::diff::names::Names;
use crate::figures::figure::Figure;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::value::quantity::Denomination;
use crate::view::changes::{Cause, RecordChange};
use crate::words::number::{self, exact, signed};

/// Most fields of a record to list with a cause.
const FIELDS: usize = 2;

/// The contributions of an indicator before, under the rules after, and after.
pub(super) struct Course {
    /// Before.
    pub before: Contributions,
    /// The records before under the rules after; `None` if no rule changed.
    pub between: Option<Contributions>,
    /// After.
    pub after: Contributions,
}

/// What the causes are found from.
pub(super) struct Source<'a> {
    /// Book before.
    pub before: &'a Book,
    /// Book after.
    pub after: &'a Book,
    /// Records that changed.
    pub records: &'a [RecordChange],
    /// The same by kind and id.
    changes: BTreeMap<(&'a str, &'a str), &'a RecordChange>,
}

impl<'a> Source<'a> {
    /// Collects what the causes are found from.
    pub(super) fn of(
        before: &'a Book,
        after: &'a Book,
        records: &'a [RecordChange],
    ) -> Source<'a> {
        let mut changes = BTreeMap::new();
        for record in records {
            changes.entry((record.kind.id, record.id.as_str())).or_insert(record);
        }
        Source { before, after, records, changes }
    }

    /// Returns both books, by which words are read.
    pub(super) fn names(&self) -> Names<'a> {
        Names { before: self.before, after: self.after }
    }

    /// Returns the records that were renamed, from the id before to the id after.
    pub(super) fn renamed(&self) -> BTreeMap<RecordKey, RecordKey> {
        let renamed = self.records.iter().filter_map(|record| {
            let key = |id: &String| RecordKey { kind: record.kind.id, id: id.clone() };
            Some((key(record.was.as_ref()?), key(&record.id)))
        });
        renamed.collect()
    }
}

impl Course {
    /// Returns the contributions before, under the rules after.
    fn base(&self) -> &Contributions {
        self.between.as_ref().unwrap_or(&self.before)
    }

    /// Returns what each record adds more than before under the same rules, in the base of the
    /// unit.
    pub(super) fn records(&self, scope: &Scope) -> Vec<(RecordKey, Decimal)> {
        self.after.less(self.base(), scope)
    }

    /// Returns the causes of a figure's movement; their amounts add up to it exactly.
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

    /// Returns what changed in a record, or why it counts differently although it did not change.
    pub(super) fn note(&self, source: &Source, key: &RecordKey) -> String {
        let note = match source.changes.get(&(key.kind, key.id.as_str())) {
            Some(record) => record.note(FIELDS),
            None if key.is_total() => "另有更新的累计数".to_owned(),
            None => "同一对象由另一条记录计".to_owned(),
        };
        match (self.base().reason(key), self.after.reason(key)) {
            (Some(old), None) => format!("{note}；原来未计入：{old}"),
            (None, Some(new)) => format!("{note}；现在未计入：{new}"),
            _ => note,
        }
    }
}

/// Returns an amount, exactly and in words, with its share in the ratio's movement.
fn told(
    amount: Decimal,
    points: Option<Decimal>,
    unit: Denomination,
    rate_places: u32,
) -> (String, String) {
    let number = unit.of_base(amount).unwrap_or(amount).normalize();
    let mut text = format!("{}{}", signed(number), unit.word);
    if let Some(points) = points.filter(|points| !points.is_zero()) {
        text += &format!("，{}", number::points(points, rate_places));
    }
    (exact(number), text)
}

/// Returns the name of a record after, or else before.
pub(super) fn name(source: &Source, key: &RecordKey) -> String {
    let names = source.names();
    let title =
        title(names, source.after, key).or_else(|| title(names, source.before, key));
    title.unwrap_or_else(|| key.id.clone())
}

/// Returns the cause for what moved because rules changed, with their names.
pub(super) fn by_rules(source: &Source, amount: String, text: String) -> Cause {
    let rules = source.records.iter().filter(|record| record.kind.is_rule);
    let notes = rules.map(|rule| format!("{}：{}", rule.name(), rule.note(FIELDS)));
    Cause {
        by: "rule",
        record: String::new(),
        title: "规则变动".to_owned(),
        amount,
        text,
        note: notes.collect::<Vec<_>>().join("；"),
    }
}
