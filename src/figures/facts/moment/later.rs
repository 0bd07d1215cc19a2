//! What becomes of facts that are submitted too late for their own span.

use chrono::{Datelike, NaiveDate};

use crate::figures::facts::moment::calendar::whole;
use crate::figures::facts::moment::cutoffs::Cutoffs;
use crate::model::book::Book;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::plan::{CarryOver, Plan};
use crate::model::value::date::Days;
use crate::model::value::period::Period;

/// What the plan does with facts that were submitted too late for a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Later {
    /// In the editions that follow.
    NextEditions,
    /// In those of the next year.
    NextYear,
    /// In the edition that settles the year.
    Settlement,
    /// Nowhere.
    Never,
}

/// The facts of a span that came after its last cut-off.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    /// Days of the span.
    pub(in crate::figures) days: Days,
    /// Its last cut-offs.
    pub(in crate::figures) cutoffs: Cutoffs,
}

impl Later {
    /// Returns the rule for facts that are too late for some days of an indicator's span.
    pub(super) fn of(
        plan: &Plan,
        indicator: &Indicator,
        (days, span): (Days, Days),
        is_settled: bool,
    ) -> Later {
        match indicator.span {
            kind if goes_on(kind) => Later::NextEditions,
            _ if days.end < span.end => Later::NextEditions,
            kind if is_yearly(kind) => Later::after_year(plan, is_settled),
            _ => Later::Never,
        }
    }

    fn after_year(plan: &Plan, is_settled: bool) -> Later {
        match plan.carry_over.unwrap_or(CarryOver::Never) {
            CarryOver::NextYear => Later::NextYear,
            CarryOver::Settlement if !is_settled => Later::Settlement,
            CarryOver::Settlement | CarryOver::Never => Later::Never,
        }
    }
}

/// Whether a span goes on over the end of a year.
pub(super) fn goes_on(kind: SpanKind) -> bool {
    matches!(kind, SpanKind::ThreeYears | SpanKind::ThirtySixMonths | SpanKind::Ever)
}

/// Whether a span is that of a year's targets.
fn is_yearly(kind: SpanKind) -> bool {
    matches!(kind, SpanKind::Year | SpanKind::Plan | SpanKind::Fixed)
}

/// Returns what came too late for the span before and counts in this one, by the plan that was in
/// force then.
pub(super) fn carried(book: &Book, indicator: &Indicator, span: Days) -> Option<Carried> {
    let before = span.start.pred_opt().filter(|_| is_yearly(indicator.span))?;
    let mut plans = book.plans.iter().map(|plan| plan.record.as_ref());
    let plan: &Plan = plans.find(|plan| {
        let is_counted = |other: &Indicator| other.is_called(&indicator.name);
        plan.span.contains(before)
            && plan.carry_over == Some(CarryOver::NextYear)
            && plan.indicators.iter().any(is_counted)
    })?;
    let days = whole(indicator, plan, before)?;
    Some(Carried { days, cutoffs: Cutoffs::on(book, plan, before) })
}

/// The span of a year's targets that is over.
#[derive(Clone, Debug)]
pub struct Bygone {
    /// Its last day.
    pub(in crate::figures) end: NaiveDate,
    /// The cut-offs of its last edition.
    pub(in crate::figures) last: Cutoffs,
    /// Those by which it is settled, so that what came later counts nowhere; `None` if that may still
    /// count.
    pub(in crate::figures) settled: Option<Cutoffs>,
    /// Whether an edition settles it.
    pub(in crate::figures) is_settled_apart: bool,
}

/// Returns the span of a day, with the cut-offs by the plan that was in force then; `None` if there is
/// none, or if what was too late for it counts in the next.
pub fn bygone(book: &Book, indicator: &Indicator, day: NaiveDate) -> Option<Bygone> {
    let is_counted = |other: &Indicator| other.is_called(&indicator.name);
    let mut plans = book.plans.iter().map(|plan| plan.record.as_ref());
    let plan: &Plan = plans
        .find(|plan| plan.span.contains(day) && plan.indicators.iter().any(is_counted))?;
    let days = whole(indicator, plan, day).filter(|_| is_yearly(indicator.span))?;
    let year = Period::Year(days.end.year());
    let last = Cutoffs::on(book, plan, days.end);
    let (settled, is_settled_apart) = match plan.carry_over.unwrap_or(CarryOver::Never) {
        CarryOver::NextYear => return None,
        CarryOver::Settlement => {
            let edition = book.edition(&year);
            (edition.map(|_| Cutoffs::of(book, plan, &year)), true)
        }
        CarryOver::Never => (Some(last.clone()), false),
    };
    Some(Bygone { end: days.end, last, settled, is_settled_apart })
}
