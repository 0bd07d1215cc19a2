//! 并入以后报的累计数，没有写含不含并入单位的数
//!
//! ## 为什么
//! 别的单位年中并入以后，本单位的累计数要加上它并入以前报的数。本单位报来的累计数如果已经含了，再加就重了；没有写，程序当作不含，照加。
//!
//! ## 怎么办
//! 问清楚，在那一行写 `含并入: 是` 或 `含并入: 否`。发布以后才问清的，写在 `更正` 里。
//!
//! ## 例
//! ```yaml
//! # units.yaml
//! 单位:
//!   - {编号: jiaotong, 名称: 县交通局, 分组: 县级部门}
//!   - {编号: shangwu, 名称: 县商务委, 分组: 县级部门, 并入: {单位: 县交通局, 自: 2023-05-01}}
//! ```
//! ```yaml
//! # reported/2023-04.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 县商务委, 期: 2023-04, 值: 0.2亿元, 性质: 上报, 累计: 是}
//! ```
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 县交通局, 期: 2023-06, 值: 1亿元, 性质: 上报, 累计: 是}
//! ```
//! ```text
//! merged-total-unstated reported/2023-06.yaml:3:41 县交通局2023-06的到位资金是累计数，没有写含不含县商务委2023-05-01并入以前的数
//! ```
//!
//! ```yaml
//! # units.yaml
//! 单位:
//!   - {编号: jiaotong, 名称: 县交通局, 分组: 县级部门}
//!   - {编号: shangwu, 名称: 县商务委, 分组: 县级部门, 并入: {单位: 县交通局, 自: 2023-05-01}}
//! ```
//! ```yaml
//! # reported/2023-04.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 县商务委, 期: 2023-04, 值: 0.2亿元, 性质: 上报, 累计: 是}
//! ```
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 县交通局, 期: 2023-06, 值: 1亿元, 性质: 上报, 累计: 是, 含并入: 是}
//! ```
//! ```text
//! （没有问题）
//! ```

use chrono::{Datelike, NaiveDate};

use crate::check::totals::{Placed, totals};
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::dictionary::{Correctable, Route};
use crate::model::record::registry::{Life, Merger, Unit};
use crate::model::record::reported::{Total, TotalKind};

pub(super) static RULE: Rule = rule!("merged-total-unstated", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let reported: Vec<Placed> = totals(book, TotalKind::Reported).collect();
    for placed in &reported {
        let then = placed.total.known_on(NaiveDate::MAX);
        let is_open = then.is_cumulative() && then.with_merged.is_none();
        if !is_open || then.is_withdrawn() {
            continue;
        }
        let joined = joined(book, placed.total).into_iter();
        let told = joined.filter(|one| has_reported(book, &reported, placed.total, *one));
        for (unit, merger) in told {
            let (indicator, scope, period, _) = placed.key();
            let (name, since) = (&unit.name, merger.since);
            let message = format!(
                "{scope}{period}的{indicator}是累计数，没有写含不含{name}{since}并入以前的数"
            );
            reporter
                .report(placed.place(Route::<Total>::value), message)
                .help("写 含并入: 是 或 含并入: 否；发布以后才问清的，写在“更正”里")
                .about(indicator);
        }
    }
}

/// The units that had gone on in the unit of a total in its year, up to its end.
fn joined<'a>(book: &'a Book, total: &Total) -> Vec<(&'a Unit, &'a Merger)> {
    let end = total.period.end();
    let register = book.registered(end, NaiveDate::MAX);
    let Some(heir) = register.unit_called(total.scope.as_str()) else {
        return Vec::new();
    };
    let merged = register.units().iter().filter_map(|unit| {
        let Life::Merged(merger) = register.life(unit) else { return None };
        let is_heir = register.answering(unit).id == heir.id;
        (is_heir && merger.since.year() == end.year()).then_some((unit, merger))
    });
    merged.collect()
}

/// Whether a unit reported the same indicator in the year, before it went on in another.
fn has_reported(
    book: &Book,
    reported: &[Placed],
    total: &Total,
    (unit, merger): (&Unit, &Merger),
) -> bool {
    reported.iter().any(|placed| {
        let end = placed.total.period.end();
        let of = book.unit_called(placed.total.scope.as_str());
        placed.total.indicator == total.indicator
            && of.is_some_and(|of| of.id == unit.id)
            && end < merger.since
            && end.year() == merger.since.year()
    })
}
