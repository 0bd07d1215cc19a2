//! 单位当时不在用，项目却还记在它名下
//!
//! ## 为什么
//! 单位撤销以后，签约和资金再记在它名下，就没有人对它负责，也不参加排位；改由谁负责，写在项目的“变更”里。
//! 并入别的单位的，由并入的单位接着算，不用改。
//!
//! ## 例
//! ```yaml
//! # units.yaml
//! 单位:
//!   - {编号: jiaotong, 名称: 县交通局, 分组: 县级部门, 止用: 2023-04-30}
//!   - {编号: shangwu, 名称: 县商务委, 分组: 县级部门}
//! ```
//! ```text
//! unit-closed projects/2023/xm-1.yaml:12:10 县交通局2023-04-30已止用，2023-05的资金还记在它名下
//! ```
//!
//! ```yaml
//! # units.yaml
//! 单位:
//!   - {编号: jiaotong, 名称: 县交通局, 分组: 县级部门, 止用: 2023-04-30}
//!   - {编号: shangwu, 名称: 县商务委, 分组: 县级部门}
//! ```
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 变更:
//!   - {自: 2023-05-01, 报送: 2023-05-06, 责任单位: 县商务委, 原因: 机构改革}
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
use crate::model::record::registry::{Life, Unit};

pub(super) static RULE: Rule = rule!("unit-closed", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let newest = book.newest_register().units();
    if !newest.iter().any(|unit| unit.opened.is_some() || unit.closed.is_some()) {
        return;
    }
    for (at, project) in book.projects.iter().enumerate() {
        for (day, what, route) in events(&project.record) {
            let then = book.project_as_of(at, day, NaiveDate::MAX);
            let unit = book.registered(day, NaiveDate::MAX).unit(&then.unit);
            let Some(fault) = unit.and_then(|unit| fault(unit, day)) else { continue };
            reporter
                .report(Place::value(project.file, route), format!("{fault}，{what}还记在它名下"))
                .help("核对日期和责任单位；后来换了单位的，在项目的“变更”里写明自哪天起由谁负责")
                .about(project.record.id.as_str());
            break;
        }
    }
}

/// Returns what a unit answers for of a project, with its day, what it is, and where it is written.
fn events(project: &Project) -> Vec<(NaiveDate, String, Vec<Step>)> {
    let contracts = project.contracts.iter().enumerate().map(|(at, contract)| {
        let what = format!("{}的签约", contract.signed);
        (contract.signed, what, route!(Project.contracts[at].signed))
    });
    let funds = project.funds.iter().enumerate().map(|(at, entry)| {
        let what = format!("{}的资金", entry.month);
        (entry.month.end(), what, route!(Project.funds[at].month))
    });
    contracts.chain(funds).collect()
}

/// Returns why a unit answers for nothing on a day, in words.
fn fault(unit: &Unit, day: NaiveDate) -> Option<String> {
    let name = &unit.name;
    match unit.life(day) {
        Life::InUse | Life::Merged(_) => None,
        Life::NotYet => Some(format!("{name}当时还没有起用")),
        Life::Closed(last) => Some(format!("{name}{last}已止用")),
    }
}
