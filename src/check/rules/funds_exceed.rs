//! 到位资金合计超过了合同
//!
//! ## 为什么
//! 钱是按合同来的。一个项目各月到位的资金加起来比合同、备案和投资总额都多出一成以上，
//! 多半是把累计数当作当月数填了，或者增资的合同没有登记。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 2亿元}]
//! 到位资金:
//!   - {月份: 2023-05, 金额: 1.5亿元, 凭证: [银行回单]}
//!   - {月份: 2023-06, 金额: 0.8亿元, 凭证: [银行回单]}
//! ```
//! ```text
//! funds-exceed projects/2023/xm-1.yaml:3:1 到位资金合计2.3亿元，超过合同的2亿元
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同:
//!   - {类型: 正式合同, 签订: 2023-03-18, 金额: 2亿元}
//!   - {类型: 正式合同, 签订: 2023-05-20, 金额: 0.5亿元, 续签: 增资}
//! 到位资金:
//!   - {月份: 2023-05, 金额: 1.5亿元, 凭证: [银行回单]}
//!   - {月份: 2023-06, 金额: 0.8亿元, 凭证: [银行回单]}
//! ```
//! ```text
//! （没有问题）
//! ```

use rust_decimal::Decimal;

use crate::check::amounts::rates::Rates;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::record::project::Project;
use crate::model::value::quantity::Quantity;

pub(super) static RULE: Rule = rule!("funds-exceed", Warning, check);

/// Interest and rounding make the money a little more than the contract.
const OVER: Decimal = Decimal::from_parts(11, 0, 0, false, 1);

fn check(book: &Book, reporter: &mut Reporter) {
    let rates = Rates::of(book);
    for project in &book.projects {
        let Some((funds, bound)) = exceeding(&project.record, &rates) else { continue };
        let place = Place::key(project.file, route!(Project.funds));
        reporter
            .report(place, format!("到位资金合计{funds}，超过合同的{bound}"))
            .help("资金都填当月的，不填累计；有增资的，登记增资的合同")
            .about(project.record.id.as_str())
            .or_ruled("", [funds.to_string(), bound.to_string()]);
    }
}

/// Returns what a project got and the most that it was to get, if it got far more.
fn exceeding(project: &Project, rates: &Rates) -> Option<(Quantity, Quantity)> {
    let payments = project.funds.iter().map(|entry| entry.amount.0);
    let contracts = project.contracts.iter().map(|contract| contract.amount.0);
    let base = contracts.clone().next()?.unit.base;
    let is_mixed =
        payments.clone().chain(contracts.clone()).any(|it| it.unit.base != base);
    let in_one = |amount| if is_mixed { rates.yuan(amount) } else { amount };
    let (funds, contracts) = (sum(payments.map(in_one))?, sum(contracts.map(in_one))?);
    let filed = project.filing.as_ref().and_then(|filing| filing.amount);
    let others = project.investment.into_iter().chain(filed).map(|amount| amount.0);
    let most = others
        .map(in_one)
        .filter(|other| other.unit.base == contracts.unit.base)
        .chain([contracts])
        .max_by_key(Quantity::amount)?;
    // A single payment that is many times the contract is looked at by itself.
    let is_slip = |amount: Quantity| in_one(amount).over(&most) > Some(Decimal::TEN);
    let has_slip = project.funds.iter().any(|entry| is_slip(entry.amount.0));
    (!has_slip && funds.over(&most)? > OVER).then_some((funds, most))
}

/// Returns the sum of amounts of one currency; `None` if they are of several, or there are none.
fn sum(amounts: impl Iterator<Item = Quantity>) -> Option<Quantity> {
    let mut amounts = amounts;
    let first = amounts.next()?;
    amounts.try_fold(first, |sum, amount| sum.plus(&amount))
}
