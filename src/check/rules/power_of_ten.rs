//! 金额与本项目、本账本的其他金额差得太远
//!
//! ## 为什么
//! “亿”写成“万”或反过来，金额就差一万倍；到位资金远大于合同额，一笔资金不到合同额的万分之一，
//! 一份合同比全县的目标还大十倍，或者换成“万”或“亿”才与别的合同相近，都值得再看一眼。外币按方案的汇率折算了再比。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元}]
//! 到位资金:
//!   - {月份: 2023-05, 金额: 1200亿元, 凭证: [银行回单]}
//!   - {月份: 2023-06, 金额: 0.08万元, 凭证: [银行回单]}
//!   - {月份: 2023-07, 金额: 900万元, 凭证: [银行回单]}
//! ```
//! ```text
//! power-of-ten projects/2023/xm-1.yaml:4:23 到位资金1200亿元是合同额3.2亿元的375倍
//! power-of-ten projects/2023/xm-1.yaml:5:23 到位资金0.08万元是合同额3.2亿元的400000分之一
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 32000亿元}]
//! 到位资金:
//!   - {月份: 2023-05, 金额: 1200亿元, 凭证: [银行回单]}
//! ```
//! ```text
//! power-of-ten projects/2023/xm-1.yaml:2:37 合同额32000亿元是正式合同额最大的目标65亿元的492倍
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元}]
//! 备案: {日期: 2023-04-06, 金额: 3亿元}
//! 到位资金:
//!   - {月份: 2023-05, 金额: 1200万元, 凭证: [银行回单]}
//!   - {月份: 2023-06, 金额: 3.1亿元, 凭证: [银行回单]}
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::check::amounts::goals::largest_goals;
use crate::check::amounts::magnitude::{advice, likelier, median, times};
use crate::check::amounts::rates::Rates;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Step, route};
use crate::model::record::project::Project;
use crate::model::value::quantity::{Base, Quantity};

pub(super) static RULE: Rule = rule!("power-of-ten", Warning, check);

/// An amount further off than this is worth a look; funds may pass a contract, but hardly so far.
const FUNDS_LIMIT: i64 = 10;
/// No payment is so small a part of a contract.
const PAYMENT_LIMIT: i64 = 10_000;
/// Amounts of one project that are to be alike, and contracts of one book, differ by less than this.
const LIKE_LIMIT: i64 = 1000;
/// No contract differs from the others so much.
const ABSURD_LIMIT: i64 = 100_000;
/// A contract is no more than so many times the largest goal for contracts.
const GOAL_LIMIT: i64 = 10;
/// A median of fewer contracts says nothing.
const FEW: usize = 4;

/// An amount that is suspicious, what it is, where, and what it is compared with.
struct Suspect {
    amount: Quantity,
    what: &'static str,
    route: Vec<Step>,
    against: Against,
    likelier: Option<Quantity>,
}

/// What an amount is compared with.
struct Against {
    name: String,
    amount: Quantity,
    /// Whether it stays as it is: what is in the middle moves with each new contract, and a ruling
    /// that named it would lose its finding.
    stays: bool,
}

fn check(book: &Book, reporter: &mut Reporter) {
    let customary = Customary::of(book);
    for project in &book.projects {
        let own = customary.within(&project.record);
        for suspect in own.into_iter().chain(customary.suspects(&project.record)) {
            let Suspect { amount, what, route, against, likelier } = suspect;
            let Against { name, amount: other, stays } = against;
            let other_ruled = stays.then(|| other.to_string());
            let ratio = customary.ratio(amount, other).unwrap_or_default();
            let message = format!("{what}{amount}是{name}{other}的{}", times(ratio));
            reporter
                .report(Place::value(project.file, route), message)
                .help(advice(likelier))
                .about(project.record.id.as_str())
                .or_ruled("", [amount.to_string()].into_iter().chain(other_ruled));
        }
    }
}

/// Returns the amounts of a project that are about as large as its contract.
fn alike(project: &Project) -> Vec<(Quantity, &'static str, Vec<Step>)> {
    let filing = project.filing.as_ref().and_then(|filing| filing.amount);
    let alike = [
        (filing, "备案金额", route!(Project.filing.amount)),
        (project.investment, "投资总额", route!(Project.investment)),
        (project.output, "预计产值", route!(Project.output)),
    ];
    let given = alike.into_iter();
    given.filter_map(|(amount, what, route)| Some((amount?.0, what, route))).collect()
}

/// Returns whether a payment, so many times a contract, is too much or next to nothing of it.
fn is_odd_payment(ratio: Decimal) -> bool {
    let is_tiny = ratio * Decimal::from(PAYMENT_LIMIT) < Decimal::ONE;
    !ratio.is_zero() && (is_tiny || ratio > Decimal::from(FUNDS_LIMIT))
}

/// Returns whether an amount, so many times another, is far above or below it.
fn is_far(ratio: Decimal) -> bool {
    is_beyond(ratio, LIKE_LIMIT)
}

/// Returns whether an amount, so many times the others, is of no contract at all.
fn is_absurd(ratio: Decimal) -> bool {
    is_beyond(ratio, ABSURD_LIMIT)
}

fn is_beyond(ratio: Decimal, limit: i64) -> bool {
    let limit = Decimal::from(limit);
    !ratio.is_zero() && (ratio >= limit || ratio * limit <= Decimal::ONE)
}

/// Returns the largest contract.
fn largest(project: &Project) -> Option<Quantity> {
    let amounts = project.contracts.iter().map(|contract| contract.amount.0);
    let first = amounts.clone().next()?;
    let alike = amounts.filter(|quantity| quantity.unit.base == first.unit.base);
    let largest = alike.max_by_key(|quantity| quantity.amount())?;
    (!largest.is_zero()).then_some(largest)
}

