//! 五色图: each unit's lamp month by month, by its total (W45).

use crate::figures::scores::context::lamp_set;
use crate::figures::scores::unit::UnitScore;
use crate::model::dictionary::Level;
use crate::model::plan::assessment::lamp::LampSet;
use crate::report::listings::columns::Columns;
use crate::report::listings::lamp_course::LampCourse;
use crate::report::listings::links::unit_inline;
use crate::report::tables::{Make, TableKind};
use crate::sheet::assessment::AssessmentView;
use crate::sheet::part::lamp_mark;
use crate::view::table::{Cell, Table};
use crate::words::number::DASH;

/// More periods than that ask for a turned page.
const WIDE: usize = 4;

pub(super) const TABLE: TableKind = TableKind {
    name: "五色图",
    meaning: "一套考核的各单位逐期的灯，按得分",
    level: Level::Internal,
    make: Make::Assessment(make),
};

fn make(view: &AssessmentView) -> Option<Table> {
    let set = lamp_set(view.plan, view.assessment)?;
    let course = &LampCourse::of(view);
    let names = Columns::<&UnitScore>::new().words("单位", 22, |unit| {
        unit_inline(&view.sheet.short_name(&unit.scope()), &unit.unit)
    });
    let columns = course.heads.iter().enumerate().fold(names, |columns, (at, head)| {
        columns.words(head, 9, move |unit| match course.score(at, unit) {
            Some(score) => Cell::mark(lamp_mark(score.lamp.as_ref())),
            None => Cell::text(DASH),
        })
    });
    let id = format!("lamps-{}", view.assessment.id);
    let title = format!("{}{}", set.name, view.demo_mark());
    Some(Table {
        wide: course.heads.len() > WIDE,
        notes: vec![conditions(set), "“—”：当期不计总分。".to_owned()],
        ..columns.listing(id, title, view.ranked())
    })
}

/// What each lamp stands for.
fn conditions(set: &LampSet) -> String {
    let unit = set.basis.unit();
    let conditions: Vec<String> = set
        .lamps
        .iter()
        .map(|lamp| format!("{}（{}）{}{unit}", lamp.name, lamp.word, lamp.condition))
        .collect();
    format!("按{}：{}。", set.basis.label(), conditions.join("，"))
}
