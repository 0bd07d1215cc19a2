//! The definition of each indicator: what is counted, how, and what must hold before it counts.

use crate::figures::measures::measure;
use crate::model::filter::{CountingCondition, Filter};
use crate::model::indicator::Indicator;
use crate::model::plan::Plan;
use crate::report::page::{Block, Fact, Inline};
use crate::report::pages::blocks::{clause_fact, clause_inline, fact, heading};

/// An entry for each indicator, under an anchor of its own.
pub(super) fn blocks(plan: &Plan, level: u8) -> Vec<Block> {
    let entry = |indicator: &Indicator| {
        let id = format!("i-{}", indicator.id);
        [
            heading(level, id, &indicator.name),
            Block::Facts { rows: facts(plan, indicator) },
        ]
    };
    plan.indicators.iter().flat_map(entry).collect()
}

fn facts(plan: &Plan, indicator: &Indicator) -> Vec<Fact> {
    let mut rows = vec![
        fact("口径", &indicator.definition),
        clause_fact("依据", plan, &indicator.clause),
        fact("怎样得到", measure(indicator.measure).manual),
        fact("来源", source(indicator)),
        fact("时段", indicator.span.label()),
        fact("单位", unit(indicator)),
    ];
    rows.extend(
        indicator
            .part_of
            .as_ref()
            .map(|whole| fact("其中", format!("是{}的一部分", whole.as_str()))),
    );
    rows.extend(indicator.filter.as_ref().map(|filter| fact("范围", scope(filter))));
    rows.extend((!indicator.conditions.is_empty()).then(|| conditions(plan, indicator)));
    rows.push(schedule(plan, indicator));
    let lamps = indicator.lamps.as_ref().and_then(|reference| {
        let called = |set: &&crate::model::lamp::LampSet| {
            set.id.as_str() == reference.as_str() || set.name == reference.as_str()
        };
        plan.lamps.iter().find(called)
    });
    rows.extend(lamps.map(|set| fact("灯", &set.name)));
    rows
}

fn source(indicator: &Indicator) -> String {
    match &indicator.reads {
        Some(other) => format!("{}，取自“{}”", indicator.source.label(), other.as_str()),
        None => indicator.source.label().to_owned(),
    }
}

fn unit(indicator: &Indicator) -> String {
    let places = |places: u32| match places {
        0 => "取整数".to_owned(),
        places => format!("取{places}位小数"),
    };
    format!(
        "{}，{}；完成率{}",
        indicator.unit.word,
        places(indicator.places()),
        places(indicator.rate_places())
    )
}

/// The filter in words.
fn scope(filter: &Filter) -> String {
    let labels = |words: Vec<&str>| words.join("、");
    let mut parts: Vec<String> = Vec::new();
    parts.extend(filter.stage.map(|stage| format!("按{}的日期", stage.label())));
    let lists = [
        ("来源地", labels(filter.origins.iter().map(|one| one.label()).collect())),
        ("领域", labels(filter.sectors.iter().map(|one| one.as_str()).collect())),
        ("产业链", labels(filter.chains.iter().map(|one| one.as_str()).collect())),
        ("合同类型", labels(filter.contracts.iter().map(|one| one.label()).collect())),
        ("活动", labels(filter.activities.iter().map(|one| one.label()).collect())),
    ];
    let lists = lists.into_iter().filter(|(_, words)| !words.is_empty());
    parts.extend(lists.map(|(name, words)| format!("{name}为{words}")));
    parts.extend(filter.at_least.map(|size| format!("合同额{size}以上（含本数）")));
    parts.extend(filter.above.map(|size| format!("合同额超过{size}（不含本数）")));
    parts.join("；")
}

fn conditions(plan: &Plan, indicator: &Indicator) -> Fact {
    let mut inlines = Vec::new();
    for (at, CountingCondition { condition, clause }) in
        indicator.conditions.iter().enumerate()
    {
        let stop = if at > 0 { "；" } else { "" };
        inlines.push(Inline::text(format!("{stop}{}（", condition.label())));
        inlines.push(clause_inline(plan, clause));
        inlines.push(Inline::text("）"));
    }
    inlines.push(Inline::text("。不满足的列入“未计入”并写明原因"));
    Fact { term: "计入条件".to_owned(), inlines }
}

fn schedule(plan: &Plan, indicator: &Indicator) -> Fact {
    let curve = indicator
        .curve
        .as_ref()
        .and_then(|id| plan.curves.iter().find(|curve| curve.id == *id));
    match (curve, &indicator.no_curve) {
        (Some(curve), _) => fact("序时进度", &curve.name),
        (None, Some(reason)) => fact("序时进度", format!("没有。{reason}")),
        (None, None) => fact("序时进度", "没有。方案未规定"),
    }
}
