//! Shares of parts that exclude each other: together they are no more than everything.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::claims::found_claim::{Computed, FoundClaim, Spot};
use crate::claims::number::amount::{Amount, contains};
use crate::claims::prose::ratios::share::{is_share, share_words};
use crate::claims::prose::sums::partition::is_complete;
use crate::claims::verdict::Verdict;

/// A share with the name of its part.
struct Named<'a> {
    share: &'a Amount,
    name: String,
}

/// Returns the claim that the shares of a list make together: about 100 %. `claims` are those that
/// the sentences of the list make already.
pub(in crate::claims::prose) fn claims(
    chain: &[Vec<Amount>],
    claims: &[FoundClaim],
) -> Option<FoundClaim> {
    let amounts: Vec<&Amount> = chain.iter().flatten().collect();
    let shares = named(&amounts);
    let last = shares.last()?.share;
    let names: Vec<&str> = shares.iter().map(|one| one.name.as_str()).collect();
    let complete =
        is_complete(&names).or_else(|| is_divided(&amounts).then_some(false))?;
    let spots: BTreeSet<Spot> = shares.iter().map(|one| one.share.spot).collect();
    let own: Vec<&FoundClaim> = claims
        .iter()
        .filter(|claim| claim.spots.first().is_some_and(|spot| spots.contains(spot)))
        .collect();
    let told: BTreeSet<Option<&Spot>> =
        own.iter().map(|claim| claim.spots.first()).collect();
    if own.iter().any(|claim| claim.fails()) || shares.len() < 2 {
        return None;
    }
    let sum = sum(shares.iter().map(|one| one.share.value))?;
    let verdict = verdict(&shares, sum, complete)?;
    if verdict == Verdict::Match && told.len() == shares.len() {
        return None;
    }
    let texts: Vec<&str> = shares.iter().map(|one| one.share.text.as_str()).collect();
    Some(FoundClaim {
        line: last.line,
        what: "占比".to_owned(),
        printed: texts.join("、"),
        basis: format!("加起来是{sum}%，不是100%"),
        computed: Computed::Nothing,
        verdict,
        assumed: false,
        spots: spots.into_iter().collect(),
    })
}

/// Returns whether shares make 100 %; `None` if a sum beside it may be right.
fn verdict(shares: &[Named], sum: Decimal, is_complete: bool) -> Option<Verdict> {
    let rest = sum - Decimal::ONE_HUNDRED;
    // Each share may be off by half of its last place, and by a whole one if places were cut off.
    let cut: Decimal =
        shares.iter().map(|one| Decimal::new(1, one.share.value.scale())).sum();
    if rest <= cut / Decimal::TWO && rest >= -cut {
        return Some(Verdict::Match);
    }
    // What is off by as much as a share may hold that share twice, or lack one.
    let least = shares.iter().map(|one| one.share.value).min()?;
    let is_slip = rest.abs() < least / Decimal::TWO;
    let whole = rest > Decimal::ZERO || (is_complete && shares.len() > 2);
    (is_slip && whole).then_some(Verdict::Mismatch)
}

fn sum(numbers: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    numbers.into_iter().try_fold(Decimal::ZERO, |sum, number| sum.checked_add(number))
}

/// Returns the shares of a list with the names of their parts: 省外占41%, 省外到位3亿元、占41%, and
/// 省外、市内分别占41%、59%. None if one is a part of a part, or of a whole of its own.
fn named<'a>(amounts: &[&'a Amount]) -> Vec<Named<'a>> {
    let mut shares: Vec<Named> = Vec::new();
    let mut listed: Vec<String> = Vec::new();
    for (at, amount) in amounts.iter().enumerate() {
        if !shares.is_empty() && amount.before.contains("其中") {
            return Vec::new();
        }
        let follows = at > 0 && !listed.is_empty() && amount.continues_list();
        if !is_share(amount) && !follows {
            listed.clear();
            continue;
        }
        if is_share(amount) {
            listed = heads(amount);
        }
        let name = if listed.is_empty() {
            own_name(amount, at.checked_sub(1).map(|last| amounts[last]))
        } else {
            listed.remove(0)
        };
        shares.push(Named { share: amount, name });
    }
    let wholes: BTreeSet<&str> = (shares.iter())
        .filter(|one| is_share(one.share))
        .map(|one| share_words(one.share))
        .map(|words| words.trim_end_matches(['为', '是', '的', '比', '重']))
        .collect();
    if wholes.len() > 1 { Vec::new() } else { shares }
}

/// Returns the names before shares in a list: 省外、市外、市内占比分别为.
fn heads(share: &Amount) -> Vec<String> {
    if !share.phrase().contains("分别") {
        return Vec::new();
    }
    let ahead = share.phrase().split('占').next().unwrap_or_default();
    if contains(ahead, &["三次产业", "一、二、三产", "一二三产"]) {
        return ["一产", "二产", "三产"].map(str::to_owned).to_vec();
    }
    ahead.split(['、', '和']).map(str::to_owned).filter(|name| !name.is_empty()).collect()
}

fn own_name(share: &Amount, last: Option<&Amount>) -> String {
    let ahead = share.phrase().split('占').next().unwrap_or_default();
    let is_bare = !ahead.chars().any(char::is_alphabetic);
    match last.filter(|last| is_bare && last.is_quantity()) {
        Some(part) => part.phrase().to_owned(),
        None => ahead.to_owned(),
    }
}

/// Returns whether the list says that it divides something: 分来源看.
fn is_divided(amounts: &[&Amount]) -> bool {
    let Some(first) = amounts.first() else { return false };
    let ahead = first.before.split(['，', '：', ':', ',']).next().unwrap_or_default();
    ahead.trim_end().ends_with('看') && contains(ahead, &["分", "从", "按"])
}
