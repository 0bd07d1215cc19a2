//! 奖励条件: the rewards whose rank a unit holds, with every condition; people decide.

use crate::figures::scores::UnitScore;
use crate::figures::scores::total::reward::Proposal;
use crate::model::dictionary::Level;
use crate::report::tables::{Make, TableKind, unit_inline};
use crate::sheet::assessment::AssessmentView;
use crate::sheet::part::inline;
use crate::sheet::score_text;
use crate::view::table::{Cell, Column, Row, Table};

pub(super) const TABLE: TableKind = TableKind {
    name: "奖励条件",
    meaning: "一套考核的各项奖励：名次够得上的单位、各条件是否满足；只作建议",
    level: Level::Internal,
    make: Make::Assessment(make),
};

fn make(assessment_view: &AssessmentView) -> Option<Table> {
    let mut rows = Vec::new();
    for unit in assessment_view.ranked() {
        rows.extend(
            unit.rewards.iter().map(|proposal| row(assessment_view, unit, proposal)),
        );
    }
    let note = if assessment_view.scores.annual {
        "是否奖励由领导小组按程序审定，这里只列条件。"
    } else {
        "按本期得分和名次试列；奖励在年度考核时由领导小组按程序审定，这里只列条件。"
    };
    (!rows.is_empty()).then(|| Table {
        id: format!("rewards-{}", assessment_view.assessment.id),
        title: format!(
            "{}奖励条件{}",
            assessment_view.assessment.name,
            assessment_view.demo_mark()
        ),
        unit: String::new(),
        columns: vec![
            Column::numbers("名次", 6),
            Column::words("单位", 18),
            Column::words("奖励", 26),
            Column::words("依据", 14),
            Column::words("条件", 36),
            Column::words("结论", 14),
        ],
        rows,
        notes: vec![note.to_owned()],
        wide: true,
    })
}

fn row(assessment_view: &AssessmentView, unit: &UnitScore, proposal: &Proposal) -> Row {
    let reward = &assessment_view.assessment.rewards[proposal.reward];
    let conditions: Vec<String> = proposal
        .conditions
        .iter()
        .map(|condition| score_text::condition(reward, unit, condition))
        .collect();
    let verdict =
        if proposal.is_met() { "条件满足，可提请" } else { "条件未满足" };
    Row::body(vec![
        Cell::inline(inline(assessment_view.rank(unit))),
        Cell::inline(unit_inline(&assessment_view.name(unit), &unit.unit)),
        Cell::text(&reward.content),
        Cell::text(&reward.clause.text),
        Cell::text(conditions.join("；")),
        Cell::text(verdict),
    ])
}
