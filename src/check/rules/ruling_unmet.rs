//! 裁定写的问题没有出现
//!
//! ## 为什么
//! 裁定的“所涉问题”只管它写明的那一个问题：代码、涉及的对象、指标和数都要对上。
//! 对不上的，要么问题已经改好，这一条该删去；要么写错了，它想管的问题没有管住；
//! 要么数又变了，要重新看一遍。`check` 报出问题的时候，同时打印该怎么写。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 目标表:
//!   - 编号: units
//!     名称: 任务分解表
//!     依据: 附件1
//!     行:
//!       - {领域: 商贸物流, 单位: 县交通局, 目标: {到位资金: 10亿元}}
//!     合计:
//!       - {目标: {到位资金: 10亿元}, 依据: 附件1}
//! 裁定:
//!   - {编号: rounded, 依据: 附件1, 问题: 合计差0.1亿元, 取: 照抄, 日期: 2023-02-01, 所涉问题: [{代码: target-sum, 涉及: 任务分解表, 指标: 到位资金, 数: [10.1亿元, 10亿元]}]}
//! ```
//! ```text
//! ruling-unmet plans/plan-2023.yaml:11:77 裁定写的问题没有出现：{代码: target-sum, 涉及: 任务分解表, 指标: 到位资金, 数: [10.1亿元, 10亿元]}
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 目标表:
//!   - 编号: units
//!     名称: 任务分解表
//!     依据: 附件1
//!     行:
//!       - {领域: 商贸物流, 单位: 县交通局, 目标: {到位资金: 10.1亿元}}
//!     合计:
//!       - {目标: {到位资金: 10亿元}, 依据: 附件1}
//! 裁定:
//!   - {编号: rounded, 依据: 附件1, 问题: 合计差0.1亿元, 取: 照抄, 日期: 2023-02-01, 所涉问题: [{代码: target-sum, 涉及: 任务分解表, 指标: 到位资金, 数: [10.1亿元, 10亿元]}]}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::rulings::{Settled, named};
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::plan::{Plan, RuledFinding};

pub(super) static RULE: Rule = rule!("ruling-unmet", Warning, Rulings(check));

fn check(book: &Book, settled: &Settled, reporter: &mut Reporter) {
    for (at, ruled) in named(book) {
        if settled.met.contains(&at) {
            continue;
        }
        let (plan, ruling, index) = at;
        let route = route!(Plan.rulings[ruling].findings[index].code);
        let place = Place::value(book.plans[plan].file, route);
        let message = format!("裁定写的问题没有出现：{}", words(ruled));
        let help = advice(ruled, &settled.open);
        reporter.report(place, message).help(help).about(ruled.subject.as_str());
    }
}

/// The item as it would be printed for the finding that it names.
fn words(ruled: &RuledFinding) -> String {
    let mut words =
        vec![format!("代码: {}", ruled.code), format!("涉及: {}", ruled.subject)];
    words.extend(ruled.indicator.iter().map(|indicator| format!("指标: {indicator}")));
    if !ruled.numbers.is_empty() {
        words.push(format!("数: [{}]", ruled.numbers.join(", ")));
    }
    format!("{{{}}}", words.join(", "))
}

/// What may have been meant: the open finding of the same code, first one of the same subject.
fn advice(ruled: &RuledFinding, open: &[Diagnostic]) -> String {
    let mut alike: Vec<&Diagnostic> =
        open.iter().filter(|finding| finding.code == ruled.code.as_str()).collect();
    alike.sort_by_key(|finding| finding.subject != ruled.subject);
    match alike.first() {
        Some(finding) => format!("现有的问题要写 {}", finding.ruling_words()),
        None => "问题已经改好的，删去这一条；没有改好的，照 check 打印的写".to_owned(),
    }
}
