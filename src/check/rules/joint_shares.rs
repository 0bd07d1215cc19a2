//! 联合招商的占比合计不是 100%
//!
//! ## 为什么
//! 各单位按占比分成果；合计多于或少于 100%，就有资金重复计算或没有去处。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 联合:
//!   - {单位: 县交通局, 占比: 80%}
//!   - {单位: 县商务委, 占比: 30%}
//! ```
//! ```text
//! joint-shares projects/2023/xm-1.yaml:2:1 各单位的占比合计 110%，应为 100%
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 联合:
//!   - {单位: 县交通局, 占比: 80%}
//!   - {单位: 县商务委, 占比: 20%}
//! ```
//! ```text
//! （没有问题）
//! ```

use rust_decimal::Decimal;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::record::project::Project;

pub(super) static RULE: Rule = rule!("joint-shares", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for project in
        book.projects.iter().filter(|project| !project.record.shares.is_empty())
    {
        let sum: Decimal = project.record.shares.iter().map(|share| share.share.0).sum();
        if sum != Decimal::ONE {
            let percent = (sum * Decimal::ONE_HUNDRED).normalize();
            let message = format!("各单位的占比合计 {percent}%，应为 100%");
            reporter
                .report(Place::key(project.file, route!(Project.shares)), message)
                .help("核对联合招商协议里的比例；牵头单位的一份也要写上")
                .about(project.record.id.as_str());
        }
    }
}
