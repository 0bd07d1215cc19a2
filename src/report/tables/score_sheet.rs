//! 得分表: each assessed unit's items, total, lamp and rank.

use crate::figures::scores::UnitScore;
use crate::model::dictionary::Level;
use crate::model::plan::assessment::Assessment;
use crate::model::plan::assessment::score_item::ScoreItem;
use crate::report::tables::{Make, TableKind, unit_inline};
use crate::sheet::assessment::AssessmentView;
use crate::sheet::part::{inline, lamp_mark};
use crate::view::table::{Cell, Column, Row, Table};
use crate::words::date;
use crate::words::number::exact;

pub(super) const TABLE: TableKind = TableKind {
    name: "得分表",
    meaning: "一套考核的各单位：各项得分、总分、灯、名次",
    level: Level::Internal,
    make: Make::Assessment(make),
};

fn make(assessment_view: &AssessmentView) -> Option<Table> {
    let rows: Vec<Row> = assessment_view
        .ranked()
        .into_iter()
        .map(|unit| row(assessment_view, unit))
        .collect();
    let mut notes = vec!["各项得分先舍入再相加；点开各数可看算式。".to_owned()];
    notes.extend(assessment_view.notes());
    (!rows.is_empty()).then(|| Table {
        id: format!("scores-{}", assessment_view.assessment.id),
        title: format!(
            "{}{}得分表{}",
            date::period(&assessment_view.sheet.figures.period),
            assessment_view.assessment.name,
            assessment_view.demo_mark()
        ),
        unit: "分".to_owned(),
        columns: columns(assessment_view),
        rows,
        notes,
        wide: assessment_view.assessment.items.len() > 3,
    })
}

fn columns(assessment_view: &AssessmentView) -> Vec<Column> {
    let mut columns = vec![Column::words("单位", 26)];
    let items = assessment_view.assessment.items.iter();
    columns.extend(items.map(|item| Column::numbers(&item_head(item), 10)));
    columns.push(Column::numbers("总分", 9));
    columns.extend(
        assessment_view
            .assessment
            .scale
            .map(|scale| Column::numbers(&format!("折算{}分", exact(scale.0)), 9)),
    );
    columns
        .extend(has_lamps(assessment_view.assessment).then(|| Column::words("状态", 10)));
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

fn row(assessment_view: &AssessmentView, unit: &UnitScore) -> Row {
    let mut cells =
        vec![Cell::inline(unit_inline(&assessment_view.name(unit), &unit.unit))];
    cells.extend(
        unit.items
            .iter()
            .map(|item| Cell::inline(inline(assessment_view.item(unit, item)))),
    );
    cells.push(Cell::inline(inline(assessment_view.total(unit))));
    cells.extend(assessment_view.scaled(unit).map(|scaled| Cell::inline(inline(scaled))));
    if assessment_view.assessment.scale.is_some() && unit.scaled.is_none() {
        cells.push(Cell::default());
    }
    cells.extend(
        has_lamps(assessment_view.assessment)
            .then(|| Cell::mark(lamp_mark(unit.lamp.as_ref()))),
    );
    cells.push(Cell::inline(inline(assessment_view.rank(unit))));
    Row::body(cells)
}
