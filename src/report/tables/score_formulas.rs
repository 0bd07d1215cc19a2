//! 得分算式: the score sheet with every formula, its numbers put in, before the score it gives.

use crate::figures::scores::unit::UnitScore;
use crate::model::dictionary::Level;
use crate::report::listings::columns::Columns;
use crate::report::listings::columns::score_heads::{item_head, scaled_head};
use crate::report::listings::columns::score_rows::score_rows;
use crate::report::listings::links::unit_inline;
use crate::report::tables::{Make, TableKind};
use crate::sheet::assessment::AssessmentView;
use crate::sheet::part::lamp_mark;
use crate::sheet::score_text;
use crate::view::inline::{Inline, Number};
use crate::view::table::{Cell, Table};
use crate::words::date;

/// Items from which the sheet needs a turned page.
const WIDE_FROM: usize = 4;

pub(super) const TABLE: TableKind = TableKind {
    name: "得分算式",
    meaning: "一套考核的得分表，连同每项得分的算式和代入的数",
    level: Level::Internal,
    make: Make::Assessment(make),
};

fn make(view: &AssessmentView) -> Option<Table> {
    let note = "各项得分先舍入再相加。算式中的数取到能精确写出的位数，写不尽的按打印位数列出，\
                计算用未舍入的数；没有符合条件的项目的加分项只列得分。";
    let columns = columns(view);
    let rows = score_rows(view, &columns, 0, |_| true);
    let id = format!("score-formulas-{}", view.assessment.id);
    let title = format!(
        "{}{}得分和算式{}",
        date::period(&view.sheet.figures.period),
        view.assessment.name,
        view.demo_mark()
    );
    Table {
        unit: "分".to_owned(),
        notes: std::iter::once(note.to_owned()).chain(view.notes()).collect(),
        wide: view.assessment.items.len() >= WIDE_FROM,
        ..columns.table(id, title, rows)
    }
    .filled()
}

fn columns<'a>(view: &'a AssessmentView) -> Columns<'a, &'a UnitScore> {
    let assessment = view.assessment;
    let units = Columns::<&UnitScore>::new()
        .words("单位", 10, |unit| unit_inline(&view.name(unit), &unit.unit));
    let items = assessment.items.iter().enumerate().fold(units, |columns, (at, item)| {
        columns.words(&item_head(item), 14, move |unit| {
            let score = &unit.items[at];
            worked(score_text::lead_in(assessment, score), view.item(unit, score))
        })
    });
    items
        .words("总分", 8, |unit| {
            worked(score_text::total_lead_in(unit), view.total(unit))
        })
        .words(&scaled_head(assessment), 8, |unit| match view.scaled(unit) {
            Some(scaled) => worked(score_text::scaling_lead_in(assessment, unit), scaled),
            None => Cell::default(),
        })
        .when(assessment.scale.is_some())
        .words("状态", 8, |unit| lamp_mark(unit.lamp.as_ref()))
        .when(assessment.lamps.is_some())
        .numbers("名次", 5, |unit| view.rank(unit))
}

/// A number after the formula that gives it.
fn worked(formula: Option<String>, number: Number) -> Cell {
    let formula = formula.map(Inline::text);
    Cell::run(formula.into_iter().chain([Inline::Number { number }]).collect())
}
