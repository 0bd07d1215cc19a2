//! 外币金额没有折算率
//!
//! ## 为什么
//! 方案没有规定汇率的外币，加不进以人民币计的合计；记录还在，只是一分也没有计入。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 1000万美元}]
//! ```
//! ```text
//! no-rate projects/2023/xm-1.yaml:2:37 1000万美元没有折算率，不能计入以人民币计的指标
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 7000万元}]
//! ```
//! ```text
//! （没有问题）
//! ```

use chrono::NaiveDate;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Step, route};
use crate::model::record::project::Project;
use crate::model::value::quantity::{Base, Quantity};

pub(super) static RULE: Rule = rule!("no-rate", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let counted = |base: Base| {
        let mut indicators = book.plans.iter().flat_map(|plan| &plan.record.indicators);
        indicators.any(|indicator| indicator.unit.base == base)
    };
    for project in &book.projects {
        for (amount, day, route) in amounts(&project.record) {
            let base = amount.unit.base;
            let mut rates = book.plans.iter().flat_map(|plan| &plan.record.rates);
            let has_rate =
                rates.any(|rate| rate.currency.base == base && rate.from <= day);
            // A book may count a currency by itself, such as foreign capital in 美元.
            if base == Base::Yuan || counted(base) || has_rate {
                continue;
            }
            let message = format!("{amount}没有折算率，不能计入以人民币计的指标");
            reporter
                .report(Place::value(project.file, route), message)
                .help("方案规定了汇率的，写进方案的“汇率”；没有规定的，作一条裁定")
                .about(project.record.id.as_str());
        }
    }
}

/// Returns the amounts of contracts and funds, with the day that decides their exchange rate.
fn amounts(project: &Project) -> Vec<(Quantity, NaiveDate, Vec<Step>)> {
    let mut amounts = Vec::new();
    for (at, contract) in project.contracts.iter().enumerate() {
        let route = route!(Project.contracts[at].amount);
        amounts.push((contract.amount.0, contract.signed, route));
    }
    for (at, entry) in project.funds.iter().enumerate() {
        let route = route!(Project.funds[at].amount);
        amounts.push((entry.amount.0, entry.month.end(), route));
    }
    amounts
}
