//! 公布数对照: what others published beside what the records give; never mixed.

use rust_decimal::Decimal;

use crate::figures::exact::round;
use crate::figures::outcome::Known;
use crate::model::dictionary::Level;
use crate::model::plan::indicator::SourceKind;
use crate::model::record::reported::{Total, TotalKind};
use crate::report::tables::{Make, TableKind};
use crate::sheet::part::inline;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Inline;
use crate::view::inline::Link;
use crate::view::table::{Cell, Column, Row, Table};
use crate::words::date;
use crate::words::number::{DASH, exact, fixed};

pub(super) const TABLE: TableKind = TableKind {
    name: "公布数对照",
    meaning: "引用的公布数，与本系统同一指标、同一期的数并列",
    level: Level::Public,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let end = sheet.figures.period.end();
    let files = sheet.book().reported.iter();
    let totals = files.flat_map(|filed| &filed.record.totals);
    let quoted = totals.filter(|total| {
        total.kind == TotalKind::Quoted
            && total.published.is_none_or(|day| day <= sheet.last_day())
            && total.period.end() <= end
    });
    let quoted: Vec<(&Total, Option<Computed>)> =
        quoted.map(|total| (total, comparable(sheet, total))).collect();
    let compared = quoted.iter().any(|(_, computed)| computed.is_some());
    let mut columns = vec![
        Column::words("指标", 18),
        Column::words("范围", 9),
        Column::words("期", 15),
        Column::numbers("公布数", 10),
    ];
    let (title, note) = if compared {
        ("已公布数与测算数对照", "；测算数按公布数的小数位比较")
    } else {
        ("已公布数", "")
    };
    if compared {
        columns.push(Column::numbers("测算数", 10));
        columns.push(Column::words("对照", 8));
    }
    columns.push(Column::words("原文和出处", 30));
    let rows: Vec<Row> = quoted
        .into_iter()
        .map(|(total, computed)| row(total, compared.then_some(computed)))
        .collect();
    (!rows.is_empty()).then(|| Table {
        id: "quoted".to_owned(),
        title: title.to_owned(),
        unit: String::new(),
        columns,
        rows,
        notes: vec![format!("公布数照原文引用，不进入任何测算{note}。")],
        wide: false,
    })
}

/// What the records give for a printed number: the value and its cell.
type Computed = (Decimal, Cell);

/// What the records give, where they are of the same thing in the same unit.
fn comparable(sheet: &Sheet, total: &Total) -> Option<Computed> {
    let own = sheet.view(total.indicator.as_str()).filter(|view| {
        let indicator = view.indicator();
        indicator.source != SourceKind::Quoted && indicator.unit == total.value.unit
    });
    computed(&own?, total)
}

/// A row; without cells for what is computed where no row has any.
fn row(total: &Total, compared: Option<Option<Computed>>) -> Row {
    let words = [total.wording.as_deref(), total.note.as_deref()];
    let words: Vec<&str> = words.into_iter().flatten().collect();
    let mut inlines = vec![Inline::text(words.join("；"))];
    inlines.extend(total.address.iter().flat_map(|address| {
        let link = Link { text: "出处".to_owned(), href: address.0.clone() };
        [Inline::text("　"), Inline::Link { link }]
    }));
    let mut cells = vec![
        Cell::text(total.indicator.as_str()),
        Cell::text(total.scope.as_str()),
        Cell::text(date::period(&total.period)),
        Cell::text(total.value.to_string()),
    ];
    cells.extend(compared.into_iter().flat_map(|computed| match computed {
        Some((value, cell)) => [cell, Cell::text(verdict(total, value))],
        None => [Cell::text(DASH), Cell::text(DASH)],
    }));
    cells.push(Cell { inlines, ..Cell::default() });
    Row::body(cells)
}

/// Whether what is computed gives the printed number at its own places.
fn verdict(total: &Total, value: Decimal) -> &'static str {
    let printed = total.value.unit.of_base(total.value.amount);
    let Some(printed) = printed.map(|number| number.normalize()) else { return DASH };
    if round(value, printed.scale()) == printed { "一致" } else { "不一致" }
}

/// The same indicator on the same day, where the records cover it.
fn computed(view: &IndicatorView, total: &Total) -> Option<(Decimal, Cell)> {
    let end = total.period.end();
    let moment = view.series.moment(view.sheet.book(), end)?;
    let cumulative = total.cumulative.is_some_and(|flag| flag.0);
    if !cumulative && total.period.days().start != moment.days.start {
        return None;
    }
    let scope = view.sheet.book().scope_called(total.scope.as_str())?;
    let figure = view.figure(&scope)?;
    let now = end == view.sheet.figures.period.end();
    let value = if view.indicator().measure.is_derived() {
        figure.value.known().filter(|_| now)?
    } else {
        view.series.shown_on(end, &scope)?.ok()?
    };
    let text = format!("{}{}", fixed(value, view.indicator().places()), view.unit());
    let part = format!("value-{}", total.period);
    Some((value, Cell::inline(inline(view.printed(figure, &part, exact(value), text)))))
}
