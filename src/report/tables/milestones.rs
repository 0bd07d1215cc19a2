//! 节点完成情况: each point of the curve, what was due, what was reached by then.

use rust_decimal::Decimal;

use crate::figures::figure::{Figure, Verdict};
use crate::figures::outcome::Known;
use crate::model::dictionary::Level;
use crate::model::plan::curve::CurvePoint;
use crate::report::listings::register::mark;
use crate::report::tables::{Make, TableKind};
use crate::sheet::IndicatorView;
use crate::sheet::part::inline;
use crate::view::inline::Mark;
use crate::view::table::{Cell, Column, Row, Table};
use crate::words::date;
use crate::words::number::{DASH, exact, fixed, percent, share};

pub(super) const TABLE: TableKind = TableKind {
    name: "节点完成情况",
    meaning: "一个有序时曲线的指标：各节点应达数、当时完成数、是否达到",
    level: Level::Public,
    make: Make::Indicator(make),
};

fn make(view: &IndicatorView) -> Option<Table> {
    let curve = view.series.curve()?;
    let figure = view.whole();
    let target = figure.target().ok()?;
    let places = view.indicator().places();
    let rows = curve.course().into_iter().map(|point| {
        let due = view.printed(
            figure,
            &format!("due-{}", point.period),
            exact(point.due.0 * target),
            fixed(point.due.0 * target, places),
        );
        let mut cells = vec![
            Cell::text(date::period(&point.period)),
            Cell::text(share(point.due.0)),
            Cell::inline(inline(due)),
        ];
        let name = point.period.to_string();
        let verdict = figure.verdicts.iter().find(|verdict| verdict.point == name);
        cells.extend(reached(view, figure, verdict));
        cells.push(match verdict {
            Some(_) => Cell::default(),
            None => ahead(view, figure, point, target),
        });
        Row::body(cells)
    });
    Some(Table {
        id: format!("milestones-{}", view.indicator().id),
        title: format!("{}各节点完成情况{}", view.indicator().name, view.demo_mark()),
        unit: view.unit().to_owned(),
        columns: vec![
            Column::words("节点", 24),
            Column::numbers("应达比例", 12),
            Column::numbers("应达数", 12),
            Column::numbers("完成数", 12),
            Column::numbers("完成率", 12),
            Column::words("是否达到", 14),
            Column::numbers("目前还差", 12),
        ],
        rows: rows.collect(),
        notes: vec![
            "节点完成数按该节点当期的报送截止日计；此后迟报的计入以后各期。".to_owned(),
        ],
        wide: false,
    })
}

/// What is still missing to a point that is not due yet.
fn ahead(
    view: &IndicatorView,
    figure: &Figure,
    point: &CurvePoint,
    target: Decimal,
) -> Cell {
    let Some(value) = figure.value.known() else { return Cell::text(DASH) };
    let gap = (point.due.0 * target - value).max(Decimal::ZERO);
    let part = format!("gap-{}", point.period);
    let text = fixed(gap, view.indicator().places());
    Cell::inline(inline(view.printed(figure, &part, exact(gap), text)))
}

fn reached(
    view: &IndicatorView,
    figure: &Figure,
    verdict: Option<&Verdict>,
) -> [Cell; 3] {
    let Some(verdict) = verdict else {
        return [Cell::text(DASH), Cell::text(DASH), Cell::mark(verdict_mark(None))];
    };
    let (places, rate_places) =
        (view.indicator().places(), view.indicator().rate_places());
    let value = verdict.value.known();
    let value = view.printed(
        figure,
        &format!("actual-{}", verdict.point),
        value.map(exact).unwrap_or_default(),
        value.map_or(DASH.to_owned(), |value| fixed(value, places)),
    );
    let done = match &verdict.actual {
        Ok(done) => percent(*done, rate_places),
        Err(_) => DASH.to_owned(),
    };
    let exactly = verdict.actual.known().map(exact).unwrap_or_default();
    let done = view.printed(figure, &format!("verdict-{}", verdict.point), exactly, done);
    [
        Cell::inline(inline(value)),
        Cell::inline(inline(done)),
        Cell::mark(verdict_mark(verdict.met)),
    ]
}

/// The verdict on a point as a mark with its word.
fn verdict_mark(met: Option<bool>) -> Mark {
    match met {
        Some(true) => mark("met", "达到"),
        Some(false) => mark("missed", "未达到"),
        None => mark("due", "未到期"),
    }
}
