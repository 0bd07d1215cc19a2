//! 合计: numbers that are added up, before the sum.

use rust_decimal::Decimal;

use crate::claims::amount::Amount;
use crate::claims::found::{FoundClaim, likeliest};
use crate::claims::prose::Place;
use crate::words::number::exact;

const SUM: &[&str] = &["合计", "共计", "总计"];
const WHOLE: &[&str] = &["共", "总", "合计", "全市", "全县", "全区", "全省"];

impl Place<'_> {
    pub(super) fn sum(&self) -> Option<FoundClaim> {
        let total = self.one();
        if !total.is_quantity() || !total.follows(SUM) {
            return None;
        }
        let same = |one: &&Amount| one.dimension == total.dimension && !one.follows(SUM);
        let mut parts: Vec<&Amount> = self.before().take_while(same).take(26).collect();
        parts.reverse();
        let first = parts.iter().rposition(|one| one.before.contains("其中"));
        let listed = &parts[first.unwrap_or(0)..];
        let of_all = SUM.iter().any(|word| total.phrase().starts_with(word));
        let whole = listed.iter().any(|one| one.follows(WHOLE));
        let certain = listed.len() > 1 && of_all && !whole;
        let certain = certain.then(|| self.added("合计", listed)).flatten();
        // Some of the numbers before may not belong to the sum.
        let ends = (0..parts.len().saturating_sub(1)).map(|start| &parts[start..]);
        likeliest(certain, ends.filter_map(|end| self.added("合计", end)))
    }

    /// This number against the sum of others.
    pub(super) fn added(&self, what: &str, parts: &[&Amount]) -> Option<FoundClaim> {
        let keys: Vec<String> =
            ('a'..='z').take(parts.len()).map(|key| key.to_string()).collect();
        let words: Vec<&str> = parts.iter().map(|one| one.text.as_str()).collect();
        let mut found = self.hold(what, &keys.join("+"), parts, words.join("＋"))?;
        if self.one().text.contains('万') {
            // Numbers are held in the largest unit, and told in the one that was printed.
            let sum = found.computed.parse::<Decimal>().ok()?;
            found.computed = exact(sum.checked_mul(Decimal::from(10_000))?);
        }
        Some(found)
    }
}

/// The sum of numbers; none where it grows too large.
pub(super) fn total(parts: &[Amount]) -> Option<Decimal> {
    let add = |sum: Decimal, one: &Amount| sum.checked_add(one.value);
    parts.iter().try_fold(Decimal::ZERO, add)
}
