//! 一个名称指着两样东西
//!
//! ## 为什么
//! 记录里写名称或别名，就要能认准一个；单位、领域、分组的叫法也不能相同，
//! 否则“范围”里写的是哪一个分不清。
//!
//! ## 例
//! ```yaml
//! # units.yaml
//! 单位:
//!   - {编号: jiaotong, 名称: 县交通局, 分组: 县级部门}
//!   - {编号: shangwu, 名称: 县商务委, 别名: [县交通局], 分组: 县级部门}
//! ```
//! ```text
//! duplicate-name units.yaml:4:34 “县交通局”既指“县商务委”，又指“县交通局”
//! ```
//!
//! ```yaml
//! # units.yaml
//! 单位:
//!   - {编号: jiaotong, 名称: 县交通局, 分组: 县级部门}
//!   - {编号: shangwu, 名称: 县商务委, 别名: [商务局], 分组: 县级部门}
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, FileId};
use crate::model::dictionary::Route;
use crate::model::plan::Plan;
use crate::model::record::registry::{Registry, Unit};
use crate::model::value::word::Id;

pub(super) static RULE: Rule = rule!("duplicate-name", Error, check);

/// A name, whose it is, and where it is written.
type Name<'a> = (&'a str, &'a str, Place);

fn check(book: &Book, reporter: &mut Reporter) {
    for names in [scopes(book), chains(book), leaders(book), indicators(book)] {
        let mut first: BTreeMap<&str, (&str, Place)> = BTreeMap::new();
        for (word, owner, place) in names {
            let Some((other, earlier)) = first.get(word) else {
                first.insert(word, (owner, place));
                continue;
            };
            let message = if *other == owner {
                format!("“{word}”作名称写了两次")
            } else {
                format!("“{word}”既指“{owner}”，又指“{other}”")
            };
            reporter
                .report(place, message)
                .help("给其中一个换个名称，或删去重复的别名")
                .about(word)
                .also(earlier.clone(), "先写在这里");
        }
    }
}

/// Returns the name and the aliases of something, with the routes to them.
fn named<'a>(
    file: FileId,
    (name, route): (&'a str, Route<String>),
    (aliases, others): (&'a [String], Route<Vec<String>>),
) -> Vec<Name<'a>> {
    let main = (name, name, Place::value(file, route.into_steps()));
    let aliases = aliases.iter().enumerate().map(|(at, alias)| {
        let route = others.clone().at(at);
        (alias.as_str(), name, Place::value(file, route.into_steps()))
    });
    std::iter::once(main).chain(aliases).collect()
}

/// The same of something whose kind has a name and aliases: `called!(file, unit, route)`.
macro_rules! called {
    ($file:expr, $record:expr, $route:expr) => {{
        let route = $route;
        let name = ($record.name.as_str(), route.clone().name());
        named($file, name, ($record.aliases.as_slice(), route.aliases()))
    }};
}

/// Units, sectors, groups and regions share one space of names, since a scope may be any of them.
fn scopes(book: &Book) -> Vec<Name<'_>> {
    let (file, registry) = (book.registry.file, &book.registry.record);
    let start = Route::<Registry>::start;
    let units = registry.units.iter().enumerate().flat_map(|(at, unit)| {
        let route = start().units().at(at);
        let mut names = called!(file, unit, route.clone());
        names.extend(later_names(file, unit, &route));
        names
    });
    let sectors = registry
        .sectors
        .iter()
        .enumerate()
        .flat_map(|(at, sector)| called!(file, sector, start().sectors().at(at)));
    let groups = registry
        .groups
        .iter()
        .enumerate()
        .flat_map(|(at, group)| called!(file, group, start().groups().at(at)));
    let regions = registry
        .regions
        .iter()
        .enumerate()
        .flat_map(|(at, region)| called!(file, region, start().regions().at(at)));
    units.chain(sectors).chain(groups).chain(regions).collect()
}

/// Returns the names that a unit took later; it may take one again that it has had.
fn later_names<'a>(file: FileId, unit: &'a Unit, route: &Route<Unit>) -> Vec<Name<'a>> {
    let mut own: BTreeSet<&str> = unit.aliases.iter().map(String::as_str).collect();
    own.insert(&unit.name);
    let named = unit.changes.iter().enumerate();
    let mut names = Vec::new();
    for (at, change) in named {
        let Some(name) = change.name.0.as_deref().filter(|name| own.insert(name)) else {
            continue;
        };
        let route = route.clone().changes().at(at).name();
        names.push((name, unit.name.as_str(), Place::value(file, route.into_steps())));
    }
    names
}

fn chains(book: &Book) -> Vec<Name<'_>> {
    let file = book.registry.file;
    let chains = book.registry.record.chains.iter().enumerate();
    let start = Route::<Registry>::start;
    chains.flat_map(|(at, chain)| called!(file, chain, start().chains().at(at))).collect()
}

/// A leader is called by the same name everywhere.
fn leaders(book: &Book) -> Vec<Name<'_>> {
    let file = book.registry.file;
    let leaders = book.registry.record.leaders.iter().enumerate();
    let named = leaders.map(|(at, leader)| {
        let route = Route::<Registry>::start().leaders().at(at).name();
        let name = leader.name.as_str();
        (name, name, Place::value(file, route.into_steps()))
    });
    named.collect()
}

/// Returns the names of indicators. A later plan may use a name again for the same indicator.
fn indicators(book: &Book) -> Vec<Name<'_>> {
    let mut names = Vec::new();
    let mut earlier: BTreeSet<(&Id, &str)> = BTreeSet::new();
    for plan in &book.plans {
        let mut here = BTreeSet::new();
        for (at, indicator) in plan.record.indicators.iter().enumerate() {
            let route = Route::<Plan>::start().indicators().at(at);
            let called = called!(plan.file, indicator, route);
            here.extend(called.iter().map(|(word, ..)| (&indicator.id, *word)));
            let anew = |(word, ..): &Name| !earlier.contains(&(&indicator.id, *word));
            names.extend(called.into_iter().filter(anew));
        }
        earlier.extend(here);
    }
    names
}
