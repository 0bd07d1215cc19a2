//! 同一笔到位资金写了两次
//!
//! ## 为什么
//! 月份、金额、凭证、说明都相同的两行，多半是同一张回单录了两次，会计两次。
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

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::record::project::{FundsEntry, Project};
use crate::model::value::date::Month;
use crate::model::value::quantity::Base;

pub(super) static RULE: Rule = rule!("funds-twice", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
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
