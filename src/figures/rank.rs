//! Ranks of units within their groups, by the plan's declared basis and rule for ties.

use rust_decimal::Decimal;

use crate::figures::exact::{percent, round};
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::ranking::{RankBasis, Ranking, Ties};
use crate::model::plan::indicator::Indicator;

/// Where a unit stands within its group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Group.
    pub group: String,
    /// Rank from 1; none for a unit without a target or a value.
    pub rank: Option<u32>,
    /// Number of units that are ranked.
    pub of: u32,
}

/// Ranks an indicator's unit figures, each group apart.
pub fn rank(
    book: &Book,
    indicator: &Indicator,
    ranking: &Ranking,
    figures: &mut [Figure],
) {
    for group in ranking.groups.iter().filter_map(|group| book.group(group)) {
        let member = |figure: &Figure| match &figure.scope {
            Scope::Unit(id) => book.unit_called(id).is_some_and(|unit| {
                book.group(&unit.group).is_some_and(|own| own.id == group.id)
            }),
            _ => false,
        };
        let members: Vec<usize> =
            (0..figures.len()).filter(|at| member(&figures[*at])).collect();
        let mut numbers: Vec<(usize, Decimal)> = members
            .iter()
            .filter_map(|at| Some((*at, number(&figures[*at], ranking, indicator)?)))
            .collect();
        numbers.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
        let ranks = ranks(&numbers, ranking.ties.unwrap_or(Ties::Competition));
        for at in members {
            let found = numbers.iter().position(|(member, _)| *member == at);
            figures[at].ranked = Some(Ranked {
                group: group.id.to_string(),
                rank: found.map(|position| ranks[position]),
                of: numbers.len() as u32,
            });
        }
    }
}

/// The number that ranks; a unit without a target is not ranked, whatever the basis.
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
