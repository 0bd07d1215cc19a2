//! 由其他指标算出的指标写得不全
//!
//! ## 为什么
//! 环节数额要写加总哪个数，比率要有分子和分母，占比、人均、地均、同比要写基于哪个指标，相差还要写减去哪个；
//! 单位对不上，或者绕了一圈又由自己算出，都算不成。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 到位的资金, 依据: 二}
//!   - {编号: arrived, 名称: 资金到位率, 取数: 比率, 分子: 到位资金, 分母为零: 不计算, 来源: 项目, 单位: "%", 时段: 本年累计, 口径: 到位资金与合同额之比, 依据: 二}
//!   - {编号: gap, 名称: 相差个数, 取数: 相差, 基于: 到位资金, 减去: 正式合同额, 来源: 项目, 单位: 个, 时段: 本年累计, 口径: 两数相差, 依据: 二}
//! ```
//! ```text
//! bad-derivation plans/plan-2023.yaml:5:34 “资金到位率”没有写“分母”
//! bad-derivation plans/plan-2023.yaml:6:29 “相差个数”的单位“个”与“到位资金”的“亿元”对不上
//! ```
//!
//! 投资强度是金额除以面积，单位是万元/亩；两个增速相差，单位是个百分点：
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 到位的资金, 依据: 二}
//!   - {编号: land, 名称: 用地面积, 取数: 环节数额, 数额: 用地面积, 来源: 项目, 单位: 亩, 时段: 本年累计, 口径: 签约项目用地, 依据: 二}
//!   - {编号: density, 名称: 投资强度, 取数: 比率, 分子: 正式合同额, 分母: 用地面积, 分母为零: 不计算, 来源: 项目, 单位: 万元/亩, 时段: 本年累计, 口径: 每亩合同额, 依据: 二}
//!   - {编号: contract-growth, 名称: 合同额增速, 取数: 同比, 基于: 正式合同额, 来源: 项目, 单位: "%", 时段: 本年累计, 口径: 比上年同期, 依据: 二}
//!   - {编号: funds-growth, 名称: 资金增速, 取数: 同比, 基于: 到位资金, 来源: 项目, 单位: "%", 时段: 本年累计, 口径: 比上年同期, 依据: 二}
//!   - {编号: apart, 名称: 增速之差, 取数: 相差, 基于: 合同额增速, 减去: 资金增速, 来源: 项目, 单位: 个百分点, 时段: 本年累计, 口径: 两个增速相差, 依据: 二}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::amounts::goals::indicator_in;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::plan::Plan;
use crate::model::plan::indicator::{Indicator, MeasureKind};
use crate::model::value::quantity::Base;
use crate::model::value::reference::IndicatorRef;

pub(super) static RULE: Rule = rule!("bad-derivation", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for plan in &book.plans {
        for (at, indicator) in plan.record.indicators.iter().enumerate() {
            for fault in faults(book, &plan.record, indicator) {
                let place = Place::value(plan.file, route!(Plan.indicators[at].measure));
                let help = "照“字段”一节补全这个指标";
                reporter.report(place, fault).help(help).about(&indicator.name);
            }
        }
    }
}

/// Returns the references that a derived indicator needs, with their keys.
fn needed(indicator: &Indicator) -> Vec<(&'static str, &Option<IndicatorRef>)> {
    match indicator.measure {
        MeasureKind::Ratio => {
            vec![("分子", &indicator.numerator), ("分母", &indicator.denominator)]
        }
        MeasureKind::Difference => {
            vec![("基于", &indicator.base), ("减去", &indicator.minus)]
        }
        MeasureKind::Capped => {
            vec![("基于", &indicator.base), ("另计", &indicator.besides)]
        }
        MeasureKind::Scaled => vec![
            ("基于", &indicator.base),
            ("分子", &indicator.numerator),
            ("分母", &indicator.denominator),
        ],
        kind if kind.is_derived() => vec![("基于", &indicator.base)],
        _ => Vec::new(),
    }
}

fn faults(book: &Book, plan: &Plan, indicator: &Indicator) -> Vec<String> {
    let name = &indicator.name;
    let needed = needed(indicator);
    let missing: Vec<String> = needed
        .iter()
        .filter(|(_, reference)| reference.is_none())
        .map(|(key, _)| format!("“{name}”没有写“{key}”"))
        .collect();
    if !missing.is_empty() {
        return missing;
    }
    if indicator.measure == MeasureKind::StageAmount && indicator.amount.is_none() {
        return vec![format!("“{name}”没有写“数额”")];
    }
    if indicator.measure == MeasureKind::Capped && indicator.limit.is_none() {
        return vec![format!("“{name}”没有写“限比”")];
    }
    let inputs = || {
        let named = needed.iter().filter_map(|(_, reference)| reference.as_ref());
        named.filter_map(|reference| indicator_in(book, plan, reference.as_str()))
    };
    let (unit, base) = (indicator.unit, indicator.unit.base);
    let mut bases = inputs().map(|input| input.unit.base);
    let first = bases.next();
    let mismatch = |input: &&Indicator| match indicator.measure {
        MeasureKind::Difference => input.unit.base.difference() != base,
        MeasureKind::Capped | MeasureKind::Scaled => input.unit.base != base,
        MeasureKind::Ratio if base == Base::Share => first != Some(input.unit.base),
        MeasureKind::Ratio => {
            let both = first.zip(bases.clone().next());
            both.is_some() && both != base.quotient()
        }
        MeasureKind::ShareOfWhole | MeasureKind::Growth => base != Base::Share,
        MeasureKind::PerHead => base.quotient() != Some((input.unit.base, Base::Count)),
        MeasureKind::PerArea => base.quotient() != Some((input.unit.base, Base::Area)),
        _ => false,
    };
    let mismatched = inputs().find(mismatch).map(|input| {
        let (unit, other) = (unit.word, input.unit.word);
        let points = match (indicator.measure, input.unit.base) {
            (MeasureKind::Difference, Base::Share) => "，两个率相差以个百分点计",
            _ => "",
        };
        format!("“{name}”的单位“{unit}”与“{}”的“{other}”对不上{points}", input.name)
    });
    let circle = reaches(book, plan, indicator, indicator, 0)
        .then(|| format!("“{name}”绕了一圈又由自己算出"));
    mismatched.into_iter().chain(circle).collect()
}

/// Returns whether an indicator is worked out from another, at most a few steps away.
fn reaches(
    book: &Book,
    plan: &Plan,
    from: &Indicator,
    to: &Indicator,
    depth: u32,
) -> bool {
    let inputs = needed(from).into_iter().filter_map(|(_, reference)| reference.as_ref());
    inputs.filter_map(|reference| indicator_in(book, plan, reference.as_str())).any(
        |input| {
            input.id == to.id || (depth < 8 && reaches(book, plan, input, to, depth + 1))
        },
    )
}
