//! 联合招商的各单位里没有牵头单位，或同一单位写了两次
//!
//! ## 为什么
//! “联合”要写全各单位的占比，牵头单位在内；少了牵头单位，它的那一份就没有了。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 责任单位: 县交通局
//! 联合:
//!   - {单位: 县商务委, 占比: 100%}
//! ```
//! ```text
//! joint-lead projects/2023/xm-1.yaml:3:1 “联合”里没有牵头的“县交通局”
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 责任单位: 县交通局
//! 联合:
//!   - {单位: 县交通局, 占比: 60%}
//!   - {单位: 县商务委, 占比: 40%}
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::BTreeSet;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::record::project::Project;
use crate::model::value::reference::UnitRef;

pub(super) static RULE: Rule = rule!("joint-lead", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let id = |word: &UnitRef| {
        book.unit(word).map_or(word.as_str().to_owned(), |unit| unit.id.to_string())
    };
    for project in
        book.projects.iter().filter(|project| !project.record.shares.is_empty())
    {
        let record = &project.record;
        let mut seen = BTreeSet::new();
        for (index, share) in record.shares.iter().enumerate() {
            if !seen.insert(id(&share.unit)) {
                let place =
                    Place::value(project.file, route!(Project.shares[index].unit));
                let message = format!("“联合”里“{}”写了两次", share.unit.as_str());
                reporter.report(place, message).help("并成一行，占比相加");
            }
        }
        if !seen.contains(&id(&record.unit)) {
            let message = format!("“联合”里没有牵头的“{}”", record.unit.as_str());
            reporter
                .report(Place::key(project.file, route!(Project.shares)), message)
                .help("补上牵头单位和它的占比，或改正“责任单位”")
                .about(record.id.as_str());
        }
    }
}
