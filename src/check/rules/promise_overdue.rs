//! 答应项目的政策到期没有兑现
//!
//! ## 为什么
//! 到最近一期的期末，应兑现的日期已过，却没有登记兑现。这是提醒：兑现了的补上日期，没有兑现的抓紧兑现。
//! 已终止的项目不看。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 政策承诺:
//!   - {类别: 财政奖补, 内容: 投产奖励, 依据: 投资协议第6条, 日期: 2023-03-18, 应兑现: 2023-05-31}
//!   - {类别: 用地, 内容: 一期用地, 依据: 投资协议第2条, 日期: 2023-03-18, 应兑现: 2023-05-31, 兑现: 2023-05-20}
//!   - {类别: 用能, 内容: 用电补贴, 依据: 投资协议第7条, 日期: 2023-03-18, 应兑现: 2023-12-31}
//! ```
//! ```text
//! promise-overdue projects/2023/xm-1.yaml:3:60 “投产奖励”应在2023-05-31以前兑现，到2023-06-30没有兑现
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 政策承诺:
//!   - {类别: 财政奖补, 内容: 投产奖励, 依据: 投资协议第6条, 日期: 2023-03-18, 应兑现: 2023-05-31, 兑现: 2023-05-26}
//!   - {类别: 用地, 内容: 一期用地, 依据: 投资协议第2条, 日期: 2023-03-18, 应兑现: 2023-05-31, 兑现: 2023-05-20}
//!   - {类别: 用能, 内容: 用电补贴, 依据: 投资协议第7条, 日期: 2023-03-18, 应兑现: 2023-12-31}
//! ```
//! ```text
//! （没有问题）
//! ```

use chrono::NaiveDate;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::{Correctable, route};
use crate::model::record::project::Project;

pub(super) static RULE: Rule = rule!("promise-overdue", Note, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let ends = book.editions.iter().map(|edition| edition.record.card.period.end());
    let Some(end) = ends.max() else { return };
    for project in &book.projects {
        let stopped = project.record.stopped.as_ref();
        if stopped.is_none_or(Correctable::is_withdrawn) {
            overdue(reporter, project, end);
        }
    }
}

fn overdue(reporter: &mut Reporter, project: &Filed<Project>, end: NaiveDate) {
    for (at, promise) in project.record.promises.iter().enumerate() {
        let Some(due) = promise.overdue(end, NaiveDate::MAX) else { continue };
        let what = &promise.what;
        let place = Place::value(project.file, route!(Project.promises[at].due));
        reporter
            .report(place, format!("“{what}”应在{due}以前兑现，到{end}没有兑现"))
            .help("已兑现的写“兑现”的日期；没有兑现的抓紧兑现")
            .about(project.record.id.as_str());
    }
}
