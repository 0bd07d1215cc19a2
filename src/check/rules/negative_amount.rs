//! 金额写成了负数
//!
//! ## 为什么
//! 合同额、投资额、目标不会是负数，多半是多打了一个减号，合计会因此变小。
//! 到位资金只有更正才写负数，并且要写明更正的日期，否则看不出改的是哪一笔、什么时候改的。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: -3.2亿元}]
//! 到位资金:
//!   - {月份: 2023-05, 金额: -300万元, 凭证: [银行回单]}
//! ```
//! ```text
//! negative-amount projects/2023/xm-1.yaml:2:37 数是负的：-3.2亿元
//! negative-amount projects/2023/xm-1.yaml:4:23 到位资金是负数，却没有写“更正”
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 到位资金:
//!   - {月份: 2023-05, 金额: 1200万元, 凭证: [银行回单]}
//!   - {月份: 2023-05, 金额: -300万元, 报送: 2023-07-04, 更正: 2023-07-04, 凭证: [银行回单]}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, FileId, Filed};
use crate::model::dictionary::{Step, route};
use crate::model::plan::Plan;
use crate::model::record::project::Project;
use crate::model::value::quantity::Quantity;

pub(super) static RULE: Rule = rule!("negative-amount", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for project in &book.projects {
        amounts(&project.record)
            .into_iter()
            .for_each(|(amount, route)| negative(reporter, project.file, amount, route));
        corrections(reporter, project);
    }
    for plan in &book.plans {
        targets(reporter, plan);
    }
}

/// Returns the amounts of a project that are never below zero.
fn amounts(project: &Project) -> Vec<(Quantity, Vec<Step>)> {
    let mut amounts = Vec::new();
    for (at, contract) in project.contracts.iter().enumerate() {
        amounts.push((contract.amount.0, route!(Project.contracts[at].amount)));
    }
    let filed = project.filing.as_ref().and_then(|filing| filing.amount);
    for (amount, route) in [
        (project.investment, route!(Project.investment)),
        (project.output, route!(Project.output)),
        (filed, route!(Project.filing.amount)),
    ] {
        amounts.extend(amount.map(|amount| (amount.0, route)));
    }
    amounts
}

fn corrections(reporter: &mut Reporter, project: &Filed<Project>) {
    for (at, entry) in project.record.funds.iter().enumerate() {
        if entry.corrected.is_none() && below_zero(&entry.amount.0) {
            let place = Place::value(project.file, route!(Project.funds[at].amount));
            reporter
                .report(place, "到位资金是负数，却没有写“更正”")
                .help("是更正就加上“更正: 日期”和“说明”；不是就删去减号");
        }
    }
}

fn targets(reporter: &mut Reporter, plan: &Filed<Plan>) {
    for (at, target) in plan.record.targets.iter().enumerate() {
        if let Some(value) = target.value {
            negative(reporter, plan.file, value, route!(Plan.targets[at].value));
        }
    }
    for (table, declared) in plan.record.tables.iter().enumerate() {
        for (row, line) in declared.rows.iter().enumerate() {
            for (name, value) in &line.targets {
                let route = route!(Plan.tables[table].rows[row].targets[&name]);
                if let Some(value) = value {
                    negative(reporter, plan.file, *value, route);
                }
            }
        }
    }
}

fn negative(reporter: &mut Reporter, file: FileId, amount: Quantity, route: Vec<Step>) {
    if below_zero(&amount) {
        let message = format!("数是负的：{amount}");
        reporter.report(Place::value(file, route), message).help("核对后删去减号");
    }
}

/// Returns whether an amount or a count is negative; a growth may be.
fn below_zero(amount: &Quantity) -> bool {
    amount.is_negative() && !amount.unit.base.is_rate()
}
