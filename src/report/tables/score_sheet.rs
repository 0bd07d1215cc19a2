//! 得分表: each assessed unit's items, total, lamp and rank.

use crate::figures::scores::unit::UnitScore;
use crate::model::dictionary::Level;
use crate::report::listings::columns::Columns;
use crate::report::listings::columns::score_heads::{item_head, scaled_head};
use crate::report::listings::columns::score_rows::score_rows;
use crate::report::listings::links::unit_inline;
use crate::report::tables::{Make, TableKind};
use crate::sheet::assessment::AssessmentView;
use crate::sheet::part::lamp_mark;
use crate::view::table::{Cell, Table};
use crate::words::date;

/// More items than that ask for a turned page.
const WIDE: usize = 3;

pub(super) const TABLE: TableKind = TableKind {
    name: "得分表",
    meaning: "一套考核的各单位：各项得分、总分、灯、名次",
    level: Level::Internal,
    make: Make::Assessment(make),
};

fn make(view: &AssessmentView) -> Option<Table> {
    let columns = columns(view);
    let rows = score_rows(view, &columns, 0, |_| true);
    let id = format!("scores-{}", view.assessment.id);
    let title = format!(
        "{}{}得分表{}",
        date::period(&view.sheet.figures.period),
        view.assessment.name,
        view.demo_mark()
    );
    let note = "各项得分先舍入再相加；点开各数可看算式。".to_owned();
    Table {
        unit: "分".to_owned(),
        notes: std::iter::once(note).chain(view.notes()).collect(),
        wide: view.assessment.items.len() > WIDE,
        ..columns.table(id, title, rows)
    }
    .filled()
}

fn columns<'a>(view: &'a AssessmentView) -> Columns<'a, &'a UnitScore> {
    let assessment = view.assessment;
    let units = Columns::<&UnitScore>::new()
        .words("单位", 26, |unit| unit_inline(&view.name(unit), &unit.unit));
    let items = assessment.items.iter().enumerate().fold(units, |columns, (at, item)| {
        columns
            .numbers(&item_head(item), 10, move |unit| view.item(unit, &unit.items[at]))
    });
    items
        .numbers("总分", 9, |unit| view.total(unit))
        .numbers(&scaled_head(assessment), 9, |unit| {
            view.scaled(unit).map_or_else(Cell::default, Cell::number)
        })
        .when(assessment.scale.is_some())
        .words("状态", 10, |unit| lamp_mark(unit.lamp.as_ref()))
        .when(assessment.lamps.is_some())
        .numbers("名次", 6, |unit| view.rank(unit))
}
