//! 单位的起用、止用、并入对不上
//!
//! ## 为什么
//! 一个单位从哪天起有、到哪天为止、并入了谁，决定各期列不列它、数算在谁名下。日期颠倒、
//! 并入还没有或已经没有的单位、几个单位互相并入，都算不出该由谁负责。
//!
//! ## 例
//! ```yaml
//! # units.yaml
//! 单位:
//!   - {编号: jiaotong, 名称: 县交通局, 分组: 县级部门}
//!   - {编号: shangwu, 名称: 县商务委, 分组: 县级部门, 起用: 2023-10-01, 止用: 2023-06-30}
//! ```
//! ```text
//! unit-life units.yaml:4:59 县商务委的止用（2023-06-30）早于起用（2023-10-01）
//! ```
//!
//! ```yaml
//! # units.yaml
//! 单位:
//!   - {编号: jiaotong, 名称: 县交通局, 分组: 县级部门, 并入: {单位: 县商务委, 自: 2023-10-01}}
//!   - {编号: shangwu, 名称: 县商务委, 分组: 县级部门, 止用: 2023-06-30}
//! ```
//! ```text
//! unit-life units.yaml:3:40 县交通局并入的县商务委在2023-10-01不在用
//! ```
//!
//! ```yaml
//! # units.yaml
//! 单位:
//!   - {编号: jiaotong, 名称: 县交通局, 分组: 县级部门}
//!   - {编号: shangwu, 名称: 县商务委, 分组: 县级部门, 起用: 2023-01-01, 止用: 2024-06-30}
//! ```
//! ```text
//! （没有问题）
//! ```

use chrono::NaiveDate;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Step, route};
use crate::model::record::registry::{Life, Merger, Registry, Unit};

pub(super) static RULE: Rule = rule!("unit-life", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let units = book.newest_register().units();
    for (at, unit) in units.iter().enumerate() {
        for (message, route) in faults(book, at, unit) {
            reporter
                .report(Place::value(book.registry.file, route), message)
                .help("核对日期和并入的单位；后来才知道的写在“变更”里")
                .about(&unit.name);
        }
    }
}

/// Returns what is wrong with the life of a unit by all that is known, with where it is written.
fn faults(book: &Book, at: usize, unit: &Unit) -> Vec<(String, Vec<Step>)> {
    let name = &unit.name;
    let mut faults = Vec::new();
    if let (Some(opened), Some(closed)) = (unit.opened, unit.closed)
        && closed < opened
    {
        let message = format!("{name}的止用（{closed}）早于起用（{opened}）");
        faults.push((message, written(book, at, Part::Closed)));
    }
    let Some(merger) = &unit.merged else { return faults };
    let since = merger.since;
    let message = if unit.closed.is_some() {
        Some(format!("{name}写了并入，又写了止用"))
    } else if let Some(opened) = unit.opened.filter(|opened| since < *opened) {
        Some(format!("{name}的并入（{since}）早于起用（{opened}）"))
    } else {
        wrong_heir(book, unit, merger)
    };
    faults.extend(message.map(|message| (message, written(book, at, Part::Merged))));
    faults
}

/// Returns why a unit can not go on in the other that is named.
fn wrong_heir(book: &Book, unit: &Unit, merger: &Merger) -> Option<String> {
    let (name, since) = (&unit.name, merger.since);
    let register = book.registered(since, NaiveDate::MAX);
    let heir = register.unit(&merger.unit)?;
    if heir.id == unit.id {
        return Some(format!("{name}并入了自己"));
    }
    match register.life(heir) {
        Life::InUse => None,
        Life::Merged(_) if register.answering(heir).life(since) == Life::InUse => {
            let other = &heir.name;
            Some(format!("{name}并入的{other}在{since}已并入别的单位，写最后的那个"))
        }
        Life::Merged(_) => Some(format!("{name}和{}互相并入", heir.name)),
        _ => Some(format!("{name}并入的{}在{since}不在用", heir.name)),
    }
}

/// What the life of a unit is written in.
#[derive(Clone, Copy)]
enum Part {
    Closed,
    Merged,
}

/// Returns the route to a part of the life of a unit: in its last change that sets it, else in its
/// record.
fn written(book: &Book, at: usize, part: Part) -> Vec<Step> {
    let unit = &book.registry.record.units[at];
    let last = unit.changes.iter().rposition(|change| match part {
        Part::Closed => change.closed.0.is_some(),
        Part::Merged => change.merged.0.is_some(),
    });
    match (part, last) {
        (Part::Closed, None) => route!(Registry.units[at].closed),
        (Part::Closed, Some(change)) => route!(Registry.units[at].changes[change].closed),
        (Part::Merged, None) => route!(Registry.units[at].merged),
        (Part::Merged, Some(change)) => route!(Registry.units[at].changes[change].merged),
    }
}
