//! 合计: numbers that are added up, before the sum.

use rust_decimal::Decimal;

use crate::claims::found_claim::{Computed, FoundClaim, likeliest};
use crate::claims::number::amount::Amount;
use crate::claims::prose::place::Place;
use crate::words::number::exact;

/// Words before a sum of what stands before them.
pub(in crate::claims::prose) const SUM: &[&str] = &["合计", "共计", "总计"];
const WHOLE: &[&str] = &["共", "总", "合计", "全市", "全县", "全区", "全省"];

impl Place<'_> {
    pub(in crate::claims::prose) fn sum(&self) -> Option<FoundClaim> {
        let total = self.amount();
        if !total.is_quantity() || !total.follows(SUM) {
            return None;
        }
        let mut parts: Vec<&Amount> = (self.before())
            .take_while(|part| part.dimension == total.dimension && !part.follows(SUM))
            .take(26)
            .collect();
        parts.reverse();
        let first = parts.iter().rposition(|amount| amount.before.contains("其中"));
        let listed = &parts[first.unwrap_or(0)..];
        let of_all = SUM.iter().any(|word| total.phrase().starts_with(word));
        let whole = listed.iter().any(|amount| amount.follows(WHOLE));
        let is_certain = listed.len() > 1 && of_all && !whole;
        let certain = is_certain.then(|| added("合计", total, listed)).flatten();
        // Some of the numbers before may not belong to the sum.
        let ends = (0..parts.len().saturating_sub(1)).map(|start| &parts[start..]);
        likeliest(certain, ends.filter_map(|end| added("合计", total, end)))
    }
}

/// Holds a number against the sum of others.
pub(in crate::claims::prose) fn added(
    what: &str,
    total: &Amount,
    parts: &[&Amount],
) -> Option<FoundClaim> {
    let keys: Vec<String> =
        ('a'..='z').take(parts.len()).map(|key| key.to_string()).collect();
    let words: Vec<&str> = parts.iter().map(|amount| amount.text.as_str()).collect();
    let mut claim = total.held(what, &keys.join("+"), parts, words.join("＋"))?;
    if let Computed::Number(sum, _) = claim.computed
        && total.text.contains('万')
    {
        // Numbers are held in the largest unit, and shown in the printed one.
        let sum = sum.checked_mul(Decimal::from(10_000))?;
        claim.computed = Computed::Words(exact(sum));
    }
    Some(claim)
}

/// Returns the sum of numbers; `None` if it overflows.
pub(in crate::claims::prose) fn total(parts: &[Amount]) -> Option<Decimal> {
    parts.iter().try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount.value))
}
