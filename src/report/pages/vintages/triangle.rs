//! The revision triangle: a row for the end of each period, a column for each edition.

use rust_decimal::Decimal;

use crate::report::listings::columns::Columns;
use crate::report::pages::vintages::course::Course;
use crate::report::paths;
use crate::sheet::IndicatorView;
use crate::sheet::part::FigurePart;
use crate::view::inline::Number;
use crate::view::table::{Cell, Table};
use crate::words::date;
use crate::words::number::fixed;

/// The triangle; `None` where the figures are not sums of dated records.
pub(super) fn triangle(at: usize, course: &Course) -> Option<Table> {
    let values = course.values()?;
    let (values, views) = (&values, &course.0);
    let mut columns = Columns::<usize>::new()
        .words("到", 14, move |row| date::period(&views[row].sheet.figures.period));
    for (known, view) in views.iter().enumerate() {
        let head = date::period(&view.sheet.figures.period);
        let cell = move |row: usize| cell(view, (row, known), &values[known]);
        columns = columns.numbers(&head, 12, cell).under("哪一期通报所知道的");
    }
    let title = format!("{}到各期末的数，逐期所知道的{}", course.title(), course.demo());
    Some(Table {
        notes: vec!["对角线上是那一期通报的数；空着的是那时还没有到的期。".to_owned()],
        ..columns.listing(format!("vintages-{}", at + 1), title, 0..views.len())
    })
}

fn cell(view: &IndicatorView, (row, known): (usize, usize), values: &[Decimal]) -> Cell {
    if row == known {
        return own(view).into();
    }
    let value = values.get(row);
    value.map_or_else(Cell::default, |value| {
        Cell::text(fixed(*value, view.indicator().places()))
    })
}

/// The figure of an edition, which opens its trace on the page of that.
pub(super) fn own(view: &IndicatorView) -> Number {
    let number = view.number(view.whole(), FigurePart::Value, false);
    let trace = number.trace.clone().on(paths::trace_page(view));
    Number { trace, ..number }
}
