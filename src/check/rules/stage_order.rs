//! 环节的日期先后颠倒
//!
//! ## 为什么
//! 签约、开工、投产、达效、终止总是依次发生；日期颠倒多半是年份或月份写错，
//! 会使项目计入错误的一期。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元}]
//! 开工: {日期: 2022-05-12}
//! ```
//! ```text
//! stage-order projects/2023/xm-1.yaml:3:10 开工（2022-05-12）早于签约（2023-03-18）
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 终止: {日期: 2023-01-15, 原因: 投资方退出}
//! 到位资金: []
//! ```
//! ```text
//! stage-order projects/2023/xm-1.yaml:2:10 终止（2023-01-15）早于开工（2023-05-12）
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元}]
//! 开工: {日期: 2023-05-12}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::stages::stages;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;

pub(super) static RULE: Rule = rule!("stage-order", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for project in &book.projects {
        let stages = stages(project);
        for (index, (name, date, route)) in stages.iter().enumerate() {
            let Some((before, earlier, at)) =
                stages[..index].iter().rev().find(|(_, earlier, _)| earlier > date)
            else {
                continue;
            };
            let message = format!("{name}（{date}）早于{before}（{earlier}）");
            reporter
                .report(Place::value(project.file, route.clone()), message)
                .help("核对两个日期的年份和月份")
                .about(project.record.id.as_str())
                .also(Place::value(project.file, at.clone()), format!("{before}的日期"));
        }
    }
}
