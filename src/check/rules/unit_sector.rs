//! 项目的领域不在责任单位的目标行里
//!
//! ## 为什么
//! 目标表给单位下达了某几个领域的目标；项目的领域不在其中，
//! 成果就不知道计入哪一行。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 领域: 生态工业
//! ```
//! ```text
//! unit-sector projects/2023/xm-1.yaml:2:5 目标表里“县交通局”没有“生态工业”的一行，只有商贸物流
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 领域: 商贸物流
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::{BTreeMap, BTreeSet};

use crate::check::names::tables;
use crate::model::dictionary::route;
use crate::model::record::project::Project;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::value::word::Id;

pub(super) static RULE: Rule = rule!("unit-sector", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let sectors = sectors(book);
    for project in &book.projects {
        let Some(sector) = project.record.sector.as_ref() else { continue };
        let (Some(unit), Some(sector)) =
            (book.unit(&project.record.unit), book.sector(sector))
        else {
            continue;
        };
        let Some(sectors) = sectors.get(&unit.id) else { continue };
        if sectors.contains(sector.name.as_str()) {
            continue;
        }
        let listed = sectors.iter().copied().collect::<Vec<_>>().join("、");
        let message =
            format!("目标表里“{}”没有“{}”的一行，只有{listed}", unit.name, sector.name);
        reporter
            .report(Place::value(project.file, route!(Project.sector)), message)
            .help("核对项目的领域和责任单位")
            .about(project.record.id.as_str());
    }
}

/// Returns the names of the sectors in which the tables have rows of each unit.
fn sectors(book: &Book) -> BTreeMap<&Id, BTreeSet<&str>> {
    let mut sectors: BTreeMap<&Id, BTreeSet<&str>> = BTreeMap::new();
    for row in tables(book).flat_map(|(_, (_, table))| &table.rows) {
        let sector = row.sector.as_ref().and_then(|sector| book.sector(sector));
        if let Some((unit, sector)) = book.unit(&row.unit).zip(sector) {
            sectors.entry(&unit.id).or_default().insert(&sector.name);
        }
    }
    sectors
}
