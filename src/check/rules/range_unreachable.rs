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

use crate::check::ranges::sets;
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;

pub(super) static RULE: Rule = rule!("range-unreachable", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for set in sets(book) {
        let samples = set.samples();
        for (at, one) in set.ranges.iter().enumerate().filter(|(_, one)| !one.gated) {
            let holding: Vec<Vec<usize>> = samples
                .iter()
                .map(|sample| set.holding(*sample))
                .filter(|holding| holding.contains(&at))
                .collect();
            let before = |other: &usize| *other < at && !set.ranges[*other].gated;
            let covered = holding.iter().all(|all| all.iter().any(before));
            let why = match holding.is_empty() {
                true => format!("没有数能满足“{}”", one.range),
                false if covered => "前面的档已经全部盖住".to_owned(),
                false => continue,
            };
            let message = format!("“{}”的“{}”永远到不了：{why}", set.name, one.name);
            reporter
                .report(one.place.clone(), message)
                .help("核对这一档和前面各档的界限")
                .about(set.name);
        }
    }
}
