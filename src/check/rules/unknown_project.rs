//! 活动涉及的项目没有文件
//!
//! ## 为什么
//! 编号写错，这次活动就挂不到项目上。
//!
//! ## 例
//! ```yaml
//! # activities/2023/hd-1.yaml
//! 项目: [xm-7]
//! ```
//! ```text
//! unknown-project activities/2023/hd-1.yaml:2:6 没有叫“xm-7”的项目
//! ```
//!
//! ```yaml
//! # activities/2023/hd-1.yaml
//! 项目: [xm-1]
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::names::{references, report_unknown};
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::value::reference::ProjectRef;

pub(super) static RULE: Rule = rule!("unknown-project", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    if book.lacks("projects/") {
        return;
    }
    let named = references::<ProjectRef>(book);
    let ids = book.projects.iter().map(|project| project.record.id.as_str());
    let is_known = |word: &str| book.project_called(word).is_some();
    report_unknown::<ProjectRef>(reporter, named, is_known, ids);
}
