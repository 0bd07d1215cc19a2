//! The number that an item or a gate looks at: which indicator, which of its numbers, compared with what.

use rust_decimal::Decimal;

use crate::figures::exact::{quotient, settled};
use crate::figures::outcome::{Missing, Outcome};
use crate::figures::schedule::due_on;
use crate::figures::scores::context::{Context, Found};
use crate::figures::scores::formula::Formula;
use crate::figures::scores::{Score, Unscored};
use crate::model::quantity::Base;
use crate::model::reference::IndicatorRef;
use crate::model::scope::Scope;
use crate::model::score_item::{Against, Cause, Gate, ScoreItem, Seen};
use crate::model::word::Id;

/// What is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// Indicator.
    pub indicator: &'a IndicatorRef,
    /// Divisor, where the number is the ratio of two indicators.
    pub over: Option<&'a IndicatorRef>,
    /// Which number.
    pub seen: Seen,
    /// What it is compared with.
    pub against: Against,
    /// Curve of the schedule, where it is not the indicator's own.
    pub curve: Option<&'a Id>,
}

/// A number that was looked at.
#[derive(Clone, Debug)]
pub struct Seeing {
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

impl<'a> Look<'a> {
    /// What an item looks at; none where its shape needs no indicator.
    pub fn of(item: &'a ScoreItem, annual: bool) -> Option<Look<'a>> {
        let against = match item.annual.filter(|_| annual) {
            Some(against) => against,
            None => item.against.unwrap_or(Against::Year),
        };
        Some(Look {
            indicator: item.indicator.as_ref()?,
            over: item.over.as_ref(),
            seen: item.seen.unwrap_or(Seen::Completion),
            against,
            curve: item.curve.as_ref(),
        })
    }

    /// What a gate looks at.
    pub fn of_gate(gate: &'a Gate) -> Look<'a> {
        Look {
            indicator: &gate.indicator,
            over: gate.over.as_ref(),
            seen: gate.seen.unwrap_or(Seen::Completion),
            against: gate.against.unwrap_or(Against::Year),
            curve: None,
        }
    }

    /// The number for a scope, before any average is taken.
    pub fn see(&self, context: &Context, scope: &Scope) -> Seeing {
        let Some(found) = context.figure(self.indicator, scope) else {
            return Seeing::none(self.indicator);
        };
        match self.seen {
            Seen::Completion => self.completion(context, found),
            Seen::Value => self.value(context, found, scope),
            Seen::Lead => {
                let places = found.series.indicator.rate_places();
                let formula = |lead| Formula::new().number(lead, places).sign("个百分点");
                Seeing::plain(found, &found.figure.lead, formula)
            }
            Seen::Shortfall => {
                let places = found.series.indicator.places();
                let formula = |rest| Formula::new().number(rest, places);
                Seeing::plain(found, &found.figure.remaining, formula)
            }
        }
    }

    /// Value over target, or over what the schedule asks for by now.
    fn completion(&self, context: &Context, found: Found) -> Seeing {
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
        let formula = match (figure.value.known(), figure.target().known()) {
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
        Seeing { number: rate, is_share: true, formula, ..Seeing::of(found) }
    }

    /// The value itself, or its ratio to another indicator's.
    fn value(&self, context: &Context, found: Found, scope: &Scope) -> Seeing {
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
            return Seeing { number, is_share, formula, ..Seeing::of(found) };
        };
        let Some(below) = context.figure(over, scope) else { return Seeing::none(over) };
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
        let (mut seeing, other) = (Seeing::of(found), Seeing::of(below));
        seeing.figures.extend(other.figures);
        Seeing {
            number,
            is_share: true,
            formula,
            demo: seeing.demo || other.demo,
            ..seeing
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

impl Seeing {
    fn of(found: Found) -> Seeing {
        Seeing {
            number: Err(Unscored::new(Cause::NoData, "没有数据")),
            is_share: false,
            formula: Formula::new(),
            figures: vec![found.figure.id.clone()],
            demo: found.figure.demo,
        }
    }

    fn none(indicator: &IndicatorRef) -> Seeing {
        let words = format!("没有“{}”的数", indicator.as_str());
        Seeing {
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
    ) -> Seeing {
        let number = score(outcome);
        let formula = outcome.known().map(formula).unwrap_or_default();
        Seeing { number, formula, ..Seeing::of(found) }
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
    score(&quotient(dividend, divisor))
}

/// An outcome as a score, with the cause that a plan's rules are declared for.
pub(super) fn score(outcome: &Outcome) -> Score {
    match outcome {
        Outcome::Known(number) => Ok(*number),
        Outcome::Unknown(missing) => {
            let cause = match missing {
                Missing::NoTarget => Cause::NoTarget,
                Missing::ZeroTarget => Cause::ZeroDivisor,
                _ => Cause::NoData,
            };
            Err(Unscored::new(cause, missing.label()))
        }
    }
}
