//! 得分表: each assessed unit's items, total, lamp and rank.

use crate::figures::scores::UnitScore;
use crate::model::assessment::Assessment;
use crate::model::dictionary::Level;
use crate::model::score_item::ScoreItem;
use crate::report::marking::Marking;
use crate::report::part::{inline, lamp_mark};
use crate::report::table::{Cell, Column, Row, Table};
use crate::report::tables::{Make, TableKind, unit_inline};
use crate::words::date;
use crate::words::number::exact;

pub(super) const TABLE: TableKind = TableKind {
    name: "得分表",
    meaning: "一套考核的各单位：各项得分、总分、灯、名次",
    level: Level::Internal,
    make: Make::Assessment(make),
};

fn make(marking: &Marking) -> Option<Table> {
    let rows: Vec<Row> =
        marking.ranked().into_iter().map(|unit| row(marking, unit)).collect();
    let mut notes = vec!["各项得分先舍入再相加；点开各数可看算式。".to_owned()];
    notes.extend(marking.notes());
    (!rows.is_empty()).then(|| Table {
        id: format!("scores-{}", marking.assessment.id),
        title: format!(
            "{}{}得分表{}",
            date::period(&marking.sheet.figures.period),
            marking.assessment.name,
            marking.demo_mark()
        ),
        unit: "分".to_owned(),
        columns: columns(marking),
        rows,
        notes,
        wide: marking.assessment.items.len() > 3,
    })
}

fn columns(marking: &Marking) -> Vec<Column> {
    let mut columns = vec![Column::words("单位", 26)];
    let items = marking.assessment.items.iter();
    columns.extend(items.map(|item| Column::numbers(&item_head(item), 10)));
    columns.push(Column::numbers("总分", 9));
    columns.extend(
        marking
            .assessment
            .scale
            .map(|scale| Column::numbers(&format!("折算{}分", exact(scale.0)), 9)),
    );
    columns.extend(has_lamps(marking.assessment).then(|| Column::words("状态", 10)));
    columns.push(Column::numbers("名次", 6));
    columns
}

/// What a column of scores is called: the item with its full marks.
pub(super) fn item_head(item: &ScoreItem) -> String {
    match item.points {
        Some(points) => format!("{}（{}分）", item.short(), exact(points.0)),
        None => item.short().to_owned(),
    }
}

/// Whether totals have lamps.
pub(super) fn has_lamps(assessment: &Assessment) -> bool {
    assessment.lamps.is_some()
}

fn row(marking: &Marking, unit: &UnitScore) -> Row {
    let mut cells = vec![Cell::inline(unit_inline(&marking.name(unit), &unit.unit))];
    cells.extend(
        unit.items.iter().map(|item| Cell::inline(inline(marking.item(unit, item)))),
    );
    cells.push(Cell::inline(inline(marking.total(unit))));
    cells.extend(marking.scaled(unit).map(|scaled| Cell::inline(inline(scaled))));
    if marking.assessment.scale.is_some() && unit.scaled.is_none() {
        cells.push(Cell::default());
    }
    cells.extend(
        has_lamps(marking.assessment).then(|| Cell::mark(lamp_mark(unit.lamp.as_ref()))),
    );
    cells.push(Cell::inline(inline(marking.rank(unit))));
    Row::body(cells)
}
