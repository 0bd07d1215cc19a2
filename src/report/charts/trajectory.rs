//! 走势: what has been reached month by month, against the points of the curve and the target.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::curve::{Between, CurvePoint};
use crate::model::value::date::Month;
use crate::report::charts::{ChartKind, Draw};
use crate::sheet::IndicatorView;
use crate::sheet::part::FigurePart;
use crate::view::chart::{Chart, Drawing, Milestone, OnScreen, Point, Tick, Trajectory};
use crate::view::table::Table;
use crate::words::date::{node, span, until};
use crate::words::demo;
use crate::words::number::{POINTS, chinese, exact, fixed, lead, percent, share};

pub(super) const CHART: ChartKind =
    ChartKind { name: "走势", level: Level::Public, draw: Draw::Indicator(draw) };

fn draw(view: &IndicatorView) -> Option<Chart> {
    trajectory(view, &Scope::All)
}

/// The course of a scope over the whole span; none within a single month, or without a value.
pub fn trajectory(view: &IndicatorView, scope: &Scope) -> Option<Chart> {
    let figure = view.figure(scope)?;
    let moment = &view.at.moment;
    let actual = actual(view, figure);
    if moment.span.months() < 2 || actual.is_empty() {
        return None;
    }
    let (name, whom) = (&view.indicator().name, view.name(scope));
    let many = many_years(view);
    let finding = finding(view, figure);
    let when = span(&moment.span);
    let course = Trajectory {
        ticks: ticks(view, many),
        actual,
        milestones: milestones(view, figure),
        stepped: view.series.curve().is_some_and(|curve| curve.between == Between::Step),
        target: target(view, figure),
        projection: projection(view, figure, many),
    };
    Some(Chart {
        id: format!(
            "chart-trend-{}",
            figure.id.to_string().replace(['/', ':', '@'], "-")
        ),
        title: format!("{finding}{}", demo::after_title(figure.demo)),
        subtitle: format!("{whom}{name}，{when}各月末累计，{}", view.unit()),
        caption: format!("{whom}{name}走势（单位：{}）", view.unit()),
        description: format!("折线图：{whom}{name}在{when}各月末的累计数。{finding}。"),
        numbers: numbers(&course),
        drawing: Drawing::Trajectory(course),
        on_screen: OnScreen::Drawing,
    })
}

/// A row for each month that holds a value, a milestone, the projection or the target.
fn numbers(course: &Trajectory) -> Table {
    let mut months: BTreeMap<u32, [String; 3]> = BTreeMap::new();
    for point in &course.actual {
        months.entry(point.at).or_default()[0] = joined(&[&point.text, &point.note]);
    }
    for milestone in &course.milestones {
        let amount = exact(milestone.value);
        months.entry(milestone.at).or_default()[1] =
            joined(&[&amount, &milestone.text, &milestone.word]);
    }
    for point in [&course.projection, &course.target].into_iter().flatten() {
        let cell = &mut months.entry(point.at).or_default()[2];
        if !cell.is_empty() {
            cell.push('；');
        }
        cell.push_str(&joined(&[&point.note, &point.text]));
    }
    let rows = months.into_iter().map(|(at, cells)| {
        let tick =
            course.ticks.iter().find(|tick| tick.at == at && !tick.text.is_empty());
        let name = tick.map_or_else(|| format!("第{at}个月"), |tick| tick.text.clone());
        std::iter::once(name).chain(cells).collect()
    });
    Table::of_words(&["时间", "累计完成", "节点目标", "预计与期末目标"], rows)
}

fn joined(texts: &[&str]) -> String {
    let texts = texts.iter().copied().filter(|text| !text.is_empty());
    texts.collect::<Vec<&str>>().join(" ")
}

fn many_years(view: &IndicatorView) -> bool {
    view.at.moment.span.months() > 12
}

/// What the chart shows, as a sentence without its stop.
fn finding(view: &IndicatorView, figure: &Figure) -> String {
    let end = view.at.moment.days.end;
    let value = view.number(figure, FigurePart::Value, true).text;
    let head = format!(
        "截至{}{}{}{value}",
        until(end, many_years(view)),
        scope_words(view, figure),
        view.indicator().name
    );
    match judgement(view, figure) {
        Some(words) => format!("{head}，{words}"),
        None => head,
    }
}

/// The whole goes without saying in its own bulletin.
fn scope_words(view: &IndicatorView, figure: &Figure) -> String {
    if figure.scope == Scope::All { String::new() } else { view.name(&figure.scope) }
}

