//! The definition of each indicator: what is counted, how, and what must hold before it counts.

mod filter;

use crate::figures::measures::measure;
use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::indicator::filter::CountingCondition;
use crate::report::pages::blocks::{clause_fact, clause_inline, fact, heading};
use crate::report::pages::definitions::indicators::filter::words;
use crate::report::traces::definition_anchor;
use crate::view::inline::Inline;
use crate::view::page::{Block, Term};
use crate::words::date;

/// An entry for each indicator, under an anchor of its own.
pub(super) fn blocks(book: &Book, plan: &Plan, level: u8) -> Vec<Block> {
    let entry = |indicator: &Indicator| {
        [
            heading(level, definition_anchor(book, plan, indicator), &indicator.name),
            Block::Facts { rows: facts(plan, indicator) },
        ]
    };
    plan.indicators.iter().flat_map(entry).collect()
}

fn facts(plan: &Plan, indicator: &Indicator) -> Vec<Term> {
    let mut rows = vec![
        fact("口径", &indicator.definition),
        clause_fact("依据", plan, &indicator.clause),
        fact("怎样得到", measure(indicator.measure).manual),
        fact("来源", source(indicator)),
        fact("时段", span(plan, indicator)),
        fact("单位", unit(indicator)),
    ];
    rows.extend(inputs(indicator));
    let zero = indicator.when_zero.as_ref();
    rows.extend(zero.map(|text| fact("分母为零", text)));
    let distinct = indicator.distinct.map(|one| one.label());
    rows.extend(distinct.map(|one| fact("去重", format!("同一{one}只计一次"))));
    let by: Vec<&str> = indicator.by.iter().map(|axis| axis.label()).collect();
    rows.extend((!by.is_empty()).then(|| fact("另按", by.join("、"))));
    rows.extend(
        indicator
            .part_of
            .as_ref()
            .map(|whole| fact("其中", format!("是{}的一部分", whole.as_str()))),
    );
    rows.extend(indicator.filter.as_ref().map(|filter| fact("范围", words(filter))));
    rows.extend((!indicator.conditions.is_empty()).then(|| conditions(plan, indicator)));
    rows.push(schedule(plan, indicator));
    let lamps = indicator.lamps.as_ref().and_then(|reference| {
        let called = |set: &&crate::model::plan::assessment::lamp::LampSet| {
            set.id.as_str() == reference.as_str() || set.name == reference.as_str()
        };
        plan.lamps.iter().find(called)
    });
    rows.extend(lamps.map(|set| fact("灯", &set.name)));
    rows
}

/// What a derived indicator is worked out from.
fn inputs(indicator: &Indicator) -> Vec<Term> {
    let named = [
        ("基于", &indicator.base),
        ("减去", &indicator.minus),
        ("分子", &indicator.numerator),
        ("分母", &indicator.denominator),
    ];
    let named = named.into_iter();
    named.filter_map(|(key, one)| Some(fact(key, one.as_ref()?.as_str()))).collect()
}

/// The span with its days, where the plan declares them.
fn span(plan: &Plan, indicator: &Indicator) -> String {
    let label = indicator.span.label();
    let campaign = indicator.campaign.as_ref();
    let campaign = plan.campaigns.iter().find(|one| Some(&one.id) == campaign);
    match (campaign, indicator.days) {
        (Some(one), _) => format!("{label}，{}，{}", one.name, date::span(&one.counting)),
        (None, Some(days)) => format!("{label}，{}", date::span(&days)),
        _ => label.to_owned(),
    }
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

fn conditions(plan: &Plan, indicator: &Indicator) -> Term {
    let mut inlines = Vec::new();
    for (at, CountingCondition { condition, tags, clause }) in
        indicator.conditions.iter().enumerate()
    {
        let stop = if at > 0 { "；" } else { "" };
        let (label, tags) = (condition.label(), tags.join("、"));
        inlines.push(Inline::text(format!("{stop}{label}{tags}（")));
        inlines.push(clause_inline(plan, clause));
        inlines.push(Inline::text("）"));
    }
    inlines.push(Inline::text("。不满足的列入“未计入”并写明原因"));
    Term { term: "计入条件".to_owned(), inlines }
}

fn schedule(plan: &Plan, indicator: &Indicator) -> Term {
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
