//! A gate: a condition on a number of the unit, or of another scope.

use crate::figures::scores::context::{Context, Subject};
use crate::figures::scores::operand::Operand;
use crate::figures::scores::score::Score;
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::score_item::{
    Against, Blank, Cause, Gate, ScoreInput,
};

/// A gate with the number that decides it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The number as the condition is written for it.
    pub number: Score,
    /// Whether the condition is met. An unknown number meets none, unless the gate declares it
    /// met where no target was set.
    pub open: bool,
    /// Figures that decided.
    pub figures: Vec<FigureId>,
    /// Whether a contributing record is invented.
    pub demo: bool,
}

/// Returns whether a gate is open for a unit.
pub fn passage(context: &Context, gate: &Gate, subject: &Subject) -> Passage {
    let scope = gate
        .scope
        .as_ref()
        .and_then(|word| context.book().scope_called(word.as_str()))
        .unwrap_or_else(|| Scope::Unit(subject.unit.clone()));
    let evaluated = Operand::of_gate(gate).evaluate(context, &scope);
    let number = evaluated.conditioned();
    let open = match &number {
        Ok(number) => gate.condition.contains(*number),
        Err(reason) => {
            reason.cause() == Cause::NoTarget && gate.blank == Some(Blank::Met)
        }
    };
    Passage { number, open, figures: evaluated.figures, demo: evaluated.demo }
}

/// Returns the condition of a gate, in words.
pub fn asked(gate: &Gate) -> String {
    let input = gate.seen.unwrap_or(ScoreInput::Completion);
    let over = gate.over.as_ref().map(|over| format!("与{}之比", over.as_str()));
    let unit = if over.is_some() { "%" } else { input.unit() };
    let what = over.unwrap_or_else(|| format!("的{}", input.label()));
    let against = match gate.against {
        Some(Against::Schedule) => "（对照序时目标）",
        _ => "",
    };
    let scope = gate.scope.as_ref().map_or("", |scope| scope.as_str());
    let blank = match gate.blank {
        Some(Blank::Met) => "（未下达的视为满足）",
        _ => "",
    };
    let name = gate.indicator.as_str();
    format!("{scope}{name}{what}{against}{}{unit}{blank}", gate.condition)
}
