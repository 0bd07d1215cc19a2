//! 奖励条件: the rewards whose rank a unit holds, with every condition; people decide.

use crate::figures::scores::unit::Proposal;
use crate::figures::scores::unit::UnitScore;
use crate::model::dictionary::Level;
use crate::report::listings::columns::Columns;
use crate::report::listings::links::unit_inline;
use crate::report::tables::{Make, TableKind};
use crate::sheet::assessment::AssessmentView;
use crate::sheet::score_text;
use crate::view::table::Table;

pub(super) const TABLE: TableKind = TableKind {
    name: "奖励条件",
    meaning: "一套考核的各项奖励：名次够得上的单位、各条件是否满足；只作建议",
    level: Level::Internal,
    make: Make::Assessment(make),
};

fn make(view: &AssessmentView) -> Option<Table> {
    let proposals = view
        .ranked()
        .into_iter()
        .flat_map(|unit| unit.rewards.iter().map(move |proposal| (unit, proposal)));
    let reward = |proposal: &Proposal| &view.assessment.rewards[proposal.reward];
    let columns = Columns::<(&UnitScore, &Proposal)>::new()
        .numbers("名次", 6, |(unit, _)| view.rank(unit))
        .words("单位", 18, |(unit, _)| unit_inline(&view.name(unit), &unit.unit))
        .words("奖励", 26, |(_, proposal)| &reward(proposal).content)
        .words("依据", 14, |(_, proposal)| &reward(proposal).clause.text)
        .words("条件", 36, |(unit, proposal)| conditions(view, unit, proposal))
        .words("结论", 14, |(_, proposal)| conclusion(proposal));
    let id = format!("rewards-{}", view.assessment.id);
    let title = format!("{}奖励条件{}", view.assessment.name, view.demo_mark());
    Table {
        notes: vec![note(view).to_owned()],
        wide: true,
        ..columns.listing(id, title, proposals)
    }
    .filled()
}

fn note(view: &AssessmentView) -> &'static str {
    if view.scores.annual {
        "是否奖励由领导小组按程序审定，这里只列条件。"
    } else {
        "按本期得分和名次试列；奖励在年度考核时由领导小组按程序审定，这里只列条件。"
    }
}

fn conditions(view: &AssessmentView, unit: &UnitScore, proposal: &Proposal) -> String {
    let reward = &view.assessment.rewards[proposal.reward];
    let conditions = proposal.conditions.iter();
    let texts =
        conditions.map(|condition| score_text::condition(reward, unit, condition));
    texts.collect::<Vec<_>>().join("；")
}

fn conclusion(proposal: &Proposal) -> &'static str {
    if proposal.is_met() { "条件满足，可提请" } else { "条件未满足" }
}
