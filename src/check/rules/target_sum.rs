//! 目标表的各行加起来不等于写明的合计
//!
//! ## 为什么
//! 分解表的各行要加得出合计；加不出，就有一行抄错，或文件本身有误（那就作一条裁定）。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 目标表:
//!   - 编号: units
//!     名称: 任务分解表
//!     依据: 附件1
//!     行:
//!       - {领域: 商贸物流, 单位: 县交通局, 目标: {到位资金: 7亿元}}
//!       - {领域: 商贸物流, 单位: 县商务委, 目标: {到位资金: 2亿元}}
//!     合计:
//!       - {领域: 商贸物流, 目标: {到位资金: 10亿元}, 依据: 附件1}
//! ```
//! ```text
//! target-sum plans/plan-2023.yaml:10:31 商贸物流的到位资金：各行合计9亿元，表里写10亿元，差1亿元
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 目标表:
//!   - 编号: units
//!     名称: 任务分解表
//!     依据: 附件1
//!     行:
//!       - {领域: 商贸物流, 单位: 县交通局, 目标: {到位资金: 7亿元}}
//!       - {领域: 商贸物流, 单位: 县商务委, 目标: {到位资金: 3亿元}}
//!     合计:
//!       - {领域: 商贸物流, 目标: {到位资金: 10亿元}, 依据: 附件1}
//! ```
//! ```text
//! （没有问题）
//! ```

use rust_decimal::Decimal;

use crate::check::names::tables;
use crate::model::dictionary::route;
use crate::model::plan::Plan;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::plan::target::{TargetRow, TargetSum, TargetTable};
use crate::model::value::quantity::Quantity;
use crate::model::value::reference::SectorRef;

pub(super) static RULE: Rule = rule!("target-sum", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for (file, (at, table)) in tables(book) {
        for (index, sum) in table.sums.iter().enumerate() {
            for (key, stated) in &sum.targets {
                // The rate of a whole is no sum.
                let Some(stated) = stated.filter(|stated| stated.unit.base.adds()) else {
                    continue;
                };
                let place = || {
                    let route = route!(Plan.tables[at].sums[index].targets[key]);
                    Place::value(file, route)
                };
                let what = subject(book, table, sum);
                // What is of another kind is found where it stands.
                let sector = sum.sector.as_ref();
                let Some(parts) = add(book, &table.rows, sector, key, &stated) else {
                    continue;
                };
                if parts != stated.amount() {
                    let text = |amount| Quantity::of_base(amount, stated.unit);
                    let (sum, gap) = (text(parts), text((parts - stated.amount()).abs()));
                    let message =
                        format!("{what}的{key}：各行合计{sum}，表里写{stated}，差{gap}");
                    reporter
                        .report(place(), message)
                        .help("核对各行和合计有没有抄错")
                        .about(what)
                        .or_ruled(key, [sum.to_string(), stated.to_string()]);
                }
            }
        }
    }
}

fn subject(book: &Book, table: &TargetTable, sum: &TargetSum) -> String {
    let sector = sum.sector.as_ref();
    let name = |sector: &SectorRef| {
        book.sector(sector)
            .map_or(sector.as_str().to_owned(), |sector| sector.name.clone())
    };
    sector.map_or(table.name.clone(), name)
}

/// Returns the sum of the rows of a sector, or of all; `None` if a row counts something else.
fn add(
    book: &Book,
    rows: &[TargetRow],
    sector: Option<&SectorRef>,
    key: &str,
    stated: &Quantity,
) -> Option<Decimal> {
    let id =
        |key: &str| book.indicator(key).map(|(_, indicator)| indicator.id.to_string());
    let sector_id =
        |word: &SectorRef| book.sector(word).map(|sector| sector.id.to_string());
    let wanted = sector.map(sector_id);
    let mut sum = Decimal::ZERO;
    for row in rows {
        if wanted.is_some() && row.sector.as_ref().map(sector_id) != wanted {
            continue;
        }
        let same =
            |other: &str| other == key || (id(key).is_some() && id(other) == id(key));
        let targets = row.targets.iter().filter(|(other, _)| same(other));
        for quantity in targets.filter_map(|(_, target)| target.as_ref()) {
            sum = sum.checked_add(quantity.in_base(stated.unit.base)?)?;
        }
    }
    Some(sum)
}
