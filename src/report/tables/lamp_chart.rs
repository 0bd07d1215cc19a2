//! 五色图: each unit's lamp month by month, by its total (W45).

use crate::figures::Figures;
use crate::figures::scores::context::lamp_set;
use crate::figures::scores::{AssessmentScores, UnitScore};
use crate::model::dictionary::Level;
use crate::model::period::Period;
use crate::report::marking::{Marking, score_mark};
use crate::report::table::{Cell, Column, Row, Table};
use crate::report::tables::{Make, TableKind, unit_inline};
use crate::words::date;
use crate::words::number::DASH;

pub(super) const TABLE: TableKind = TableKind {
    name: "五色图",
    meaning: "一套考核的各单位逐期的灯，按得分",
    level: Level::Internal,
    make: Make::Assessment(make),
};

fn make(marking: &Marking) -> Option<Table> {
    let set = lamp_set(marking.plan, marking.assessment)?;
    let course = course(marking);
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
        let name = unit_inline(&short(marking, unit), &unit.unit);
        let cells = course.iter().map(|(_, scores)| lamp(scores, unit));
        Row::body(std::iter::once(Cell::inline(name)).chain(cells).collect())
    };
    let mut columns = vec![Column::words("单位", 22)];
    columns.extend(course.iter().map(|(period, _)| Column::words(&head(period), 9)));
    Some(Table {
        id: format!("lamps-{}", marking.assessment.id),
        title: format!("{}{}", set.name, marking.demo_mark()),
        unit: String::new(),
        wide: course.len() > 4,
        columns,
        rows: marking.ranked().iter().map(row).collect(),
        notes,
    })
}

/// The scores of the editions of the series in the plan's span, up to this one.
fn course<'a>(marking: &Marking<'a>) -> Vec<(&'a Period, &'a AssessmentScores)> {
    let figures = marking.sheet.figures;
    let earlier = marking.sheet.course.iter().map(|(_, figures)| figures);
    let earlier = earlier.filter(|other| {
        other.period.same_series(&figures.period)
            && other.period.end() < figures.period.end()
            && marking.plan.span.contains(other.period.end())
    });
    let same = |figures: &'a Figures| {
        let found = figures.scores.iter().find(|scores| {
            scores.plan == marking.scores.plan
                && scores.assessment == marking.scores.assessment
        });
        Some((&figures.period, found?))
    };
    earlier.chain(std::iter::once(figures)).filter_map(same).collect()
}

/// The unit's short name, which leaves room for the months.
fn short(marking: &Marking, unit: &UnitScore) -> String {
    let found = marking.sheet.book().unit_called(&unit.unit);
    found.and_then(|unit| unit.short.clone()).unwrap_or_else(|| marking.name(unit))
}

/// The head of a period's column: the month alone, since all are of one plan.
fn head(period: &Period) -> String {
    match period {
        Period::Month(month) => format!("{}月", month.month),
        other => date::period(other),
    }
}

fn lamp(scores: &AssessmentScores, unit: &UnitScore) -> Cell {
    match scores.unit(&unit.unit) {
        Some(score) if score.lamp.is_some() => Cell::mark(score_mark(score)),
        _ => Cell::text(DASH),
    }
}
