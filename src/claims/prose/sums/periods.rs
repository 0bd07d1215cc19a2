//! Months that make a quarter or a half of a year, and 上月止 with 本月 that make 累计.

use std::collections::VecDeque;

use crate::claims::found_claim::FoundClaim;
use crate::claims::number::amount::Amount;
use crate::claims::number::period::{Period, fill, listed_periods, measure, period};
use crate::claims::prose::sums::sum::added;

/// Numbers on either side of a total that are looked at.
const FURTHEST: usize = 40;

/// A number with the period that the words before it name.
struct Dated<'a> {
    amount: &'a Amount,
    /// The period in its own words.
    named: Option<Period>,
    /// The last period that its sentence names before it.
    said: Option<Period>,
    /// What is measured: its words without the period.
    measure: String,
}

/// Returns the claims of a paragraph: each number of a longer period against the numbers of the
/// shorter ones, directly before or after it, that fill it without a gap.
pub(in crate::claims::prose) fn claims(numbers: &[Vec<Amount>]) -> Vec<FoundClaim> {
    let dated: Vec<Dated> = numbers.iter().flat_map(|amounts| dated(amounts)).collect();
    let places = 0..dated.len();
    places.filter_map(|at| total(&dated[..at], &dated[at], &dated[at + 1..])).collect()
}

fn dated(amounts: &[Amount]) -> Vec<Dated<'_>> {
    let mut said = None;
    let mut listed: VecDeque<Period> = VecDeque::new();
    let dated = amounts.iter().enumerate().map(|(at, amount)| {
        said = period(&amount.before).or(said);
        let list = listed_periods(amount.phrase());
        if list.len() > 1 && list.len() == list_length(&amounts[at..]) {
            listed = list.into();
        }
        let named = listed.pop_front().or_else(|| period(amount.phrase()));
        // What opens a bracket is said of all that stands in it.
        let own = amount.phrase().rsplit(['（', '(']).next().unwrap_or_default();
        Dated { amount, named, said, measure: measure(own) }
    });
    dated.collect()
}

/// Returns how many numbers the list has that begins with the first one.
fn list_length(amounts: &[Amount]) -> usize {
    let same =
        |next: &&Amount| next.dimension == amounts[0].dimension && next.continues_list();
    1 + amounts[1..].iter().take_while(same).count()
}

fn total(before: &[Dated], total: &Dated, after: &[Dated]) -> Option<FoundClaim> {
    let parts = run(&mut before.iter().rev(), total, total.named)
        .or_else(|| {
            let whole =
                headed(before).filter(|_| total.named.is_none() && total.is_sum())?;
            run(&mut before.iter().rev(), total, Some(whole))
        })
        .or_else(|| run(&mut after.iter(), total, total.said))?;
    added("合计", total.amount, &parts)
}

/// Returns the period before the brackets that the numbers before stand in: 上半年签约（1—3月45个、
/// 4—6月52个）.
fn headed(before: &[Dated]) -> Option<Period> {
    let opening = before.iter().rfind(|one| one.amount.before.contains(['（', '(']))?;
    let (ahead, _) = opening.amount.before.rsplit_once(['（', '('])?;
    period(ahead)
}

impl Dated<'_> {
    /// Returns whether it says that it is a sum of what stands in brackets before it.
    fn is_sum(&self) -> bool {
        let closed = self.amount.before.trim_start().strip_prefix(['）', ')']);
        closed.is_some_and(|words| ["共", "共计", "合计", "总计"].contains(&words))
    }
}

/// Returns the numbers next to a total that fill its period.
fn run<'a>(
    others: &mut dyn Iterator<Item = &'a Dated<'a>>,
    total: &Dated,
    whole: Option<Period>,
) -> Option<Vec<&'a Amount>> {
    let mut parts: Vec<&Dated> = Vec::new();
    let near = others.take(FURTHEST);
    for part in near.filter(|other| other.amount.dimension == total.amount.dimension) {
        part.named.filter(|_| part.amount.is_actual() && measures(part, total))?;
        parts.push(part);
        let periods: Vec<Period> = parts.iter().filter_map(|part| part.named).collect();
        if fill(&periods, whole?) {
            parts.sort_by_key(|part| part.amount.spot);
            let is_actual = total.amount.is_actual();
            return is_actual.then(|| parts.iter().map(|part| part.amount).collect());
        }
    }
    None
}

/// Returns whether a part is of what the total is of, or does not say it again.
fn measures(part: &Dated, total: &Dated) -> bool {
    part.measure.is_empty() || part.measure == total.measure
}
