//! 考核记录写的单位当时已经并入别的单位
//!
//! ## 为什么
//! 并入以后的评分、缺项算在并入的单位名下，写旧单位容易记重；取消资格只管写明的那个单位，写已经没有的单位不起作用。
//!
//! ## 怎么办
//! 改写并入以后的单位。并入以前的事，日期写错的改正。
//!
//! ## 例
//! ```yaml
//! # units.yaml
//! 单位:
//!   - {编号: jiaotong, 名称: 县交通局, 分组: 县级部门}
//!   - {编号: shangwu, 名称: 县商务委, 分组: 县级部门, 并入: {单位: 县交通局, 自: 2023-05-01}}
//! ```
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - {编号: units, 名称: 单位考核, 依据: 二, 权重组: [{编号: used, 依据: 二, 采用: 是, 合计: 10, 项目: [{名称: 日常, 分值: 10, 依据: 二}]}], 计分: [{编号: daily, 名称: 日常, 方式: 扣分, 分值: 10, 每项: 1, 封顶: 10, 不明: [{处理: 零分, 依据: 二}], 依据: 二}], 对象: [departments]}
//! ```
//! ```yaml
//! # marks/2023-06.yaml
//! 取消资格:
//!   - {考核: units, 单位: 县商务委, 起: 2023-06-20, 原因: 虚报, 依据: 二}
//! ```
//! ```text
//! judged-after-merger marks/2023-06.yaml:3:21 县商务委自2023-05-01起已并入县交通局，2023-06-20的记录应写县交通局
//! ```
//!
//! ```yaml
//! # units.yaml
//! 单位:
//!   - {编号: jiaotong, 名称: 县交通局, 分组: 县级部门}
//!   - {编号: shangwu, 名称: 县商务委, 分组: 县级部门, 并入: {单位: 县交通局, 自: 2023-05-01}}
//! ```
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - {编号: units, 名称: 单位考核, 依据: 二, 权重组: [{编号: used, 依据: 二, 采用: 是, 合计: 10, 项目: [{名称: 日常, 分值: 10, 依据: 二}]}], 计分: [{编号: daily, 名称: 日常, 方式: 扣分, 分值: 10, 每项: 1, 封顶: 10, 不明: [{处理: 零分, 依据: 二}], 依据: 二}], 对象: [departments]}
//! ```
//! ```yaml
//! # marks/2023-06.yaml
//! 取消资格:
//!   - {考核: units, 单位: 县交通局, 起: 2023-06-20, 原因: 虚报, 依据: 二}
//! ```
//! ```text
//! （没有问题）
//! ```

use chrono::NaiveDate;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Step, route};
use crate::model::record::marks::MarksFile;
use crate::model::record::registry::Life;
use crate::model::value::reference::UnitRef;

pub(super) static RULE: Rule = rule!("judged-after-merger", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for filed in &book.marks {
        let mut judged = |unit: &UnitRef, day, submitted, route: Vec<Step>| {
            let Some(message) = gone(book, unit, day, submitted) else { return };
            reporter
                .report(Place::value(filed.file, route), message)
                .help("改写并入以后的单位；日期写错的改正")
                .about(unit.as_str());
        };
        let file = &filed.record;
        for (at, mark) in file.marks.iter().enumerate() {
            judged(
                &mark.unit,
                mark.period.end(),
                mark.submitted,
                route!(MarksFile.marks[at].unit),
            );
        }
        for (at, lapse) in file.lapses.iter().enumerate() {
            judged(
                &lapse.unit,
                lapse.date,
                lapse.submitted,
                route!(MarksFile.lapses[at].unit),
            );
        }
        for (at, veto) in file.vetoes.iter().enumerate() {
            judged(
                &veto.unit,
                veto.from,
                veto.submitted,
                route!(MarksFile.vetoes[at].unit),
            );
        }
    }
}

/// Returns that a unit had gone on in another by a day, as was known when the record came; `None` if
/// it had not.
fn gone(
    book: &Book,
    unit: &UnitRef,
    day: NaiveDate,
    submitted: Option<NaiveDate>,
) -> Option<String> {
    let register = book.registered(day, submitted.unwrap_or(NaiveDate::MAX));
    let unit = register.unit(unit)?;
    let Life::Merged(merger) = register.life(unit) else { return None };
    let (name, since) = (&unit.name, merger.since);
    let heir = &register.answering(unit).name;
    Some(format!("{name}自{since}起已并入{heir}，{day}的记录应写{heir}"))
}
