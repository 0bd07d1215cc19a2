//! 单位完成率: a bar for each unit in order of completion, in its lamp's colour.

use crate::figures::figure::{Figure, lamp_set};
use crate::figures::outcome::Known;
use crate::model::dictionary::Level;
use crate::model::plan::assessment::lamp::LampBasis;
use crate::report::charts::{ChartKind, Draw};
use crate::report::listings::lamp_words::legend;
use crate::sheet::IndicatorView;
use crate::sheet::part::lamp_mark;
use crate::view::chart::{Bar, Bars, Chart, Drawing, OnScreen, Point};
use crate::view::table::Table;
use crate::words::date::until;
use crate::words::number::percent;

pub(super) const CHART: ChartKind =
    ChartKind {
        name: "单位完成率", level: Level::Public, draw: Draw::Indicator(draw)
    };

fn draw(view: &IndicatorView) -> Option<Chart> {
    let rated = ordered(view);
    if rated.len() < 2 {
        return None;
    }
    let name = &view.indicator().name;
    let finding = finding(view, &rated);
    let end = until(view.at.moment.days.end, true);
    let unrated = unknown(view);
    let left = match unrated.len() {
        0 => String::new(),
        count => format!("另有{count}个单位没有完成率。"),
    };
    let rows = rated.iter().chain(&unrated).map(|figure| bar(view, figure));
    let bars = Bars {
        rows: rows.collect(),
        schedule: schedule(view),
        legend: lamp_set(view.series).map(legend).unwrap_or_default(),
    };
    Some(Chart {
        id: format!("chart-units-{}", view.indicator().id),
        title: format!("{finding}{}", view.demo_mark()),
        subtitle: format!("各单位{name}完成率，截至{end}，由高到低{}", basis(view)),
        caption: format!("各单位{name}完成率"),
        description: format!(
            "条形图：截至{end}各单位{name}完成率，由高到低。{finding}。{left}"
        ),
        numbers: numbers(&bars),
        drawing: Drawing::Bars(bars),
        on_screen: OnScreen::Drawing,
    })
}

/// A row for each bar, and for the schedule.
fn numbers(bars: &Bars) -> Table {
    let rows = bars.rows.iter().map(|bar| vec![&bar.label, &bar.text, &bar.mark.word]);
    let schedule =
        bars.schedule.iter().map(|point| vec![&point.note, &point.text, &point.note]);
    Table::of_words(&["名称", "完成率", "等次"], rows.chain(schedule))
}

/// The units whose completion is known, the furthest first; equal ones in the book's order.
fn ordered<'a>(view: &IndicatorView<'a>) -> Vec<&'a Figure> {
    let mut rated: Vec<_> =
        view.units().filter(|figure| figure.completion.is_ok()).collect();
    rated.sort_by_key(|figure| std::cmp::Reverse(figure.completion.known()));
    rated
}

fn unknown<'a>(view: &IndicatorView<'a>) -> Vec<&'a Figure> {
    view.units().filter(|figure| figure.completion.is_err()).collect()
}

/// How many units are in time, or done where there is no schedule, and who is first.
fn finding(view: &IndicatorView, rated: &[&Figure]) -> String {
    let places = view.indicator().rate_places();
    let timed = rated.iter().any(|figure| figure.lead.is_ok());
    let good = |figure: &&&Figure| {
        if timed {
            figure.lead.known().is_some_and(|lead| !lead.is_sign_negative())
        } else {
            figure.targets.first().and_then(|target| target.met) == Some(true)
        }
    };
    let count = rated.iter().filter(good).count();
    let what = if timed { "达到序时进度" } else { "完成目标" };
    let best = rated[0].completion.known();
    let first: Vec<_> =
        rated.iter().take_while(|figure| figure.completion.known() == best).collect();
    let share = best.map(|share| percent(share, places)).unwrap_or_default();
    let leader = match first.len() {
        1 => format!("，{}完成率最高，为{share}", view.name(&rated[0].scope)),
        _ => String::new(),
    };
    format!("{}个单位中{count}个{what}{leader}", rated.len())
}

fn bar(view: &IndicatorView, figure: &Figure) -> Bar {
    let places = view.indicator().rate_places();
    let reason = || figure.completion.as_ref().err().map(|missing| missing.label());
    let value = figure.completion.known();
    Bar {
        label: view.name(&figure.scope),
        value,
        text: value
            .map(|share| percent(share, places))
            .or_else(reason)
            .unwrap_or_default(),
        mark: lamp_mark(figure.lamp.as_ref()),
    }
}

fn schedule(view: &IndicatorView) -> Option<Point> {
    let value = view.whole().schedule.known()?;
    let text = percent(value, view.indicator().rate_places());
    Some(Point {
        at: view.at.moment.months_elapsed(),
        value,
        text,
        note: "序时进度".to_owned(),
    })
}

/// What the numbers of the legend are.
fn basis(view: &IndicatorView) -> String {
    let Some(set) = lamp_set(view.series) else { return String::new() };
    let unit = match set.basis {
        LampBasis::Lead | LampBasis::AboveMean => "百分点",
        basis => basis.unit(),
    };
    format!("；括号内是各灯的{}（{unit}）", set.basis.label())
}
