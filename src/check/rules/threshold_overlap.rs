//! 一组界限有重叠
//!
//! ## 为什么
//! 一个数只能归一档。天津2022年的办法：达到计划又不低于平均为绿，增长但低于计划或平均为黄，负增长为红；
//! 负增长而又达到计划的既是绿又是红，零增长而又低于计划的没有灯。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 灯组:
//!   - 编号: lights
//!     名称: 红黄绿灯
//!     看: 超欠进度
//!     依据: 二
//!     灯:
//!       - {编号: green, 名称: 绿, 词: 较好, 颜色: "#2e7d32", 条件: 不低于0, 同时: [{看: 比平均, 条件: 不低于0}]}
//!       - 编号: yellow
//!         名称: 黄
//!         词: 一般
//!         颜色: "#c9a227"
//!         条件: 低于0
//!         同时: [{看: 同比, 条件: 高于0}]
//!         或: [{同时: [{看: 比平均, 条件: 低于0}, {看: 同比, 条件: 高于0}]}]
//!       - {编号: red, 名称: 红, 词: 较差, 颜色: "#b83232", 条件: 不限, 同时: [{看: 同比, 条件: 低于0}]}
//! ```
//! ```text
//! threshold-gap plans/plan-2023.yaml:4:9 “红黄绿灯”有空档：比平均低于0个百分点，同比等于0%
//! threshold-gap plans/plan-2023.yaml:4:9 “红黄绿灯”有空档：超欠进度低于0个百分点，同比等于0%
//! threshold-overlap plans/plan-2023.yaml:4:9 “红黄绿灯”的绿和红重叠：超欠进度不低于0个百分点，比平均不低于0个百分点，同比低于0%
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 灯组:
//!   - 编号: lights
//!     名称: 红黄绿灯
//!     看: 超欠进度
//!     依据: 二
//!     灯:
//!       - {编号: green, 名称: 绿, 词: 较好, 颜色: "#2e7d32", 条件: 不低于0}
//!       - {编号: yellow, 名称: 黄, 词: 一般, 颜色: "#c9a227", 条件: 低于0, 同时: [{看: 同比, 条件: 不低于0}]}
//!       - {编号: red, 名称: 红, 词: 较差, 颜色: "#b83232", 条件: 低于0, 同时: [{看: 同比, 条件: 低于0}]}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::thresholds::thresholds;
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;

pub(super) static RULE: Rule = rule!("threshold-overlap", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for set in thresholds(book) {
        for (first, second, stretch) in set.overlaps() {
            let message = format!("“{}”的{first}和{second}重叠：{stretch}", set.name);
            let help = "让每个数只归一档；文件本身如此，就作一条裁定写明以哪档为准";
            reporter.report(set.place.clone(), message).help(help).about(&set.name);
        }
    }
}
