//! 年底以后才报来的，方案没有写怎么办
//!
//! ## 为什么
//! 全年最后一期的截止日过了才报来的事，下一年的累计从头算起，不会补计。方案没有写 `跨年`，就哪一年都不计，资金就丢了。
//!
//! ## 怎么办
//! 在方案里写 `跨年: 年度结算计入`（年度通报另定截止日，一并计入）、`计入次年` 或 `不计入`，文件没有写明的，作一条裁定。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 截止: [{事项: 资金, 日: 次月7日, 依据: 二}]
//! ```
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 到位资金: [{月份: 2023-12, 金额: 800万元, 报送: 2024-03-02, 凭证: [银行回单]}]
//! ```
//! ```text
//! late-over-year projects/2023/xm-1.yaml:2:37 2023-12的到位资金2024-03-02才报来，晚于全年最后的截止日2024-01-07，方案没有写“跨年”，哪一年都不计
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 跨年: 年度结算计入
//! 截止: [{事项: 资金, 日: 次月7日, 依据: 二}]
//! ```
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 到位资金: [{月份: 2023-12, 金额: 800万元, 报送: 2024-03-02, 凭证: [银行回单]}]
//! ```
//! ```text
//! （没有问题）
//! ```

use chrono::{Datelike, NaiveDate};

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::figures::facts::moment::Cutoffs;
use crate::model::book::Book;
use crate::model::dictionary::{Step, route};
use crate::model::plan::Plan;
use crate::model::plan::fact_kind::FactKind;
use crate::model::record::project::Project;
use crate::model::value::period::Period;

pub(super) static RULE: Rule = rule!("late-over-year", Warning, check);

/// An entry that was submitted: what it is, its kind, its day, its submission, and where that is
/// written.
type Submitted = (String, FactKind, NaiveDate, NaiveDate, Vec<Step>);

fn check(book: &Book, reporter: &mut Reporter) {
    let plans = book.plans.iter().map(|filed| &filed.record);
    let silent: Vec<_> = plans.filter(|plan| plan.carry_over.is_none()).collect();
    for project in &book.projects {
        for (what, kind, day, submitted, route) in submitted(&project.record) {
            let in_force = silent.iter().find(|plan| plan.span.contains(day));
            let last = in_force.and_then(|plan| last_day(book, plan, kind, day.year()));
            let Some(last) = last.filter(|last| submitted > *last) else { continue };
            let message = format!(
                "{what}{submitted}才报来，晚于全年最后的截止日{last}，方案没有写“跨年”，哪一年都不计"
            );
            let help = "在方案里写“跨年”：年度结算计入、计入次年 或 不计入；文件没有写明的，作一条裁定";
            reporter
                .report(Place::value(project.file, route), message)
                .help(help)
                .about(project.record.id.as_str());
        }
    }
}

/// Returns the last day of submission of a kind for a year: that of its last month, or that of an
/// edition that ends with the year.
fn last_day(book: &Book, plan: &Plan, kind: FactKind, year: i32) -> Option<NaiveDate> {
    let end = Period::Year(year).end();
    let december = plan.cutoffs.iter().find(|cutoff| cutoff.kind == kind);
    let editions = book.editions.iter().map(|edition| &edition.record.card.period);
    let closing = editions.filter(|period| period.end() == end);
    let own = closing.filter_map(|period| Cutoffs::of(book, plan, period).last_day(kind));
    december.map(|cutoff| cutoff.day.for_end(end)).into_iter().chain(own).max()
}

/// Returns the contracts and the money of a project that were submitted on a day.
fn submitted(project: &Project) -> Vec<Submitted> {
    let mut all = Vec::new();
    for (at, contract) in project.contracts.iter().enumerate() {
        all.extend(contract.submitted.map(|submitted| {
            let what = format!("{}签订的合同", contract.signed);
            let route = route!(Project.contracts[at].submitted);
            (what, FactKind::Contract, contract.signed, submitted, route)
        }));
    }
    for (at, entry) in project.funds.iter().enumerate() {
        all.extend(entry.corrected.or(entry.submitted).map(|submitted| {
            let what = format!("{}的到位资金", entry.month);
            let route = route!(Project.funds[at].submitted);
            (what, FactKind::Funds, entry.month.end(), submitted, route)
        }));
    }
    all
}
