//! The assessments of a plan: who is assessed, every score item, what follows from the total.

mod score_items;

use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::model::plan::assessment::score_item::{Cap, ScoreItem};
use crate::model::plan::assessment::{Assessment, Reward, Together};
use crate::report::listings::columns::Columns;
use crate::report::pages::blocks::{clause_inline, clause_term, heading, term};
use crate::report::pages::definitions::assessments::score_items::{
    bounds, how, unknowns,
};
use crate::report::pages::definitions::plan::weights;
use crate::report::pages::definitions::schedules::ties;
use crate::report::paths;
use crate::report::paths::DEFINITIONS;
use crate::view::inline::{Inline, Link};
use crate::view::page::{Block, Term};
use crate::view::table::{Cell, Table};
use crate::words::number::exact;

/// Every assessment under an anchor of its own, followed by its sets of weights.
pub(super) fn blocks(book: &Book, plan: &Plan, level: u8) -> Vec<Block> {
    let mut blocks = Vec::new();
    for assessment in &plan.assessments {
        let anchor = paths::assessment_anchor(book, plan, assessment);
        blocks.push(heading(level, anchor, &assessment.name));
        blocks.push(Block::Facts { rows: terms(book, plan, assessment) });
        if !assessment.items.is_empty() {
            blocks.push(Block::Table { table: items(plan, assessment) });
        }
        let sets = assessment.sets.iter();
        blocks.extend(
            sets.map(|set| Block::Table { table: weights(plan, &assessment.name, set) }),
        );
    }
    blocks
}

fn terms(book: &Book, plan: &Plan, assessment: &Assessment) -> Vec<Term> {
    let mut rows = vec![clause_term("依据", plan, &assessment.clause)];
    let groups: Vec<&str> = assessment
        .subjects
        .iter()
        .map(|word| book.group(word).map_or(word.as_str(), |group| &group.name))
        .collect();
    rows.extend((!groups.is_empty()).then(|| term("考核对象", groups.join("、"))));
    if assessment.items.is_empty() {
        return rows;
    }
    rows.push(term("总分", total(assessment)));
    rows.push(term("排位", ranking(assessment)));
    let grades: Vec<String> = (assessment.grades.iter())
        .map(|grade| format!("{}：得分{}", grade.name, grade.total))
        .collect();
    rows.extend((!grades.is_empty()).then(|| term("等次", grades.join("；"))));
    rows.extend(
        assessment.rewards.iter().map(|proposed| term("奖励（建议）", reward(proposed))),
    );
    rows.extend(assessment.appeal.as_ref().map(|appeal| term("异议", appeal)));
    rows.extend(assessment.note.as_ref().map(|note| term("说明", note)));
    rows
}

fn total(assessment: &Assessment) -> String {
    let bound = match assessment.cap {
        Some(Cap::At(cap)) => format!("，最高{}分", exact(cap)),
        _ => String::new(),
    };
    let scale = assessment
        .scale
        .map(|scale| format!("，再折算成{}分", exact(scale.0)))
        .unwrap_or_default();
    format!("各项得分舍入后相加{bound}{scale}")
}

fn ranking(assessment: &Assessment) -> String {
    let together = match assessment.together {
        Some(Together::Groups) => "各组分别按总分由高到低",
        _ => "全部被考核单位按总分由高到低",
    };
    format!("{together}；{}", ties(assessment.ties))
}

fn reward(reward: &Reward) -> String {
    let mut conditions = Vec::new();
    let tasks: Vec<&str> = reward.tasks.iter().map(|task| task.as_str()).collect();
    if !tasks.is_empty() {
        conditions.push(format!("完成全年{}", tasks.join("、")));
    }
    conditions.extend(reward.total.as_ref().map(|total| format!("得分{total}")));
    conditions.extend(reward.rank.as_ref().map(|rank| format!("名次{rank}")));
    format!("{}：{}（依据{}）", reward.content, conditions.join("，"), reward.clause.text)
}

fn items(plan: &Plan, assessment: &Assessment) -> Table {
    let columns = Columns::<&ScoreItem>::new()
        .words("计分项", 16, |item| &item.name)
        .numbers("分值", 6, |item| {
            item.points.map_or("另加".to_owned(), |points| exact(points.0))
        })
        .words("怎样计分", 36, how)
        .words("上下限", 12, bounds)
        .words("数不明时", 16, unknowns)
        .words("依据", 14, |item| Cell::run(sources(plan, item)));
    let id = format!("items-{}-{}", plan.id, assessment.id);
    let title = format!("{}的计分", assessment.name);
    Table {
        unit: "分".to_owned(),
        wide: true,
        ..columns.listing(id, title, &assessment.items)
    }
}

/// The clause of an item, and the ruling on it.
fn sources(plan: &Plan, item: &ScoreItem) -> Vec<Inline> {
    let mut sources = vec![clause_inline(plan, &item.clause)];
    if let Some(ruling) = &item.ruling {
        let href = format!("{DEFINITIONS}#{}", paths::ruling_anchor(plan, ruling));
        sources.push(Inline::text("，"));
        sources.push(Inline::Link { link: Link::new("裁定", href) });
    }
    sources
}
