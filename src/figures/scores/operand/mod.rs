//! The operand of an item or a gate: an indicator, one of its numbers, and what that is compared
//! with.

pub mod average;
pub mod gate;
pub mod occurrences;

use rust_decimal::Decimal;

use crate::figures::exact::{round, settled};
use crate::figures::outcome::{Known, Outcome, bounded};
use crate::figures::schedule::due_on;
use crate::figures::scores::context::{Context, FigureAt};
use crate::figures::scores::formula::Formula;
use crate::figures::scores::score::{Score, Unscored, divided, times};
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::score_item::{Against, Gate, ScoreInput, ScoreItem};
use crate::model::value::quantity::Base;
use crate::model::value::reference::IndicatorRef;
use crate::model::value::word::Id;

/// A number of an indicator that a score is made from.
#[derive(Clone, Copy, Debug)]
pub struct Operand<'a> {
    /// Indicator.
    pub indicator: &'a IndicatorRef,
    /// Divisor, where the number is the ratio of two indicators.
    pub over: Option<&'a IndicatorRef>,
    /// Which number.
    pub input: ScoreInput,
    /// What it is compared with.
    pub against: Against,
    /// Curve of the schedule, unless it is the indicator's own.
    pub curve: Option<&'a Id>,
}

/// The number of an operand for a scope.
#[derive(Clone, Debug)]
pub struct Evaluated {
    /// The number: a share for rates, else in the indicator's unit or in 百分点.
    pub number: Score,
    /// Whether it is a share, which conditions are written for as per cent.
    pub is_share: bool,
    /// Its formula.
    pub formula: Formula,
    /// Figures that it was made from.
    pub figures: Vec<FigureId>,
    /// Whether a contributing record is invented.
    pub demo: bool,
}

