//! 指标的时段缺起止，或者与序时不合
//!
//! ## 为什么
//! 战役期累计要写是哪个战役，定期累计要写起止，否则不知道数到哪天为止。
//! 序时曲线说的是到期末应累计完成多少；一周、一月、一季的数拿来比，永远是欠进度。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 序时:
//!   - {编号: quarters, 名称: 季度进度, 点间: 直线, 依据: 二, 节点: [{期: 2023-Q4, 应达: 100%}]}
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 战役期累计, 口径: 合同金额, 依据: 二}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 当月, 口径: 到位的资金, 依据: 二, 序时: quarters}
//!   - {编号: signed, 名称: 签约项目数, 取数: 项目个数, 来源: 项目, 单位: 个, 时段: 定期累计, 口径: 签约的项目, 依据: 二}
//! ```
//! ```text
//! span-unfit plans/plan-2023.yaml:5:60 正式合同额的时段是战役期累计，没有写“战役”
//! span-unfit plans/plan-2023.yaml:6:83 到位资金的时段是当月，用不上累计的序时
//! span-unfit plans/plan-2023.yaml:7:58 签约项目数的时段是定期累计，没有写“起止”
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 战役:
//!   - {编号: bairi, 名称: 百日攻坚, 行动: 2023-05-22 至 2023-08-29, 计数: 2023-05-22 至 2023-08-29, 依据: 二, 阶段: []}
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 战役期累计, 战役: bairi, 口径: 合同金额, 依据: 二}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 当月, 口径: 到位的资金, 依据: 二}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Route, Step, route};
use crate::model::plan::Plan;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::indicator::span_kind::SpanKind;

pub(super) static RULE: Rule = rule!("span-unfit", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for plan in &book.plans {
        for (at, indicator) in plan.record.indicators.iter().enumerate() {
            let start = Route::<Plan>::start().indicators().at(at);
            let Some((route, fault)) = fault(indicator, &start) else { continue };
            let Indicator { name, span, .. } = indicator;
            let message = format!("{name}的时段是{}，{fault}", span.label());
            reporter
                .report(Place::value(plan.file, route), message)
                .help("照文件补上；时段写错了就改正时段")
                .about(name);
        }
    }
}

fn fault(
    indicator: &Indicator,
    start: &Route<Indicator>,
) -> Option<(Vec<Step>, &'static str)> {
    let span = indicator.span;
    if span == SpanKind::Campaign && indicator.campaign.is_none() {
        return Some((route!(start => span), "没有写“战役”"));
    }
    if span == SpanKind::Fixed && indicator.days.is_none() {
        return Some((route!(start => span), "没有写“起止”"));
    }
    let has_curve = indicator.curve.is_some();
    (span.is_within_year() && has_curve)
        .then(|| (route!(start => curve), "用不上累计的序时"))
}
