//! 率的界限写成了小数
//!
//! ## 为什么
//! 条件里的率按百分数写，“不低于80”是80%。写成0.8，就是千分之八，几乎谁都达得到，灯全是绿的，分全是满的。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 灯组:
//!   - 编号: rate
//!     名称: 完成率灯
//!     看: 完成率
//!     依据: 二
//!     灯:
//!       - {编号: green, 名称: 绿, 词: 领先, 颜色: "#1b7f5c", 条件: 不低于0.8}
//!       - {编号: red, 名称: 红, 词: 落后, 颜色: "#b83232", 条件: 低于0.8}
//! ```
//! ```text
//! fraction-for-percent plans/plan-2023.yaml:8:54 “完成率灯”的完成率按百分数写，这里最大的界限是0.8，即0.8%
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 灯组:
//!   - 编号: rate
//!     名称: 完成率灯
//!     看: 完成率
//!     依据: 二
//!     灯:
//!       - {编号: green, 名称: 绿, 词: 领先, 颜色: "#1b7f5c", 条件: 不低于80}
//!       - {编号: yellow, 名称: 黄, 词: 起步, 颜色: "#d09020", 条件: 不低于0.5且低于80}
//!       - {编号: red, 名称: 红, 词: 落后, 颜色: "#b83232", 条件: 低于0.5}
//! ```
//! ```text
//! （没有问题）
//! ```

use rust_decimal::Decimal;

use crate::check::score_items::items;
use crate::check::thresholds::thresholds;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::plan::assessment::score_item::{Gate, ScoreInput};

pub(super) static RULE: Rule = rule!("fraction-for-percent", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for set in thresholds(book) {
        if let Some((number, bound, places)) = set.parts_of_one() {
            let place = places.first().map_or(&set.place, |place| *place);
            report(reporter, place.clone(), (&set.name, number), bound);
        }
    }
    for placed in items(book) {
        for (at, gate) in placed.item.gates.iter().enumerate() {
            let Some(bound) = part_of_one(gate) else { continue };
            let route = route!(placed.route => gates[at].condition);
            let place = Place::value(placed.file, route);
            report(reporter, place, (&placed.item.name, "完成率"), bound);
        }
    }
}

/// Returns the bound of a gate on a completion that is a part of one.
fn part_of_one(gate: &Gate) -> Option<Decimal> {
    let seen = gate.seen.unwrap_or(ScoreInput::Completion);
    let bounds = gate.condition.from.iter().chain(&gate.condition.to);
    let largest = bounds.map(|(bound, _)| *bound).max()?;
    let is_part = largest > Decimal::ZERO && largest < Decimal::ONE;
    (seen == ScoreInput::Completion && is_part).then_some(largest)
}

fn report(
    reporter: &mut Reporter,
    place: Place,
    (name, number): (&str, &str),
    bound: Decimal,
) {
    let message =
        format!("“{name}”的{number}按百分数写，这里最大的界限是{bound}，即{bound}%");
    reporter
        .report(place, message)
        .help("写百分数，如 不低于80")
        .about(name)
        .or_ruled("", [bound.to_string()]);
}
