//! 认定的日期早于报送的日期
//!
//! ## 为什么
//! 报来了才能认定。两个日期填反了，按认定计的数会提前一期，迟报也看不出来。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元, 报送: 2023-04-24, 认定: 2023-04-20}]
//! 开工: {日期: 2023-05-12, 报送: 2023-05-22, 认定: 2023-05-15}
//! ```
//! ```text
//! recognised-first projects/2023/xm-1.yaml:2:64 2023-04-20认定，2023-04-24才报送
//! recognised-first projects/2023/xm-1.yaml:3:42 2023-05-15认定，2023-05-22才报送
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元, 报送: 2023-04-20, 认定: 2023-04-24}]
//! 开工: {日期: 2023-05-12, 报送: 2023-05-15, 认定: 2023-05-15}
//! ```
//! ```text
//! （没有问题）
//! ```

use chrono::NaiveDate;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Step, route};
use crate::model::record::project::Project;

pub(super) static RULE: Rule = rule!("recognised-first", Warning, check);

/// When something happened, was submitted and was recognised, and where the last is written.
type Known = (NaiveDate, Option<NaiveDate>, Option<NaiveDate>, Vec<Step>);

fn check(book: &Book, reporter: &mut Reporter) {
    for project in &book.projects {
        for (day, submitted, recognised, route) in known(&project.record) {
            let Some((submitted, recognised)) = submitted.zip(recognised) else {
                continue;
            };
            // What was recognised before it happened is said elsewhere.
            if (day..submitted).contains(&recognised) {
                let message = format!("{recognised}认定，{submitted}才报送");
                reporter
                    .report(Place::value(project.file, route), message)
                    .help("核对两个日期，是不是填反了")
                    .about(project.record.id.as_str())
                    .or_ruled("", [recognised.to_string(), submitted.to_string()]);
            }
        }
    }
}

fn known(project: &Project) -> Vec<Known> {
    let contracts = project.contracts.iter().enumerate().map(|(at, it)| {
        (it.signed, it.submitted, it.recognised, route!(Project.contracts[at].recognised))
    });
    let permits = project.permits.iter().enumerate().map(|(at, it)| {
        (it.date, it.submitted, it.recognised, route!(Project.permits[at].recognised))
    });
    let stages = [
        (&project.landed, route!(Project.landed.recognised)),
        (&project.started, route!(Project.started.recognised)),
        (&project.producing, route!(Project.producing.recognised)),
        (&project.capacity, route!(Project.capacity.recognised)),
    ];
    let stages = stages.into_iter().filter_map(|(stage, route)| {
        let stage = stage.as_ref()?;
        Some((stage.date, stage.submitted, stage.recognised, route))
    });
    contracts.chain(permits).chain(stages).collect()
}
