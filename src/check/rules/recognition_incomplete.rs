//! 核定的数没有写核定机关或核定日期
//!
//! ## 为什么
//! 核定数与本账的数并列印出，读者要知道是哪个机关、哪天核定的；没有日期，也就不知道从哪一期起可以印。
//!
//! ## 怎么办
//! 照核定的文件写 `核定机关` 和 `认定`（核定的日期）。不是上级机关核定、只是别处公布的，性质写 `引用`。
//!
//! ## 例
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 全县, 期: 2023-06, 值: 0.1亿元, 性质: 核定, 累计: 是, 核定机关: 市招商投资局}
//! ```
//! ```text
//! recognition-incomplete reported/2023-06.yaml:3:50 核定的数没有写“认定”
//! ```
//!
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 全县, 期: 2023-06, 值: 0.1亿元, 性质: 核定, 累计: 是, 核定机关: 市招商投资局, 认定: 2023-07-05, 核减原因: 凭证不全}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::totals::totals;
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::dictionary::{Route, field};
use crate::model::record::reported::{Total, TotalKind};

pub(super) static RULE: Rule = rule!("recognition-incomplete", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for placed in totals(book, TotalKind::Recognised) {
        let Total { organ, recognised, indicator, .. } = placed.total;
        let parts = [
            (field!(Total.organ), organ.is_some()),
            (field!(Total.recognised), recognised.is_some()),
        ];
        for (field, _) in parts.into_iter().filter(|(_, is_there)| !is_there) {
            reporter
                .report(
                    placed.place(Route::<Total>::kind),
                    format!("核定的数没有写“{}”", field.key),
                )
                .help("照核定的文件补上；只是别处公布的，性质写“引用”")
                .about(indicator.as_str());
        }
    }
}
