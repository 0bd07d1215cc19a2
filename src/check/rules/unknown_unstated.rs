//! 计分项没有写明数不明时怎样计分，或写了没有依据
//!
//! ## 为什么
//! 没有下达目标、分母为零、没有上报，都会使得分算不出来。给零分、给满分还是剔除，结果差得很远，不能由程序去猜。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - 编号: units
//!     名称: 单位考核
//!     依据: 二
//!     权重组: [{编号: one, 依据: 二, 采用: 是, 合计: 100, 项目: [{名称: 到位资金完成率, 分值: 60, 依据: 二}, {名称: 合同额完成率, 分值: 40, 依据: 二}]}]
//!     计分:
//!       - {编号: funds, 名称: 到位资金完成率, 方式: 比率, 指标: 到位资金, 分值: 60, 封顶: 60, 依据: 二}
//!       - {编号: contract, 名称: 合同额完成率, 方式: 比率, 指标: 正式合同额, 分值: 40, 封顶: 40, 不明: [{处理: 零分}], 依据: 二}
//! ```
//! ```text
//! unknown-unstated plans/plan-2023.yaml:8:10 “到位资金完成率”没有写明数不明（未下达、分母为零、没有数据）时怎样计分
//! unknown-unstated plans/plan-2023.yaml:9:77 “合同额完成率”不明时给“零分”，没有依据，也没有裁定
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - 编号: units
//!     名称: 单位考核
//!     依据: 二
//!     权重组: [{编号: one, 依据: 二, 采用: 是, 合计: 100, 项目: [{名称: 到位资金完成率, 分值: 60, 依据: 二}, {名称: 合同额完成率, 分值: 40, 依据: 二}]}]
//!     计分:
//!       - {编号: funds, 名称: 到位资金完成率, 方式: 比率, 指标: 到位资金, 分值: 60, 封顶: 60, 不明: [{处理: 零分, 依据: 二}], 依据: 二}
//!       - {编号: contract, 名称: 合同额完成率, 方式: 比率, 指标: 正式合同额, 分值: 40, 封顶: 40, 不明: [{处理: 零分, 依据: 二}], 依据: 二}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::score_items::items;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::figures::scores::shapes::shape;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::plan::assessment::score_item::{Cause, ScoreItem};

pub(super) static RULE: Rule = rule!("unknown-unstated", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for placed in items(book) {
        let item = placed.item;
        let left = unstated(item);
        if !left.is_empty() {
            let causes: Vec<&str> = left.iter().map(|cause| cause.label()).collect();
            let message = format!(
                "“{}”没有写明数不明（{}）时怎样计分",
                item.name,
                causes.join("、")
            );
            reporter
                .report(placed.place.clone(), message)
                .help("补上“不明: [{处理: 零分、满分、剔除并折算或总分不计, 依据或裁定: …}]”")
                .about(item.name.as_str());
        }
        for (at, rule) in item.unknown.iter().enumerate() {
            if rule.clause.is_some() || rule.ruling.is_some() {
                continue;
            }
            let route = route!(placed.route => unknown[at]);
            let word = rule.treatment.label();
            let message =
                format!("“{}”不明时给“{word}”，没有依据，也没有裁定", item.name);
            reporter
                .report(Place::value(placed.file, route), message)
                .help("写“依据”，文件没有写的写“裁定”，并在裁定里说明理由")
                .about(item.name.as_str());
        }
    }
}

/// Returns the causes that can occur and that no rule covers.
fn unstated(item: &ScoreItem) -> Vec<Cause> {
    let mut causes = (shape(item.shape).unknown)(item).to_vec();
    causes.retain(|cause| {
        !item
            .unknown
            .iter()
            .any(|rule| rule.cause.is_none_or(|covered| covered == *cause))
    });
    causes
}
