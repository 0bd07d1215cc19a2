//! 得分算式: the score sheet with every formula, its numbers put in, before the score it gives.

use crate::figures::scores::UnitScore;
use crate::model::dictionary::Level;
use crate::model::plan::assessment::Assessment;
use crate::report::tables::score_sheet::{has_lamps, item_head};
use crate::report::tables::{Make, TableKind, unit_inline};
use crate::sheet::assessment::AssessmentView;
use crate::sheet::part::{inline, lamp_mark};
use crate::sheet::score_text;
use crate::view::inline::Inline;
use crate::view::inline::Number;
use crate::view::table::{Cell, Column, Row, Table};
use crate::words::date;
use crate::words::number::exact;

/// Items from which the sheet needs a turned page.
const WIDE_FROM: usize = 4;

pub(super) const TABLE: TableKind = TableKind {
    name: "得分算式",
    meaning: "一套考核的得分表，连同每项得分的算式和代入的数",
    level: Level::Internal,
    make: Make::Assessment(make),
};

fn make(assessment_view: &AssessmentView) -> Option<Table> {
    let rows: Vec<Row> = assessment_view
        .ranked()
        .into_iter()
        .map(|unit| row(assessment_view, unit))
        .collect();
    let note = "各项得分先舍入再相加。算式中的数取到能精确写出的位数，写不尽的按打印位数列出，\
                计算用未舍入的数；没有符合条件的项目的加分项只列得分。";
    (!rows.is_empty()).then(|| Table {
        id: format!("score-formulas-{}", assessment_view.assessment.id),
        title: format!(
            "{}{}得分和算式{}",
            date::period(&assessment_view.sheet.figures.period),
            assessment_view.assessment.name,
            assessment_view.demo_mark()
        ),
        unit: "分".to_owned(),
        columns: columns(assessment_view.assessment),
        rows,
        notes: std::iter::once(note.to_owned()).chain(assessment_view.notes()).collect(),
        wide: assessment_view.assessment.items.len() >= WIDE_FROM,
    })
}

fn columns(assessment: &Assessment) -> Vec<Column> {
    let mut columns = vec![Column::words("单位", 10)];
    let items = assessment.items.iter();
    columns.extend(items.map(|item| Column::words(&item_head(item), 14)));
    columns.push(Column::words("总分", 8));
    let scaled = |full| Column::words(&format!("折算{}分", exact(full)), 8);
    columns.extend(assessment.scale.map(|scale| scaled(scale.0)));
    columns.extend(has_lamps(assessment).then(|| Column::words("状态", 8)));
    columns.push(Column::numbers("名次", 5));
    columns
}

fn row(assessment_view: &AssessmentView, unit: &UnitScore) -> Row {
    let assessment = assessment_view.assessment;
    let mut cells =
        vec![Cell::inline(unit_inline(&assessment_view.name(unit), &unit.unit))];
    cells.extend(unit.items.iter().map(|score| {
        worked(score_text::lead_in(assessment, score), assessment_view.item(unit, score))
    }));
    let sum = unit.conversion.as_ref().map(|_| score_text::sum(assessment, unit));
    cells.push(ending(sum, assessment_view.total(unit)));
    if assessment.scale.is_some() {
        let scaled = assessment_view.scaled(unit);
        let text = score_text::scaling(assessment, unit);
        cells.push(scaled.map_or_else(Cell::default, |number| ending(text, number)));
    }
    cells
        .extend(has_lamps(assessment).then(|| Cell::mark(lamp_mark(unit.lamp.as_ref()))));
    cells.push(Cell::inline(inline(assessment_view.rank(unit))));
    Row::body(cells)
}

/// A formula whose last words are the number that it gives.
fn ending(formula: Option<String>, number: Number) -> Cell {
    let formula = formula.unwrap_or_default();
    let before = formula.strip_suffix(&number.text).unwrap_or_default();
    worked(before.to_owned(), number)
}

fn worked(before: String, number: Number) -> Cell {
    let before = (!before.is_empty()).then(|| Inline::text(before));
    let inlines = before.into_iter().chain([inline(number)]).collect();
    Cell { inlines, ..Cell::default() }
}
