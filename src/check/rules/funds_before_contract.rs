//! 资金比签约早得多，或者早到哪一期都不计入
//!
//! ## 为什么
//! 合同没有签，钱不会先来半年，多半是年份写错。
//! 比签约早、又在所有方案的期间以前的，不计入任何一期，这笔钱就没有了。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元}]
//! 到位资金:
//!   - {月份: 2013-05, 金额: 1200万元, 凭证: [银行回单]}
//!   - {月份: 2022-08, 金额: 1200万元, 凭证: [银行回单]}
//! ```
//! ```text
//! funds-before-contract projects/2023/xm-1.yaml:4:10 2013-05的资金比首次签约（2023-03-18）早118个月
//! funds-before-contract projects/2023/xm-1.yaml:5:10 2022-08的资金比首次签约（2023-03-18）早7个月
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同:
//!   - {类型: 框架协议, 签订: 2023-03-10, 金额: 3亿元}
//!   - {类型: 正式合同, 签订: 2023-06-18, 金额: 3.2亿元}
//! 到位资金:
//!   - {月份: 2023-01, 金额: 1200万元, 凭证: [银行回单]}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::record::project::Project;
use crate::model::value::date::Month;

pub(super) static RULE: Rule = rule!("funds-before-contract", Warning, check);

/// Money may come while the contract is still being drawn up.
const BEFORE: i32 = 6;

fn check(book: &Book, reporter: &mut Reporter) {
    let first = book.plans.iter().map(|plan| plan.record.span.start).min();
    let last = book.plans.iter().map(|plan| plan.record.span.end).max();
    for project in &book.projects {
        let days = project.record.contracts.iter().map(|contract| contract.signed);
        let Some(signed) = days.min() else { continue };
        // A signing after the last plan is found anyway.
        let is_sound = last.is_none_or(|last| signed <= last);
        for (at, entry) in project.record.funds.iter().enumerate() {
            let (month, before) = (entry.month, Month::of(signed).since(entry.month));
            let is_lost = before > 0 && first.is_some_and(|first| month.end() < first);
            if is_lost || (is_sound && before > BEFORE) {
                let place = Place::value(project.file, route!(Project.funds[at].month));
                let message =
                    format!("{month}的资金比首次签约（{signed}）早{before}个月");
                reporter
                    .report(place, message)
                    .help("核对年份和月份")
                    .about(project.record.id.as_str())
                    .or_ruled("", [month.to_string()]);
            }
        }
    }
}
