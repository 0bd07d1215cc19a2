//! 其中: a number and the parts that follow it, if these are complete.

use crate::claims::found_claim::FoundClaim;
use crate::claims::number::amount::Amount;
use crate::claims::prose::place::Place;
use crate::claims::prose::sums::partition::is_complete;
use crate::claims::prose::sums::sum::{added, total};

impl Place<'_> {
    pub(in crate::claims::prose) fn parts(&self) -> Option<FoundClaim> {
        let next = Place { at: self.at + 1, ..*self };
        let first = self.amounts.get(next.at)?;
        let listed =
            first.before.contains("其中") && first.dimension == self.amount().dimension;
        if !listed || !self.amount().is_actual() {
            return None;
        }
        let parts: Vec<&Amount> = next.list().iter().take(26).collect();
        let complete = is_whole(&parts)?;
        let covers_all = complete || total(next.list())? >= self.amount().value;
        covers_all.then(|| added("总数", self.amount(), &parts)).flatten()
    }
}

/// Returns whether parts that exclude each other leave nothing beside them; `None` if they may
/// overlap.
fn is_whole(parts: &[&Amount]) -> Option<bool> {
    let rough =
        parts.iter().any(|amount| !amount.is_part() || amount.follows(&["以上", "以下"]));
    let names: Vec<&str> = parts.iter().map(|amount| amount.phrase()).collect();
    is_complete(&names).filter(|_| !rough)
}