/// What contracts of a book are like.
struct Customary {
    /// The contract in the middle of each currency.
    middle: BTreeMap<Base, Quantity>,
    /// The payment in the middle of each currency.
    payments: BTreeMap<Base, Quantity>,
    /// The largest goal for contracts in each currency, with the name of its indicator.
    goals: BTreeMap<Base, (String, Quantity)>,
    rates: Rates,
}

impl Customary {
    fn of(book: &Book) -> Customary {
        let projects = || book.projects.iter().map(|filed| &filed.record);
        let contracts = projects().flat_map(|project| &project.contracts);
        let payments = projects().flat_map(|project| &project.funds);
        Customary {
            middle: middles(contracts.map(|contract| contract.amount.0)),
            payments: middles(payments.map(|entry| entry.amount.0)),
            goals: largest_goals(book),
            rates: Rates::of(book),
        }
    }

    /// Returns how many times another an amount is, across currencies that have a rate.
    fn ratio(&self, amount: Quantity, other: Quantity) -> Option<Decimal> {
        let [amount, other] = [amount, other].map(|one| self.rates.yuan(one));
        amount.over(&other).map(|ratio| ratio.abs())
    }

    /// Returns the amounts of a project that do not go with its contract.
    fn within(&self, project: &Project) -> Vec<Suspect> {
        let Some(contract) = largest(project) else { return Vec::new() };
        let suspect = |(amount, what, route), likelier| Suspect {
            amount,
            what,
            route,
            against: Against {
                name: "合同额".to_owned(), amount: contract, stays: true
            },
            likelier,
        };
        let mut suspects = Vec::new();
        for part in alike(project) {
            if self.ratio(part.0, contract).is_some_and(is_far) {
                let likelier = likelier(part.0, contract);
                suspects.push(suspect(part, likelier));
            }
        }
        for (index, entry) in project.funds.iter().enumerate() {
            let amount = entry.amount.0;
            if self.ratio(amount, contract).is_some_and(is_odd_payment) {
                let usual = self.payment(project, index);
                let likelier = usual.and_then(|usual| likelier(amount, usual));
                let route = route!(Project.funds[index].amount);
                suspects.push(suspect((amount, "到位资金", route), likelier));
            }
        }
        suspects
    }

    /// Returns what a payment is usually like: the others of its project, else those of the book.
    fn payment(&self, project: &Project, at: usize) -> Option<Quantity> {
        let base = project.funds[at].amount.0.unit.base;
        let others = project.funds.iter().enumerate().filter(|(other, _)| *other != at);
        let amounts = others.map(|(_, entry)| entry.amount.0);
        let mut amounts: Vec<Quantity> =
            amounts.filter(|amount| amount.unit.base == base).collect();
        amounts.sort_by_key(Quantity::amount);
        median(&amounts, 0).or_else(|| self.payments.get(&base).copied())
    }

    /// Returns the contracts of a project that are of another size than others.
    fn suspects(&self, project: &Project) -> Vec<Suspect> {
        let suspect = |(index, amount): (usize, Quantity)| {
            let against = self.unlike(&amount)?;
            let expected = self.expected(project, &amount, against.amount);
            let likelier = likelier(amount, expected);
            // An honest contract may be far from the others, but hardly by 万 or 亿, or beyond all.
            let is_absurd = self.ratio(amount, against.amount).is_some_and(is_absurd);
            let is_slip = against.stays || is_absurd || likelier.is_some();
            let route = route!(Project.contracts[index].amount);
            is_slip.then_some(Suspect {
                amount,
                what: "合同额",
                route,
                against,
                likelier,
            })
        };
        let contracts = project.contracts.iter().map(|contract| contract.amount.0);
        contracts.enumerate().filter_map(suspect).collect()
    }

    fn unlike(&self, amount: &Quantity) -> Option<Against> {
        let base = amount.unit.base;
        let goal = self.goals.get(&base).filter(|(_, goal)| {
            amount.over(goal).is_some_and(|ratio| ratio > Decimal::from(GOAL_LIMIT))
        });
        let goal = goal.map(|(name, goal)| Against {
            name: format!("{name}最大的目标"),
            amount: *goal,
            stays: true,
        });
        let is_far =
            |middle: &&Quantity| self.ratio(*amount, **middle).is_some_and(is_far);
        let middle = self.middle.get(&base).filter(is_far);
        let name = "各合同居中的".to_owned();
        goal.or_else(|| Some(Against { name, amount: *middle?, stays: false }))
    }

    /// What a contract may have been meant to be near: another amount of its project, else what is
    /// usual in the book.
    fn expected(
        &self,
        project: &Project,
        amount: &Quantity,
        other: Quantity,
    ) -> Quantity {
        let filing = project.filing.as_ref().and_then(|filing| filing.amount);
        let own = project.investment.or(filing).map(|own| own.0);
        let usual = || self.middle.get(&amount.unit.base).copied();
        own.or_else(usual).unwrap_or(other)
    }
}

/// Returns the amount in the middle of each currency, unless there are few.
fn middles(amounts: impl Iterator<Item = Quantity>) -> BTreeMap<Base, Quantity> {
    let mut by_base: BTreeMap<Base, Vec<Quantity>> = BTreeMap::new();
    amounts.for_each(|amount| by_base.entry(amount.unit.base).or_default().push(amount));
    let middle = |(base, mut amounts): (Base, Vec<Quantity>)| {
        amounts.sort_by_key(Quantity::amount);
        Some((base, median(&amounts, FEW)?))
    };
    by_base.into_iter().filter_map(middle).collect()
}
