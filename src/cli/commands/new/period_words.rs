//! The words for a period in a text, put forward to another period.

use crate::model::value::date::Days;
use crate::model::value::period::Period;
use crate::words::date;

use chrono::Datelike;

/// Words for a period, each with the same for another one.
pub(super) struct PeriodWords(Vec<(String, String)>);

impl PeriodWords {
    /// Pairs the words for a period with those for another, the longest first.
    pub(super) fn of(old: &Period, new: &Period) -> PeriodWords {
        let mut pairs: Vec<(String, String)> =
            said(old).into_iter().zip(said(new)).collect();
        pairs.sort_by_key(|(old, _)| std::cmp::Reverse(old.len()));
        pairs.dedup();
        PeriodWords(pairs)
    }

    /// Returns a text with the words put forward, and the same text with nothing in their places.
    pub(super) fn put_forward(&self, text: &str) -> (String, String) {
        let (mut forward, mut rest, mut left) = (String::new(), String::new(), text);
        while let Some(c) = left.chars().next() {
            let is_begun =
                forward.ends_with(|c: char| c.is_ascii_digit() || "—年-".contains(c));
            let pair = self.0.iter().find(|(old, _)| left.starts_with(old.as_str()));
            match pair.filter(|_| !is_begun) {
                Some((old, new)) => {
                    forward.push_str(new);
                    left = &left[old.len()..];
                }
                None => {
                    forward.push(c);
                    rest.push(c);
                    left = &left[c.len_utf8()..];
                }
            }
        }
        (forward, rest)
    }
}

/// The words that a bulletin has for its period.
fn said(period: &Period) -> [String; 5] {
    let days = period.days();
    let year = days.start.with_ordinal(1).unwrap_or(days.start);
    let span = date::span(&Days { start: year, end: days.end });
    let short = span.split_once('年').map_or("", |(_, rest)| rest).to_owned();
    [
        date::period(period),
        span,
        date::until(days.end, true),
        date::until(days.end, false),
        short,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::dictionary::Word;

    #[test]
    fn words_for_a_month_go_forward_and_other_numbers_stay() {
        let month = |text| Period::parse(text).unwrap();
        let words = PeriodWords::of(&month("2026-03"), &month("2026-04"));
        for (text, forward, rest) in [
            ("关于2026年1—3月全县", "关于2026年1—4月全县", "关于全县"),
            ("截至3月底，完成", "截至4月底，完成", "截至，完成"),
            ("截至13月底", "截至13月底", "截至13月底"),
            ("3月15日", "3月15日", "3月15日"),
        ] {
            let said = words.put_forward(text);
            assert_eq!((said.0.as_str(), said.1.as_str()), (forward, rest));
        }
    }
}
