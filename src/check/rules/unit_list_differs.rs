//! 任务的牵头、配合单位与名单原文不一致
//!
//! ## 为什么
//! 文件用“（责任单位：甲；乙、丙，丁）”列出责任单位，分号前牵头，分号后配合。照录原文，
//! 逐个核对，才不会漏掉或写错一个单位；原文标点不合常例的也一并指出。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 任务:
//!   - {编号: invite, 名称: 产业链招商, 牵头: [县交通局], 配合: [], 名单原文: (责任单位：县交通局；县商务委，县科技局), 依据: 二}
//! ```
//! ```text
//! unit-list-differs plans/plan-2023.yaml:3:55 名单原文用了半角括号
//! unit-list-differs plans/plan-2023.yaml:3:55 名单原文的配合单位有县商务委，“配合”里没有
//! unit-list-differs plans/plan-2023.yaml:3:55 名单原文里的“县科技局”不在名录里
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 任务:
//!   - {编号: invite, 名称: 产业链招商, 牵头: [县交通局], 配合: [县商务委], 名单原文: （责任单位：县交通局；县商务委）, 依据: 二}
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::BTreeSet;

use crate::check::unit_list::UnitList;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::scope::Scope;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::route;
use crate::model::plan::Plan;
use crate::model::plan::task::Task;
use crate::model::value::reference::ScopeRef;

pub(super) static RULE: Rule = rule!("unit-list-differs", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    if book.lacks("units.yaml") {
        return;
    }
    for plan in &book.plans {
        for (at, task) in plan.record.tasks.iter().enumerate() {
            let faults = faults(book, &plan.record, task);
            for fault in faults {
                report(reporter, plan, at, task, &fault);
            }
        }
    }
}

fn report(
    reporter: &mut Reporter,
    plan: &Filed<Plan>,
    at: usize,
    task: &Task,
    fault: &str,
) {
    reporter
        .report(Place::value(plan.file, route!(Plan.tasks[at].listed)), fault)
        .help("对照文件核对")
        .about(task.id.as_str())
        .or_ruled("", [fault.to_owned()]);
}

fn faults(book: &Book, plan: &Plan, task: &Task) -> Vec<String> {
    let Some(text) = &task.listed else { return Vec::new() };
    let list = UnitList::read(text);
    let mut faults: Vec<String> =
        list.oddities.iter().map(|oddity| format!("名单原文{oddity}")).collect();
    let declared_lead = units(book, task.lead.iter().map(ScopeRef::as_str));
    let mut declared_help = units(book, task.help.iter().map(ScopeRef::as_str));
    let mut listed = |names: &[&str]| {
        let mut listed_units = BTreeSet::new();
        for name in names {
            let named = meant(book, plan, name);
            if named.is_empty() {
                faults.push(format!("名单原文里的“{name}”不在名录里"));
            }
            listed_units.extend(named);
        }
        listed_units
    };
    let (lead, mut help) = (listed(&list.lead), listed(&list.help));
    // A group may hold the unit that leads; it does not help itself.
    help.retain(|unit| !lead.contains(unit));
    declared_help.retain(|unit| !declared_lead.contains(unit));
    faults.extend(differ("牵头", &lead, &declared_lead));
    faults.extend(differ("配合", &help, &declared_help));
    faults
}

/// Returns the units that a word of a list means.
fn meant<'a>(book: &'a Book, plan: &Plan, name: &str) -> BTreeSet<&'a str> {
    match plan.phrases.iter().find(|phrase| phrase.word == name) {
        Some(phrase) => units(book, phrase.means.iter().map(ScopeRef::as_str)),
        None => units(book, std::iter::once(name)),
    }
}

/// Returns the names of the units that some words mean.
fn units<'a, 'w>(
    book: &'a Book,
    words: impl Iterator<Item = &'w str>,
) -> BTreeSet<&'a str> {
    let scopes: Vec<Scope> = words.flat_map(|word| book.scopes_called(word)).collect();
    let all = book.registry.record.units.iter();
    let meant = all.filter(|unit| {
        let group = book.group(&unit.group).map(|group| group.id.to_string());
        scopes.iter().any(|scope| match scope {
            Scope::Unit(id) => unit.id.as_str() == id,
            Scope::Group(id) => group.as_deref() == Some(id),
            _ => false,
        })
    });
    meant.map(|unit| unit.name.as_str()).collect()
}

fn differ(role: &str, listed: &BTreeSet<&str>, declared: &BTreeSet<&str>) -> Vec<String> {
    let join = |names: Vec<&str>| names.join("、");
    let missing = join(listed.difference(declared).copied().collect());
    let more = join(declared.difference(listed).copied().collect());
    let mut faults = Vec::new();
    if !missing.is_empty() {
        faults.push(format!("名单原文的{role}单位有{missing}，“{role}”里没有"));
    }
    if !more.is_empty() {
        faults.push(format!("“{role}”里有{more}，名单原文的{role}单位里没有"));
    }
    faults
}
