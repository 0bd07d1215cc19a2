//! The score of an item: gates, direct scores, its shape, what an unknown does, bounds, rounding.

use rust_decimal::Decimal;

use crate::figures::exact::round;
use crate::figures::outcome::Missing;
use crate::figures::scores::context::{Context, Subject};
use crate::figures::scores::formula::Formula;
use crate::figures::scores::operand::gate::passage;
use crate::figures::scores::score::{Score, Unscored};
use crate::figures::scores::shapes::shape;
use crate::figures::scores::work::{Sources, Task};
use crate::model::plan::assessment::score_item::{
    Cap, ScoreItem, Treatment, UnknownRule,
};

/// What became of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Scored by its formula.
    Scored,
    /// Reached its upper bound.
    Capped(Decimal),
    /// Fell to its lower bound.
    Floored(Decimal),
    /// A gate is not open: its position among the item's.
    Closed(usize),
    /// Scored directly: position among the item's direct scores.
    Direct(usize),
    /// The number is unknown and treated as the plan says.
    Treated(Treatment, Unscored),
}

/// The score of an item.
#[derive(Clone, Debug)]
pub struct ItemScore {
    /// Position in the assessment.
    pub item: usize,
    /// Score, rounded to the item's places; unknown with its reason.
    pub score: Score,
    /// Whether it is left out of the total, which is then converted.
    pub excluded: bool,
    /// Formula with the numbers put in.
    pub formula: Formula,
    /// What became of it.
    pub state: State,
    /// Figures it was made from.
    pub sources: Sources,
    /// Whether a contributing record is invented.
    pub demo: bool,
}

/// Returns the score of an item by its position in the assessment; none for a unit that went on in
/// another.
pub fn item_score(context: &Context, subject: &Subject, at: usize) -> ItemScore {
    if let Some(gone @ Missing::MergedInto(..)) = &subject.gone {
        let reason = Unscored::Missing(gone.clone());
        return ItemScore {
            item: at,
            score: Err(reason.clone()),
            excluded: false,
            formula: Formula::default(),
            state: State::Treated(Treatment::NoTotal, reason),
            sources: Sources::default(),
            demo: false,
        };
    }
    let task = Task { context, item: &context.assessment.items[at], subject };
    let mut sources = Sources::default();
    let (score, state, formula) =
        direct(&task, &mut sources).unwrap_or_else(|| by_formula(&task, &mut sources));
    ItemScore {
        item: at,
        excluded: matches!(state, State::Treated(Treatment::Excluded, _)),
        score: score.map(|score| round(score, task.item.places())),
        formula,
        state,
        demo: sources.demo,
        sources,
    }
}

/// A score before rounding, what became of the item, and its formula.
type Decided = (Score, State, Formula);

/// Returns the decision of gates and direct scores; `None` if the formula decides.
fn direct(task: &Task, sources: &mut Sources) -> Option<Decided> {
    for (at, rule) in task.item.overrides.iter().enumerate() {
        let passage = passage(task.context, &rule.condition, task.subject);
        if passage.open {
            sources.add(passage.figures, passage.demo);
            let formula = Formula::new().declared(rule.points.0);
            return Some((Ok(rule.points.0), State::Direct(at), formula));
        }
    }
    for (at, gate) in task.item.gates.iter().enumerate() {
        let passage = passage(task.context, gate, task.subject);
        sources.add(passage.figures, passage.demo);
        if !passage.open {
            return Some((Ok(Decimal::ZERO), State::Closed(at), Formula::new()));
        }
    }
    None
}

fn by_formula(task: &Task, sources: &mut Sources) -> Decided {
    let worked = (shape(task.item.shape).score)(task);
    sources.add(worked.sources.figures, worked.sources.demo);
    sources.records.extend(worked.sources.records);
    match worked.score {
        Ok(score) => {
            let (score, state) = bounded(task.item, score);
            (Ok(score), state, worked.formula)
        }
        Err(reason) => {
            let treatment = treatment(task.item, &reason);
            let score = match treatment {
                Treatment::Zero => Ok(Decimal::ZERO),
                Treatment::Full => Ok(task.item.full()),
                Treatment::Excluded | Treatment::NoTotal => Err(reason.clone()),
            };
            (score, State::Treated(treatment, reason), worked.formula)
        }
    }
}

/// Returns the treatment of an unknown number by the plan; without a rule the unit has no total.
fn treatment(item: &ScoreItem, reason: &Unscored) -> Treatment {
    unknown_rule(item, reason).map_or(Treatment::NoTotal, |rule| rule.treatment)
}

/// Returns the rule for an unknown number.
pub fn unknown_rule<'a>(
    item: &'a ScoreItem,
    reason: &Unscored,
) -> Option<&'a UnknownRule> {
    let fits =
        |rule: &&UnknownRule| rule.cause.is_none_or(|cause| cause == reason.cause());
    item.unknown.iter().find(fits)
}

/// Returns the bounds of an item: as stated, else its full marks and zero.
fn bounded(item: &ScoreItem, score: Decimal) -> (Decimal, State) {
    let cap = match item.cap {
        Some(Cap::At(cap)) => Some(cap),
        Some(Cap::Open) => None,
        None => item.points.map(|points| points.0),
    };
    let floor = item.floor.map(|floor| floor.0).or(item.points.map(|_| Decimal::ZERO));
    match (cap, floor) {
        (Some(cap), _) if score > cap => (cap, State::Capped(cap)),
        (_, Some(floor)) if score < floor => (floor, State::Floored(floor)),
        _ => (score, State::Scored),
    }
}
