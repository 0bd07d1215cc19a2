//! 得分算式: every item of every unit as a formula with its numbers put in.

use crate::figures::scores::UnitScore;
use crate::model::dictionary::Level;
use crate::report::marking::Marking;
use crate::report::page::Inline;
use crate::report::part::inline;
use crate::report::score_text;
use crate::report::table::{Cell, Column, Row, RowKind, Table};
use crate::report::tables::{Make, TableKind, unit_inline};
use crate::words::date;

pub(super) const TABLE: TableKind = TableKind {
    name: "得分算式",
    meaning: "一套考核的各单位、各项得分的算式，连同代入的数；后面可写考核的名称",
    level: Level::Internal,
    make: Make::Assessment(make),
};

fn make(marking: &Marking) -> Option<Table> {
    let rows: Vec<Row> = marking
        .ranked()
        .into_iter()
        .flat_map(|unit| {
            let name = unit_inline(&marking.name(unit), &unit.unit);
            rows(marking, unit, Cell::inline(name))
        })
        .collect();
    let note =
        "算式中的数取到能精确写出的位数；写不尽的按打印位数列出，计算用未舍入的数。";
    (!rows.is_empty()).then(|| Table {
        id: format!("score-formulas-{}", marking.assessment.id),
        title: format!(
            "{}{}得分算式{}",
            date::period(&marking.sheet.figures.period),
            marking.assessment.name,
            marking.demo_mark()
        ),
        unit: "分".to_owned(),
        columns: vec![
            Column::words("单位和计分项", 26),
            Column::words("算式", 54),
            Column::numbers("得分", 8),
        ],
        rows,
        notes: vec![note.to_owned()],
        wide: false,
    })
}

/// The rows of a unit: its sum beside a head, then its items.
pub(in crate::report) fn rows(
    marking: &Marking,
    unit: &UnitScore,
    head: Cell,
) -> Vec<Row> {
    let assessment = marking.assessment;
    let head = Row {
        kind: RowKind::Subtotal,
        cells: vec![
            head,
            Cell::text(score_text::sum(assessment, unit)),
            Cell::inline(inline(marking.total(unit))),
        ],
    };
    let items = unit.items.iter().map(|score| {
        let item = &assessment.items[score.item];
        Row::body(vec![
            Cell::inline(Inline::text(item.short())),
            Cell::text(score_text::worked(assessment, score)),
            Cell::inline(inline(marking.item(unit, score))),
        ])
    });
    let scaling = score_text::scaling(assessment, unit).zip(marking.scaled(unit)).map(
        |(text, number)| {
            Row::body(vec![
                Cell::text("折算"),
                Cell::text(text),
                Cell::inline(inline(number)),
            ])
        },
    );
    std::iter::once(head).chain(items).chain(scaling).collect()
}
