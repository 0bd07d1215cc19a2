//! 计分项缺少它的方式所要的内容
//!
//! ## 为什么
//! 每种计分方式要的内容不同：比率要指标和分值，分档要各档，扣分要每项扣多少。缺了就算不出分。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - 编号: units
//!     名称: 单位考核
//!     依据: 二
//!     权重组: [{编号: one, 依据: 二, 采用: 是, 合计: 10, 项目: [{名称: 日常工作, 分值: 10, 依据: 二}]}]
//!     计分:
//!       - {编号: daily, 名称: 日常工作, 方式: 扣分, 分值: 10, 封顶: 10, 依据: 二}
//! ```
//! ```text
//! score-field plans/plan-2023.yaml:8:10 “日常工作”的方式是“扣分”，还要写“每项”或“成分”
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - 编号: units
//!     名称: 单位考核
//!     依据: 二
//!     权重组: [{编号: one, 依据: 二, 采用: 是, 合计: 10, 项目: [{名称: 日常工作, 分值: 10, 依据: 二}]}]
//!     计分:
//!       - {编号: daily, 名称: 日常工作, 方式: 扣分, 分值: 10, 每项: 1, 封顶: 10, 依据: 二}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::score_items::items;
use crate::check::{Reporter, Rule, rule};
use crate::figures::scores::needs::Need;
use crate::figures::scores::shapes::shape;
use crate::model::book::Book;

pub(super) static RULE: Rule = rule!("score-field", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for placed in items(book) {
        let item = placed.item;
        let lacking = shape(item.shape).needs.iter().find(|need| !(need.is_given)(item));
        if let Some(Need { label, .. }) = lacking {
            let word = item.shape.label();
            let message = format!("“{}”的方式是“{word}”，还要写{label}", item.name);
            reporter
                .report(placed.place, message)
                .help("各种方式要写什么，见 data/manual/cookbook.md 的“考核”一节")
                .about(item.name.as_str());
        }
    }
}
