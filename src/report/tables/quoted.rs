//! 公布数对照: what others published beside what the records give; never mixed.

use rust_decimal::Decimal;

use crate::figures::exact::round;
use crate::figures::outcome::Known;
use crate::model::dictionary::{Correctable, Level};
use crate::model::plan::indicator::SourceKind;
use crate::model::record::reported::{Total, TotalKind};
use crate::report::listings::columns::Columns;
use crate::report::listings::register::days;
use crate::report::tables::{Make, TableKind};
use crate::sheet::printed::{DatedPart, PrintedPart};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::{Inline, Link, Number};
use crate::view::table::{Cell, Table};
use crate::words::date;
use crate::words::number::{DASH, exact, fixed};

pub(super) const TABLE: TableKind = TableKind {
    name: "公布数对照",
    meaning: "引用的公布数，与本系统同一指标、同一期的数并列",
    level: Level::Public,
    make: Make::Sheet(make),
};

/// What the records give for a published total: the exact value, and the number as printed.
type Computed = (Decimal, Number);

fn make(sheet: &Sheet) -> Option<Table> {
    let quoted = quoted(sheet);
    let totals: Vec<(&Total, Option<Computed>)> =
        quoted.iter().map(|total| (total, computed(sheet, total))).collect();
    let compared = totals.iter().any(|(_, computed)| computed.is_some());
    let (title, note) = if compared {
        ("已公布数与测算数对照", "；测算数按公布数的小数位比较")
    } else {
        ("已公布数", "")
    };
    let columns = Columns::<&(&Total, Option<Computed>)>::new()
        .words("指标", 18, |(total, _)| total.indicator.as_str())
        .words("范围", 9, |(total, _)| total.scope.as_str())
        .words("期", 15, |(total, _)| date::period(&total.period))
        .numbers("公布数", 10, |(total, _)| total.value.to_string())
        .numbers("测算数", 10, |(_, computed)| match computed {
            Some((_, number)) => Cell::number(number.clone()),
            None => Cell::text(DASH),
        })
        .when(compared)
        .words("对照", 8, |(total, computed)| match computed {
            Some((value, _)) => verdict(total, *value),
            None => DASH,
        })
        .when(compared)
        .words("原文和出处", 30, |(total, _)| Cell::run(wording(total)));
    Table {
        notes: vec![format!("公布数照原文引用，不进入任何测算{note}。")],
        ..columns.records("quoted", title, &totals)
    }
    .filled()
}

/// The totals for the period and under its plans that others had published by its last day, as
/// they were known then.
fn quoted(sheet: &Sheet) -> Vec<Total> {
    let (days, last_day) = (days(sheet), sheet.last_day());
    let totals = sheet.basis.book.reported.iter().flat_map(|filed| &filed.record.totals);
    let own = totals.filter(|total| {
        total.kind == TotalKind::Quoted
            && total.known().is_none_or(|day| day <= last_day)
            && days.contains(total.period.end())
            && is_of_plan(sheet, total)
    });
    let known = own.map(|total| total.known_on(last_day));
    known.filter(|total| !total.is_withdrawn()).collect()
}

/// Whether a total is of an indicator of the period's plans, or of what no plan declares.
fn is_of_plan(sheet: &Sheet, total: &Total) -> bool {
    let word = total.indicator.as_str();
    sheet.view(word).is_some() || sheet.book().indicator(word).is_none()
}

/// The words of the source, its note and its address.
fn wording(total: &Total) -> Vec<Inline> {
    let texts = [total.wording.as_deref(), total.note.as_deref()];
    let words = texts.into_iter().flatten().collect::<Vec<_>>().join("；");
    let mut inlines = vec![Inline::text(words)];
    if let Some(address) = &total.address {
        inlines.push(Inline::text("　"));
        inlines.push(Inline::Link { link: Link::new("出处", &address.0) });
    }
    inlines
}

/// Whether what is computed gives the printed number at its own places.
fn verdict(total: &Total, value: Decimal) -> &'static str {
    let printed = total.value.unit.of_base(total.value.amount);
    match printed.map(|number| number.normalize()) {
        None => DASH,
        Some(printed) if round(value, printed.scale()) == printed => "一致",
        Some(_) => "不一致",
    }
}

/// What the records give, where they are of the same thing in the same unit.
fn computed(sheet: &Sheet, total: &Total) -> Option<Computed> {
    let view = sheet.view(total.indicator.as_str())?;
    let indicator = view.indicator();
    let comparable = indicator.source != SourceKind::Quoted
        && indicator.unit == total.value.unit
        && covers(&view, total);
    if !comparable {
        return None;
    }
    let scope = sheet.book().scope_called(total.scope.as_str())?;
    let (end, figure) = (total.period.end(), view.figure(&scope)?);
    let value = if !indicator.measure.is_derived() {
        view.series.shown_on(end, &scope)?.ok()?
    } else if end == sheet.figures.period.end() {
        figure.value.known()?
    } else {
        return None;
    };
    let text = format!("{}{}", fixed(value, indicator.places()), view.unit());
    let part = PrintedPart::At(DatedPart::Value, &total.period);
    Some((value, view.printed(figure, part, exact(value), text)))
}

/// Whether an indicator runs over the days of a total.
fn covers(view: &IndicatorView, total: &Total) -> bool {
    let Some(moment) = view.series.moment(view.sheet.book(), &total.period) else {
        return false;
    };
    let cumulative = total.cumulative.is_some_and(|flag| flag.0);
    cumulative || total.period.days().start == moment.days.start
}
