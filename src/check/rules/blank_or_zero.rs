//! 同一列目标，有的空着，有的写零
//!
//! ## 为什么
//! 空着是没有下达，不算完成率；写零是下达了零。同一组单位的同一列里两种写法都有，多半是抄表时不一致，
//! 结果却不一样。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 目标表:
//!   - 编号: units
//!     名称: 任务分解表
//!     依据: 附件1
//!     行:
//!       - 单位: 县交通局
//!         目标:
//!           正式合同额:
//!           到位资金: 7亿元
//!       - {单位: 县商务委, 目标: {正式合同额: 0亿元, 到位资金: 3亿元}}
//! ```
//! ```text
//! blank-or-zero plans/plan-2023.yaml:9:11 “任务分解表”的正式合同额：县交通局空着，县商务委写零
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 目标表:
//!   - 编号: units
//!     名称: 任务分解表
//!     依据: 附件1
//!     行:
//!       - 单位: 县交通局
//!         目标:
//!           正式合同额: 0亿元
//!           到位资金: 7亿元
//!       - {单位: 县商务委, 目标: {正式合同额: 0亿元, 到位资金: 3亿元}}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::names::tables;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::plan::Plan;
use crate::model::plan::target::{TargetRow, TargetTable};

pub(super) static RULE: Rule = rule!("blank-or-zero", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for (file, (at, table)) in tables(book) {
        for (index, row) in table.rows.iter().enumerate() {
            for (key, _) in row.targets.iter().filter(|(_, value)| value.is_none()) {
                let Some(other) = zero(book, table, row, key) else { continue };
                let (unit, other) = (row.unit.as_str(), other.unit.as_str());
                let message = format!("“{}”的{key}：{unit}空着，{other}写零", table.name);
                let route = route!(Plan.tables[at].rows[index].targets[key]);
                reporter
                    .report(Place::key(file, route), message)
                    .help("没有下达的都空着，下达了零的都写零")
                    .about(unit)
                    .or_ruled(key, []);
            }
        }
    }
}

/// Returns a row of the same group of units whose cell in the same column says zero.
fn zero<'a>(
    book: &Book,
    table: &'a TargetTable,
    blank: &TargetRow,
    key: &str,
) -> Option<&'a TargetRow> {
    let group = |row: &TargetRow| book.unit(&row.unit).map(|unit| unit.group.clone());
    let is_zero = |row: &TargetRow| {
        let value = row.targets.get(key).and_then(Option::as_ref);
        value.is_some_and(|value| value.is_zero())
    };
    table.rows.iter().find(|row| is_zero(row) && group(row) == group(blank))
}
