//! What happened in the single spans of an indicator, each counted by itself.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::facts::moment::calendar;
use crate::figures::outcome::Outcome;
use crate::figures::scores::context::{Context, FigureAt};
use crate::figures::scores::score::{Score, Unscored};
use crate::model::plan::assessment::score_item::EachSpan;
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::value::date::{Days, Month};
use crate::model::value::period::Period;
use crate::words::date;

/// How often something happened, and in which spans.
pub struct Occurrences {
    /// Number of occurrences that count.
    pub count: Decimal,
    /// The spans that have any, in words: `2017年4月、5月`.
    pub when: String,
}

/// Counts what happened in the spans since a day, each by itself.
pub fn occurrences(
    context: &Context,
    at: FigureAt,
    rule: &EachSpan,
    since: NaiveDate,
) -> Result<Occurrences, Unscored> {
    let spans = context.spans(at);
    let own = spans.iter().rev().filter(|span| span.days.start >= since);
    let mut found = Occurrences { count: Decimal::ZERO, when: String::new() };
    for span in own {
        let scope = &at.figure.scope;
        let count = of_span(at.series.value(scope, span.sums.get(scope)), rule)?;
        if count.is_zero() {
            continue;
        }
        found.count += count;
        let comma = if found.when.is_empty() { "" } else { "、" };
        found.when += comma;
        found.when += &date::period(&period(at.series.indicator.span, span.days));
    }
    Ok(found)
}

/// Returns how often a span counts: once if its value is as required, else by its value, up to the
/// most.
fn of_span(value: Outcome, rule: &EachSpan) -> Score {
    let value = value?;
    let count = match &rule.condition {
        Some(condition) if condition.contains(value) => Decimal::ONE,
        Some(_) => Decimal::ZERO,
        None => value,
    };
    Ok(rule.most.map_or(count, |most| count.min(most.0)))
}

/// Returns the day from which spans are counted.
pub fn start(context: &Context, span: SpanKind) -> NaiveDate {
    let plan = context.plan.span.start;
    match span {
        SpanKind::Plan => plan,
        span => calendar(span, context.period.end()).start.max(plan),
    }
}

fn period(span: SpanKind, days: Days) -> Period {
    let month = Month::of(days.start);
    match span {
        SpanKind::Quarter => Period::Quarter(month.year, (month.month - 1) / 3 + 1),
        SpanKind::Year => Period::Year(month.year),
        _ => Period::Month(month),
    }
}
