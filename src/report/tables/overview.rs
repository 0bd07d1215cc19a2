//! 总体情况: every indicator that has a target for the whole, one row each; all of them where none has.

use crate::figures::figure::Figure;
use crate::model::dictionary::Level;
use crate::report::tables::{Dashes, Make, PartColumn, TableKind, cell, told};
use crate::sheet::part::{FigurePart, inline};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::table::{Cell, Column, Row, Table};
use crate::words::date;
use crate::words::demo;

/// More columns than that ask for a turned page.
const WIDE: usize = 7;

pub(super) const TABLE: TableKind = TableKind {
    name: "总体情况",
    meaning: "有全域目标的各指标：目标、完成数、完成率、比目标、序时、超欠、月均需完成、预计；都没有目标的，列各指标的完成数、比上期",
    level: Level::Public,
    make: Make::Sheet(make),
};

const COLUMNS: [PartColumn; 8] = [
    (FigurePart::Target, "目标", 9),
    (FigurePart::Value, "完成数", 9),
    (FigurePart::Completion, "完成率", 9),
    (FigurePart::Gap, "比目标", 14),
    (FigurePart::Schedule, "序时进度", 9),
    (FigurePart::Lead, "超欠进度", 14),
    (FigurePart::Needed, "月均需完成", 9),
    (FigurePart::Projection, "期末预计", 9),
];

fn make(sheet: &Sheet) -> Option<Table> {
    let figures: Vec<(IndicatorView, &Figure)> =
        sheet.headline().map(|view| (view, view.whole())).collect();
    let mut told = told(&COLUMNS, &figures);
    // Without targets nothing is due, and a guess at the end answers no question.
    if !told.iter().any(|(part, ..)| *part == FigurePart::Target) {
        told.retain(|(part, ..)| *part == FigurePart::Value);
    }
    let parts: Vec<FigurePart> = told.iter().map(|(part, ..)| *part).collect();
    let changes = !parts.contains(&FigurePart::Target) && sheet.previous.is_some();
    let mut dashes = Dashes::default();
    let mut rows = Vec::new();
    for (view, figure) in &figures {
        // The whole has one name in every row, so a reason names the indicator instead.
        dashes.see_as(view, figure, &parts, &view.indicator().name);
        let mut cells = vec![Cell::text(&view.indicator().name), Cell::text(view.unit())];
        cells.extend(parts.iter().map(|part| cell(view, figure, *part)));
        cells.extend(changes.then(|| Cell::inline(inline(view.change(figure)))));
        rows.push(Row::body(cells));
    }
    let mut columns = vec![Column::words("指标", 15), Column::words("单位", 6)];
    columns.extend(told.iter().map(|(_, head, weight)| Column::numbers(head, *weight)));
    columns.extend(changes.then(|| Column::numbers("比上期", 14)));
    let guess = "期末预计按目前月均进度推算，不是实际完成数。";
    let guesses = parts.contains(&FigurePart::Projection).then(|| guess.to_owned());
    let demo = figures.iter().any(|(_, figure)| figure.demo);
    (!rows.is_empty()).then(|| Table {
        id: "overview".to_owned(),
        title: format!(
            "{}{}总体情况{}",
            covered(sheet, &figures),
            sheet.book().card.record.whole,
            demo::after_title(demo),
        ),
        unit: String::new(),
        wide: columns.len() > WIDE,
        columns,
        rows,
        notes: guesses.into_iter().chain(dashes.notes()).collect(),
    })
}

/// The period, where every row covers it alone; else the end of what they add up to.
fn covered(sheet: &Sheet, figures: &[(IndicatorView, &Figure)]) -> String {
    let period = &sheet.figures.period;
    if figures.iter().all(|(view, _)| view.at.moment.days == period.days()) {
        date::period(period)
    } else {
        format!("截至{}", date::until(period.end(), true))
    }
}
