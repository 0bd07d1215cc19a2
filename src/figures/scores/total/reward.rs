//! Rewards as proposals: every condition with whether it is met; people decide (K42, K43, W57).

use rust_decimal::Decimal;

use crate::figures::scores::UnitScore;
use crate::figures::scores::context::Context;
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::Reward;

/// A reward with its conditions, for a unit whose rank or score comes into question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Position among the assessment's rewards.
    pub reward: usize,
    /// Its conditions, in the order of the document.
    pub conditions: Vec<Condition>,
}

/// A condition of a reward and whether it is met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// What is asked.
    pub kind: ConditionKind,
    /// Whether it is met; none where nothing was set to be met.
    pub met: Option<bool>,
}

/// What a reward asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConditionKind {
    /// A rank.
    Rank,
    /// A total.
    Total,
    /// A yearly target, by the name of its indicator.
    Task(String),
}

impl Proposal {
    /// Whether every condition is met.
    pub fn is_met(&self) -> bool {
        self.conditions.iter().all(|condition| condition.met != Some(false))
    }
}

/// Lists for each ranked unit the rewards whose rank it holds, with what is met and what is not.
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

/// The conditions for a unit whose rank fits; none for the others.
fn conditions(
    context: &Context,
    reward: &Reward,
    unit: &UnitScore,
) -> Option<Vec<Condition>> {
    let rank = Decimal::from(unit.rank?);
    let total = *unit.total.as_ref().ok()?;
    let fits = reward.rank.as_ref().is_none_or(|ranks| ranks.contains(rank));
    if !fits {
        return None;
    }
    let mut found = Vec::new();
    for indicator in &reward.tasks {
        let figure = context.figure(indicator, &Scope::Unit(unit.unit.clone()));
        let target = figure.and_then(|found| found.figure.targets.first());
        let met = target.and_then(|progress| {
            progress.set.value.map(|_| progress.met.unwrap_or(false))
        });
        let name = figure
            .map_or(indicator.as_str(), |found| found.series.indicator.name.as_str());
        found.push(Condition { kind: ConditionKind::Task(name.to_owned()), met });
    }
    if let Some(range) = &reward.total {
        let met = Some(range.contains(total));
        found.push(Condition { kind: ConditionKind::Total, met });
    }
    if reward.rank.is_some() {
        found.push(Condition { kind: ConditionKind::Rank, met: Some(true) });
    }
    Some(found)
}
