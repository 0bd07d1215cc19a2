//! The time that key points speak of, as people say it: 前三季度, 四季度, 9月.

use chrono::Datelike;

use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::value::date::{Days, Month};
use crate::sheet::{IndicatorView, Sheet};
use crate::words::date::{node, until};
use crate::words::number::chinese;

/// The time up to the end of the period: `前三季度`, `1—8月`, `2023年`, `截至2025年6月底`.
pub(super) fn so_far(view: &IndicatorView) -> String {
    let Days { start, end } = view.at.moment.days;
    let (from, to) = (Month::of(start), Month::of(end));
    let is_whole = start == from.start() && end == to.end();
    if !is_whole || from.year != to.year || is_stock(view) {
        return format!("截至{}", until(end, true));
    }
    match (from.month, to.month) {
        (1, 12) => format!("{}年", to.year),
        (from, to) if from == to => format!("{to}月"),
        (from, to) if from % 3 == 1 && to == from + 2 => quarter(to),
        (1, 6) => "上半年".to_owned(),
        (1, 9) => "前三季度".to_owned(),
        (from, to) => format!("{from}—{to}月"),
    }
}

/// The months that are left of the span: `四季度`, `下半年`, `后4个月`, `12月`.
pub(super) fn rest(view: &IndicatorView) -> String {
    let last = Month::of(view.at.moment.span.end);
    match view.at.moment.months_left() {
        1 => format!("{}月", last.month),
        3 if last.month.is_multiple_of(3) => quarter(last.month),
        6 if last.month == 12 => "下半年".to_owned(),
        months => format!("后{months}个月"),
    }
}

/// The time since the edition before: `9月`, `三季度`; `2024年12月底以来` where editions do not follow
/// one another without a gap.
pub(super) fn latest(sheet: &Sheet) -> Option<String> {
    let (own, before) = (&sheet.figures.period, &sheet.previous?.period);
    Some(match own.previous() {
        Some(previous) if previous == *before => node(own),
        _ => format!("{}以来", until(before.end(), true)),
    })
}

/// What the goals of an indicator are for: `全年目标`, `三年目标`, `当季目标`.
pub(super) fn goal(view: &IndicatorView) -> String {
    let span = view.at.moment.span;
    let years = span.end.year() - span.start.year() + 1;
    match view.indicator().span {
        SpanKind::Year => "全年目标".to_owned(),
        SpanKind::Month => "当月目标".to_owned(),
        SpanKind::Quarter => "当季目标".to_owned(),
        SpanKind::Plan if years > 1 => {
            format!("{}年目标", chinese(years.unsigned_abs() as usize))
        }
        _ => "目标".to_owned(),
    }
}

/// The span so far, for a mean: `今年以来`, `启动以来`.
pub(super) fn since_start(view: &IndicatorView) -> &'static str {
    match view.indicator().span {
        SpanKind::Year => "今年以来",
        SpanKind::Plan => "方案实施以来",
        _ => "启动以来",
    }
}

/// Whether what is printed is a stock of the last day.
fn is_stock(view: &IndicatorView) -> bool {
    let span = view.indicator().span;
    !(span.is_within_year() || matches!(span, SpanKind::Year | SpanKind::Fixed))
}

fn quarter(last_month: u32) -> String {
    format!("{}季度", chinese((last_month / 3) as usize))
}
