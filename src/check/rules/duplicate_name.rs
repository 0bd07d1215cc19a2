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

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::{Place, route};
use crate::model::book::Book;
use crate::model::dictionary::written::Step;
use crate::model::value::word::Id;

pub(super) static RULE: Rule = rule!("duplicate-name", Error, check);

/// A name, whose it is, and where it is written.
type Name<'a> = (&'a str, &'a str, Place);

fn check(book: &Book, reporter: &mut Reporter) {
    for names in [scopes(book), chains(book), indicators(book)] {
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

fn named<'a>(
    name: &'a str,
    aliases: &'a [String],
    place: impl Fn(Vec<Step>) -> Place,
) -> Vec<Name<'a>> {
    let mut names = vec![(name, name, place(route!["名称"]))];
    let aliases = aliases.iter().enumerate();
    names.extend(
        aliases.map(|(at, alias)| (alias.as_str(), name, place(route!["别名", at]))),
    );
    names
}

/// Units, sectors, groups and regions share one space of names, since a scope may be any of them.
fn scopes(book: &Book) -> Vec<Name<'_>> {
    let (file, registry) = (book.registry.file, &book.registry.record);
    let place = |list: &'static str, at: usize| {
        move |rest: Vec<Step>| Place::value(file, [route![list, at], rest].concat())
    };
    let units = registry.units.iter().enumerate();
    let sectors = registry.sectors.iter().enumerate();
    let groups = registry.groups.iter().enumerate();
    let units =
        units.flat_map(|(at, unit)| named(&unit.name, &unit.aliases, place("单位", at)));
    let sectors = sectors
        .flat_map(|(at, sector)| named(&sector.name, &sector.aliases, place("领域", at)));
    let groups = groups
        .flat_map(|(at, group)| named(&group.name, &group.aliases, place("分组", at)));
    let regions = registry.regions.iter().enumerate();
    let regions = regions
        .flat_map(|(at, one)| named(&one.name, &one.aliases, place("来源区域", at)));
    units.chain(sectors).chain(groups).chain(regions).collect()
}

fn chains(book: &Book) -> Vec<Name<'_>> {
    let file = book.registry.file;
    let chains = book.registry.record.chains.iter().enumerate();
    let names = chains.flat_map(|(at, chain)| {
        named(&chain.name, &chain.aliases, move |rest| {
            Place::value(file, [route!["产业链", at], rest].concat())
        })
    });
    names.collect()
}

/// An indicator may be called the same in the plan that comes after.
fn indicators(book: &Book) -> Vec<Name<'_>> {
    let mut names = Vec::new();
    let mut known: BTreeSet<(&Id, &str)> = BTreeSet::new();
    for plan in &book.plans {
        let mut own = BTreeSet::new();
        for (at, indicator) in plan.record.indicators.iter().enumerate() {
            let called = named(&indicator.name, &indicator.aliases, |rest| {
                Place::value(plan.file, [route!["指标", at], rest].concat())
            });
            own.extend(called.iter().map(|(word, ..)| (&indicator.id, *word)));
            let anew = |(word, ..): &Name| !known.contains(&(&indicator.id, *word));
            names.extend(called.into_iter().filter(anew));
        }
        known.extend(own);
    }
    names
}
