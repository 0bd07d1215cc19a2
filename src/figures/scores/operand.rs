//! The number that an item or a gate looks at: which indicator, which of its numbers, compared with what.

use rust_decimal::Decimal;

use crate::figures::exact::{product, quotient, settled};
use crate::figures::outcome::{Known, Missing, Outcome};
use crate::figures::schedule::due_on;
use crate::figures::scores::context::{Context, Found};
use crate::figures::scores::formula::Formula;
use crate::figures::scores::{Score, Unscored};
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::score_item::{
    Against, Cause, Gate, ScoreInput, ScoreItem,
};
use crate::model::value::quantity::Base;
use crate::model::value::reference::IndicatorRef;
use crate::model::value::word::Id;

/// What is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Operand<'a> {
    /// Indicator.
    pub indicator: &'a IndicatorRef,
    /// Divisor, where the number is the ratio of two indicators.
    pub over: Option<&'a IndicatorRef>,
    /// Which number.
    pub seen: ScoreInput,
    /// What it is compared with.
    pub against: Against,
    /// Curve of the schedule, where it is not the indicator's own.
    pub curve: Option<&'a Id>,
}

/// A number that was looked at.
#[derive(Clone, Debug)]
pub struct Evaluated {
    /// The number: a share for rates, else in the indicator's unit or in 百分点.
    pub number: Score,
    /// Whether it is a share, which conditions are written for as per cent.
    pub is_share: bool,
    /// How it came about.
    pub formula: Formula,
    /// Figures that it was made from.
    pub figures: Vec<String>,
    /// Whether a contributing record is invented.
    pub demo: bool,
}

