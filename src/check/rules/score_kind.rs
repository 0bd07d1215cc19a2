//! 计分项拿两类不同的数来比
//!
//! ## 为什么
//! 加分档按合同额分档，指标数出来的是别的，就比不上任何一档，谁都得零分，看不出错。
//! 两个数相除来计分，也要是同一类数，如金额除以金额、个数除以个数。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 到位的资金, 依据: 二}
//!   - {编号: starts, 名称: 供地面积, 取数: 环节数额, 数额: 用地面积, 来源: 项目, 单位: 亩, 时段: 本年累计, 口径: 签约项目的用地, 依据: 二}
//! 考核:
//!   - 编号: units
//!     名称: 单位考核
//!     依据: 二
//!     权重组: [{编号: one, 依据: 二, 采用: 是, 合计: 10, 项目: [{名称: 资金到位率, 分值: 10, 依据: 二}]}]
//!     计分:
//!       - {编号: rate, 名称: 资金到位率, 方式: 比率, 指标: 到位资金, 除以: 供地面积, 对照: 本数, 分值: 10, 封顶: 10, 不明: [{处理: 零分, 依据: 二}], 依据: 二}
//!       - {编号: size, 名称: 用地加分, 方式: 加分, 指标: 供地面积, 加分档: [{合同额不低于: 1亿元, 得分: 2}], 封顶: 不封顶, 另加: 是, 依据: 二}
//! ```
//! ```text
//! score-kind plans/plan-2023.yaml:12:53 “资金到位率”用以亿元计的到位资金除以以亩计的供地面积
//! score-kind plans/plan-2023.yaml:13:42 “用地加分”按合同额分档，供地面积以亩计
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 万元, 时段: 本年累计, 口径: 到位的资金, 依据: 二}
//!   - {编号: starts, 名称: 新开工项目数, 取数: 项目个数, 来源: 项目, 单位: 个, 时段: 本年累计, 口径: 当年开工, 依据: 二, 范围: {环节: 开工}}
//! 考核:
//!   - 编号: units
//!     名称: 单位考核
//!     依据: 二
//!     权重组: [{编号: one, 依据: 二, 采用: 是, 合计: 10, 项目: [{名称: 资金到位率, 分值: 10, 依据: 二}]}]
//!     计分:
//!       - {编号: rate, 名称: 资金到位率, 方式: 比率, 指标: 到位资金, 除以: 正式合同额, 对照: 本数, 分值: 10, 封顶: 10, 不明: [{处理: 零分, 依据: 二}], 依据: 二}
//!       - {编号: size, 名称: 规模加分, 方式: 加分, 指标: 新开工项目数, 加分档: [{合同额不低于: 1亿元, 得分: 2}], 封顶: 不封顶, 另加: 是, 依据: 二}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::amounts::goals::indicator_in;
use crate::check::score_items::{PlacedItem, items};
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Step, route};
use crate::model::plan::assessment::score_item::ScoreShape;
use crate::model::plan::indicator::Indicator;
use crate::model::value::quantity::Base;
use crate::model::value::reference::IndicatorRef;

pub(super) static RULE: Rule = rule!("score-kind", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for placed in items(book) {
        for (route, fault) in faults(book, &placed) {
            let name = &placed.item.name;
            reporter
                .report(Place::value(placed.file, route), format!("“{name}”{fault}"))
                .help("改正指标，或另立一个同类数的指标")
                .about(name);
        }
    }
}

fn faults(book: &Book, placed: &PlacedItem) -> Vec<(Vec<Step>, String)> {
    let PlacedItem { plan, item, route: start, .. } = placed;
    let find =
        |word: &Option<IndicatorRef>| indicator_in(book, plan, word.as_ref()?.as_str());
    let Some(indicator) = find(&item.indicator) else { return Vec::new() };
    let mut faults = Vec::new();
    if item.shape == ScoreShape::Bonus && !has_contracts(indicator) {
        let Indicator { name, unit, .. } = indicator;
        let fault = format!("按合同额分档，{name}以{unit}计");
        faults.push((route!(start => indicator), fault));
    }
    if let Some(fault) = find(&item.over).and_then(|below| parted(indicator, below)) {
        faults.push((route!(start => over), fault));
    }
    for (at, gate) in item.gates.iter().enumerate() {
        let above = indicator_in(book, plan, gate.indicator.as_str());
        let fault = above.zip(find(&gate.over)).and_then(|(one, two)| parted(one, two));
        faults.extend(fault.map(|fault| (route!(start => gates[at].over), fault)));
    }
    faults
}

/// Returns whether what an indicator counts has a contract amount.
fn has_contracts(indicator: &Indicator) -> bool {
    let base = indicator.unit.base;
    base.is_money() || base == Base::Count
}

/// Returns why one indicator is not divided by another, if they count different things.
fn parted(above: &Indicator, below: &Indicator) -> Option<String> {
    let apart = above.unit.base != below.unit.base;
    let words = |one: &Indicator| format!("以{}计的{}", one.unit, one.name);
    apart.then(|| format!("用{}除以{}", words(above), words(below)))
}
