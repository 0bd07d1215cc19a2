//! 同一笔到位资金写了两次
//!
//! ## 为什么
//! 月份、金额、凭证、说明都相同的两行，多半是同一张回单录了两次，会计两次；两个项目同一个月有分毫不差的零碎金额，
//! 多半是一张回单录在了两个项目上。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 到位资金:
//!   - {月份: 2023-05, 金额: 1200万元, 凭证: [银行回单]}
//!   - {月份: 2023-05, 金额: 1200万元, 凭证: [银行回单]}
//!   - {月份: 2023-05, 金额: 1200万元, 凭证: [银行回单], 说明: 第二笔}
//! ```
//! ```text
//! funds-twice projects/2023/xm-1.yaml:4:6 与前一行是同样的资金：2023-05，1200万元
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 到位资金:
//!   - {月份: 2023-05, 金额: 1200万元, 凭证: [银行回单]}
//!   - {月份: 2023-05, 金额: 1200万元, 凭证: [银行回单], 说明: 第二笔}
//! ```
//! ```text
//! （没有问题）
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 到位资金: [{月份: 2023-05, 金额: 1234.56万元, 凭证: [银行回单]}]
//! ```
//! ```yaml
//! # projects/2023/xm-2.yaml
//! 编号: xm-2
//! 名称: 饮料加工厂
//! 投资方: {名称: 某某饮料有限公司}
//! 到位资金: [{月份: 2023-05, 金额: 1234.56万元, 凭证: [银行回单]}]
//! ```
//! ```text
//! funds-twice projects/2023/xm-2.yaml:5:26 与“冷链物流项目”（xm-1）同月的资金分毫不差：2023-05，1234.56万元
//! ```

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::route;
use crate::model::record::project::{FundsEntry, Project};
use crate::model::value::date::Month;
use crate::model::value::quantity::Base;

pub(super) static RULE: Rule = rule!("funds-twice", Warning, check);

/// Amounts of so many digits are not the same by chance.
const DIGITS: usize = 5;

fn check(book: &Book, reporter: &mut Reporter) {
    across(book, reporter);
    for project in &book.projects {
        let mut earlier = BTreeMap::new();
        for (at, entry) in project.record.funds.iter().enumerate() {
            let first = *earlier.entry(content(entry)).or_insert(at);
            if first == at {
                continue;
            }
            let place = |at: usize| Place::value(project.file, route!(Project.funds[at]));
            let (month, amount) = (entry.month, entry.amount.0);
            reporter
                .report(place(at), format!("与前一行是同样的资金：{month}，{amount}"))
                .help("录重了的删去；确是另一笔的，用“说明”写清楚")
                .about(project.record.id.as_str())
                .also(place(first), "前一行");
        }
    }
}

/// What makes two entries the same.
type Content<'a> =
    (Month, Decimal, Base, Option<NaiveDate>, &'a [String], Option<&'a str>);

fn content(entry: &FundsEntry) -> Content<'_> {
    let FundsEntry { month, amount, corrected, evidence, note, .. } = entry;
    let (amount, unit) = (amount.0.amount(), amount.0.unit);
    (*month, amount, unit.base, *corrected, evidence, note.as_deref())
}

/// Payments of several projects that are the same to the last digit.
fn across(book: &Book, reporter: &mut Reporter) {
    let mut first: BTreeMap<(Month, Base, Decimal), (&Filed<Project>, usize)> =
        BTreeMap::new();
    for project in &book.projects {
        for (at, entry) in project.record.funds.iter().enumerate() {
            let (month, amount) = (entry.month, entry.amount.0);
            if entry.corrected.is_some() || digits(amount.amount()) < DIGITS {
                continue;
            }
            let key = (month, amount.unit.base, amount.amount());
            let (other, index) = *first.entry(key).or_insert((project, at));
            if other.file == project.file {
                continue;
            }
            let (name, id) = (&other.record.name, &other.record.id);
            let message =
                format!("与“{name}”（{id}）同月的资金分毫不差：{month}，{amount}");
            let place = |project: &Filed<Project>, at: usize| {
                Place::value(project.file, route!(Project.funds[at].amount))
            };
            reporter
                .report(place(project, at), message)
                .help("一张回单只录在一个项目上；确是两笔的，用“说明”写清楚")
                .about(project.record.id.as_str())
                .also(place(other, index), "另一个项目");
        }
    }
}

/// Returns how many digits a number has, without zeros at its ends.
fn digits(number: Decimal) -> usize {
    let digits = number.mantissa().unsigned_abs().to_string();
    digits.trim_end_matches('0').len()
}
