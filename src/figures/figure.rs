//! A figure: the value of an indicator for a scope, with everything that is said about it.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::derived::input::Input;
use crate::figures::exact::{percent, quotient};
use crate::figures::facts::moment::Moment;
use crate::figures::facts::reporting::Lack;
use crate::figures::outcome::{Known, Missing, Outcome};
use crate::figures::schedule::due_on;
use crate::figures::series::Series;
use crate::figures::stage::{Stage, shortfall};
use crate::figures::targets::progress::{TargetProgress, completion};
use crate::figures::targets::{SetTarget, Targets};
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::lamp::{Lamp, LampSet};
use crate::model::plan::indicator::Indicator;
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::value::period::Period;

/// The value of an indicator for a scope at a period.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Its id.
    pub id: FigureId,
    /// Scope.
    pub scope: Scope,
    /// Value in the indicator's unit, exact.
    pub value: Outcome,
    /// Whether a contributing record is invented.
    pub demo: bool,
    /// What belongs to the value and is not in it, since it was not reported.
    pub lacks: Vec<Lack>,
    /// Targets with their completion, the ruling one first.
    pub targets: Vec<TargetProgress>,
    /// 完成率 against the ruling target as a part of 1, to 20 places.
    pub completion: Outcome,
    /// 序时进度 as a part of 1 (W29).
    pub schedule: Outcome,
    /// 超欠进度 in 百分点: the difference of the two printed percentages.
    pub lead: Outcome,
    /// 欠账: what is due by the schedule less the value, as printed, in the indicator's unit.
    pub shortfall: Outcome,
    /// The stage under way that has a target of its own.
    pub stage: Option<Stage>,
    /// 达标: each point of the curve that has passed, exact.
    pub verdicts: Vec<Verdict>,
    /// 剩余: target less value, not below zero, in the indicator's unit.
    pub remaining: Outcome,
    /// 月均需完成: what remains over the months left.
    pub needed: Outcome,
    /// 预计: value over months elapsed times the months of the span, from the third month on.
    pub projection: Outcome,
    /// The inputs of a derived value.
    pub inputs: Vec<Input>,
    /// 连续月数: for how many months in a row, up to this one, the lamp set's condition holds.
    pub run: Option<u32>,
    /// Lamp, by its place in the indicator's lamp set.
    pub lamp: Option<Lamp>,
    /// Rank within the group; `None` if the plan has no ranking by this indicator.
    pub ranked: Option<Ranked>,
}

/// The rank of a unit within its group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Group.
    pub group: String,
    /// Rank from 1; `None` for a unit that is not ranked.
    pub rank: Option<u32>,
    /// Why it is not ranked, where that does not follow from its numbers.
    pub unranked: Option<Missing>,
    /// Number of units that are ranked.
    pub of: u32,
}

/// The verdict on a point of a curve that has passed.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Period of the point.
    pub point: Period,
    /// Last day of that period.
    pub day: NaiveDate,
    /// Share due, as a part of 1.
    pub due: Decimal,
    /// Ruling target on that day, in the indicator's unit.
    pub target: Outcome,
    /// Value at that point by what was known then, in the indicator's unit.
    pub value: Outcome,
    /// Completion at that point by what was known then, as a part of 1.
    pub actual: Outcome,
    /// Whether value ≥ share × target, exactly; `None` if either is unknown.
    pub met: Option<bool>,
}

impl Figure {
    /// Works out everything that follows from a scope's value and targets.
    pub fn new(
        series: &Series,
        moment: &Moment,
        scope: Scope,
        value: Outcome,
        demo: bool,
        targets: &Targets,
    ) -> Figure {
        let (set, stage) = targets.with_stage(&scope, moment.days.end);
        let target = ruling(&set);
        let completion = completion(&value, &target);
        let schedule = match series.curve() {
            Some(curve) => due_on(curve, moment.span.start, moment.days.end),
            None => Err(Missing::NoCurve(series.indicator.no_curve.clone())),
        };
        let outlook = outlook(series, &value);
        let places = series.indicator.places();
        let stage = stage.map(|(period, set)| Stage::of(period, set, &value, places));
        let remaining = remaining(&outlook, &target);
        Figure {
            id: FigureId::Indicator(series.indicator.id.clone(), scope.clone()),
            verdicts: verdicts(series, moment, (&scope, &value), targets),
            needed: per_month_left(&remaining, moment),
            projection: projection(&outlook, moment),
            run: None,
            lamp: None,
            inputs: Vec::new(),
            lacks: Vec::new(),
            targets: set.into_iter().map(|set| TargetProgress::of(set, &value)).collect(),
            demo,
            lead: lead(&completion, &schedule, series.indicator.rate_places()),
            shortfall: shortfall(&value, &target, &schedule, series.indicator.places()),
            stage,
            completion,
            schedule,
            remaining,
            ranked: None,
            scope,
            value,
        }
    }

