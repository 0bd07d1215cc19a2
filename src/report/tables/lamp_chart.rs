//! 五色图: each unit's lamp month by month, by its total (W45).

use crate::figures::scores::UnitScore;
use crate::figures::scores::context::lamp_set;
use crate::model::dictionary::Level;
use crate::report::listings::lamp_course::LampCourse;
use crate::report::tables::{Make, TableKind, unit_inline};
use crate::sheet::assessment::AssessmentView;
use crate::sheet::part::lamp_mark;
use crate::view::table::{Cell, Column, Row, Table};
use crate::words::number::DASH;

pub(super) const TABLE: TableKind = TableKind {
    name: "五色图",
    meaning: "一套考核的各单位逐期的灯，按得分",
    level: Level::Internal,
    make: Make::Assessment(make),
};

fn make(assessment_view: &AssessmentView) -> Option<Table> {
    let set = lamp_set(assessment_view.plan, assessment_view.assessment)?;
    let course = LampCourse::of(assessment_view);
    let conditions: Vec<String> = set
        .lamps
        .iter()
        .map(|lamp| {
            let unit = set.basis.unit();
            format!("{}（{}）{}{unit}", lamp.name, lamp.word, lamp.condition)
        })
        .collect();
    let notes = vec![
        format!("按{}：{}。", set.basis.label(), conditions.join("，")),
        "“—”：当期不计总分。".to_owned(),
    ];
    let row = |unit: &&UnitScore| {
        let name = assessment_view.sheet.book().short_name(&unit.scope());
        let name = unit_inline(&name, &unit.unit);
        let cells = course.scores(unit).map(|score| match score {
            Some(score) => Cell::mark(lamp_mark(score.lamp.as_ref())),
            None => Cell::text(DASH),
        });
        Row::body(std::iter::once(Cell::inline(name)).chain(cells).collect())
    };
    let mut columns = vec![Column::words("单位", 22)];
    columns.extend(course.heads.iter().map(|head| Column::words(head, 9)));
    Some(Table {
        id: format!("lamps-{}", assessment_view.assessment.id),
        title: format!("{}{}", set.name, assessment_view.demo_mark()),
        unit: String::new(),
        wide: course.heads.len() > 4,
        columns,
        rows: assessment_view.ranked().iter().map(row).collect(),
        notes,
    })
}
