//! Shares in a list: what some of them are of, the others are of too.

use crate::claims::found_claim::FoundClaim;
use crate::claims::number::amount::{Amount, contains};
use crate::claims::number::unit::Dimension;
use crate::claims::prose::place::Place;
use crate::claims::prose::ratios::share::{is_larger, is_share, same_kind};
use crate::claims::prose::sums::sum::SUM;

/// Words of money that is only agreed or planned, and so is of another kind than what has come.
const AGREED: &[&str] = &["总投资", "协议", "合同", "计划", "签约"];

/// A share of a list with its part.
struct Listed<'a> {
    part: &'a Amount,
    share: &'a Amount,
}

impl Listed<'_> {
    fn is_of(&self, whole: &Amount) -> bool {
        let held = self.share.held("", "pct(a,b)", &[self.part, whole], String::new());
        self.part.dimension == whole.dimension && held.is_some_and(|claim| !claim.fails())
    }
}

impl<'a> Place<'a> {
    /// Returns whether it is a share in brackets behind its part, in a list of parts: 其中工业30个（60%）.
    pub(in crate::claims::prose) fn is_bracketed(&self) -> bool {
        let parted = |amount: &Amount| amount.before.contains("其中");
        is_bracketed(self.amounts, self.at) && self.chain.iter().flatten().any(parted)
    }

    /// Returns the whole that other shares of the list are of, if a part can be of it too.
    pub(in crate::claims::prose) fn listed_whole(
        &self,
        part: &Amount,
    ) -> Option<&'a Amount> {
        let others: Vec<Listed> = (self.chain.iter())
            .flat_map(|amounts| listed(amounts))
            .filter(|listed| listed.share.spot != self.amount().spot)
            .collect();
        let proven = |whole: &&Amount| {
            let fitting: Vec<_> =
                others.iter().filter(|listed| listed.is_of(whole)).collect();
            let exact = fitting.iter().any(|listed| listed.share.value.scale() > 0);
            fitting.len() > 1 || exact
        };
        let mut wholes = self.wholes(part).into_iter().filter(proven);
        let whole = wholes.next()?;
        wholes.all(|other| other.value == whole.value).then_some(whole)
    }

    /// Returns what the shares of the list may be of: a number of the sentence before the list, or
    /// the sum behind it.
    fn wholes(&self, part: &Amount) -> Vec<&'a Amount> {
        let earlier = self.earlier[..self.chain_start()].last();
        let parts: Vec<&Amount> = self
            .chain
            .iter()
            .flat_map(|amounts| listed(amounts))
            .map(|one| one.part)
            .collect();
        let first = parts.iter().map(|part| part.spot).min();
        let listed = self.chain.iter().flatten().filter(move |amount| {
            first.is_none_or(|first| amount.spot < first) || amount.follows(SUM)
        });
        let fits = |whole: &&Amount| {
            let loose = part.follows(&["投资"]) && !part.follows(AGREED);
            is_larger(whole, part)
                && whole.is_actual()
                && (loose || same_kind(whole, part))
        };
        earlier.into_iter().flatten().chain(listed).filter(fits).collect()
    }

    /// Returns how many of the sentences before are before the list.
    fn chain_start(&self) -> usize {
        let spot = self.amount().spot;
        let own = |amounts: &Vec<Amount>| amounts.iter().any(|one| one.spot == spot);
        let joined = self.chain.iter().position(own).unwrap_or_default();
        self.earlier.len().saturating_sub(joined)
    }

    /// Returns the claims of a share against the sums printed behind it.
    pub(in crate::claims::prose) fn of_later_sum(
        &self,
        part: &Amount,
    ) -> Vec<FoundClaim> {
        let sums = self.amounts[self.at..].iter().filter(|sum| sum.follows(SUM));
        sums.filter(|sum| is_larger(sum, part))
            .filter_map(|sum| self.quotient("占比", part, sum))
            .collect()
    }
}

/// Returns the shares of a sentence, each with the quantity directly before it.
fn listed(amounts: &[Amount]) -> impl Iterator<Item = Listed<'_>> {
    let pairs = amounts.windows(2).enumerate();
    pairs.filter_map(|(at, pair)| {
        let [part, share] = pair else { return None };
        let is_listed = is_share(share) || is_bracketed(amounts, at + 1);
        (part.is_actual() && is_listed).then_some(Listed { part, share })
    })
}

fn is_bracketed(amounts: &[Amount], at: usize) -> bool {
    let amount = &amounts[at];
    let open = matches!(amount.before.trim(), "（" | "(");
    let closed = contains(&amount.after, &["）", ")"])
        && amount.after.trim_start().starts_with(['）', ')']);
    let part = at.checked_sub(1).is_some_and(|part| amounts[part].is_actual());
    amount.dimension == Dimension::Percent && open && closed && part
}
