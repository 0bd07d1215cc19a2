//! 公布数对照: what others published beside what the records give; never mixed.

use rust_decimal::Decimal;

use crate::figures::exact::round;
use crate::figures::outcome::Known;
use crate::model::dictionary::{Correctable, Level};
use crate::model::plan::indicator::{Accrual, MeasureKind, SourceKind};
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

/// What the records give for a published total: the exact value in the unit of that, and the number
/// as it is printed; or why the two are not compared.
type Computed = Result<(Decimal, Number), &'static str>;

fn make(sheet: &Sheet) -> Option<Table> {
    let quoted = quoted(sheet);
    let totals: Vec<(&Total, Computed)> =
        quoted.iter().map(|total| (total, computed(sheet, total))).collect();
    let compared = totals.iter().any(|(_, computed)| computed.is_ok());
    let (title, note) = if compared {
        ("已公布数与测算数对照", "；测算数按公布数的小数位比较")
    } else {
        ("已公布数", "")
    };
    let columns = Columns::<&(&Total, Computed)>::new()
        .words("指标", 18, |(total, _)| total.indicator.as_str())
        .words("范围", 9, |(total, _)| total.scope.as_str())
        .words("期", 15, |(total, _)| date::period(&total.period))
        .numbers("公布数", 10, |(total, _)| format!("{:#}", total.value))
        .numbers("测算数", 10, |(_, computed)| match computed {
            Ok((_, number)) => Cell::number(number.clone()),
            Err(_) => Cell::text(DASH),
        })
        .when(compared)
        .words("对照", 8, |(total, computed)| match computed {
            Ok((value, _)) => verdict(total, *value),
            Err(reason) => reason,
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
    let printed = total.value;
    if round(value, printed.places()) == printed.number() {
        "一致"
    } else {
        "不一致"
    }
}

/// What the records give, where they are of the same thing.
fn computed(sheet: &Sheet, total: &Total) -> Computed {
    let Some(view) = sheet.view(total.indicator.as_str()) else { return Err(DASH) };
    let indicator = view.indicator();
    if indicator.source == SourceKind::Quoted {
        return Err(DASH);
    }
    if !covers(&view, total) {
        return Err("时段不同，未对照");
    }
    let (value, number) = known(sheet, &view, total).ok_or(DASH)?;
    let base = indicator.unit.to_base(value);
    let written = base.filter(|_| indicator.unit.base == total.value.unit.base);
    let written = written.and_then(|base| total.value.unit.of_base(base));
    Ok((written.ok_or("单位不同，未对照")?, number))
}

/// The value for a total, in the unit of its indicator, and as it is printed.
fn known(
    sheet: &Sheet,
    view: &IndicatorView,
    total: &Total,
) -> Option<(Decimal, Number)> {
    let indicator = view.indicator();
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
    let indicator = view.indicator();
    let is_stock = indicator.measure == MeasureKind::Reported
        && indicator.accrual() == Accrual::Stock;
    is_stock || total.is_cumulative() || total.period.days().start == moment.days.start
}
