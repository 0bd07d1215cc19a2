//! 目标与同一张表、同一个范围的其他目标差得太远
//!
//! ## 为什么
//! “亿”写成“万”，目标就小一万倍，完成率印成12000%。全县的目标与目标表的合计、各行之和相差百倍，
//! 一格换成“万”或“亿”才与别的格相近，都值得再看一眼。表里写了合计的，合计与哪一边相近，错就在另一边；
//! 没有写的，不知道错在哪一边。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 目标:
//!   - {编号: year, 指标: 到位资金, 范围: 全县, 值: 10万元, 依据: 二}
//! 目标表:
//!   - 编号: units
//!     名称: 任务分解表
//!     依据: 附件1
//!     行:
//!       - {领域: 商贸物流, 单位: 县交通局, 目标: {到位资金: 7亿元}}
//!       - {领域: 商贸物流, 单位: 县商务委, 目标: {到位资金: 3亿元}}
//!     合计:
//!       - {目标: {到位资金: 10亿元}, 依据: 附件1}
//! ```
//! ```text
//! odd-goal plans/plan-2023.yaml:3:37 全县到位资金的目标10万元，是“任务分解表”合计10亿元的10000分之一
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 目标:
//!   - {编号: year, 指标: 到位资金, 范围: 全县, 值: 10亿元, 依据: 二}
//! 目标表:
//!   - 编号: units
//!     名称: 任务分解表
//!     依据: 附件1
//!     行:
//!       - {领域: 商贸物流, 单位: 县交通局, 目标: {到位资金: 7万元}}
//!       - {领域: 商贸物流, 单位: 县商务委, 目标: {到位资金: 3万元}}
//! ```
//! ```text
//! odd-goal plans/plan-2023.yaml:3:37 全县到位资金的目标10亿元，是“任务分解表”各行之和10万元的10000倍
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 目标:
//!   - {编号: year, 指标: 到位资金, 范围: 全县, 值: 12亿元, 依据: 二}
//! 目标表:
//!   - 编号: units
//!     名称: 任务分解表
//!     依据: 附件1
//!     行:
//!       - {领域: 商贸物流, 单位: 县交通局, 目标: {到位资金: 7亿元}}
//!       - {领域: 商贸物流, 单位: 县商务委, 目标: {到位资金: 3000万元}}
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::check::amounts::magnitude::{advice, likelier, median, times};
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::scope::Scope;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::route;
use crate::model::plan::Plan;
use crate::model::plan::target::TargetTable;
use crate::model::value::quantity::Quantity;

pub(super) static RULE: Rule = rule!("odd-goal", Warning, check);

/// Goals of one scope differ by less than this, whoever set them.
const LIMIT: Decimal = Decimal::ONE_HUNDRED;
/// A median of fewer other cells says nothing.
const FEW: usize = 2;

fn check(book: &Book, reporter: &mut Reporter) {
    for plan in &book.plans {
        for (at, table) in plan.record.tables.iter().enumerate() {
            columns(reporter, plan, at, table);
            wholes(book, reporter, plan, table);
        }
    }
}

/// The goals of the whole against what a table states for the whole, else what its rows add up to.
fn wholes(book: &Book, reporter: &mut Reporter, plan: &Filed<Plan>, table: &TargetTable) {
    let sums = sums(table);
    for (at, target) in plan.record.targets.iter().enumerate() {
        let is_whole = book.scope_called(target.scope.as_str()) == Some(Scope::All);
        let word = target.indicator.as_str();
        let Some(value) = target.value.filter(|_| is_whole) else { continue };
        let indicators = plan.record.indicators.iter();
        let called = indicators.filter(|indicator| indicator.is_called(word));
        let wholes = called.flat_map(|it| {
            let key = sums.keys().find(|key| it.is_called(key))?;
            Some((stated(table, key), sums[key]))
        });
        let Some((stated, sum)) = wholes.last() else { continue };
        let whole = stated.unwrap_or(sum);
        let ratio = value.over(&whole).unwrap_or_default();
        if ratio.is_zero() || (ratio < LIMIT && ratio * LIMIT > Decimal::ONE) {
            continue;
        }
        let (name, scope, times) = (&table.name, &target.scope, times(ratio));
        let what = if stated.is_some() { "合计" } else { "各行之和" };
        let message =
            format!("{scope}{word}的目标{value}，是“{name}”{what}{whole}的{times}");
        let help = match stated {
            Some(stated) => advice(likelier(value, stated)),
            None => {
                "这个目标和表里各行，有一边单位写错了：对照文件，核对“亿元”还是“万元”"
                    .to_owned()
            }
        };
        let place = Place::value(plan.file, route!(Plan.targets[at].value));
        report(reporter, place, (message, help, word), [value, whole]);
    }
}

/// Returns what a table states for the whole of a column.
fn stated(table: &TargetTable, key: &str) -> Option<Quantity> {
    let wholes = table.sums.iter().filter(|sum| sum.sector.is_none());
    wholes.filter_map(|sum| sum.targets.get(key).copied().flatten()).next()
}

/// Returns what the rows of each column add up to.
fn sums(table: &TargetTable) -> BTreeMap<&str, Quantity> {
    let mut sums: BTreeMap<&str, Quantity> = BTreeMap::new();
    for (key, value) in table.rows.iter().flat_map(|row| &row.targets) {
        let Some(value) = value else { continue };
        let sum = sums.get(key.as_str()).map_or(Some(*value), |sum| sum.plus(value));
        sums.extend(sum.map(|sum| (key.as_str(), sum)));
    }
    sums
}

/// The cells of each column against the one in the middle.
fn columns(reporter: &mut Reporter, plan: &Filed<Plan>, at: usize, table: &TargetTable) {
    let middles = middles(table);
    for (index, row) in table.rows.iter().enumerate() {
        for (key, value) in &row.targets {
            let Some((value, middle)) = value.zip(middles.get(key.as_str()).copied())
            else {
                continue;
            };
            let Some(likelier) = likelier(value, middle).filter(|_| !value.is_zero())
            else {
                continue;
            };
            let route = route!(Plan.tables[at].rows[index].targets[key]);
            let (unit, times) =
                (&row.unit, times(value.over(&middle).unwrap_or_default()));
            let message = format!(
                "{unit}{key}的目标{value}，是这一列居中的{middle}的{times}，换成{likelier}才相近"
            );
            let place = Place::value(plan.file, route);
            let help = advice(Some(likelier));
            report(reporter, place, (message, help, key), [value, middle]);
        }
    }
}

/// Returns the cell in the middle of each column of money that has enough of them.
fn middles(table: &TargetTable) -> BTreeMap<&str, Quantity> {
    let mut columns: BTreeMap<&str, Vec<Quantity>> = BTreeMap::new();
    for (key, value) in table.rows.iter().flat_map(|row| &row.targets) {
        let value = value.filter(|value| value.unit.base.is_money() && !value.is_zero());
        columns.entry(key).or_default().extend(value);
    }
    let middle = |(key, mut cells): (_, Vec<Quantity>)| {
        cells.sort_by_key(Quantity::amount);
        Some((key, median(&cells, FEW)?))
    };
    columns.into_iter().filter_map(middle).collect()
}

fn report(
    reporter: &mut Reporter,
    place: Place,
    (message, help, word): (String, String, &str),
    [value, expected]: [Quantity; 2],
) {
    reporter
        .report(place, message)
        .help(help)
        .about(word)
        .or_ruled(word, [value.to_string(), expected.to_string()]);
}
