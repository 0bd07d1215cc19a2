//! 答应项目的政策没有先作公平竞争审查
//!
//! ## 为什么
//! 《公平竞争审查条例》2024-08-01起施行：给一家企业的财政奖补、税收优惠，“一事一议”的也在内，都要先审查再承诺。
//! 没有登记审查的，要么没有审，要么漏了登记。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 政策承诺:
//!   - {类别: 财政奖补, 内容: 投产奖励, 依据: 补充协议第3条, 日期: 2024-09-02}
//!   - {类别: 厂房场地, 内容: 厂房租金减半, 依据: 补充协议第4条, 日期: 2024-09-02, 公平竞争审查: {机关: 县市场监管局, 日期: 2024-10-08}}
//!   - {类别: 用能, 内容: 用电补贴, 依据: 补充协议第5条, 日期: 2024-09-02, 公平竞争审查: {机关: 县市场监管局, 日期: 2024-08-20}}
//! ```
//! ```text
//! promise-unreviewed projects/2023/xm-1.yaml:3:43 2024-09-02承诺的“投产奖励”没有公平竞争审查
//! promise-unreviewed projects/2023/xm-1.yaml:4:57 2024-09-02承诺的“厂房租金减半”到2024-10-08才作公平竞争审查
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 政策承诺: [{类别: 财政奖补, 内容: 投产奖励, 依据: 投资协议第6条, 日期: 2023-03-18}]
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::route;
use crate::model::record::project::{Project, Promise};

pub(super) static RULE: Rule = rule!("promise-unreviewed", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for project in &book.projects {
        for (at, promise) in project.record.promises.iter().enumerate() {
            if promise.needs_review() && promise.review_by(promise.date).is_none() {
                report(reporter, project, at, promise);
            }
        }
    }
}

fn report(
    reporter: &mut Reporter,
    project: &Filed<Project>,
    at: usize,
    promise: &Promise,
) {
    let (file, start) =
        (project.file, format!("{}承诺的“{}”", promise.date, promise.what));
    let (place, message) = match &promise.review {
        Some(review) => (
            Place::value(file, route!(Project.promises[at].review)),
            format!("{start}到{}才作公平竞争审查", review.date),
        ),
        None => (
            Place::value(file, route!(Project.promises[at].date)),
            format!("{start}没有公平竞争审查"),
        ),
    };
    reporter
        .report(place, message)
        .help("审查过的，补上“公平竞争审查”的机关和日期；没有审查的，先送审")
        .about(project.record.id.as_str())
        .or_ruled("", [promise.what.clone()]);
}
