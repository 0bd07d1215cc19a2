//! 逐期目标达到情况: in which months and quarters of the year a goal of each of them was reached.

use chrono::Datelike;

use crate::figures::figure::Figure;
use crate::figures::period::Figures;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::value::period::Period;
use crate::report::listings::columns::Columns;
use crate::report::listings::columns::parts::part_cell;
use crate::report::tables::{Make, TableKind};
use crate::sheet::part::FigurePart;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::table::Table;
use crate::words::date;
use crate::words::demo;
use crate::words::number::DASH;

pub(super) const TABLE: TableKind = TableKind {
    name: "逐期目标达到情况",
    meaning: "每月、每季各有要求的指标：本年以来已有通报的各期中达到了几期，哪几期没有达到",
    level: Level::Public,
    make: Make::Sheet(make),
};

/// An indicator whose goal is one of each month or quarter, and the periods of the year so far with
/// whether they reached it.
struct Goal<'a> {
    view: IndicatorView<'a>,
    whole: &'a Figure,
    reached: Vec<(String, bool)>,
}

fn make(sheet: &Sheet) -> Option<Table> {
    let goals: Vec<Goal> = sheet.views().filter_map(Goal::of).collect();
    let columns = Columns::<&Goal>::new()
        .words("指标", 28, |goal| &goal.view.indicator().name)
        .numbers("每期要求", 12, |goal| {
            part_cell(&goal.view, goal.whole, FigurePart::Target)
        })
        .words("达到", 18, |goal| {
            let reached = goal.reached.iter().filter(|(_, reached)| *reached).count();
            format!("{}期中{reached}期", goal.reached.len())
        })
        .words("没有达到的", 34, Goal::missed);
    let is_demo = goals.iter().any(|goal| goal.whole.demo);
    let is_year = matches!(sheet.figures.period, Period::Year(_));
    let days = if is_year { "全年" } else { "今年以来" };
    let title = format!("{days}逐期目标达到情况{}", demo::after_title(is_demo));
    let note = "各期按当期通报的截止日计，没有通报的月份不列；按季的只看季度末一期。";
    Table {
        notes: vec![note.to_owned()],
        ..columns.listing("goals-by-period", title, &goals)
    }
    .filled()
}

impl<'a> Goal<'a> {
    /// The goal of an indicator; `None` unless it is one of each month or quarter, and several are past.
    fn of(view: IndicatorView<'a>) -> Option<Goal<'a>> {
        let span = view.indicator().span;
        if !matches!(span, SpanKind::Month | SpanKind::Quarter) {
            return None;
        }
        let whole = view.figure(&Scope::All)?;
        whole.target().ok()?;
        let sheet = view.sheet;
        let own = &sheet.figures.period;
        // A year is told by its months.
        let is_year = matches!(own, Period::Year(_));
        let is_listed = |period: &Period| match (is_year, period) {
            (true, Period::Month(_)) => period.end() <= own.end(),
            (true, _) => false,
            (false, _) => period.same_series(own) && period.end() < own.end(),
        };
        let earlier =
            sheet.editions.iter().map(|(_, figures)| figures).filter(|edition| {
                let period = &edition.period;
                is_listed(period) && view.series.plan.span.contains(period.end())
            });
        let editions = earlier.chain((!is_year).then_some(sheet.figures));
        let ends = editions.filter(|edition| ends_with(&edition.period, span));
        let reached: Vec<(String, bool)> =
            ends.filter_map(|edition| reached(&view, edition)).collect();
        (reached.len() > 1).then_some(Goal { view, whole, reached })
    }

    /// The periods that did not reach it.
    fn missed(&self) -> String {
        let missed = self.reached.iter().filter(|(_, reached)| !reached);
        let missed: Vec<&str> = missed.map(|(period, _)| period.as_str()).collect();
        if missed.is_empty() { DASH.to_owned() } else { missed.join("、") }
    }
}

/// Whether a period ends where a month or a quarter does.
fn ends_with(period: &Period, span: SpanKind) -> bool {
    span == SpanKind::Month || period.end().month().is_multiple_of(3)
}

/// Whether the goal was reached in an edition's period, as it was known then.
fn reached(view: &IndicatorView, edition: &Figures) -> Option<(String, bool)> {
    let figure = edition.figure(view.indicator().id.as_str(), &Scope::All)?;
    let met = figure.targets.first()?.met?;
    Some((date::period(&edition.period), met))
}