/// A point that falls on the period's end, else the lead, else the completion.
fn judgement(view: &IndicatorView, figure: &Figure) -> Option<String> {
    let (end, places) = (view.at.moment.days.end, view.indicator().rate_places());
    let curve = view.series.curve();
    let here = curve
        .and_then(|curve| curve.points.iter().find(|point| point.period.end() == end));
    let met = here.and_then(|point| {
        let mut verdicts = figure.verdicts.iter();
        let verdict = verdicts.find(|verdict| verdict.point == point.period)?;
        let word = if verdict.met? { "达到" } else { "未达到" };
        Some(format!("{word}{}节点", node(&point.period)))
    });
    let ahead = || Some(lead_words(figure.lead.known()?, places));
    let done =
        || Some(format!("完成目标的{}", percent(figure.completion.known()?, places)));
    met.or_else(ahead).or_else(done)
}

/// `超序时进度2.10个百分点`, as running text says it.
fn lead_words(points: Decimal, places: u32) -> String {
    if points.is_zero() {
        return lead(points, places);
    }
    let word = if points.is_sign_negative() { "低" } else { "高" };
    format!("比序时进度{word}{}{POINTS}", fixed(points.abs(), places))
}

fn ticks(view: &IndicatorView, many: bool) -> Vec<Tick> {
    let span = &view.at.moment.span;
    let first = Month::of(span.start);
    let tick = |at: u32| {
        let month = first.plus(at as i32 - 1);
        let last = month.month == 12 || at == span.months();
        let text = if !many {
            format!("{}月", month.month)
        } else if last {
            format!("{}年", month.year)
        } else {
            String::new()
        };
        Tick { at, text, line: many && last }
    };
    (1..=span.months()).map(tick).collect()
}

/// The values at the ends of the months, by what was known then; the last is the figure's own.
fn actual(view: &IndicatorView, figure: &Figure) -> Vec<Point> {
    let moment = &view.at.moment;
    let first = Month::of(moment.span.start);
    let elapsed = moment.months_elapsed();
    let value_on = |month: Month| view.series.shown_on(month.end(), &figure.scope)?.ok();
    let point = |at: u32| {
        let month = first.plus(at as i32 - 1);
        let (value, note) = if at == elapsed {
            (figure.value.known()?, last_note(view, figure))
        } else if many_years(view) && month.month == 12 {
            (value_on(month)?, format!("{}年底", month.year))
        } else {
            (value_on(month)?, String::new())
        };
        Some(Point { at, value, text: fixed(value, view.indicator().places()), note })
    };
    (1..=elapsed).filter_map(point).collect()
}

fn last_note(view: &IndicatorView, figure: &Figure) -> String {
    let places = view.indicator().rate_places();
    let done =
        figure.completion.known().map(|share| format!("完成 {}", percent(share, places)));
    let when = many_years(view).then(|| until(view.at.moment.days.end, true));
    [when, done].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn milestones(view: &IndicatorView, figure: &Figure) -> Vec<Milestone> {
    let moment = &view.at.moment;
    let (Some(curve), Some(target)) = (view.series.curve(), figure.target().ok()) else {
        return Vec::new();
    };
    let first = Month::of(moment.span.start);
    let inside =
        curve.points.iter().filter(|point| moment.span.contains(point.period.end()));
    let milestone = |point: &CurvePoint| {
        let mut verdicts = figure.verdicts.iter();
        let verdict = verdicts.find(|verdict| verdict.point == point.period);
        let met = verdict.and_then(|verdict| verdict.met);
        let word = match (verdict, met) {
            (None, _) => "未到期",
            (_, Some(true)) => "已达到",
            (_, Some(false)) => "未达到",
            (_, None) => "未上报",
        };
        Milestone {
            at: (Month::of(point.period.end()).since(first) + 1).max(0) as u32,
            value: point.due.0 * target,
            text: share(point.due.0),
            met,
            word: word.to_owned(),
        }
    };
    inside.map(milestone).collect()
}

fn target(view: &IndicatorView, figure: &Figure) -> Option<Point> {
    let value = figure.target().ok()?;
    let text = view.number(figure, FigurePart::Target, false).text.into();
    let months = view.at.moment.span.months();
    let note = match months {
        12 => "全年目标".to_owned(),
        3 => "当季目标".to_owned(),
        months if months % 12 == 0 => format!("{}年目标", chinese(months as usize / 12)),
        _ => "目标".to_owned(),
    };
    Some(Point { at: months, value, text, note })
}

fn projection(view: &IndicatorView, figure: &Figure, many: bool) -> Option<Point> {
    let value = figure.projection.known()?;
    let text = view.number(figure, FigurePart::Projection, false).text.into();
    let end = until(view.at.moment.span.end, many);
    let note = format!("按月均推算{end}");
    Some(Point { at: view.at.moment.span.months(), value, text, note })
}
