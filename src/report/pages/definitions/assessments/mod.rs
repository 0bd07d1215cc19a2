//! The assessments of a plan: who is assessed, every score item, what follows from the total.

mod score_items;

use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::model::plan::assessment::ranking::Ties;
use crate::model::plan::assessment::score_item::ScoreItem;
use crate::model::plan::assessment::{Assessment, Reward, Together};
use crate::report::pages::blocks::{
    cell, clause_fact, clause_inline, columns, fact, heading, link, row,
};
use crate::report::pages::definitions::assessments::score_items::{
    bounds, how, unknowns,
};
use crate::report::pages::definitions::plan::weights;
use crate::view::inline::Inline;
use crate::view::page::{Block, Term};
use crate::view::table::{Cell, Row, Table};
use crate::words::number::exact;

/// Every assessment under an anchor of its own, followed by its sets of weights.
pub(super) fn blocks(book: &Book, plan: &Plan, level: u8) -> Vec<Block> {
    let mut blocks = Vec::new();
    for assessment in &plan.assessments {
        blocks.push(heading(level, format!("a-{}", assessment.id), &assessment.name));
        blocks.push(Block::Facts { rows: facts(book, plan, assessment) });
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

fn facts(book: &Book, plan: &Plan, assessment: &Assessment) -> Vec<Term> {
    let mut rows = vec![clause_fact("依据", plan, &assessment.clause)];
    let groups: Vec<&str> = assessment
        .subjects
        .iter()
        .map(|group| book.group(group).map_or(group.as_str(), |found| &found.name))
        .collect();
    rows.extend((!groups.is_empty()).then(|| fact("考核对象", groups.join("、"))));
    if assessment.items.is_empty() {
        return rows;
    }
    rows.push(fact("总分", total(assessment)));
    rows.push(fact("排位", ranking(assessment)));
    let grades = assessment.grades.iter();
    let grades: Vec<String> =
        grades.map(|grade| format!("{}：得分{}", grade.name, grade.total)).collect();
    rows.extend((!grades.is_empty()).then(|| fact("等次", grades.join("；"))));
    rows.extend(assessment.rewards.iter().map(|one| fact("奖励（建议）", reward(one))));
    rows.extend(assessment.appeal.as_ref().map(|appeal| fact("异议", appeal)));
    rows.extend(assessment.note.as_ref().map(|note| fact("说明", note)));
    rows
}

fn total(assessment: &Assessment) -> String {
    let bound = match assessment.cap {
        Some(crate::model::plan::assessment::score_item::Cap::At(cap)) => {
            format!("，最高{}分", exact(cap))
        }
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
    let ties = match assessment.ties.unwrap_or(Ties::Competition) {
        Ties::Competition => "相同的并列，后面的名次顺延（1、2、2、4）",
        Ties::Dense => "相同的并列，后面的名次不空（1、2、2、3）",
        Ties::Order => "相同的按单位顺序",
    };
    format!("{together}；{ties}")
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
    let line = |item: &ScoreItem| {
        let mut sources = vec![clause_inline(plan, &item.clause)];
        if let Some(id) = &item.ruling {
            let target = format!("definitions.html#r-{}-{id}", plan.id);
            sources.push(Inline::text("，"));
            sources.push(Inline::Link { link: link("裁定", target) });
        }
        row(vec![
            Cell::text(&item.name),
            Cell::text(item.points.map_or("另加".to_owned(), |points| exact(points.0))),
            Cell::text(how(item)),
            Cell::text(bounds(item)),
            Cell::text(unknowns(item)),
            cell(sources),
        ])
    };
    Table {
        id: format!("items-{}-{}", plan.id, assessment.id),
        title: format!("{}的计分", assessment.name),
        unit: "分".to_owned(),
        columns: columns(&[
            ("计分项", false, 16),
            ("分值", true, 6),
            ("怎样计分", false, 36),
            ("上下限", false, 12),
            ("数不明时", false, 16),
            ("依据", false, 14),
        ]),
        rows: assessment.items.iter().map(line).collect::<Vec<Row>>(),
        notes: Vec::new(),
        wide: true,
    }
}
