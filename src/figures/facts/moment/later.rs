//! What becomes of facts that are submitted too late for their own span.

use crate::figures::facts::moment::calendar::whole;
use crate::figures::facts::moment::cutoffs::Cutoffs;
use crate::model::book::Book;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::plan::{CarryOver, Plan};
use crate::model::value::date::Days;

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
    let editions = book.editions.iter().map(|edition| &edition.record.card);
    let last = editions.filter(|card| card.period.end() == before);
    let settled =
        last.max_by_key(|card| Cutoffs::declared(plan, before, Some(card)).last());
    Some(Carried { days, cutoffs: Cutoffs::declared(plan, before, settled) })
}
