//! 领域完成情况: the sectors of the target table.

use crate::figures::figure::Figure;
use crate::model::dictionary::Level;
use crate::model::scope::Scope;
use crate::report::part::{Part, lamp_mark};
use crate::report::sheet::View;
use crate::report::table::{Cell, Column, Row, Table};
use crate::report::tables::{Dashes, Make, TableKind, cell};

pub(super) const TABLE: TableKind = TableKind {
    name: "领域完成情况",
    meaning: "一个指标的各领域：目标、完成数、完成率、序时、超欠、灯",
    level: Level::Public,
    make: Make::Indicator(make),
};

fn make(view: &View) -> Option<Table> {
    let mut parts = vec![Part::Target, Part::Value, Part::Completion];
    let mut columns = vec![
        Column::words("领域", 22),
        Column::numbers("目标", 10),
        Column::numbers("完成数", 10),
        Column::numbers("完成率", 10),
    ];
    let curve = view.series.curve().is_some();
    if curve {
        parts.extend([Part::Schedule, Part::Lead]);
        columns.extend([
            Column::numbers("序时进度", 10),
            Column::numbers("超欠进度", 18),
            Column::words("状态", 12),
        ]);
    }
    let mut dashes = Dashes::default();
    let sector = |figure: &&Figure| matches!(figure.scope, Scope::Sector(_));
    let rows: Vec<Row> = view
        .at
        .figures
        .iter()
        .filter(sector)
        .map(|figure| {
            dashes.see(view, figure, &parts);
            let mut cells = vec![Cell::text(view.name(&figure.scope))];
            cells.extend(parts.iter().map(|part| cell(view, figure, *part)));
            cells.extend(curve.then(|| Cell::mark(lamp_mark(figure))));
            Row::body(cells)
        })
        .collect();
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