impl<'a> Operand<'a> {
    /// Returns the operand of an item; `None` if the item names no indicator.
    pub fn of(item: &'a ScoreItem, annual: bool) -> Option<Operand<'a>> {
        let annually = item.annual.filter(|_| annual);
        Some(Operand {
            indicator: item.indicator.as_ref()?,
            over: item.over.as_ref(),
            input: item.seen.unwrap_or(ScoreInput::Completion),
            against: annually.or(item.against).unwrap_or(Against::Year),
            curve: item.curve.as_ref(),
        })
    }

    /// Returns the operand of a gate.
    pub fn of_gate(gate: &'a Gate) -> Operand<'a> {
        Operand {
            indicator: &gate.indicator,
            over: gate.over.as_ref(),
            input: gate.seen.unwrap_or(ScoreInput::Completion),
            against: gate.against.unwrap_or(Against::Year),
            curve: None,
        }
    }

    /// Returns the number for a scope, before it is compared with an average.
    pub fn evaluate(&self, context: &Context, scope: &Scope) -> Evaluated {
        let Some(at) = context.figure(self.indicator, scope) else {
            return Evaluated::without_figure(self.indicator);
        };
        let indicator = at.series.indicator;
        match (self.input, self.over) {
            (ScoreInput::Completion, _) => self.completion(context, at),
            (ScoreInput::Value, None) => value(at),
            (ScoreInput::Value, Some(over)) => match context.figure(over, scope) {
                Some(below) => ratio(context, at, below),
                None => Evaluated::without_figure(over),
            },
            (ScoreInput::Lead, _) => Evaluated::plain(at, &at.figure.lead, |lead| {
                Formula::new().number(lead, indicator.rate_places()).sign("个百分点")
            }),
            (ScoreInput::Ahead | ScoreInput::Shortfall, _) => self.distance(context, at),
            (ScoreInput::Rank, _) => Evaluated::plain(at, &at.figure.rank(), |rank| {
                Formula::words("第").number(rank, 0).sign("位")
            }),
        }
    }

    /// Computes the value over the target, or over what the schedule requires by now.
    fn completion(&self, context: &Context, at: FigureAt) -> Evaluated {
        let figure = at.figure;
        let places = at.series.indicator.places();
        let due = match self.against {
            Against::Schedule => Some(self.due(context, at)),
            _ => None,
        };
        let formula = match figure.value.known().zip(figure.target().ok()) {
            Some((value, target)) => {
                let target = Formula::new().number(target, places);
                let divisor = match &due {
                    Some(Ok(due)) => target.sign("×").percent(*due, 2).bracketed(),
                    _ => target,
                };
                Formula::new().number(value, places).sign("÷").then(divisor)
            }
            None => Formula::new(),
        };
        Evaluated {
            number: completion_rate(&figure.value, figure.target(), due),
            is_share: true,
            formula,
            figures: vec![figure.id.clone()],
            demo: figure.demo,
        }
    }

    /// Returns how far the printed value is above what is due, or below it, in the indicator's unit.
    fn distance(&self, context: &Context, at: FigureAt) -> Evaluated {
        let places = at.series.indicator.places();
        let due = match self.against {
            Against::Schedule => {
                at.figure.target().map_err(Unscored::Missing).and_then(|target| {
                    Ok(round(times(target, self.due(context, at)?)?, places))
                })
            }
            _ => at.figure.target().map_err(Unscored::Missing),
        };
        let value = at.figure.value.clone().map(|value| round(value, places));
        let pair = due.and_then(|due| {
            Ok(if self.input == ScoreInput::Ahead {
                (value?, due)
            } else {
                (due, value?)
            })
        });
        let formula = match &pair {
            Ok((from, less)) => {
                Formula::new().number(*from, places).sign("－").number(*less, places)
            }
            Err(_) => Formula::new(),
        };
        Evaluated {
            number: pair.map(|(from, less)| from - less),
            is_share: false,
            formula,
            figures: vec![at.figure.id.clone()],
            demo: at.figure.demo,
        }
    }

    /// Returns the share that is due at the period's end, by the curve of the item or of the
    /// indicator.
    fn due(&self, context: &Context, at: FigureAt) -> Score {
        let Some(id) = self.curve else { return Ok(at.figure.schedule.clone()?) };
        let mut curves = context.plan.curves.iter();
        let curve = curves.find(|curve| curve.id == *id).ok_or(Unscored::NoCurve)?;
        let moment = &at.figures.moment;
        Ok(due_on(curve, moment.span.start, moment.days.end)?)
    }
}

fn completion_rate(value: &Outcome, target: Outcome, due: Option<Score>) -> Score {
    let (value, target) = (value.clone()?, target?);
    // A product that is too large counts as no target at all.
    let divisor = match due {
        Some(due) => target.checked_mul(due?).unwrap_or_default(),
        None => target,
    };
    divided(value, divisor, Unscored::ZeroTarget)
}

/// Returns the ratio of the values of two indicators.
fn ratio<'a>(
    context: &Context<'a>,
    above: FigureAt<'a>,
    below: FigureAt<'a>,
) -> Evaluated {
    let [dividend, divisor] = context.rate([above, below]);
    let (unit, places) = (below.series.indicator.unit, below.series.indicator.places());
    // Both in one unit, so that a reader can divide what is printed.
    let dividend = dividend.and_then(|value| {
        let base = above.series.indicator.unit.to_base(value);
        bounded(base.and_then(|base| unit.of_base(base)))
    });
    let own = if unit == above.series.indicator.unit {
        above.series.indicator.places()
    } else {
        places
    };
    let formula = match dividend.known().zip(divisor.known()) {
        Some((dividend, divisor)) => {
            Formula::new().number(dividend, own).sign("÷").number(divisor, places)
        }
        None => Formula::new(),
    };
    Evaluated {
        number: value_rate(&dividend, &divisor, &below.series.indicator.name),
        is_share: true,
        formula,
        figures: vec![above.figure.id.clone(), below.figure.id.clone()],
        demo: above.figure.demo || below.figure.demo,
    }
}

fn value_rate(dividend: &Outcome, divisor: &Outcome, divisor_name: &str) -> Score {
    let zero = Unscored::ZeroIndicator(divisor_name.to_owned());
    divided(dividend.clone()?, divisor.clone()?, zero)
}

/// Returns the value itself; a rate as a share.
fn value(at: FigureAt) -> Evaluated {
    let indicator = at.series.indicator;
    let places = indicator.places();
    if indicator.unit.base != Base::Share {
        return Evaluated::plain(at, &at.figure.value, |value| {
            Formula::new().number(value, places)
        });
    }
    let share = at.figure.value.clone().map(|rate| rate / Decimal::ONE_HUNDRED);
    let formula = |share| Formula::new().percent(share, places);
    Evaluated { is_share: true, ..Evaluated::plain(at, &share, formula) }
}

impl Evaluated {
    fn without_figure(indicator: &IndicatorRef) -> Evaluated {
        Evaluated {
            number: Err(Unscored::NoFigure(indicator.as_str().to_owned())),
            is_share: false,
            formula: Formula::new(),
            figures: Vec::new(),
            demo: false,
        }
    }

    /// Returns a number of the figure unchanged.
    fn plain(
        at: FigureAt,
        number: &Outcome,
        formula: impl FnOnce(Decimal) -> Formula,
    ) -> Evaluated {
        Evaluated {
            number: number.clone().map_err(Unscored::Missing),
            is_share: false,
            formula: number.known().map(formula).unwrap_or_default(),
            figures: vec![at.figure.id.clone()],
            demo: at.figure.demo,
        }
    }

    /// Returns the number as conditions are written for it: shares as per cent, to 15 places.
    pub fn conditioned(&self) -> Score {
        let number = self.number.clone()?;
        Ok(settled(if self.is_share { number * Decimal::ONE_HUNDRED } else { number }))
    }
}
