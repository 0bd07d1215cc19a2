//! 记录放错了年份文件夹
//!
//! ## 为什么
//! 项目按首次签约的年份放，活动按日期的年份放；放错了，按年份找就找不到。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同:
//!   - {类型: 正式合同, 签订: 2022-03-18, 金额: 3.2亿元}
//! ```
//! ```text
//! year-folder projects/2023/xm-1.yaml:3:20 首次签约在2022年，文件却在 2023 文件夹里
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同:
//!   - {类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元}
//! ```
//! ```text
//! （没有问题）
//! ```

use chrono::{Datelike, NaiveDate};

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::book::FileId;
use crate::model::dictionary::{Step, route};
use crate::model::record::activity::Activity;
use crate::model::record::project::Project;

pub(super) static RULE: Rule = rule!("year-folder", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let mut compare =
        |(file, path): (FileId, &str), what, date: NaiveDate, route: Vec<Step>| {
            let folder = path.split('/').nth(1).unwrap_or("");
            if folder != date.year().to_string() {
                let message =
                    format!("{what}在{}年，文件却在 {folder} 文件夹里", date.year());
                let help = format!("把文件移到 {} 文件夹，或核对日期", date.year());
                reporter.report(Place::value(file, route), message).help(help);
            }
        };
    for project in &book.projects {
        let contracts = project.record.contracts.iter().enumerate();
        if let Some((index, first)) =
            contracts.min_by_key(|(_, contract)| contract.signed)
        {
            let route = route!(Project.contracts[index].signed);
            compare((project.file, &project.path), "首次签约", first.signed, route);
        }
    }
    for activity in &book.activities {
        let route = route!(Activity.date);
        compare((activity.file, &activity.path), "活动", activity.record.date, route);
    }
}
