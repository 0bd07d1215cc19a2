//! Rewards as proposals: every condition with whether it is met; people decide (K42, K43, W57).

use rust_decimal::Decimal;

use crate::figures::outcome::Known;
use crate::figures::scores::context::Context;
use crate::figures::scores::unit::{Condition, ConditionKind, Proposal, UnitScore};
use crate::model::plan::assessment::Reward;
use crate::model::value::reference::IndicatorRef;

/// Lists the rewards that come into question for each ranked unit, with what is met and what is not.
pub fn propose(context: &Context, units: &mut [UnitScore]) {
    for unit in units {
        let rewards = context.assessment.rewards.iter().enumerate();
        unit.rewards = rewards
            .filter_map(|(at, reward)| {
                let conditions = conditions(context, reward, unit)?;
                Some(Proposal { reward: at, conditions })
            })
            .collect();
    }
}

/// Returns the conditions of a reward for a unit; `None` if the unit has no rank, or another one.
fn conditions(
    context: &Context,
    reward: &Reward,
    unit: &UnitScore,
) -> Option<Vec<Condition>> {
    let rank = Decimal::from(unit.rank?);
    let total = unit.total.known()?;
    if !reward.rank.as_ref().is_none_or(|ranks| ranks.contains(rank)) {
        return None;
    }
    let mut conditions: Vec<Condition> =
        reward.tasks.iter().map(|indicator| task(context, indicator, unit)).collect();
    if let Some(range) = &reward.total {
        let met = Some(range.contains(total));
        conditions.push(Condition { kind: ConditionKind::Total, met });
    }
    if reward.rank.is_some() {
        conditions.push(Condition { kind: ConditionKind::Rank, met: Some(true) });
    }
    Some(conditions)
}

/// Returns whether the unit reached its yearly target of an indicator.
fn task(context: &Context, indicator: &IndicatorRef, unit: &UnitScore) -> Condition {
    let at = context.figure(indicator, &unit.scope());
    let name = at.map_or(indicator.as_str(), |at| at.series.indicator.name.as_str());
    let met = at
        .and_then(|at| at.figure.targets.first())
        .filter(|progress| progress.set.value.is_some())
        .map(|progress| progress.met.unwrap_or(false));
    Condition { kind: ConditionKind::Task(name.to_owned()), met }
}
