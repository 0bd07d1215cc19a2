//! 奖励条件: the rewards whose rank a unit holds, with every condition; people decide.

use crate::figures::scores::UnitScore;
use crate::figures::scores::reward::Proposal;
use crate::model::dictionary::Level;
use crate::report::marking::Marking;
use crate::report::part::inline;
use crate::report::score_text;
use crate::report::table::{Cell, Column, Row, Table};
use crate::report::tables::{Make, TableKind, unit_inline};

pub(super) const TABLE: TableKind = TableKind {
    name: "奖励条件",
    meaning: "一套考核的各项奖励：名次够得上的单位、各条件是否满足；只作建议",
    level: Level::Internal,
    make: Make::Assessment(make),
};

fn make(marking: &Marking) -> Option<Table> {
    let mut rows = Vec::new();
    for unit in marking.ranked() {
        rows.extend(unit.rewards.iter().map(|proposal| row(marking, unit, proposal)));
    }
    let note = if marking.scores.annual {
        "是否奖励由领导小组按程序审定，这里只列条件。"
    } else {
        "按本期得分和名次试列；奖励在年度考核时由领导小组按程序审定，这里只列条件。"
    };
    (!rows.is_empty()).then(|| Table {
        id: format!("rewards-{}", marking.assessment.id),
        title: format!("{}奖励条件{}", marking.assessment.name, marking.demo_mark()),
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

fn row(marking: &Marking, unit: &UnitScore, proposal: &Proposal) -> Row {
    let reward = &marking.assessment.rewards[proposal.reward];
    let conditions: Vec<String> = proposal
        .conditions
        .iter()
        .map(|condition| score_text::condition(reward, unit, condition))
        .collect();
    let verdict =
        if proposal.is_met() { "条件满足，可提请" } else { "条件未满足" };
    Row::body(vec![
        Cell::inline(inline(marking.rank(unit))),
        Cell::inline(unit_inline(&marking.name(unit), &unit.unit)),
        Cell::text(&reward.content),
        Cell::text(&reward.clause.text),
        Cell::text(conditions.join("；")),
        Cell::text(verdict),
    ])
}
