//! 市域内搬迁的项目，方案没有写计不计
//!
//! ## 为什么
//! 市域内搬来的项目，各地多不作为招商引资项目；计不计、哪些事由除外，由方案说了算。方案没有写，程序就照常计入，只在项目页列出搬迁。
//!
//! ## 怎么办
//! 在不计它的各个指标里写计入条件 `{条件: 非市域内搬迁, 除外: [规划, 环保, 安全], 依据: 三（二）}`；文件没有写明的，作一条裁定，依据写裁定的那一处。裁定照常计入的，在裁定的 `所涉问题` 里写明这个代码和项目编号。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 搬迁: {日期: 2023-01-05, 范围: 市域内, 文件: 市联席会议纪要〔2023〕8号, 报送: 2023-06-12}
//! ```
//! ```text
//! move-unruled projects/2023/xm-1.yaml:2:26 项目是从市域内搬来的，方案没有一个指标写计不计，照常计入
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 搬迁: {日期: 2023-01-05, 范围: 市域外, 文件: 市联席会议纪要〔2023〕8号, 报送: 2023-06-12}
//! ```
//! ```text
//! （没有问题）
//! ```

use chrono::NaiveDate;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Correctable, route};
use crate::model::plan::indicator::filter::Condition;
use crate::model::record::project::{MoveWithin, Project};

pub(super) static RULE: Rule = rule!("move-unruled", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let indicators = book.plans.iter().flat_map(|plan| &plan.record.indicators);
    let mut conditions = indicators.flat_map(|indicator| &indicator.conditions);
    if conditions.any(|declared| declared.condition == Condition::NotRelocated) {
        return;
    }
    for project in &book.projects {
        let newest = project.record.relocation.as_ref();
        let newest = newest.map(|one| one.known_on(NaiveDate::MAX));
        let is_city = newest.is_some_and(|newest| {
            newest.within == MoveWithin::City && !newest.is_withdrawn()
        });
        if is_city {
            reporter
                .report(
                    Place::value(project.file, route!(Project.relocation.within)),
                    "项目是从市域内搬来的，方案没有一个指标写计不计，照常计入",
                )
                .help("在不计它的指标里写计入条件“非市域内搬迁”")
                .about(project.record.id.as_str())
                .or_ruled("", []);
        }
    }
}