    /// Returns the rank within the group, or why there is none.
    pub fn rank(&self) -> Outcome {
        let ranked = self.ranked.as_ref();
        let rank = ranked.and_then(|ranked| ranked.rank).map(Decimal::from);
        rank.ok_or_else(|| {
            let reason = ranked.and_then(|ranked| ranked.unranked.clone());
            let reason = reason.or(self.completion.clone().err());
            reason.unwrap_or(Missing::Unranked)
        })
    }

    /// Returns the value of the ruling target.
    pub fn target(&self) -> Outcome {
        let target = self.targets.first().and_then(|target| target.set.value);
        target.ok_or_else(|| match &self.value {
            // Its goals went where its numbers are.
            Err(reason @ Missing::MergedInto(..)) => reason.clone(),
            _ => Missing::NoTarget,
        })
    }
}

/// Returns the value of the ruling target.
fn ruling(set: &[SetTarget]) -> Outcome {
    set.first().and_then(|target| target.value).ok_or(Missing::NoTarget)
}

fn remaining(value: &Outcome, target: &Outcome) -> Outcome {
    let (value, target) = (value.clone()?, target.clone()?);
    Ok((target - value).max(Decimal::ZERO))
}

/// Returns the verdict on each point that has passed, by the target in force on its day and by what
/// was known then.
fn verdicts(
    series: &Series,
    moment: &Moment,
    (scope, value): (&Scope, &Outcome),
    targets: &Targets,
) -> Vec<Verdict> {
    let Some(curve) = series.curve() else { return Vec::new() };
    let passed = curve.course().into_iter().filter(|point| {
        let end = point.period.end();
        end <= moment.days.end && moment.span.contains(end)
    });
    passed
        .filter_map(|point| {
            let day = point.period.end();
            let is_now = day == moment.days.end;
            let then = || series.value_on(day, scope);
            let value = if is_now { value.clone() } else { then()? };
            let target = ruling(&targets.of(scope, day));
            let actual = completion(&value, &target);
            let both = value.known().zip(target.known());
            let met = both.map(|(value, target)| value >= point.due.0 * target);
            Some(Verdict {
                point: point.period.clone(),
                day,
                due: point.due.0,
                target,
                value,
                actual,
                met,
            })
        })
        .collect()
}

/// Returns the value if it can be extrapolated: it must be a sum over months, which a rate or a
/// moving span is not.
fn outlook(series: &Series, value: &Outcome) -> Outcome {
    let Indicator { measure, unit, span, .. } = series.indicator;
    let rate = measure.is_derived() || !unit.base.adds();
    let monthly = matches!(
        span,
        SpanKind::Month
            | SpanKind::Quarter
            | SpanKind::Year
            | SpanKind::Plan
            | SpanKind::Fixed
    );
    if monthly && !rate {
        value.clone()
    } else {
        value.clone().and(Err(Missing::NoOutlook))
    }
}

fn per_month_left(remaining: &Outcome, moment: &Moment) -> Outcome {
    let remaining = remaining.clone()?;
    if !moment.is_whole_months() {
        return Err(Missing::NoOutlook);
    }
    match moment.months_left() {
        0 => Err(Missing::SpanOver),
        months => quotient(remaining, Decimal::from(months)).ok_or(Missing::Overflow),
    }
}

/// Returns the difference of the two printed percentages, so that a reader can check it.
fn lead(completion: &Outcome, schedule: &Outcome, places: u32) -> Outcome {
    let (due, done) = (schedule.clone()?, completion.clone()?);
    Ok(percent(done, places) - percent(due, places))
}

/// Nothing is projected from one or two months or from parts of months, nor once the span is over.
fn projection(value: &Outcome, moment: &Moment) -> Outcome {
    let value = value.clone()?;
    if !moment.is_whole_months() {
        return Err(Missing::NoOutlook);
    }
    if moment.months_left() == 0 {
        return Err(Missing::SpanOver);
    }
    match moment.months_elapsed() {
        0..3 => Err(Missing::TooEarly),
        months => {
            let whole = value * Decimal::from(moment.span.months());
            quotient(whole, Decimal::from(months)).ok_or(Missing::Overflow)
        }
    }
}

/// Returns the lamp set of an indicator.
pub fn lamp_set<'a>(series: &Series<'a>) -> Option<&'a LampSet> {
    series.plan.lamp_set(series.indicator.lamps.as_ref()?.as_str())
}
