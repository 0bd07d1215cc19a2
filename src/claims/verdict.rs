//! Verdicts: whether a printed value follows from the numbers in the text, and by which rounding.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::claims::expression::Expression;
use crate::figures::exact::round;
use crate::model::printed::claim::{Claim, GivenNumber};
use crate::model::value::number::is_plain;
use crate::words::number::fixed;

/// The relation between a printed value and the computed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is the computed value, no matter how halves are rounded.
    Match,
    /// It is the computed value only if halves are rounded up.
    MatchHalfUpOnly,
    /// It is the computed value with decimal places cut off.
    Truncated,
    /// Decimal places may have been cut off, or the numbers in the text may have been rounded.
    TruncatedOrRawRounding,
    /// It differs by no more than the rounding of the numbers in the text explains.
    WithinRawRounding,
    /// It does not follow from the numbers in the text.
    Mismatch,
    /// It cannot be computed, for the reason given.
    NotComputable,
}

impl Verdict {
    /// Returns the stable id.
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Match => "match",
            Verdict::MatchHalfUpOnly => "match_half_up_only",
            Verdict::Truncated => "truncated",
            Verdict::TruncatedOrRawRounding => "truncated_or_raw_rounding",
            Verdict::WithinRawRounding => "within_raw_rounding",
            Verdict::Mismatch => "mismatch",
            Verdict::NotComputable => "not_computable",
        }
    }

    /// Returns whether the value comes out as printed.
    pub fn holds(self) -> bool {
        matches!(self, Verdict::Match | Verdict::MatchHalfUpOnly)
    }
}

/// A printed value with what is computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The computed value as text, with the printed places; `None` if there is none.
    pub computed: Option<String>,
    /// The relation.
    pub verdict: Verdict,
    /// The reason why nothing could be computed; empty otherwise.
    pub problem: String,
}

/// Judges a claim by the numbers of its bulletin.
pub fn judge(claim: &Claim, numbers: &BTreeMap<String, GivenNumber>) -> Judged {
    let fail = |problem: String| Judged {
        computed: None,
        verdict: Verdict::NotComputable,
        problem,
    };
    let expression = match Expression::parse(&claim.expression) {
        Ok(expression) => expression,
        Err(problem) => return fail(problem),
    };
    let lacking = expression.keys().into_iter().find(|key| !numbers.contains_key(*key));
    if let Some(key) = lacking {
        return fail(format!("没有给出“{key}”这个数"));
    }
    let Some(printed) = claim.printed.parse().ok().filter(|number| is_plain(*number))
    else {
        return fail(format!("“{}”不是数，或者太长", claim.printed));
    };
    match compare(&expression, numbers, printed) {
        Some((number, verdict)) => {
            let computed = Some(fixed(number, printed.scale()));
            Judged { computed, verdict, problem: String::new() }
        }
        None => fail("除数为零，或者数太大".to_owned()),
    }
}

/// Returns the computed number at the printed places, and how the printed value relates to it.
pub fn compare(
    expression: &Expression,
    numbers: &BTreeMap<String, GivenNumber>,
    printed: Decimal,
) -> Option<(Decimal, Verdict)> {
    let places = printed.scale();
    let value = expression.value(&|key| Some(numbers.get(key)?.value))?;
    let even =
        value.round_dp_with_strategy(places, RoundingStrategy::MidpointNearestEven);
    let verdict = if round(value, places) == printed {
        if even == printed { Verdict::Match } else { Verdict::MatchHalfUpOnly }
    } else {
        let is_cut = value.trunc_with_scale(places) == printed;
        match (is_cut, is_within_rounding(expression, numbers, printed)) {
            (true, true) => Verdict::TruncatedOrRawRounding,
            (true, false) => Verdict::Truncated,
            (false, true) => Verdict::WithinRawRounding,
            (false, false) => Verdict::Mismatch,
        }
    };
    Some((round(value, places), verdict))
}

/// Returns whether numbers that print like the given ones would give the printed value.
fn is_within_rounding(
    expression: &Expression,
    numbers: &BTreeMap<String, GivenNumber>,
    printed: Decimal,
) -> bool {
    let Some((least, greatest)) = bounds(expression, numbers) else { return false };
    let places = printed.scale();
    round(least, places) <= printed && printed <= round(greatest, places)
}

/// Returns the smallest and the largest value for numbers that print like the given ones. Assumes
/// that the value is monotonic in each number, as sums and quotients are.
fn bounds(
    expression: &Expression,
    numbers: &BTreeMap<String, GivenNumber>,
) -> Option<(Decimal, Decimal)> {
    let middle = |key: &str| Some(numbers.get(key)?.value);
    let mut ends: BTreeMap<&str, (Decimal, Decimal)> = BTreeMap::new();
    for key in expression.keys() {
        let (low, high) = numbers.get(key)?.bounds();
        let with = |number: Decimal| {
            expression
                .value(&|other| if other == key { Some(number) } else { middle(other) })
        };
        let rises = with(low)? <= with(high)?;
        ends.insert(key, if rises { (low, high) } else { (high, low) });
    }
    let least = expression.value(&|key| Some(ends.get(key)?.0))?;
    let greatest = expression.value(&|key| Some(ends.get(key)?.1))?;
    Some((least, greatest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(expression: &str, printed: &str, numbers: [GivenNumber; 2]) -> Judged {
        let claim = Claim {
            label: String::new(),
            expression: expression.to_owned(),
            printed: printed.to_owned(),
            known: None,
        };
        let keys = ["a".to_owned(), "b".to_owned()];
        judge(&claim, &keys.into_iter().zip(numbers).collect())
    }

    fn counts(a: i64, b: i64) -> [GivenNumber; 2] {
        [a, b].map(|number| GivenNumber::exactly(Decimal::from(number)))
    }

    #[test]
    fn a_half_is_rounded_up() {
        let judged = judged("pct(a,b)", "113", counts(3600, 3200));
        assert_eq!(judged.computed.as_deref(), Some("113"));
        assert_eq!(judged.verdict, Verdict::MatchHalfUpOnly);
    }

    #[test]
    fn counts_leave_no_room_for_rounding() {
        let verdict = |printed: &str| judged("pct(a,b)", printed, counts(22, 32)).verdict;
        assert_eq!(verdict("68.75"), Verdict::Match);
        assert_eq!(verdict("68.7"), Verdict::Truncated);
        assert_eq!(verdict("68.9"), Verdict::Mismatch);
    }

    #[test]
    fn a_measured_number_leaves_half_of_its_last_place() {
        let numbers =
            ["3.69", "6.20"].map(|text| GivenNumber::rounded(text.parse().unwrap()));
        assert_eq!(
            judged("pct(a,b)", "59.54", numbers).verdict,
            Verdict::WithinRawRounding
        );
        assert_eq!(judged("pct(a,b)", "59.7", numbers).verdict, Verdict::Mismatch);
    }

    #[test]
    fn what_cannot_be_computed_says_why() {
        let claim = judged("pct(a,c)", "1", counts(1, 2));
        assert_eq!(claim.verdict, Verdict::NotComputable);
        assert_eq!(claim.problem, "没有给出“c”这个数");
        assert_eq!(judged("pct(a,b)", "1", counts(1, 0)).computed, None);
    }
}
