//! What was due and was not done, by the whole or by those who did not report; and what must speed up.

use crate::figures::outcome::Known;
use crate::model::plan::indicator::MeasureKind;
use crate::sheet::IndicatorView;
use crate::sheet::key_points::focus::{Focus, thing};
use crate::sheet::key_points::pace::warning;
use crate::sheet::key_points::phrase::Phrase;
use crate::sheet::key_points::timing::so_far;
use crate::sheet::part::FigurePart;
use crate::sheet::printed::{PrintedPart, Told};

/// Kinds of late projects that are told of.
const LATE: usize = 2;

/// 三季度集中开工活动要求1次，没有举行；正式合同额今年以来月均24.54亿元，四季度月均需26.39亿元.
pub(super) fn line(focus: &Focus) -> Option<Phrase> {
    let missed = focus.view.sheet.headline().filter_map(|view| missed(&view));
    let late = focus.view.sheet.views().filter_map(|view| late(&view)).take(LATE);
    let silent = focus.view.sheet.headline().find_map(|view| silent(&view));
    let slow = focus.second().as_ref().and_then(warning);
    let line = Phrase::joined(missed.chain(late).chain(silent).chain(slow), "；");
    (!line.is_empty()).then_some(line)
}

/// A goal of a month or a quarter that is over and was not reached.
fn missed(view: &IndicatorView) -> Option<Phrase> {
    let moment = &view.at.moment;
    let whole = view.whole();
    let is_over =
        view.indicator().span.is_within_year() && moment.days.end == moment.span.end;
    let target = whole.targets.first()?;
    let value = whole.value.known().filter(|_| is_over && target.met == Some(false))?;
    let line = Phrase::of(format!("{}{}要求", so_far(view), view.indicator().name))
        .number(view.number(whole, FigurePart::Target, true));
    let is_activity = view.indicator().measure == MeasureKind::Activities;
    Some(if value.is_zero() && is_activity {
        line.text("，没有举行")
    } else {
        line.text("，完成").number(view.number(whole, FigurePart::Value, true))
    })
}

/// Of the projects that have not reached a stage yet, those that agreed to be there by now.
fn late(view: &IndicatorView) -> Option<Phrase> {
    let overdue = view.overdue().filter(|overdue| *overdue > 0)?.to_string();
    let whole = view.whole();
    let part = PrintedPart::Told(Told::Overdue);
    let number = view.printed(whole, part, overdue.clone(), overdue);
    Some(
        Phrase::of(thing(view))
            .number(view.number(whole, FigurePart::Value, true))
            .text("，其中")
            .number(number)
            .text("个超过约定日期"),
    )
}

/// Those of whom nothing came.
fn silent(view: &IndicatorView) -> Option<Phrase> {
    let without = view.without(view.whole())?;
    Some(Phrase::of(format!("{}{without}", view.indicator().name)))
}
