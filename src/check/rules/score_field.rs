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

use crate::check::score_items::items;
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::plan::assessment::score_item::{ScoreItem, ScoreShape};

pub(super) static RULE: Rule = rule!("score-field", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for found in items(book) {
        let (item, shape) = (found.item, found.item.shape.label());
        if let Some(field) = lacking(item) {
            let message = format!("“{}”的方式是“{shape}”，还要写{field}", item.name);
            reporter
                .report(found.place, message)
                .help("各种方式要写什么，见 data/README.md 的“考核”一节")
                .about(item.name.as_str());
        }
    }
}

/// The first field that the shape cannot do without.
fn lacking(item: &ScoreItem) -> Option<&'static str> {
    let indicator = item.indicator.is_some();
    let parts = !item.parts.is_empty();
    let points = item.points.is_some();
    let wanted: &[(bool, &str)] = match item.shape {
        ScoreShape::Ratio => {
            &[(indicator || parts, "“指标”或“成分”"), (points, "“分值”")]
        }
        ScoreShape::Bands => &[(indicator, "“指标”"), (!item.bands.is_empty(), "“档”")],
        ScoreShape::Steps => &[(indicator, "“指标”"), (item.steps.is_some(), "“步”")],
        ScoreShape::Coefficient => {
            &[(indicator, "“指标”"), (item.range.is_some(), "“区间”"), (points, "“分值”")]
        }
        ScoreShape::Deduction => {
            &[(item.each.is_some() || parts, "“每项”或“成分”"), (points, "“分值”")]
        }
        ScoreShape::Tally => &[
            (parts, "“成分”"),
            (item.parts.iter().all(|part| part.each.is_some()), "成分的“每次”"),
        ],
        ScoreShape::Bonus => {
            &[(indicator, "“指标”"), (!item.tiers.is_empty(), "“加分档”")]
        }
        ScoreShape::Judged | ScoreShape::Imported => &[(points, "“分值”")],
    };
    wanted.iter().find(|(given, _)| !given).map(|(_, field)| *field)
}
