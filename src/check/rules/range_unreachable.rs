//! 灯或分档中有永远到不了的一档
//!
//! ## 为什么
//! 界限写反，或被前面的档全部盖住，这一档就没有用；多半是写错了数。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 灯组:
//!   - 编号: three
//!     名称: 三色灯
//!     看: 完成率
//!     依据: 二
//!     灯:
//!       - {编号: green, 名称: 绿, 词: 正常, 颜色: "#1b7f5c", 条件: 不低于60}
//!       - {编号: yellow, 名称: 黄, 词: 滞后, 颜色: "#c9a227", 条件: 不低于60且低于50}
//!       - {编号: red, 名称: 红, 词: 严重滞后, 颜色: "#b83232", 条件: 低于60}
//! ```
//! ```text
//! range-unreachable plans/plan-2023.yaml:9:55 “三色灯”的“黄”永远到不了：没有数能满足“不低于60且低于50”
//! ```
//!
//! 增速可以是负数，下面这组没有问题：
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 灯组:
//!   - 编号: growth
//!     名称: 增速灯
//!     看: 同比
//!     依据: 二
//!     灯:
//!       - {编号: green, 名称: 绿, 词: 增长, 颜色: "#1b7f5c", 条件: 不低于0}
//!       - {编号: red, 名称: 红, 词: 下降, 颜色: "#b83232", 条件: 低于0}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::thresholds::thresholds;
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;

pub(super) static RULE: Rule = rule!("range-unreachable", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for set in thresholds(book) {
        for (state, place, why) in set.unreachable() {
            let message = format!("“{}”的“{state}”永远到不了：{why}", set.name);
            let help = "核对这一档和前面各档的界限";
            reporter.report(place, message).help(help).about(&set.name);
        }
    }
}
