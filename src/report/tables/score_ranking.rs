//! 得分排位: the units in the order of their totals, with movement and what parts them.

use crate::figures::scores::UnitScore;
use crate::model::dictionary::Level;
use crate::model::plan::assessment::Together;
use crate::report::tables::{Make, TableKind, unit_inline};
use crate::sheet::assessment::AssessmentView;
use crate::sheet::part::{inline, lamp_mark};
use crate::view::table::{Cell, Column, Row, RowKind, Table};
use crate::words::date;
use crate::words::number::DASH;

pub(super) const TABLE: TableKind = TableKind {
    name: "得分排位",
    meaning: "一套考核的各单位按得分排位：总分、与上期比、名次升降、等次",
    level: Level::Internal,
    make: Make::Assessment(make),
};

fn make(assessment_view: &AssessmentView) -> Option<Table> {
    let mut notes = assessment_view.notes();
    if let Some(compared) = assessment_view.sheet.compared("总分和名次") {
        notes.insert(0, compared);
    }
    let rows = rows(assessment_view);
    (!rows.is_empty()).then(|| Table {
        id: format!("score-ranking-{}", assessment_view.assessment.id),
        title: format!(
            "{}{}{}{}",
            date::period(&assessment_view.sheet.figures.period),
            assessment_view.assessment.name,
            if assessment_view.assessment.name.ends_with("排位") {
                ""
            } else {
                "得分排位"
            },
            assessment_view.demo_mark()
        ),
        unit: "分".to_owned(),
        columns: columns(assessment_view),
        rows,
        notes,
        wide: false,
    })
}

fn columns(assessment_view: &AssessmentView) -> Vec<Column> {
    let mut columns = vec![Column::numbers("名次", 6), Column::words("单位", 22)];
    columns.extend(grouped(assessment_view).then(|| Column::words("组别", 14)));
    columns.extend([
        Column::numbers("总分", 9),
        Column::numbers("得分比上期", 11),
        Column::words("名次比上期", 10),
    ]);
    columns.extend(lamps(assessment_view).then(|| Column::words("状态", 11)));
    columns.extend(grades(assessment_view).then(|| Column::words("等次", 9)));
    columns
}

/// Whether the units are of several groups that stand in one list.
fn grouped(assessment_view: &AssessmentView) -> bool {
    let units = &assessment_view.scores.units;
    assessment_view.assessment.together != Some(Together::Groups)
        && units.iter().any(|unit| unit.group != units[0].group)
}

fn lamps(assessment_view: &AssessmentView) -> bool {
    assessment_view.assessment.lamps.is_some()
}

fn grades(assessment_view: &AssessmentView) -> bool {
    !assessment_view.assessment.grades.is_empty()
}

/// All together, or each group under its own head.
fn rows(assessment_view: &AssessmentView) -> Vec<Row> {
    let ranked = assessment_view.ranked();
    if assessment_view.assessment.together != Some(Together::Groups) {
        return ranked.into_iter().map(|unit| row(assessment_view, unit)).collect();
    }
    let mut groups: Vec<&str> = Vec::new();
    for unit in &assessment_view.scores.units {
        if !groups.contains(&unit.group.as_str()) {
            groups.push(&unit.group);
        }
    }
    let mut rows = Vec::new();
    for group in groups {
        let own: Vec<&UnitScore> =
            ranked.iter().copied().filter(|unit| unit.group == group).collect();
        let Some(first) = own.first() else { continue };
        let mut cells = vec![Cell::default(), Cell::text(assessment_view.group(first))];
        cells.resize(columns(assessment_view).len(), Cell::default());
        rows.push(Row { kind: RowKind::Subtotal, cells });
        rows.extend(own.into_iter().map(|unit| row(assessment_view, unit)));
    }
    rows
}

fn row(assessment_view: &AssessmentView, unit: &UnitScore) -> Row {
    let mut cells = vec![
        Cell::inline(inline(assessment_view.rank(unit))),
        Cell::inline(unit_inline(&assessment_view.name(unit), &unit.unit)),
    ];
    cells.extend(
        grouped(assessment_view).then(|| Cell::text(assessment_view.group(unit))),
    );
    cells.extend([
        Cell::inline(inline(assessment_view.total(unit))),
        Cell::inline(inline(assessment_view.change(unit))),
        Cell::inline(inline(assessment_view.movement(unit))),
    ]);
    cells.extend(
        lamps(assessment_view).then(|| Cell::mark(lamp_mark(unit.lamp.as_ref()))),
    );
    cells.extend(grades(assessment_view).then(|| {
        let grade = unit.grade.as_ref().map(|grade| grade.name.clone());
        Cell::text(grade.unwrap_or_else(|| DASH.to_owned()))
    }));
    Row::body(cells)
}
