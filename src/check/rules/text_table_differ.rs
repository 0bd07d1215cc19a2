//! 文件两处对同一领域的分工写法不同
//!
//! ## 为什么
//! 正文和附件列的单位、领导或领域名称不一致时，要有一条裁定说明以哪处为准。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 领域分工:
//!   - {领域: 商贸物流, 依据: 二, 单位: [县交通局]}
//!   - {领域: 商贸物流, 依据: 附件1, 单位: [县交通局, 县商务委]}
//! ```
//! ```text
//! text-table-differ plans/plan-2023.yaml:4:10 商贸物流的分工，附件1与二不同：单位多县商务委
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 领域分工:
//!   - {领域: 商贸物流, 依据: 二, 单位: [县商务委, 县交通局]}
//!   - {领域: 商贸物流, 依据: 附件1, 单位: [县交通局, 县商务委]}
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::BTreeSet;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::plan::{Plan, SectorListing};

pub(super) static RULE: Rule = rule!("text-table-differ", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for plan in &book.plans {
        let listings = &plan.record.listings;
        for (index, listing) in listings.iter().enumerate() {
            let Some(sector) = book.sector(&listing.sector) else { continue };
            let same = |other: &&SectorListing| {
                book.sector(&other.sector).is_some_and(|listed| listed.id == sector.id)
            };
            let Some((first, other)) =
                listings[..index].iter().enumerate().find(|(_, other)| same(other))
            else {
                continue;
            };
            let differences = differences(book, listing, other);
            if differences.is_empty() {
                continue;
            }
            let (name, here, there) =
                (&sector.name, &listing.place.text, &other.place.text);
            let message =
                format!("{name}的分工，{here}与{there}不同：{}", differences.join("；"));
            reporter
                .report(
                    Place::value(plan.file, route!(Plan.listings[index].sector)),
                    message,
                )
                .help("照文件核对")
                .about(name)
                .or_ruled("", differences)
                .also(
                    Place::value(plan.file, route!(Plan.listings[first].sector)),
                    "另一处",
                );
        }
    }
}

fn differences(
    book: &Book,
    listing: &SectorListing,
    other: &SectorListing,
) -> Vec<String> {
    let mut differences = Vec::new();
    if listing.name != other.name {
        let name = |listing: &SectorListing| {
            listing.name.clone().unwrap_or_else(|| listing.sector.as_str().to_owned())
        };
        differences.push(format!("一处写“{}”，一处写“{}”", name(listing), name(other)));
    }
    let units = |listing: &SectorListing| -> BTreeSet<String> {
        let name = |word| book.unit(word).map(|unit| unit.name.clone());
        let words = listing.units.iter();
        words.map(|word| name(word).unwrap_or_else(|| word.as_str().to_owned())).collect()
    };
    let leaders = |listing: &SectorListing| -> BTreeSet<String> {
        listing.leaders.iter().map(|word| word.as_str().to_owned()).collect()
    };
    compare("单位", &units(listing), &units(other), &mut differences);
    compare("牵头领导", &leaders(listing), &leaders(other), &mut differences);
    differences
}

fn compare(
    what: &str,
    here: &BTreeSet<String>,
    there: &BTreeSet<String>,
    differences: &mut Vec<String>,
) {
    let joined = |left: &BTreeSet<String>, right: &BTreeSet<String>| {
        left.difference(right).cloned().collect::<Vec<_>>().join("、")
    };
    for (word, names) in [("多", joined(here, there)), ("少", joined(there, here))] {
        if !names.is_empty() {
            differences.push(format!("{what}{word}{names}"));
        }
    }
}
