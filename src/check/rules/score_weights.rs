//! 计分项与采用的权重组不一致
//!
//! ## 为什么
//! 权重组照抄文件，计分项用来算分；两者的项目和分值不同，算出来的就不是文件规定的得分。
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
//!       - {编号: funds, 名称: 到位资金完成率, 方式: 比率, 指标: 到位资金, 分值: 40, 封顶: 40, 不明: [{处理: 零分, 依据: 二}], 依据: 二}
//! ```
//! ```text
//! score-weights plans/plan-2023.yaml:7:5 权重组里的“合同额完成率”没有计分
//! score-weights plans/plan-2023.yaml:8:56 “到位资金完成率”计分是 40 分，采用的权重组是 60 分
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

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, FileId};
use crate::model::dictionary::route;
use crate::model::plan::Plan;
use crate::model::plan::assessment::{Assessment, WeightSet};

pub(super) static RULE: Rule = rule!("score-weights", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for plan in &book.plans {
        for (at, assessment) in plan.record.assessments.iter().enumerate() {
            if let Some(set) = assessment.used().filter(|_| !assessment.items.is_empty())
            {
                items(plan.file, at, (assessment, set), reporter);
                missing(plan.file, at, (assessment, set), reporter);
            }
        }
    }
}

fn items(
    file: FileId,
    at: usize,
    (assessment, set): (&Assessment, &WeightSet),
    reporter: &mut Reporter,
) {
    let scored = assessment.items.iter().enumerate();
    for (index, item) in scored.filter(|(_, item)| !item.is_extra()) {
        let weight = set.items.iter().find(|weight| weight.name == item.name);
        let full = item.full().normalize();
        let message = match weight {
            None => format!("“{}”不在采用的权重组里", item.name),
            Some(weight) if weight.points.0 != item.full() => format!(
                "“{}”计分是 {full} 分，采用的权重组是 {} 分",
                item.name,
                weight.points.0.normalize()
            ),
            Some(_) => continue,
        };
        let route = if weight.is_none() || item.points.is_none() {
            route!(Plan.assessments[at].items[index].name)
        } else {
            route!(Plan.assessments[at].items[index].points)
        };
        reporter
            .report(Place::value(file, route), message)
            .help("名称、分值与采用的权重组写得一样；不在合计里的加分项写“另加: 是”")
            .about(item.name.as_str());
    }
}

fn missing(
    file: FileId,
    at: usize,
    (assessment, set): (&Assessment, &WeightSet),
    reporter: &mut Reporter,
) {
    for weight in &set.items {
        let scored = assessment
            .items
            .iter()
            .any(|item| !item.is_extra() && item.name == weight.name);
        if !scored {
            let message = format!("权重组里的“{}”没有计分", weight.name);
            reporter
                .report(Place::key(file, route!(Plan.assessments[at].items)), message)
                .help("补上这一项怎样计分")
                .about(weight.name.as_str());
        }
    }
}
