//! 到位资金像是累计数或合计
//!
//! ## 为什么
//! 到位资金逐月填当月的。把到本月止的累计、把各月的合计、把整份合同额当作一笔填进去，同一笔钱就计了几遍，
//! 只要不超过合同额，谁也看不出来。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 到位资金:
//!   - {月份: 2023-04, 金额: 300万元, 凭证: [银行回单]}
//!   - {月份: 2023-05, 金额: 500万元, 凭证: [银行回单], 说明: 1—5月累计}
//!   - {月份: 2023-06, 金额: 3.2亿元, 凭证: [银行回单]}
//! ```
//! ```text
//! running-total projects/2023/xm-1.yaml:4:23 2023-05的500万元，说明里写的是“累计”
//! running-total projects/2023/xm-1.yaml:5:23 2023-06的3.2亿元正好是合同额，加上别的几笔就超过合同
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 到位资金:
//!   - {月份: 2023-04, 金额: 300万元, 凭证: [银行回单]}
//!   - {月份: 2023-05, 金额: 500万元, 凭证: [银行回单]}
//!   - {月份: 2023-06, 金额: 800万元, 凭证: [银行回单]}
//! ```
//! ```text
//! running-total projects/2023/xm-1.yaml:5:23 2023-06的800万元正好是以前2笔的合计
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 到位资金:
//!   - {月份: 2023-05, 金额: 1200万元, 凭证: [银行回单]}
//!   - {月份: 2023-06, 金额: 1500万元, 凭证: [银行回单]}
//!   - {月份: 2023-06, 金额: -100万元, 更正: 2023-07-03, 说明: 误把累计数报作当月}
//! ```
//! ```text
//! （没有问题）
//! ```

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::record::project::{FundsEntry, Project};
use crate::model::value::quantity::Quantity;

pub(super) static RULE: Rule = rule!("running-total", Warning, check);

/// Words of a note on money that is more than a month's.
const WORDS: &[&str] = &["累计", "合计", "总计", "截至"];
/// A sum of fewer payments may be a later one by chance.
const FEW: usize = 3;
/// So many are added up where the sum is the last and none before it is larger.
const LEAST: usize = 2;
/// So many payments that never fall are no payments of months.
const MANY: usize = 6;

fn check(book: &Book, reporter: &mut Reporter) {
    for project in &book.projects {
        let payments = Payments::of(&project.record);
        for (nth, (at, entry)) in payments.entries.iter().enumerate() {
            let Some(fault) = payments.fault(nth) else { continue };
            let (month, amount) = (entry.month, entry.amount.0);
            let place = Place::value(project.file, route!(Project.funds[*at].amount));
            reporter
                .report(place, format!("{month}的{amount}{fault}"))
                .help("资金都填当月新到的：本月止的累计减去上月止的累计；合计、合同额不要填成一笔")
                .about(project.record.id.as_str())
                .or_ruled("", [amount.to_string()]);
        }
    }
}

/// The payments of a project that are no corrections, in the order of their months.
struct Payments<'a> {
    entries: Vec<(usize, &'a FundsEntry)>,
    /// What those before each of them add up to; none beside another currency.
    before: Vec<Option<Quantity>>,
    /// What the formal contracts add up to.
    contract: Option<Quantity>,
    never_fall: bool,
}

impl<'a> Payments<'a> {
    fn of(project: &'a Project) -> Payments<'a> {
        let is_payment = |entry: &&FundsEntry| {
            entry.corrected.is_none() && !entry.amount.0.is_negative()
        };
        let entries = project.funds.iter().enumerate();
        let mut entries: Vec<_> =
            entries.filter(|(_, entry)| is_payment(entry)).collect();
        entries.sort_by_key(|(_, entry)| entry.month);
        let amounts = || entries.iter().map(|(_, entry)| entry.amount.0);
        let mut sum =
            amounts().next().map(|first| Quantity::of_base(Decimal::ZERO, first.unit));
        let before = amounts().map(|amount| {
            let before = sum;
            sum = sum.and_then(|sum| sum.plus(&amount));
            before
        });
        let before = before.collect();
        let mut contracts = project.formal().map(|contract| contract.amount.0);
        let first = contracts.next();
        let contract = contracts.fold(first, |sum, amount| sum?.plus(&amount));
        let holds = |one: Quantity, next: Quantity| {
            next.compare(&one).is_some_and(Ordering::is_ge)
        };
        let never_fall =
            amounts().zip(amounts().skip(1)).all(|(one, next)| holds(one, next));
        Payments { entries, before, contract, never_fall }
    }

    /// Returns what is odd about a payment, in words.
    fn fault(&self, nth: usize) -> Option<String> {
        let entry = self.entries[nth].1;
        let note = entry.note.as_deref().unwrap_or_default();
        if let Some(word) = WORDS.iter().find(|word| note.contains(**word)) {
            return Some(format!("，说明里写的是“{word}”"));
        }
        let is = |other: Option<Quantity>| {
            other.is_some_and(|other| {
                entry.amount.0.compare(&other) == Some(Ordering::Equal)
            })
        };
        let is_last = nth + 1 == self.entries.len();
        let enough = if is_last && self.never_fall { LEAST } else { FEW };
        if nth >= enough && is(self.before[nth]) {
            return Some(format!("正好是以前{nth}笔的合计"));
        }
        if self.entries.len() > 1 && is(self.contract) {
            return Some("正好是合同额，加上别的几笔就超过合同".to_owned());
        }
        (is_last && nth + 1 >= MANY && self.never_fall)
            .then(|| format!("和以前{nth}笔一笔不比一笔小，像是各月止的累计"))
    }
}
