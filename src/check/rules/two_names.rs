//! 同一样东西有两个名称
//!
//! ## 为什么
//! 文件前后写法不一（如“金融科技”与“科技金融”），各写各的就会分成两样、合计对不上。
//! 用一个作名称，另一个作别名。
//!
//! ## 例
//! ```yaml
//! # units.yaml
//! 领域:
//!   - {编号: logistics, 名称: 商贸物流}
//!   - {编号: industry, 名称: 生态工业}
//!   - {编号: fintech, 名称: 科技金融}
//!   - {编号: finance, 名称: 金融科技}
//! ```
//! ```text
//! two-names units.yaml:6:23 “金融科技”与“科技金融”用字相同，像是同一样东西的两个名称
//! ```
//!
//! ```yaml
//! # units.yaml
//! 领域:
//!   - {编号: logistics, 名称: 商贸物流}
//!   - {编号: industry, 名称: 生态工业}
//!   - {编号: fintech, 名称: 科技金融, 别名: [金融科技]}
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::BTreeMap;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Step, route};
use crate::model::plan::Plan;
use crate::model::record::registry::Registry;

pub(super) static RULE: Rule = rule!("two-names", Warning, check);

/// The route to the name of an item of a list.
type Locate = fn(usize) -> Vec<Step>;

fn check(book: &Book, reporter: &mut Reporter) {
    let registry = &book.registry.record;
    let lists: [(Locate, Vec<&str>); 4] = [
        (
            |at| route!(Registry.sectors[at].name),
            registry.sectors.iter().map(|sector| sector.name.as_str()).collect(),
        ),
        (
            |at| route!(Registry.chains[at].name),
            registry.chains.iter().map(|chain| chain.name.as_str()).collect(),
        ),
        (
            |at| route!(Registry.groups[at].name),
            registry.groups.iter().map(|group| group.name.as_str()).collect(),
        ),
        (
            |at| route!(Registry.units[at].name),
            registry.units.iter().map(|unit| unit.name.as_str()).collect(),
        ),
    ];
    let registered = lists.map(|(route, names)| (book.registry.file, route, names));
    let indicators = book.plans.iter().map(|plan| {
        let route: Locate = |at| route!(Plan.indicators[at].name);
        let names =
            plan.record.indicators.iter().map(|indicator| indicator.name.as_str());
        (plan.file, route, names.collect())
    });
    for (file, route, names) in registered.into_iter().chain(indicators) {
        // Different names by the characters that they are written with, at their first positions.
        let mut written: BTreeMap<Vec<char>, Vec<(usize, &str)>> = BTreeMap::new();
        for (at, name) in names.iter().enumerate() {
            let alike = written.entry(sorted(name)).or_default();
            let before = alike.iter().find(|(_, other)| other != name).copied();
            if !alike.iter().any(|(_, other)| other == name) {
                alike.push((at, name));
            }
            let Some((before, other)) = before else { continue };
            let place = |at: usize| Place::value(file, route(at));
            let message =
                format!("“{name}”与“{other}”用字相同，像是同一样东西的两个名称");
            reporter
                .report(place(at), message)
                .help("是同一样，就留一个名称，另一个写进“别名”；不是，就作一条裁定写明")
                .about(*name)
                .also(place(before), "另一个名称");
        }
    }
}

/// Returns the characters that a name is written with, in an order of their own.
fn sorted(name: &str) -> Vec<char> {
    let mut characters: Vec<char> = name.chars().collect();
    characters.sort_unstable();
    characters
}
