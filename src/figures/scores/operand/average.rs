//! The average of the assessed units, which an item may be compared with (K17).

use rust_decimal::Decimal;

use crate::figures::outcome::Known;
use crate::figures::scores::context::{Context, Subject};
use crate::figures::scores::operand::Operand;
use crate::figures::scores::score::{Score, Unscored, divided};
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::score_item::{AverageKind, AverageOf, ScoreInput};

/// Returns the average that a unit is compared with, over the units that have a number.
pub fn average(
    context: &Context,
    operand: &Operand,
    kind: AverageKind,
    of: AverageOf,
    subject: &Subject,
) -> Score {
    let scopes: Vec<Scope> = context
        .subjects
        .iter()
        .filter(|other| of == AverageOf::Assessed || other.group == subject.group)
        .filter(|other| context.is_averaged(&other.unit))
        .map(|other| Scope::Unit(other.unit.clone()))
        .collect();
    match kind {
        AverageKind::Mean => mean(context, operand, &scopes),
        AverageKind::Pooled => pooled(context, operand, &scopes),
    }
}

fn mean(context: &Context, operand: &Operand, scopes: &[Scope]) -> Score {
    let rates: Vec<Decimal> = scopes
        .iter()
        .filter_map(|scope| operand.evaluate(context, scope).number.ok())
        .collect();
    if rates.is_empty() {
        return Err(Unscored::NothingAveraged);
    }
    divided(rates.iter().sum(), Decimal::from(rates.len()), Unscored::NothingAveraged)
}

/// Returns the sum of the values over the sum of the divisors.
fn pooled(context: &Context, operand: &Operand, scopes: &[Scope]) -> Score {
    let (mut sum, mut divisors) = (Decimal::ZERO, Decimal::ZERO);
    for scope in scopes {
        let Some(scored) = context.figure(operand.indicator, scope) else { continue };
        let own = &scored.figure.value;
        let (value, divisor) = match (operand.over, operand.input) {
            (Some(over), _) => {
                let Some(below) = context.figure(over, scope) else { continue };
                let [value, divisor] = context.rate([scored, below]);
                (scored.in_base(&value), below.in_base(&divisor))
            }
            (None, ScoreInput::Completion) => (own.known(), scored.figure.target().ok()),
            (None, _) => (own.known(), Some(Decimal::ONE)),
        };
        if let Some((value, divisor)) = value.zip(divisor) {
            sum += value;
            divisors += divisor;
        }
    }
    divided(sum, divisors, Unscored::ZeroAverageDivisor)
}
