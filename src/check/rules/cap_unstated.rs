//! 计分的算式可以超过满分，却没有写明封不封顶
//!
//! ## 为什么
//! 完成率可以超过百分之百，得分就会超过分值；同一份办法里有的封顶、有的不封顶，不写明谁也不知道按哪种算。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - 编号: units
//!     名称: 单位考核
//!     依据: 二
//!     权重组: [{编号: one, 依据: 二, 采用: 是, 合计: 100, 项目: [{名称: 到位资金完成率, 分值: 100, 依据: 二}]}]
//!     计分:
//!       - {编号: funds, 名称: 到位资金完成率, 方式: 比率, 指标: 到位资金, 分值: 100, 不明: [{处理: 零分, 依据: 二}], 依据: 二}
//! ```
//! ```text
//! cap-unstated plans/plan-2023.yaml:8:10 “到位资金完成率”没有写明封顶，得分可以超过 100 分
//! ```
//!
//! 分档的得分有高过分值的，也要写明：
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - 编号: units
//!     名称: 单位考核
//!     依据: 二
//!     权重组: [{编号: one, 依据: 二, 采用: 是, 合计: 100, 项目: [{名称: 到位资金完成率, 分值: 100, 依据: 二}]}]
//!     计分:
//!       - {编号: funds, 名称: 到位资金完成率, 方式: 分档, 指标: 到位资金, 分值: 100, 档: [{条件: 不低于120, 得分: 110}, {条件: 低于120, 得分: 100}], 不明: [{处理: 零分, 依据: 二}], 依据: 二}
//! ```
//! ```text
//! cap-unstated plans/plan-2023.yaml:8:10 “到位资金完成率”没有写明封顶，得分可以超过 100 分
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - 编号: units
//!     名称: 单位考核
//!     依据: 二
//!     权重组: [{编号: one, 依据: 二, 采用: 是, 合计: 100, 项目: [{名称: 到位资金完成率, 分值: 100, 依据: 二}]}]
//!     计分:
//!       - {编号: funds, 名称: 到位资金完成率, 方式: 比率, 指标: 到位资金, 分值: 100, 封顶: 100, 不明: [{处理: 零分, 依据: 二}], 依据: 二}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::score_items::items;
use crate::check::{Reporter, Rule, rule};
use crate::figures::scores::shapes::shape;
use crate::model::book::Book;

pub(super) static RULE: Rule = rule!("cap-unstated", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for placed in items(book) {
        let item = placed.item;
        if item.cap.is_some() || (shape(item.shape).is_bounded)(item) {
            continue;
        }
        let beyond = item.points.map_or("任何数".to_owned(), |points| {
            format!(" {} 分", points.0.normalize())
        });
        let message = format!("“{}”没有写明封顶，得分可以超过{beyond}", item.name);
        reporter
            .report(placed.place, message)
            .help("写“封顶: 分数”或“封顶: 不封顶”，照文件；文件没有写的，作一条裁定")
            .about(item.name.as_str());
    }
}
