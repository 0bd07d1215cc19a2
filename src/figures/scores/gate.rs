//! A gate: a condition on a number of the unit, or of another scope.

use crate::figures::scores::Score;
use crate::figures::scores::context::{Context, Subject};
use crate::figures::scores::look::Look;
use crate::model::scope::Scope;
use crate::model::score_item::Gate;

/// A gate with the number that decides it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The number as the condition is written for it.
    pub number: Score,
    /// Whether the condition is met; an unknown number meets none.
    pub open: bool,
    /// Figures that decided.
    pub figures: Vec<String>,
    /// Whether a contributing record is invented.
    pub demo: bool,
}

/// Whether a gate is open for a unit.
pub fn passage(context: &Context, gate: &Gate, subject: &Subject) -> Passage {
    let scope = match &gate.scope {
        Some(word) => context.book().scope_called(word.as_str()),
        None => None,
    };
    let scope = scope.unwrap_or_else(|| Scope::Unit(subject.unit.clone()));
    let seeing = Look::of_gate(gate).see(context, &scope);
    let number = seeing.conditioned();
    let open = number.as_ref().is_ok_and(|number| gate.condition.contains(*number));
    Passage { number, open, figures: seeing.figures, demo: seeing.demo }
}
