//! 得分排位: the units in the order of their totals, with movement and what parts them.

use rust_decimal::Decimal;

use crate::figures::scores::UnitScore;
use crate::model::assessment::Together;
use crate::model::dictionary::Level;
use crate::report::marking::{Marking, score_mark};
use crate::report::part::inline;
use crate::report::score_text;
use crate::report::table::{Cell, Column, Row, RowKind, Table};
use crate::report::tables::{Make, TableKind, unit_inline};
use crate::words::date;
use crate::words::number::{DASH, fixed};

pub(super) const TABLE: TableKind = TableKind {
    name: "得分排位",
    meaning: "一套考核的各单位按得分排位：总分、与上期比、名次升降、等次；后面可写考核的名称",
    level: Level::Internal,
    make: Make::Assessment(make),
};

fn make(marking: &Marking) -> Option<Table> {
    let mut notes = marking.notes();
    if marking.sheet.previous.is_some() {
        notes.insert(0, "比上期：与上一期测算结果（未发布）相比。".to_owned());
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
        Cell::inline(inline(change(marking, unit))),
        Cell::inline(inline(marking.movement(unit))),
    ]);
    cells.extend(lamps(marking).then(|| Cell::mark(score_mark(unit))));
    cells.extend(grades(marking).then(|| {
        let grade = unit.grade.as_ref().map(|grade| grade.name.clone());
        Cell::text(grade.unwrap_or_else(|| DASH.to_owned()))
    }));
    Row::body(cells)
}

/// The difference to the total of the period before, of printed totals.
fn change(marking: &Marking, unit: &UnitScore) -> crate::report::page::Number {
    let places = score_text::total_places(marking.assessment);
    let before = marking.before(unit).and_then(|before| before.total.as_ref().ok());
    let change = before.zip(unit.total.as_ref().ok()).map(|(before, now)| now - before);
    let text = match change {
        None => DASH.to_owned(),
        Some(change) if change.is_zero() => "持平".to_owned(),
        Some(change) if change > Decimal::ZERO => format!("高{}", fixed(change, places)),
        Some(change) => format!("低{}", fixed(change.abs(), places)),
    };
    marking.number(unit, "change", change, text)
}
