//! 节点完成情况: each point of the curve, what was due, what was reached by then.

use rust_decimal::Decimal;

use crate::figures::exact::round;
use crate::figures::facts::moment::Later;
use crate::figures::figure::{Figure, Verdict};
use crate::figures::outcome::Known;
use crate::model::dictionary::Level;
use crate::model::plan::curve::CurvePoint;
use crate::model::value::period::Period;
use crate::report::listings::columns::Columns;
use crate::report::listings::dashes::near_note;
use crate::report::listings::marks::{State, mark, verdict as verdict_mark};
use crate::report::tables::{Make, TableKind};
use crate::sheet::IndicatorView;
use crate::sheet::printed::{DatedPart, PrintedPart};
use crate::view::inline::Mark;
use crate::view::table::{Cell, Table};
use crate::words::date;
use crate::words::number::{DASH, exact, fixed, percent, share};

pub(super) const TABLE: TableKind = TableKind {
    name: "节点完成情况",
    meaning: "一个有序时曲线的指标：各节点应达数、当时完成数、是否达到",
    level: Level::Public,
    make: Make::Indicator(make),
};

/// A point of the curve, with the verdict on it once it has passed.
type Milestone<'a> = (&'a CurvePoint, Option<&'a Verdict>);

fn make(view: &IndicatorView) -> Option<Table> {
    let curve = view.series.curve()?;
    let figure = view.whole();
    let target = figure.target().ok()?;
    let milestones =
        curve.course().into_iter().map(|point| (point, verdict(figure, point)));
    let columns = Columns::<Milestone>::new()
        .words("节点", 24, |(point, _)| date::period(&point.period))
        .numbers("应达比例", 12, |(point, _)| share(point.due.0))
        .numbers("应达数", 12, |(point, verdict)| {
            due(view, point, verdict.map_or(Some(target), |then| then.target.known()))
        })
        .numbers("完成数", 12, |(_, verdict)| reached(view, verdict))
        .numbers("完成率", 12, |(_, verdict)| completion(view, verdict))
        .words("是否达到", 14, |(_, verdict)| met(verdict))
        .numbers("目前还差", 12, |(point, verdict)| match verdict {
            Some(_) => Cell::default(),
            None => ahead(view, point, target),
        });
    let id = format!("milestones-{}", view.indicator().id);
    let title = format!("{}各节点完成情况{}", view.indicator().name, view.demo_mark());
    let mut notes = vec![counted_by(view)];
    let is_changed = |verdict: &Verdict| verdict.target.known() != Some(target);
    notes.extend(
        (figure.verdicts.iter().any(is_changed))
            .then(|| "目标调整以前的节点，按当时的目标判断。".to_owned()),
    );
    let milestones: Vec<Milestone> = milestones.collect();
    notes.extend(near_note(&near(view, &milestones, target)));
    Some(Table {
        unit: view.unit().to_owned(),
        notes,
        ..columns.listing(id, title, milestones)
    })
}

/// The points that are not reached, though what is printed reads as if they were.
fn near(view: &IndicatorView, milestones: &[Milestone], target: Decimal) -> Vec<String> {
    let places = view.indicator().places();
    let is_near = |(point, verdict): &&Milestone| {
        let (target, value) = match verdict {
            Some(verdict) => (verdict.target.known(), verdict.value.known()),
            None => (Some(target), view.whole().value.known()),
        };
        let due = target.map(|target| point.due.0 * target);
        due.zip(value).is_some_and(|(due, value)| {
            value < due && round(value, places) >= round(due, places)
        })
    };
    milestones
        .iter()
        .filter(is_near)
        .map(|(point, _)| date::period(&point.period))
        .collect()
}

/// Returns by which cut-offs the points are counted, and what becomes of what came later.
fn counted_by(view: &IndicatorView) -> String {
    let own = "节点完成数按该节点当期的报送截止日计";
    if matches!(view.sheet.figures.period, Period::Year(_)) {
        return format!("{own}，期末的按本期的截止日计。");
    }
    let later = "此后迟报的，从赶上截止日的一期起计入";
    match view.at.moment.later {
        Later::NextEditions => format!("{own}；{later}。"),
        last => format!("{own}；{later}，期末的{}。", last.label()),
    }
}

fn verdict<'a>(figure: &'a Figure, point: &CurvePoint) -> Option<&'a Verdict> {
    figure.verdicts.iter().find(|verdict| verdict.point == point.period)
}

/// What was due at a point.
fn due(view: &IndicatorView, point: &CurvePoint, target: Option<Decimal>) -> Cell {
    let Some(target) = target else { return Cell::text(DASH) };
    let due = point.due.0 * target;
    let text = fixed(due, view.indicator().places());
    let part = PrintedPart::At(DatedPart::Due, &point.period);
    Cell::number(view.printed(view.whole(), part, exact(due), text))
}

/// What is still missing to a point that is not due yet.
fn ahead(view: &IndicatorView, point: &CurvePoint, target: Decimal) -> Cell {
    let figure = view.whole();
    let Some(value) = figure.value.known() else { return Cell::text(DASH) };
    let gap = (point.due.0 * target - value).max(Decimal::ZERO);
    let text = fixed(gap, view.indicator().places());
    let part = PrintedPart::At(DatedPart::Gap, &point.period);
    Cell::number(view.printed(figure, part, exact(gap), text))
}

/// The value at a point that has passed.
fn reached(view: &IndicatorView, verdict: Option<&Verdict>) -> Cell {
    let Some(verdict) = verdict else { return Cell::text(DASH) };
    let value = verdict.value.known();
    let places = view.indicator().places();
    Cell::number(view.printed(
        view.whole(),
        PrintedPart::At(DatedPart::Actual, &verdict.point),
        value.map(exact).unwrap_or_default(),
        value.map_or(DASH.to_owned(), |value| fixed(value, places)),
    ))
}

/// The completion at a point that has passed.
fn completion(view: &IndicatorView, verdict: Option<&Verdict>) -> Cell {
    let Some(verdict) = verdict else { return Cell::text(DASH) };
    let completion = verdict.actual.known();
    let places = view.indicator().rate_places();
    Cell::number(view.printed(
        view.whole(),
        PrintedPart::At(DatedPart::Verdict, &verdict.point),
        completion.map(exact).unwrap_or_default(),
        completion.map_or(DASH.to_owned(), |share| percent(share, places)),
    ))
}

/// The verdict on a point as a mark with its word.
fn met(verdict: Option<&Verdict>) -> Mark {
    let met = verdict.and_then(|verdict| verdict.met);
    met.map_or_else(|| mark(State::Due, "未到期"), verdict_mark)
}
