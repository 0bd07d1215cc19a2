//! Ranks of units within their groups, by the plan's declared basis and rule for ties.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::exact::{percent, round};
use crate::figures::figure::{Figure, Ranked};
use crate::figures::outcome::{Known, Missing};
use crate::model::book::registered::Registered;
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::ranking::{RankBasis, Ranking, Ties};
use crate::model::plan::indicator::Indicator;
use crate::model::record::registry::{Group, Life};

/// Ranks an indicator's unit figures, each group apart.
pub fn rank(
    register: Registered,
    indicator: &Indicator,
    ranking: &Ranking,
    disqualified: &BTreeMap<String, String>,
    figures: &mut [Figure],
) {
    let unranked = |figure: &Figure| -> Option<Missing> {
        let Scope::Unit(unit) = &figure.scope else { return None };
        let merger = register.merger(&figure.scope);
        let gone = merger
            .map(|merger| Missing::merged_into(register, merger))
            .or_else(|| closed(register, &figure.scope).map(Missing::Closed));
        let reason = disqualified.get(unit).cloned().map(Missing::Disqualified);
        let is_zero = ranking.zero.is_some_and(|flag| flag.0)
            && figure.value.known().is_some_and(|value| value.is_zero());
        gone.or(reason).or(is_zero.then_some(Missing::Zero))
    };
    let groups = ranking.groups.iter();
    for group in groups.filter_map(|group| register.group_called(group.as_str())) {
        let members: Vec<usize> = (0..figures.len())
            .filter(|at| is_member(register, group, &figures[*at].scope))
            .collect();
        let mut numbers: Vec<(usize, Decimal)> = members
            .iter()
            .filter(|at| unranked(&figures[**at]).is_none())
            .filter_map(|at| Some((*at, number(&figures[*at], ranking, indicator)?)))
            .collect();
        numbers.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
        let ranks = ranks(&numbers, ranking.ties.unwrap_or(Ties::Competition));
        for at in members {
            let position = numbers.iter().position(|(member, _)| *member == at);
            figures[at].ranked = Some(Ranked {
                group: group.id.to_string(),
                rank: position.map(|position| ranks[position]),
                unranked: unranked(&figures[at]),
                of: numbers.len() as u32,
            });
        }
    }
}

fn is_member(register: Registered, group: &Group, scope: &Scope) -> bool {
    let Scope::Unit(id) = scope else { return false };
    let unit = register.unit_called(id);
    unit.and_then(|unit| register.group_of(unit))
        .is_some_and(|other| other.id == group.id)
}

/// Returns the last day of a unit that is out of use.
fn closed(register: Registered, scope: &Scope) -> Option<NaiveDate> {
    let Scope::Unit(id) = scope else { return None };
    match register.life(register.unit_called(id)?) {
        Life::Closed(day) => Some(day),
        _ => None,
    }
}

/// Returns the number to rank by; a unit without a target is never ranked.
fn number(figure: &Figure, ranking: &Ranking, indicator: &Indicator) -> Option<Decimal> {
    let printed = ranking.printed.is_some_and(|flag| flag.0);
    match ranking.basis {
        RankBasis::Lead => figure.lead.known(),
        RankBasis::Completion if printed => {
            figure.completion.known().map(|share| percent(share, indicator.rate_places()))
        }
        RankBasis::Completion => figure.completion.known(),
        RankBasis::Value if printed => {
            figure.value.known().map(|value| round(value, indicator.places()))
        }
        RankBasis::Value => figure.value.known(),
    }
}

/// Ranks of numbers in falling order.
pub fn ranks(numbers: &[(usize, Decimal)], ties: Ties) -> Vec<u32> {
    let mut ranks: Vec<u32> = Vec::new();
    for (position, (_, number)) in numbers.iter().enumerate() {
        let tied =
            position > 0 && numbers[position - 1].1 == *number && ties != Ties::Order;
        let next = match ties {
            Ties::Dense => ranks.last().map_or(1, |last| last + 1),
            Ties::Competition | Ties::Order => position as u32 + 1,
        };
        ranks.push(if tied { ranks[position - 1] } else { next });
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(numbers: [i64; 4], ties: Ties) -> Vec<u32> {
        let numbers: Vec<_> =
            numbers.into_iter().map(Decimal::from).enumerate().collect();
        ranks(&numbers, ties)
    }

    #[test]
    fn equal_numbers_share_a_rank_as_declared() {
        assert_eq!(of([9, 7, 7, 5], Ties::Competition), [1, 2, 2, 4]);
        assert_eq!(of([9, 7, 7, 5], Ties::Dense), [1, 2, 2, 3]);
        assert_eq!(of([9, 7, 7, 5], Ties::Order), [1, 2, 3, 4]);
    }
}
