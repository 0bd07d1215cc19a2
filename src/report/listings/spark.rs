//! The small chart of a row: cumulative completion by month against the schedule.

use rust_decimal::Decimal;

use crate::figures::exact::quotient;
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::figures::schedule::due_on;
use crate::model::book::scope::Scope;
use crate::model::value::date::Month;
use crate::sheet::IndicatorView;
use crate::view::spark::Spark;
use crate::words::date::until;
use crate::words::number::percent;

/// The course of a scope's completion; `None` without a target, or within a single month.
pub(crate) fn spark(view: &IndicatorView, scope: &Scope) -> Option<Spark> {
    let figure = view.figure(scope)?;
    let target = figure.target().ok()?;
    let months = view.at.moment.span.months();
    let actual = completions(view, figure, target);
    if months < 2 || actual.is_empty() {
        return None;
    }
    Some(Spark {
        months,
        description: description(view, figure),
        schedule: schedule(view, months),
        actual,
        color: figure.lamp.as_ref().map(|lamp| lamp.color.0.clone()).unwrap_or_default(),
    })
}

/// Completion at each month's end, until the first month without one.
fn completions(view: &IndicatorView, figure: &Figure, target: Decimal) -> Vec<Decimal> {
    let moment = &view.at.moment;
    let first = Month::of(moment.span.start);
    let completion = |at: u32| {
        let end = first.plus(at as i32 - 1).end();
        let value = if end < moment.days.end {
            view.series.shown_on(end, &figure.scope)?.ok()?
        } else {
            figure.value.known()?
        };
        quotient(value, target)
    };
    (1..=moment.months_elapsed()).map_while(completion).collect()
}

fn schedule(view: &IndicatorView, months: u32) -> Vec<Decimal> {
    let Some(curve) = view.series.curve() else { return Vec::new() };
    let start = view.at.moment.span.start;
    let first = Month::of(start);
    (1..=months as i32)
        .map_while(|at| due_on(curve, start, first.plus(at - 1).end()).known())
        .collect()
}

fn description(view: &IndicatorView, figure: &Figure) -> String {
    let places = view.indicator().rate_places();
    let end = until(view.at.moment.days.end, false);
    let name = view.name(&figure.scope);
    let text = |share| percent(share, places);
    match (figure.completion.known().map(text), figure.schedule.known().map(text)) {
        (Some(done), Some(due)) => {
            format!("{name}截至{end}完成{done}，序时进度{due}")
        }
        (Some(done), None) => format!("{name}截至{end}完成{done}"),
        _ => format!("{name}各月完成情况"),
    }
}
