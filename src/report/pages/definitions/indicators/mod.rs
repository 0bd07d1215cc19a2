//! The definition of each indicator: what is counted, how, and what must hold before it counts.

mod filter;

use crate::figures::facts::stages::base::Base;
use crate::figures::manual;
use crate::model::book::Book;
use crate::model::plan::assessment::lamp::LampSet;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::indicator::filter::CountingCondition;
use crate::model::plan::{ClassDay, Plan};
use crate::model::value::reference::IndicatorRef;
use crate::report::pages::blocks::{clause_inline, clause_term, heading, term};
use crate::report::pages::definitions::indicators::filter::words;
use crate::report::paths;
use crate::view::inline::Inline;
use crate::view::page::{Block, Term};
use crate::words::date;

/// An entry for each indicator, under an anchor of its own.
pub(super) fn blocks(book: &Book, plan: &Plan, level: u8) -> Vec<Block> {
    let entry = |indicator: &Indicator| {
        [
            heading(
                level,
                paths::indicator_anchor(book, plan, indicator),
                &indicator.name,
            ),
            Block::Facts { rows: terms(plan, indicator) },
        ]
    };
    plan.indicators.iter().flat_map(entry).collect()
}

fn terms(plan: &Plan, indicator: &Indicator) -> Vec<Term> {
    let mut rows = vec![
        term("口径", &indicator.definition),
        clause_term("依据", plan, &indicator.clause),
        term("怎样得到", manual(indicator)),
        term("来源", source(indicator)),
        term("时段", span(plan, indicator)),
        term("单位", unit(indicator)),
    ];
    rows.extend(inputs(indicator));
    rows.extend(indicator.when_zero.as_ref().map(|text| term("分母为零", text)));
    rows.extend(
        indicator
            .distinct
            .map(|distinct| term("去重", format!("同一{}只计一次", distinct.label()))),
    );
    let by: Vec<&str> = indicator.by.iter().map(|axis| axis.label()).collect();
    rows.extend((!by.is_empty()).then(|| term("另按", by.join("、"))));
    rows.extend(
        indicator
            .part_of
            .as_ref()
            .map(|whole| term("其中", format!("是{}的一部分", whole.as_str()))),
    );
    rows.extend(indicator.filter.as_ref().map(|filter| term("范围", words(filter))));
    rows.extend(classes(plan, indicator).map(|words| term("企业类别", words)));
    rows.extend(
        base(plan, indicator).map(|base| {
            term("归属", format!("单位、领域、类别等按{}时的", base.label()))
        }),
    );
    rows.extend((!indicator.conditions.is_empty()).then(|| conditions(plan, indicator)));
    rows.push(schedule(plan, indicator));
    rows.extend(lamps(plan, indicator).map(|set| term("灯", &set.name)));
    rows
}

/// As of when the class of an investor counts, where the indicator asks for one.
fn classes(plan: &Plan, indicator: &Indicator) -> Option<String> {
    let filter = indicator.filter.as_ref()?;
    let asks = !filter.classes.is_empty() || !filter.listings.is_empty();
    let day = plan.class_day.unwrap_or(ClassDay::Signing);
    asks.then(|| {
        format!(
            "按{}的，以后取得的{}",
            day.label(),
            match day {
                ClassDay::Signing => "不算以前签的合同",
                ClassDay::End => "也算以前签的合同",
            }
        )
    })
}

/// What the indicator is a part of, or the denominator of a rate.
fn base(plan: &Plan, indicator: &Indicator) -> Option<Base> {
    let called = |reference: &Option<IndicatorRef>| {
        let word = reference.as_ref()?.as_str();
        plan.indicators.iter().find(|indicator| indicator.is_called(word))
    };
    match (called(&indicator.numerator), called(&indicator.denominator)) {
        (Some(above), Some(below)) => Base::of_rate(plan, above, below),
        _ => Base::of(plan, indicator),
    }
}

/// The set of lamps that an indicator refers to.
fn lamps<'a>(plan: &'a Plan, indicator: &Indicator) -> Option<&'a LampSet> {
    let word = indicator.lamps.as_ref()?.as_str();
    plan.lamps.iter().find(|set| set.id.as_str() == word || set.name == word)
}

/// What a derived indicator is worked out from.
fn inputs(indicator: &Indicator) -> Vec<Term> {
    let inputs = [
        ("基于", &indicator.base),
        ("减去", &indicator.minus),
        ("另计", &indicator.besides),
        ("分子", &indicator.numerator),
        ("分母", &indicator.denominator),
    ];
    inputs
        .into_iter()
        .filter_map(|(role, input)| Some(term(role, input.as_ref()?.as_str())))
        .collect()
}

/// The span with its days, where the plan declares them.
fn span(plan: &Plan, indicator: &Indicator) -> String {
    let label = indicator.span.label();
    let id = indicator.campaign.as_ref();
    let campaign = plan.campaigns.iter().find(|campaign| Some(&campaign.id) == id);
    match (campaign, indicator.days) {
        (Some(campaign), _) => {
            format!("{label}，{}，{}", campaign.name, date::span(&campaign.counting))
        }
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
    for (at, declared) in indicator.conditions.iter().enumerate() {
        let CountingCondition { condition, tags, excepted, clause } = declared;
        let stop = if at > 0 { "；" } else { "" };
        let (label, tags) = (condition.label(), tags.join("、"));
        let excepted: Vec<&str> = excepted.iter().map(|cause| cause.label()).collect();
        let excepted = match excepted.as_slice() {
            [] => String::new(),
            causes => format!("，因{}搬迁的除外", causes.join("、")),
        };
        inlines.push(Inline::text(format!("{stop}{label}{tags}{excepted}（")));
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
        (Some(curve), _) => term("序时进度", &curve.name),
        (None, Some(reason)) => term("序时进度", format!("没有。{reason}")),
        (None, None) => term("序时进度", "没有。方案未规定"),
    }
}