impl<'a> Operand<'a> {
    /// What an item looks at; none where its shape needs no indicator.
    pub fn of(item: &'a ScoreItem, annual: bool) -> Option<Operand<'a>> {
        let against = match item.annual.filter(|_| annual) {
            Some(against) => against,
            None => item.against.unwrap_or(Against::Year),
        };
        Some(Operand {
            indicator: item.indicator.as_ref()?,
            over: item.over.as_ref(),
            seen: item.seen.unwrap_or(ScoreInput::Completion),
            against,
            curve: item.curve.as_ref(),
        })
    }

    /// What a gate looks at.
    pub fn of_gate(gate: &'a Gate) -> Operand<'a> {
        Operand {
            indicator: &gate.indicator,
            over: gate.over.as_ref(),
            seen: gate.seen.unwrap_or(ScoreInput::Completion),
            against: gate.against.unwrap_or(Against::Year),
            curve: None,
        }
    }

    /// The number for a scope, before any average is taken.
    pub fn see(&self, context: &Context, scope: &Scope) -> Evaluated {
        let Some(found) = context.figure(self.indicator, scope) else {
            return Evaluated::none(self.indicator);
        };
        match self.seen {
            ScoreInput::Completion => self.completion(context, found),
            ScoreInput::Value => self.value(context, found, scope),
            ScoreInput::Lead => {
                let places = found.series.indicator.rate_places();
                let formula = |lead| Formula::new().number(lead, places).sign("个百分点");
                Evaluated::plain(found, &found.figure.lead, formula)
            }
            ScoreInput::Shortfall => {
                let places = found.series.indicator.places();
                let formula = |rest| Formula::new().number(rest, places);
                Evaluated::plain(found, &found.figure.remaining, formula)
            }
        }
    }

    /// Value over target, or over what the schedule asks for by now.
    fn completion(&self, context: &Context, found: Found) -> Evaluated {
        let Found { series, figure, .. } = found;
        let places = series.indicator.places();
        let due = match self.against {
            Against::Schedule => self.due(context, found),
            _ => Ok(None),
        };
        let rate = score(&figure.value).and_then(|value| {
            let target = score(&figure.target())?;
            let divisor =
                due.clone()?.map_or(Some(target), |due| target.checked_mul(due));
            divided(value, divisor.unwrap_or_default(), "目标为零")
        });
        let formula = match (figure.value.known(), figure.target().ok()) {
            (Some(value), Some(target)) => {
                let target = Formula::new().number(target, places);
                let target = match due {
                    Ok(Some(due)) => target.sign("×").percent(due, 2).bracketed(),
                    _ => target,
                };
                Formula::new().number(value, places).sign("÷").then(target)
            }
            _ => Formula::new(),
        };
        Evaluated { number: rate, is_share: true, formula, ..Evaluated::of(found) }
    }

    /// The value itself, or its ratio to another indicator's.
    fn value(&self, context: &Context, found: Found, scope: &Scope) -> Evaluated {
        let unit = found.series.indicator.unit;
        let places = found.series.indicator.places();
        let value = score(&found.figure.value);
        let Some(over) = self.over else {
            let is_share = unit.base == Base::Share;
            let formula = match &value {
                Ok(value) if is_share => {
                    Formula::new().percent(*value / Decimal::ONE_HUNDRED, places)
                }
                Ok(value) => Formula::new().number(*value, places),
                Err(_) => Formula::new(),
            };
            let number = if is_share {
                value.map(|rate| rate / Decimal::ONE_HUNDRED)
            } else {
                value
            };
            return Evaluated { number, is_share, formula, ..Evaluated::of(found) };
        };
        let Some(below) = context.figure(over, scope) else {
            return Evaluated::none(over);
        };
        let divisor = score(&below.figure.value);
        let formula = match (&value, &divisor) {
            (Ok(value), Ok(divisor)) => Formula::new()
                .number(*value, places)
                .sign("÷")
                .number(*divisor, below.series.indicator.places()),
            _ => Formula::new(),
        };
        let name = &below.series.indicator.name;
        let number =
            value.and_then(|value| divided(value, divisor?, &format!("{name}为零")));
        let (mut evaluated, other) = (Evaluated::of(found), Evaluated::of(below));
        evaluated.figures.extend(other.figures);
        Evaluated {
            number,
            is_share: true,
            formula,
            demo: evaluated.demo || other.demo,
            ..evaluated
        }
    }

    /// The share that is due by now, from the item's own curve or the indicator's.
    fn due(&self, context: &Context, found: Found) -> Result<Option<Decimal>, Unscored> {
        let Some(id) = self.curve else { return score(&found.figure.schedule).map(Some) };
        let curve = context.plan.curves.iter().find(|curve| curve.id == *id);
        let curve =
            curve.ok_or_else(|| Unscored::new(Cause::NoData, "没有这条序时曲线"))?;
        let moment = &found.at.moment;
        score(&due_on(curve, moment.span.start, moment.days.end)).map(Some)
    }
}

impl Evaluated {
    fn of(found: Found) -> Evaluated {
        Evaluated {
            number: Err(Unscored::new(Cause::NoData, "没有数据")),
            is_share: false,
            formula: Formula::new(),
            figures: vec![found.figure.id.clone()],
            demo: found.figure.demo,
        }
    }

    fn none(indicator: &IndicatorRef) -> Evaluated {
        let words = format!("没有“{}”的数", indicator.as_str());
        Evaluated {
            number: Err(Unscored::new(Cause::NoData, words)),
            is_share: false,
            formula: Formula::new(),
            figures: Vec::new(),
            demo: false,
        }
    }

    fn plain(
        found: Found,
        outcome: &Outcome,
        formula: impl FnOnce(Decimal) -> Formula,
    ) -> Evaluated {
        let number = score(outcome);
        let formula = outcome.known().map(formula).unwrap_or_default();
        Evaluated { number, formula, ..Evaluated::of(found) }
    }

    /// The number as conditions are written for it: shares as per cent, to 15 places.
    pub fn conditioned(&self) -> Score {
        let number = self.number.clone()?;
        Ok(settled(if self.is_share { number * Decimal::ONE_HUNDRED } else { number }))
    }
}

/// A quotient; unknown with its reason where the divisor is zero.
pub(super) fn divided(dividend: Decimal, divisor: Decimal, words: &str) -> Score {
    if divisor.is_zero() {
        return Err(Unscored::new(Cause::ZeroDivisor, words));
    }
    score(&quotient(dividend, divisor).ok_or(Missing::Overflow))
}

/// A product; unknown where it is too large.
pub(super) fn times(number: Decimal, factor: Decimal) -> Score {
    score(&product(number, factor).ok_or(Missing::Overflow))
}

/// An outcome as a score, with the cause that a plan's rules are declared for.
pub(super) fn score(outcome: &Outcome) -> Score {
    match outcome {
        Ok(number) => Ok(*number),
        Err(missing) => {
            let cause = match missing {
                Missing::NoTarget => Cause::NoTarget,
                Missing::ZeroTarget => Cause::ZeroDivisor,
                _ => Cause::NoData,
            };
            Err(Unscored::new(cause, missing.label()))
        }
    }
}
