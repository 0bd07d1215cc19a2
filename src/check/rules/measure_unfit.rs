//! 指标的单位、来源与取数不合
//!
//! ## 为什么
//! 项目个数数出来的是个数，到位资金加起来的是钱；单位写成另一类，数就没有意义。
//! 只有上报数才从上报、引用的总数里来，别的取数都数项目和活动；来源写错，读者会以为数是报来的。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 上报, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 到位的资金, 依据: 二}
//!   - {编号: signed, 名称: 签约项目数, 取数: 项目个数, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 签约的项目, 依据: 二}
//!   - {编号: growth, 名称: 投资增速, 取数: 上报数, 来源: 上报, 单位: "%", 报数: 当期, 时段: 本年累计, 口径: 比上年同期, 依据: 二}
//! ```
//! ```text
//! measure-unfit plans/plan-2023.yaml:3:44 正式合同额的取数是合同额，来源应是项目
//! measure-unfit plans/plan-2023.yaml:5:51 签约项目数的取数是项目个数，数出来的是个数，单位不会是亿元
//! measure-unfit plans/plan-2023.yaml:6:58 投资增速的取数是上报数，率不能逐期相加，报数不会是当期
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 万元, 时段: 本年累计, 口径: 合同金额, 依据: 二}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 万元, 时段: 本年累计, 口径: 到位的资金, 依据: 二}
//!   - {编号: signed, 名称: 签约项目数, 取数: 项目个数, 来源: 项目, 单位: 家, 时段: 本年累计, 口径: 签约的项目, 依据: 二}
//!   - {编号: visited, 名称: 走访企业数, 取数: 活动次数, 去重: 对象, 来源: 项目, 单位: 家, 时段: 本年累计, 口径: 走访的企业，一年只计一次, 依据: 二}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Route, Step, route};
use crate::model::plan::Plan;
use crate::model::plan::indicator::project_amount::ProjectAmount;
use crate::model::plan::indicator::{Accrual, Indicator, MeasureKind, SourceKind};
use crate::model::value::quantity::Base;

pub(super) static RULE: Rule = rule!("measure-unfit", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for plan in &book.plans {
        for (at, indicator) in plan.record.indicators.iter().enumerate() {
            let start = Route::<Plan>::start().indicators().at(at);
            for (route, fault) in faults(indicator, &start) {
                let Indicator { name, measure, .. } = indicator;
                let message = format!("{name}的取数是{}，{fault}", measure.label());
                reporter
                    .report(Place::value(plan.file, route), message)
                    .help("改正取数，或照取数改正这里")
                    .about(name);
            }
        }
    }
}

fn faults(indicator: &Indicator, start: &Route<Indicator>) -> Vec<(Vec<Step>, String)> {
    let (unit, base) = (indicator.unit, indicator.unit.base);
    let source = other_source(indicator)
        .map(|source| (route!(start => source), format!("来源应是{source}")));
    let kind = other_kind(indicator).map(|kind| {
        (route!(start => unit), format!("数出来的是{kind}，单位不会是{unit}"))
    });
    let adds = base.adds() || indicator.accrual != Some(Accrual::Flow);
    let accrual = (!adds).then(|| {
        let fault = format!("{}不能逐期相加，报数不会是当期", base.label());
        (route!(start => accrual), fault)
    });
    source.into_iter().chain(kind).chain(accrual).collect()
}

/// Returns where the numbers of an indicator come from, if that is not what it says.
fn other_source(indicator: &Indicator) -> Option<&'static str> {
    let is_of_projects = indicator.source == SourceKind::Projects;
    match indicator.measure {
        MeasureKind::Reported if is_of_projects => Some("上报或引用"),
        measure if measure == MeasureKind::Reported || measure.is_derived() => None,
        _ => (!is_of_projects).then_some("项目"),
    }
}

/// Returns the kind of an indicator's numbers, if its unit is of another.
fn other_kind(indicator: &Indicator) -> Option<&'static str> {
    let base = indicator.unit.base;
    let (fits, kind) = match indicator.measure {
        MeasureKind::Funds | MeasureKind::Contract => (base.is_money(), "金额"),
        MeasureKind::Projects
        | MeasureKind::Activities
        | MeasureKind::Visited
        | MeasureKind::Missed => (base == Base::Count, "个数"),
        MeasureKind::StageAmount => match indicator.amount? {
            ProjectAmount::Land => (base == Base::Land, "以亩计的面积"),
            ProjectAmount::Energy => (base == Base::Energy, "能耗"),
            _ => (base.is_money(), "金额"),
        },
        MeasureKind::SupportDue | MeasureKind::SupportDone => {
            let fits = base.is_money() || matches!(base, Base::Count | Base::Land);
            (fits, "个数、面积或金额")
        }
        _ => return None,
    };
    (!fits).then_some(kind)
}
