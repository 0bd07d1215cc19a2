//! 核定对照: what superior organs recognised beside the book's own numbers; never mixed.

use crate::model::dictionary::Level;
use crate::model::record::reported::Total;
use crate::report::listings::columns::Columns;
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::sheet::part::FigurePart;
use crate::view::inline::Number;
use crate::view::table::{Cell, Table};
use crate::words::date;
use crate::words::demo;
use crate::words::number::DASH;

pub(super) const TABLE: TableKind = TableKind {
    name: "核定对照",
    meaning: "上级机关核定的数，与本账同一指标、同一期的数并列，列出核减（核增）和原因",
    level: Level::Public,
    make: Make::Sheet(make),
};

/// A recognised total with its numbers as they are printed.
struct Row {
    total: Total,
    scope: String,
    own: Option<Number>,
    value: Option<Number>,
    reduction: Option<Number>,
}

fn make(sheet: &Sheet) -> Option<Table> {
    let rows: Vec<Row> =
        sheet.recognised().into_iter().map(|total| row(sheet, total)).collect();
    let has_cause = rows.iter().any(|row| row.total.cause.is_some());
    let is_demo = |row: &Row| row.total.demo.is_some_and(|flag| flag.0);
    let title = format!("核定对照{}", demo::after_title(rows.iter().any(is_demo)));
    let columns = Columns::<&Row>::new()
        .words("指标", 14, |row| row.total.indicator.as_str())
        .words("范围", 10, |row| row.scope.as_str())
        .numbers("本账数", 10, |row| number(&row.own))
        .numbers("核定数", 10, |row| match &row.value {
            Some(value) => Cell::number(value.clone()),
            None => Cell::text(row.total.value.to_string()),
        })
        .numbers("核减（核增）", 12, |row| number(&row.reduction))
        .words("核定机关", 12, |row| row.total.organ.as_deref().unwrap_or(DASH))
        .words("核定日期", 10, |row| {
            row.total.recognised.map_or_else(|| DASH.to_owned(), date::day)
        })
        .words("文件", 16, |row| row.total.paper.as_deref().unwrap_or(DASH))
        .when(rows.iter().any(|row| row.total.paper.is_some()))
        .words("原因", 16, |row| row.total.cause.as_deref().unwrap_or(DASH))
        .when(has_cause);
    Table {
        notes: vec![
            "核定数只作对照，不进入本账的数；核减是核定数比本账数少的。".to_owned(),
        ],
        ..columns.records("recognised", title, &rows)
    }
    .filled()
}

fn row(sheet: &Sheet, total: Total) -> Row {
    let scope = sheet.scope_of(&total);
    let name = scope.as_ref().map(|scope| sheet.name(scope));
    let mut row = Row {
        scope: name.unwrap_or_else(|| total.scope.as_str().to_owned()),
        total,
        own: None,
        value: None,
        reduction: None,
    };
    let Some(view) = sheet.view(row.total.indicator.as_str()) else { return row };
    let Some(figure) = scope.and_then(|scope| view.figure(&scope)) else { return row };
    let Some(beside) = view.beside(figure, &row.total) else { return row };
    row.own = Some(view.number(figure, FigurePart::Value, true));
    row.value = Some(view.recognised(figure, beside));
    row.reduction = view.reduction(figure, beside);
    row
}

fn number(number: &Option<Number>) -> Cell {
    number.clone().map_or_else(|| Cell::text(DASH), Cell::number)
}
