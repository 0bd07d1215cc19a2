//! 灯组看的数在用它的地方没有
//!
//! ## 为什么
//! 按超欠进度亮灯，指标要有序时；按名次亮灯，指标要有排位；看连续月数，要写明一个月满足什么才连得上；
//! 得分只有考核才有。少了这个数，灯永远不亮。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 灯组:
//!   - 编号: lead
//!     名称: 进度灯
//!     看: 超欠进度
//!     依据: 二
//!     灯:
//!       - {编号: green, 名称: 绿, 词: 达到, 颜色: "#1b7f5c", 条件: 不低于0}
//!       - {编号: red, 名称: 红, 词: 欠进度, 颜色: "#b83232", 条件: 低于0}
//!   - 编号: months
//!     名称: 连续灯
//!     看: 连续月数
//!     依据: 二
//!     灯:
//!       - {编号: green, 名称: 绿, 词: 没有, 颜色: "#1b7f5c", 条件: 低于3}
//!       - {编号: red, 名称: 红, 词: 连续三个月, 颜色: "#b83232", 条件: 不低于3}
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二, 灯组: 连续灯}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 到位的资金, 依据: 二, 灯组: 进度灯}
//! ```
//! ```text
//! lamp-basis plans/plan-2023.yaml:18:87 “连续灯”要看连续月数，没有写“连续”
//! lamp-basis plans/plan-2023.yaml:19:85 “进度灯”要看超欠进度，“到位资金”没有序时
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 序时: [{编号: quarters, 名称: 季度进度, 点间: 直线, 依据: 二, 节点: [{期: 2023-Q2, 应达: 50%}, {期: 2023-Q4, 应达: 100%}]}]
//! 灯组:
//!   - 编号: lead
//!     名称: 进度灯
//!     看: 超欠进度
//!     依据: 二
//!     灯:
//!       - {编号: green, 名称: 绿, 词: 达到, 颜色: "#1b7f5c", 条件: 不低于0}
//!       - {编号: red, 名称: 红, 词: 欠进度, 颜色: "#b83232", 条件: 低于0}
//!   - 编号: months
//!     名称: 连续灯
//!     看: 连续月数
//!     依据: 二
//!     灯:
//!       - {编号: green, 名称: 绿, 词: 没有, 颜色: "#1b7f5c", 条件: 低于3}
//!       - {编号: red, 名称: 红, 词: 连续三个月, 颜色: "#b83232", 条件: 不低于3}
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 到位的资金, 依据: 二, 灯组: 进度灯, 序时: quarters}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::plan::Plan;
use crate::model::plan::assessment::lamp::{LampBasis, LampSet};
use crate::model::plan::indicator::Indicator;
use crate::model::value::reference::LampSetRef;

pub(super) static RULE: Rule = rule!("lamp-basis", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for filed in &book.plans {
        let plan = &filed.record;
        for (at, indicator) in plan.indicators.iter().enumerate() {
            let Some(set) = called(plan, indicator.lamps.as_ref()) else { continue };
            let faults =
                bases(set).filter_map(|basis| of_indicator(plan, indicator, set, basis));
            for fault in faults {
                let place = Place::value(filed.file, route!(Plan.indicators[at].lamps));
                report(reporter, place, set, &fault);
            }
        }
        for (at, assessment) in plan.assessments.iter().enumerate() {
            let Some(set) = called(plan, assessment.lamps.as_ref()) else { continue };
            let allowed = [LampBasis::Score, LampBasis::Rank, LampBasis::LastRank];
            for basis in bases(set).filter(|basis| !allowed.contains(basis)) {
                let place = Place::value(filed.file, route!(Plan.assessments[at].lamps));
                let fault = format!("{}，考核只有得分和名次", basis.label());
                report(reporter, place, set, &fault);
            }
        }
    }
}

fn report(reporter: &mut Reporter, place: Place, set: &LampSet, fault: &str) {
    let message = format!("“{}”要看{fault}", set.name);
    let help = "补上这个数，或改灯组看的数";
    reporter.report(place, message).help(help).about(&set.name);
}

fn called<'a>(plan: &'a Plan, word: Option<&LampSetRef>) -> Option<&'a LampSet> {
    plan.lamp_set(word?.as_str())
}

/// Returns the numbers that a set looks at, each once.
fn bases(set: &LampSet) -> impl Iterator<Item = LampBasis> {
    let tests = set.lamps.iter().flat_map(|lamp| {
        lamp.also.iter().chain(lamp.or.iter().flat_map(|case| &case.all))
    });
    let mut bases = vec![set.basis];
    for test in tests.chain(&set.each) {
        if !bases.contains(&test.basis) {
            bases.push(test.basis);
        }
    }
    bases.into_iter()
}

/// Returns what an indicator lacks for a number, with the number.
fn of_indicator(
    plan: &Plan,
    indicator: &Indicator,
    set: &LampSet,
    basis: LampBasis,
) -> Option<String> {
    let (name, label) = (&indicator.name, basis.label());
    match basis {
        LampBasis::Lead if indicator.curve.is_none() => {
            Some(format!("{label}，“{name}”没有序时"))
        }
        LampBasis::Months if set.each.is_none() => Some(format!("{label}，没有写“连续”")),
        LampBasis::Rank | LampBasis::LastRank => {
            let mut rankings = plan.rankings.iter();
            let ranked =
                rankings.any(|ranking| indicator.is_called(ranking.indicator.as_str()));
            (!ranked).then(|| format!("{label}，“{name}”没有排位"))
        }
        LampBasis::Score => Some(format!("{label}，“{name}”不是考核")),
        _ => None,
    }
}
