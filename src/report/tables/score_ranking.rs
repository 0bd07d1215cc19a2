//! 得分排位: the units in the order of their totals, with movement and what parts them.

use crate::figures::scores::UnitScore;
use crate::model::assessment::Together;
use crate::model::dictionary::Level;
use crate::report::marking::Marking;
use crate::report::part::{inline, lamp_mark};
use crate::report::table::{Cell, Column, Row, RowKind, Table};
use crate::report::tables::{Make, TableKind, unit_inline};
use crate::words::date;
use crate::words::number::DASH;

pub(super) const TABLE: TableKind = TableKind {
    name: "得分排位",
    meaning: "一套考核的各单位按得分排位：总分、与上期比、名次升降、等次",
    level: Level::Internal,
    make: Make::Assessment(make),
};

fn make(marking: &Marking) -> Option<Table> {
    let mut notes = marking.notes();
    if let Some(compared) = marking.sheet.compared("总分和名次") {
        notes.insert(0, compared);
    }
    let rows = rows(marking);
    (!rows.is_empty()).then(|| Table {
        id: format!("score-ranking-{}", marking.assessment.id),
        title: format!(
            "{}{}{}{}",
            date::period(&marking.sheet.figures.period),
            marking.assessment.name,
            if marking.assessment.name.ends_with("排位") { "" } else { "得分排位" },
            marking.demo_mark()
        ),
        unit: "分".to_owned(),
        columns: columns(marking),
        rows,
        notes,
        wide: false,
    })
}

fn columns(marking: &Marking) -> Vec<Column> {
    let mut columns = vec![Column::numbers("名次", 6), Column::words("单位", 22)];
    columns.extend(grouped(marking).then(|| Column::words("组别", 14)));
    columns.extend([
        Column::numbers("总分", 9),
        Column::numbers("得分比上期", 11),
        Column::words("名次比上期", 10),
    ]);
    columns.extend(lamps(marking).then(|| Column::words("状态", 11)));
    columns.extend(grades(marking).then(|| Column::words("等次", 9)));
    columns
}

/// Whether the units are of several groups that stand in one list.
fn grouped(marking: &Marking) -> bool {
    let units = &marking.scores.units;
    marking.assessment.together != Some(Together::Groups)
        && units.iter().any(|unit| unit.group != units[0].group)
}

fn lamps(marking: &Marking) -> bool {
    marking.assessment.lamps.is_some()
}

fn grades(marking: &Marking) -> bool {
    !marking.assessment.grades.is_empty()
}

/// All together, or each group under its own head.
fn rows(marking: &Marking) -> Vec<Row> {
    let ranked = marking.ranked();
    if marking.assessment.together != Some(Together::Groups) {
        return ranked.into_iter().map(|unit| row(marking, unit)).collect();
    }
    let mut groups: Vec<&str> = Vec::new();
    for unit in &marking.scores.units {
        if !groups.contains(&unit.group.as_str()) {
            groups.push(&unit.group);
        }
    }
    let mut rows = Vec::new();
    for group in groups {
        let own: Vec<&UnitScore> =
            ranked.iter().copied().filter(|unit| unit.group == group).collect();
        let Some(first) = own.first() else { continue };
        let mut cells = vec![Cell::default(), Cell::text(marking.group(first))];
        cells.resize(columns(marking).len(), Cell::default());
        rows.push(Row { kind: RowKind::Subtotal, cells });
        rows.extend(own.into_iter().map(|unit| row(marking, unit)));
    }
    rows
}

fn row(marking: &Marking, unit: &UnitScore) -> Row {
    let mut cells = vec![
        Cell::inline(inline(marking.rank(unit))),
        Cell::inline(unit_inline(&marking.name(unit), &unit.unit)),
    ];
    cells.extend(grouped(marking).then(|| Cell::text(marking.group(unit))));
    cells.extend([
        Cell::inline(inline(marking.total(unit))),
        Cell::inline(inline(marking.change(unit))),
        Cell::inline(inline(marking.movement(unit))),
    ]);
    cells.extend(lamps(marking).then(|| Cell::mark(lamp_mark(unit.lamp.as_ref()))));
    cells.extend(grades(marking).then(|| {
        let grade = unit.grade.as_ref().map(|grade| grade.name.clone());
        Cell::text(grade.unwrap_or_else(|| DASH.to_owned()))
    }));
    Row::body(cells)
}
