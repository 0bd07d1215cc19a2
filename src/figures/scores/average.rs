//! The average of the assessed units, which an item may be compared with (K17).

use rust_decimal::Decimal;

use crate::figures::outcome::Known;
use crate::figures::scores::context::{Context, Subject};
use crate::figures::scores::operand::{Operand, divided};
use crate::figures::scores::{Score, Unscored};
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::score_item::{
    AverageKind, AverageOf, Cause, ScoreInput,
};

/// The average that a unit is compared with; units without a number do not enter it.
pub fn average(
    context: &Context,
    look: &Operand,
    kind: AverageKind,
    of: AverageOf,
    subject: &Subject,
) -> Score {
    let together = context
        .subjects
        .iter()
        .filter(|other| of == AverageOf::Assessed || other.group == subject.group);
    let scopes: Vec<Scope> =
        together.map(|other| Scope::Unit(other.unit.clone())).collect();
    match kind {
        AverageKind::Mean => mean(context, look, &scopes),
        AverageKind::Pooled => pooled(context, look, &scopes),
    }
}

fn mean(context: &Context, look: &Operand, scopes: &[Scope]) -> Score {
    let rates: Vec<Decimal> =
        scopes.iter().filter_map(|scope| look.see(context, scope).number.ok()).collect();
    if rates.is_empty() {
        return Err(Unscored::new(Cause::NoData, "没有可平均的数"));
    }
    divided(rates.iter().sum(), Decimal::from(rates.len()), "没有可平均的数")
}

/// The sum of the values over the sum of what each is divided by.
fn pooled(context: &Context, look: &Operand, scopes: &[Scope]) -> Score {
    let (mut above, mut below) = (Decimal::ZERO, Decimal::ZERO);
    for scope in scopes {
        let Some(found) = context.figure(look.indicator, scope) else { continue };
        let divisor = match (look.over, look.seen) {
            (Some(over), _) => {
                context.figure(over, scope).and_then(|found| found.figure.value.known())
            }
            (None, ScoreInput::Completion) => found.figure.target().ok(),
            (None, _) => Some(Decimal::ONE),
        };
        if let (Ok(value), Some(divisor)) = (&found.figure.value, divisor) {
            above += *value;
            below += divisor;
        }
    }
    divided(above, below, "平均值的分母为零")
}
