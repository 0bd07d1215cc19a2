//! 领域完成情况: the sectors of the target table.

use crate::figures::figure::Figure;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::report::tables::{Dashes, Make, PartColumn, TableKind, cell, of_view, told};
use crate::sheet::IndicatorView;
use crate::sheet::part::{FigurePart, lamp_mark};
use crate::view::table::{Cell, Column, Row, Table};

pub(super) const TABLE: TableKind = TableKind {
    name: "领域完成情况",
    meaning: "一个指标的各领域：目标、完成数、完成率、序时、超欠、灯",
    level: Level::Public,
    make: Make::Indicator(make),
};

const COLUMNS: [PartColumn; 6] = [
    (FigurePart::Target, "目标", 10),
    (FigurePart::Value, "完成数", 10),
    (FigurePart::Completion, "完成率", 10),
    (FigurePart::Gap, "比目标", 14),
    (FigurePart::Schedule, "序时进度", 10),
    (FigurePart::Lead, "超欠进度", 18),
];

fn make(view: &IndicatorView) -> Option<Table> {
    let sectors =
        view.at.figures.iter().filter(|figure| matches!(figure.scope, Scope::Sector(_)));
    let figures: Vec<(IndicatorView, &Figure)> =
        sectors.map(|figure| (*view, figure)).collect();
    let told = of_view(view, told(&COLUMNS, &figures));
    let parts: Vec<FigurePart> = told.iter().map(|(part, ..)| *part).collect();
    let lamps = figures.iter().any(|(_, figure)| figure.lamp.is_some());
    let mut dashes = Dashes::default();
    let row = |(_, figure): &(IndicatorView, &Figure)| {
        dashes.see(view, figure, &parts);
        let mut cells = vec![Cell::text(view.name(&figure.scope))];
        cells.extend(parts.iter().map(|part| cell(view, figure, *part)));
        cells.extend(lamps.then(|| Cell::mark(lamp_mark(figure.lamp.as_ref()))));
        Row::body(cells)
    };
    let rows: Vec<Row> = figures.iter().map(row).collect();
    let mut columns = vec![Column::words("领域", 22)];
    columns.extend(told.iter().map(|(_, head, weight)| Column::numbers(head, *weight)));
    columns.extend(lamps.then(|| Column::words("状态", 12)));
    let mut notes = dashes.notes();
    notes.push("领域数为目标表中该领域各行之和；不列入领域的单位另计。".to_owned());
    (!rows.is_empty()).then(|| Table {
        id: format!("sectors-{}", view.indicator().id),
        title: format!("各领域{}完成情况{}", view.indicator().name, view.demo_mark()),
        unit: view.unit().to_owned(),
        columns,
        rows,
        notes,
        wide: false,
    })
}
