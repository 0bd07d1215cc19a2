//! 同一个项目在两次活动上各签了一份正式合同
//!
//! ## 为什么
//! 一个项目在几个展会、推介会上重复签约，合同额就会重复计算。确是重签或增资的，写明“续签”。
//!
//! ## 例
//! ```yaml
//! # units.yaml
//! 签约活动:
//!   - {编号: western, 名称: 西博会}
//!   - {编号: promotion, 名称: 投资推介会}
//! ```
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同:
//!   - {类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元, 签约活动: 西博会}
//!   - {类型: 正式合同, 签订: 2023-04-20, 金额: 3.2亿元, 签约活动: 投资推介会}
//! ```
//! ```text
//! signed-twice projects/2023/xm-1.yaml:4:49 先后在“西博会”和“投资推介会”各签了一份正式合同
//! ```
//!
//! ```yaml
//! # units.yaml
//! 签约活动:
//!   - {编号: western, 名称: 西博会}
//!   - {编号: promotion, 名称: 投资推介会}
//! ```
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同:
//!   - {类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元, 签约活动: 西博会}
//!   - {类型: 正式合同, 签订: 2023-04-20, 金额: 1亿元, 续签: 增资, 签约活动: 投资推介会}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::route;
use crate::model::record::project::{ContractKind, Project};

pub(super) static RULE: Rule = rule!("signed-twice", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for project in &book.projects {
        signings(reporter, project);
    }
}

fn signings(reporter: &mut Reporter, project: &Filed<Project>) {
    let place =
        |index: usize| Place::value(project.file, route!(Project.contracts[index].event));
    let contracts = project.record.contracts.iter().enumerate();
    let mut first: Option<(usize, &str)> = None;
    for (index, contract) in contracts {
        let new = contract.kind == ContractKind::Formal && contract.renewal.is_none();
        let Some(event) = contract.event.as_ref().filter(|_| new) else { continue };
        let Some((at, other)) = first.filter(|(_, other)| *other != event.as_str())
        else {
            first = first.or(Some((index, event.as_str())));
            continue;
        };
        let message = format!("先后在“{other}”和“{}”各签了一份正式合同", event.as_str());
        reporter
            .report(place(index), message)
            .help("同一份投资只登记一次；确是重签、增资的，写明“续签”")
            .about(project.record.id.as_str())
            .also(place(at), "先签的一份");
    }
}
