//! 得分排位: the units in the order of their totals, with movement and what parts them.

use crate::figures::scores::unit::UnitScore;
use crate::model::dictionary::Level;
use crate::report::listings::columns::Columns;
use crate::report::listings::columns::score_rows::{ranks_by_group, score_rows};
use crate::report::listings::links::unit_inline;
use crate::report::tables::{Make, TableKind};
use crate::sheet::assessment::AssessmentView;
use crate::sheet::part::lamp_mark;
use crate::view::table::{Cell, Table};
use crate::words::date;
use crate::words::number::DASH;

pub(super) const TABLE: TableKind = TableKind {
    name: "得分排位",
    meaning: "一套考核的各单位按得分排位：总分、与上期比、名次升降、等次",
    level: Level::Internal,
    make: Make::Assessment(make),
};

/// The column of the units' names, under which the heads of groups stand.
const NAMES: usize = 1;

fn make(view: &AssessmentView) -> Option<Table> {
    let baseline = view.baseline();
    let name = baseline.as_ref().map_or("", |before| before.assessment.name.as_str());
    let progress = format!("名次比{}", name.trim_end_matches("综合排位"));
    let columns = Columns::<&UnitScore>::new()
        .numbers("名次", 6, |unit| view.rank(unit))
        .words("单位", 22, |unit| unit_inline(&view.name(unit), &unit.unit))
        .words("组别", 14, |unit| view.group(unit))
        .when(mixes_groups(view))
        .numbers("总分", 9, |unit| view.total(unit))
        .numbers("得分比上期", 11, |unit| view.change(unit))
        .words("名次比上期", 10, |unit| view.movement(unit))
        .words(&progress, 12, |unit| {
            let progress = baseline.as_ref().map(|before| view.progress(unit, before));
            progress.map(Cell::number).unwrap_or_default()
        })
        .when(baseline.is_some())
        .words("状态", 11, |unit| lamp_mark(unit.lamp.as_ref()))
        .when(view.assessment.lamps.is_some())
        .words("等次", 9, grade)
        .when(!view.assessment.grades.is_empty());
    let rows = score_rows(view, &columns, NAMES, |unit| is_named(view, unit));
    let compared = view.sheet.compared("总分和名次");
    let top = view.assessment.top.map(|top| format!("只列前{top}名，含并列。"));
    let id = format!("score-ranking-{}", view.assessment.id);
    Table {
        unit: "分".to_owned(),
        notes: compared.into_iter().chain(top).chain(view.notes()).collect(),
        ..columns.table(id, title(view), rows)
    }
    .filled()
}

/// Whether a unit is among the first that the plan has listed, ties included; one that is listed
/// without being assessed always is.
fn is_named(view: &AssessmentView, unit: &UnitScore) -> bool {
    let Some(top) = view.assessment.top else { return true };
    unit.rank.map_or(unit.total.is_ok(), |rank| rank <= top.0)
}

fn title(view: &AssessmentView) -> String {
    let name = &view.assessment.name;
    format!(
        "{}{name}{}{}",
        date::period(&view.sheet.figures.period),
        if name.ends_with("排位") { "" } else { "得分排位" },
        view.demo_mark()
    )
}

/// Whether the units are of several groups that stand in one list.
fn mixes_groups(view: &AssessmentView) -> bool {
    let units = &view.scores.units;
    !ranks_by_group(view) && units.iter().any(|unit| unit.group != units[0].group)
}

fn grade(unit: &UnitScore) -> &str {
    unit.grade.as_ref().map_or(DASH, |grade| &grade.name)
}
