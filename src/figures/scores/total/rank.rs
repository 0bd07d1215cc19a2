//! Ranks by total: all together or each group apart, ties by the declared rule.

use rust_decimal::Decimal;

use crate::figures::outcome::Known;
use crate::figures::rank::ranks;
use crate::figures::scores::context::Context;
use crate::figures::scores::unit::UnitScore;
use crate::model::plan::assessment::Together;
use crate::model::plan::assessment::ranking::Ties;

/// Ranks the units that have a total and are assessed.
pub fn rank(context: &Context, units: &mut [UnitScore]) {
    let assessment = context.assessment;
    let groups: Vec<Option<String>> = match assessment.together.unwrap_or(Together::All) {
        Together::All => vec![None],
        Together::Groups => {
            let mut groups: Vec<Option<String>> =
                units.iter().map(|unit| Some(unit.group.clone())).collect();
            groups.sort();
            groups.dedup();
            groups
        }
    };
    let ties = assessment.ties.unwrap_or(Ties::Competition);
    for group in groups {
        let is_in =
            |unit: &UnitScore| group.as_ref().is_none_or(|group| *group == unit.group);
        let mut totals: Vec<(usize, Decimal)> = units
            .iter()
            .enumerate()
            .filter(|(_, unit)| is_in(unit) && !context.is_only_listed(&unit.unit))
            .filter_map(|(at, unit)| Some((at, unit.total.known()?)))
            .collect();
        totals.sort_by_key(|(_, total)| std::cmp::Reverse(*total));
        let ranks = ranks(&totals, ties);
        for (at, unit) in units.iter_mut().enumerate().filter(|(_, unit)| is_in(unit)) {
            let place = totals.iter().position(|(member, _)| *member == at);
            unit.rank = place.map(|place| ranks[place]);
            unit.rank_of = totals.len() as u32;
        }
    }
}
