//! An interval of numbers as thresholds are written: 不低于10, 高于0且不高于10.

use crate::model::dictionary::{Word, WordError, WordShape, word_value};
use crate::model::value::number::parse_number;
use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::fmt::{Display, Formatter};

/// A set of numbers between two bounds, written in words: 不低于-10且低于0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Lower bound and whether it belongs to the set.
    pub from: Option<(Decimal, bool)>,
    /// Upper bound and whether it belongs to the set.
    pub to: Option<(Decimal, bool)>,
}

impl Interval {
    /// Returns whether it has a bound.
    pub fn is_bounded(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    /// Returns the intersection of two intervals.
    pub fn and(&self, other: &Interval) -> Interval {
        // Of two bounds at one place, the open one is the narrower.
        let from = match (self.from, other.from) {
            (Some(first), Some(second)) => Some(match first.0.cmp(&second.0) {
                Ordering::Less => second,
                Ordering::Greater => first,
                Ordering::Equal => (first.0, first.1 && second.1),
            }),
            (first, second) => first.or(second),
        };
        let to = match (self.to, other.to) {
            (Some(first), Some(second)) => Some(match first.0.cmp(&second.0) {
                Ordering::Less => first,
                Ordering::Greater => second,
                Ordering::Equal => (first.0, first.1 && second.1),
            }),
            (first, second) => first.or(second),
        };
        Interval { from, to }
    }

    /// Returns whether a number is in the interval.
    pub fn contains(&self, number: Decimal) -> bool {
        let above =
            self.from.is_none_or(|(at, closed)| number > at || (closed && number == at));
        let below =
            self.to.is_none_or(|(at, closed)| number < at || (closed && number == at));
        above && below
    }
}

impl Display for Interval {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        let word = |bound: &Option<(Decimal, bool)>, closed: &str, open: &str| {
            bound
                .map(|(at, inside)| format!("{}{at}", if inside { closed } else { open }))
        };
        let from = word(&self.from, "不低于", "高于");
        let to = word(&self.to, "不高于", "低于");
        let words: Vec<String> = [from, to].into_iter().flatten().collect();
        out.write_str(if words.is_empty() { "不限" } else { "" })?;
        out.write_str(&words.join("且"))
    }
}

impl Word for Interval {
    const SHAPE: &'static WordShape = &WordShape {
        id: "interval",
        name: "条件",
        form: "不低于、高于、不高于、低于加一个数，两个条件用“且”相连，如 不低于-10且低于0",
        pattern: "^(不限|(不低于|高于|不高于|低于)-?\\d{1,16}(\\.\\d{1,8})?(且(不高于|低于)-?\\d{1,16}(\\.\\d{1,8})?)?)$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Interval, WordError> {
        let mut interval = Interval { from: None, to: None };
        if text == "不限" {
            return Ok(interval);
        }
        for part in text.split('且') {
            let comparisons = [
                ("不低于", true, true),
                ("不高于", false, true),
                ("高于", true, false),
                ("低于", false, false),
            ];
            let comparison = comparisons.into_iter().find_map(|(word, lower, closed)| {
                Some((lower, closed, part.strip_prefix(word)?))
            });
            let bound = |number: &str, closed| match parse_number(number) {
                Ok(number) => Ok((number, closed)),
                Err(error) => Err(WordError { at: 0..text.len(), ..error }),
            };
            let slot = match comparison {
                Some((true, closed, number)) if interval.from.is_none() => {
                    interval.from.replace(bound(number, closed)?)
                }
                Some((false, closed, number)) if interval.to.is_none() => {
                    interval.to.replace(bound(number, closed)?)
                }
                _ => {
                    let help = format!("可写：{}", Self::SHAPE.form);
                    return Err(WordError::whole(
                        "bad-interval",
                        text,
                        "看不懂这个条件",
                        help,
                    ));
                }
            };
            debug_assert!(slot.is_none());
        }
        Ok(interval)
    }
}

word_value!(Interval);
