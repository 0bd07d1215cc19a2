//! 权重加起来不等于写明的合计
//!
//! ## 为什么
//! 各项满分加起来要等于总分，否则得分没有意义。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - 编号: units
//!     名称: 单位考核
//!     依据: 二
//!     权重组:
//!       - 编号: section-2
//!         依据: 二
//!         采用: 是
//!         合计: 100
//!         项目:
//!           - {名称: 到位资金完成率, 分值: 40, 依据: 二}
//!           - {名称: 正式合同额完成率, 分值: 50, 依据: 二}
//! ```
//! ```text
//! weight-sum plans/plan-2023.yaml:10:13 “单位考核”的权重合计 90 分，写明的是 100 分
//! ```
//!
//! 各评分方、各成分的权合计要是 100%：
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - 编号: units
//!     名称: 单位考核
//!     依据: 二
//!     权重组: [{编号: one, 依据: 二, 采用: 是, 合计: 20, 项目: [{名称: 评议, 分值: 10, 依据: 二}, {名称: 任务, 分值: 10, 依据: 二}]}]
//!     计分:
//!       - {编号: judged, 名称: 评议, 方式: 评分, 分值: 10, 封顶: 10, 评分方: [{名称: 园区, 权: 70%}, {名称: 乡镇, 权: 20%}], 不明: [{处理: 零分, 依据: 二}], 依据: 二}
//!       - {编号: mixed, 名称: 任务, 方式: 比率, 分值: 10, 封顶: 10, 成分: [{指标: 正式合同额, 权: 50%}, {指标: 到位资金, 权: 60%}], 不明: [{处理: 零分, 依据: 二}], 依据: 二}
//! ```
//! ```text
//! weight-sum plans/plan-2023.yaml:8:54 “评议”各评分方的权合计90%，应为100%
//! weight-sum plans/plan-2023.yaml:9:53 “任务”各成分的权合计110%，应为100%
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - 编号: units
//!     名称: 单位考核
//!     依据: 二
//!     权重组:
//!       - 编号: section-2
//!         依据: 二
//!         采用: 是
//!         合计: 100
//!         项目:
//!           - {名称: 到位资金完成率, 分值: 40, 依据: 二}
//!           - {名称: 正式合同额完成率, 分值: 60, 依据: 二}
//! ```
//! ```text
//! （没有问题）
//! ```

use rust_decimal::Decimal;

use crate::check::score_items::items;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{field, route};
use crate::model::plan::Plan;
use crate::model::plan::assessment::score_item::ScoreItem;

pub(super) static RULE: Rule = rule!("weight-sum", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    shares(book, reporter);
    for plan in &book.plans {
        for (at, assessment) in plan.record.assessments.iter().enumerate() {
            for (index, set) in assessment.sets.iter().enumerate() {
                let sum: Decimal = set.items.iter().map(|item| item.points.0).sum();
                if sum == set.total.0 {
                    continue;
                }
                let (name, stated) = (&assessment.name, set.total.0.normalize());
                let message = format!(
                    "“{name}”的权重合计 {} 分，写明的是 {stated} 分",
                    sum.normalize()
                );
                let route = route!(Plan.assessments[at].sets[index].total);
                reporter
                    .report(Place::value(plan.file, route), message)
                    .help("核对各项分值；文件两处写法不同的，分成两个权重组，不要混在一组里")
                    .about(set.id.as_str());
            }
        }
    }
}

/// The shares of the parts and of the judges of an item.
fn shares(book: &Book, reporter: &mut Reporter) {
    for placed in items(book) {
        let item = placed.item;
        let judges: Vec<Decimal> =
            item.judges.iter().map(|judge| judge.share.0).collect();
        let parts: Vec<Decimal> =
            item.parts.iter().filter_map(|part| Some(part.share?.0)).collect();
        let lists = [
            (field!(ScoreItem.judges), judges, route!(placed.route => judges)),
            (field!(ScoreItem.parts), parts, route!(placed.route => parts)),
        ];
        for (field, shares, route) in lists {
            let sum: Decimal = shares.iter().sum();
            if shares.is_empty() || sum == Decimal::ONE {
                continue;
            }
            let percent = (sum * Decimal::ONE_HUNDRED).normalize();
            let message =
                format!("“{}”各{}的权合计{percent}%，应为100%", item.name, field.key);
            reporter
                .report(Place::key(placed.file, route), message)
                .help("核对各项的权")
                .about(item.name.as_str());
        }
    }
}
