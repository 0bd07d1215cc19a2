//! 领导的任期前后颠倒或重叠
//!
//! ## 为什么
//! 各期只列当期在任的领导，只对他们提要求。任期的起止写反了，或者几段重叠，这位领导就会被漏掉，
//! 或者离任以后还被要求。
//!
//! ## 例
//! ```yaml
//! # units.yaml
//! 单位:
//!   - {编号: jiaotong, 名称: 县交通局, 分组: 县级部门}
//!   - {编号: shangwu, 名称: 县商务委, 分组: 县级部门}
//! 领导:
//!   - {编号: leader-1, 名称: 县领导甲, 任期: [{自: 2023-10-01, 至: 2023-09-15}]}
//! ```
//! ```text
//! leader-terms units.yaml:6:36 县领导甲的任期到2023-09-15为止，早于到任（2023-10-01）
//! ```
//!
//! ```yaml
//! # units.yaml
//! 单位:
//!   - {编号: jiaotong, 名称: 县交通局, 分组: 县级部门}
//!   - {编号: shangwu, 名称: 县商务委, 分组: 县级部门}
//! 领导:
//!   - {编号: leader-1, 名称: 县领导甲, 任期: [{自: 2023-10-01, 至: 2023-12-15}]}
//! ```
//! ```text
//! （没有问题）
//! ```

use chrono::NaiveDate;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Step, route};
use crate::model::record::registry::{Leader, Registry, Term};

pub(super) static RULE: Rule = rule!("leader-terms", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for (at, leader) in book.registry.record.leaders.iter().enumerate() {
        let first = fault(leader, &leader.terms)
            .map(|(term, message)| (route!(Registry.leaders[at].terms[term]), message));
        let later = leader.changes.iter().enumerate().filter_map(|(change, changed)| {
            let (term, message) = fault(leader, changed.terms.0.as_ref()?)?;
            Some((route!(Registry.leaders[at].changes[change].terms[term]), message))
        });
        let faults: Vec<(Vec<Step>, String)> = first.into_iter().chain(later).collect();
        for (route, message) in faults {
            reporter
                .report(Place::value(book.registry.file, route), message)
                .help("一段一段按先后写，前一段“至”的第二天或以后才是后一段的“自”")
                .about(&leader.name);
        }
    }
}

/// Returns the first term that ends before it begins or begins before the one before it ends.
fn fault(leader: &Leader, terms: &[Term]) -> Option<(usize, String)> {
    let mut ended: Option<NaiveDate> = None;
    for (at, term) in terms.iter().enumerate() {
        let since = term.since.unwrap_or(NaiveDate::MIN);
        let until = term.until.unwrap_or(NaiveDate::MAX);
        if until < since {
            let name = &leader.name;
            let message = format!("{name}的任期到{until}为止，早于到任（{since}）");
            return Some((at, message));
        }
        if ended.is_some_and(|ended| since <= ended) {
            return Some((at, format!("{}的几段任期重叠", leader.name)));
        }
        ended = Some(until);
    }
    None
}
