//! 考核记录写的单位不在这套考核的对象里
//!
//! ## 为什么
//! 单位不在考核的对象里，评分、缺项、取消资格都不会起作用，也没有人知道。
//!
//! ## 例
//! ```yaml
//! # units.yaml
//! 分组:
//!   - {编号: departments, 名称: 县级部门}
//!   - {编号: towns, 名称: 乡镇}
//! 单位:
//!   - {编号: jiaotong, 名称: 县交通局, 分组: 县级部门}
//!   - {编号: shangwu, 名称: 县商务委, 分组: 县级部门}
//!   - {编号: dachang, 名称: 大昌镇, 分组: 乡镇}
//! ```
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - {编号: units, 名称: 单位考核, 依据: 二, 权重组: [{编号: used, 依据: 二, 采用: 是, 合计: 10, 项目: [{名称: 日常, 分值: 10, 依据: 二}]}], 计分: [{编号: daily, 名称: 日常, 方式: 扣分, 分值: 10, 每项: 1, 封顶: 10, 不明: [{处理: 零分, 依据: 二}], 依据: 二}], 对象: [departments]}
//! ```
//! ```yaml
//! # marks/2023-06.yaml
//! 缺项:
//!   - {考核: units, 项目: daily, 单位: 大昌镇, 日期: 2023-06-20, 事项: 未报送当月工作情况}
//! ```
//! ```text
//! unit-not-assessed marks/2023-06.yaml:3:32 “单位考核”不考核大昌镇
//! ```
//!
//! ```yaml
//! # units.yaml
//! 分组:
//!   - {编号: departments, 名称: 县级部门}
//!   - {编号: towns, 名称: 乡镇}
//! 单位:
//!   - {编号: jiaotong, 名称: 县交通局, 分组: 县级部门}
//!   - {编号: shangwu, 名称: 县商务委, 分组: 县级部门}
//!   - {编号: dachang, 名称: 大昌镇, 分组: 乡镇}
//! ```
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - {编号: units, 名称: 单位考核, 依据: 二, 权重组: [{编号: used, 依据: 二, 采用: 是, 合计: 10, 项目: [{名称: 日常, 分值: 10, 依据: 二}]}], 计分: [{编号: daily, 名称: 日常, 方式: 扣分, 分值: 10, 每项: 1, 封顶: 10, 不明: [{处理: 零分, 依据: 二}], 依据: 二}], 对象: [departments, towns]}
//! ```
//! ```yaml
//! # marks/2023-06.yaml
//! 缺项:
//!   - {考核: units, 项目: daily, 单位: 大昌镇, 日期: 2023-06-20, 事项: 未报送当月工作情况}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Step, route};
use crate::model::plan::assessment::Assessment;
use crate::model::record::marks::MarksFile;
use crate::model::value::reference::UnitRef;
use crate::model::value::word::Id;

pub(super) static RULE: Rule = rule!("unit-not-assessed", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for filed in &book.marks {
        let mut named = |assessment: &Id, unit: &UnitRef, route: Vec<Step>| {
            let Some(name) = excluding(book, assessment, unit) else { return };
            reporter
                .report(
                    Place::value(filed.file, route),
                    format!("“{name}”不考核{}", unit.as_str()),
                )
                .help("单位写错的改正；确要考核的，把它的分组加进考核的“对象”")
                .about(unit.as_str());
        };
        let file = &filed.record;
        for (at, mark) in file.marks.iter().enumerate() {
            named(&mark.assessment, &mark.unit, route!(MarksFile.marks[at].unit));
        }
        for (at, lapse) in file.lapses.iter().enumerate() {
            named(&lapse.assessment, &lapse.unit, route!(MarksFile.lapses[at].unit));
        }
        for (at, veto) in file.vetoes.iter().enumerate() {
            named(&veto.assessment, &veto.unit, route!(MarksFile.vetoes[at].unit));
        }
    }
}

/// Returns the name of the assessment if the unit is not assessed by it; `None` if it is, or if
/// either is unknown.
fn excluding<'a>(book: &'a Book, id: &Id, unit: &UnitRef) -> Option<&'a str> {
    let group = book.group(&book.unit(unit)?.group)?;
    let plans = book.plans.iter().map(|plan| &plan.record);
    let declared: Vec<&Assessment> = plans
        .flat_map(|plan| &plan.assessments)
        .filter(|assessment| assessment.id == *id)
        .collect();
    let assessed = |assessment: &&Assessment| {
        assessment
            .subjects
            .iter()
            .any(|word| book.group(word).is_some_and(|subject| subject.id == group.id))
    };
    let first = declared.first()?;
    (!declared.iter().any(assessed)).then_some(first.name.as_str())
}
