//! 一组界限有空档
//!
//! ## 为什么
//! 灯、分档的界限要把所有的数都管到。银川2025年的办法只说完成序时为绿、欠10至30个百分点为黄、
//! 欠30个百分点以上为红，欠不到10个百分点的就没有灯；天津2022年的办法没有说零增长而又低于计划的怎么办。
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
//!       - {编号: green, 名称: 绿, 词: 达到, 颜色: "#2e7d32", 条件: 不低于0}
//!       - {编号: yellow, 名称: 黄, 词: 滞后, 颜色: "#c9a227", 条件: 不低于-30且不高于-10}
//!       - {编号: red, 名称: 红, 词: 严重滞后, 颜色: "#b83232", 条件: 低于-30}
//! ```
//! ```text
//! threshold-gap plans/plan-2023.yaml:4:9 “红黄绿灯”有空档：超欠进度高于-10且低于0个百分点
//! ```
//!
//! 有“另须”的档不满足时要看后面的档，所以后面的档要把它的数也管到：
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - 编号: units
//!     名称: 单位考核
//!     依据: 二
//!     权重组: [{编号: one, 依据: 二, 采用: 是, 合计: 100, 项目: [{名称: 合同额, 分值: 100, 依据: 二}]}]
//!     计分:
//!       - 编号: contract
//!         名称: 合同额
//!         方式: 分档
//!         指标: 正式合同额
//!         分值: 100
//!         档:
//!           - {条件: 不低于100, 得分: 100, 另须: [{指标: 到位资金, 条件: 不低于20, 依据: 二}]}
//!           - {条件: 不低于75且低于100, 得分: 75}
//!           - {条件: 低于75, 得分: 0}
//!         不明: [{处理: 零分, 依据: 二}]
//!         依据: 二
//!     等次:
//!       - {编号: first, 名称: 优秀, 得分: 不低于90, 依据: 二}
//!       - {编号: second, 名称: 良好, 得分: 不低于70且低于80, 依据: 二}
//! ```
//! ```text
//! threshold-gap plans/plan-2023.yaml:4:9 “单位考核的等次”有空档：得分不低于80且低于90分
//! threshold-gap plans/plan-2023.yaml:9:13 “合同额”有空档：完成率不低于100%
//! ```
//!
//! 每个灯看的数太多，界限搭配起来有几万种，就不再逐一核对有没有空档、重叠和到不了的灯：
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 灯组:
//!   - 编号: lights
//!     名称: 长明灯
//!     看: 超欠进度
//!     依据: 二
//!     灯:
//!       - {编号: green, 名称: 绿, 词: 达到, 颜色: "#2e7d32", 条件: 不低于9, 同时: [{看: 完成率, 条件: 不低于9}, {看: 完成数, 条件: 不低于9}, {看: 名次, 条件: 不高于9}, {看: 倒数名次, 条件: 不低于9}, {看: 比平均, 条件: 不低于9}, {看: 同比, 条件: 不低于9}, {看: 连续月数, 条件: 不低于9}, {看: 得分, 条件: 不低于9}]}
//! ```
//! ```text
//! threshold-gap plans/plan-2023.yaml:4:9 “长明灯”的条件太多，没有逐一核对
//! ```

use crate::check::thresholds::thresholds;
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;

pub(super) static RULE: Rule = rule!("threshold-gap", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for set in thresholds(book) {
        if set.is_too_wide() {
            let message = format!("“{}”的条件太多，没有逐一核对", set.name);
            let help = "少看几个数，或者合并界限；拆成两组灯也可以，每组单独核对";
            reporter.report(set.place.clone(), message).help(help).about(&set.name);
        }
        for gap in set.gaps() {
            let message = format!("“{}”有空档：{gap}", set.name);
            let help = "把界限接上；文件本身如此，就作一条裁定写明怎么读";
            reporter.report(set.place.clone(), message).help(help).about(&set.name);
        }
    }
}
