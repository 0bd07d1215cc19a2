//! 成员单位没有登记方案要求明确的负责人
//!
//! ## 为什么
//! 方案要求每个成员单位明确一名负责人；没有登记的，出了问题找不到人，通报也列不出来。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 机构:
//!   - {编号: group, 名称: 招商引资工作领导小组, 成员: [县级部门], 明确: [分管负责人], 依据: 二}
//! ```
//! ```yaml
//! # units.yaml
//! 领导:
//!   - {编号: leader-1, 名称: 县领导甲, 领域: [商贸物流]}
//!   - {编号: jiaotong-charge, 名称: 县交通局分管负责人, 单位: 县交通局, 职务类别: 分管负责人}
//! ```
//! ```text
//! role-missing plans/plan-2023.yaml:3:50 县商务委没有登记分管负责人（招商引资工作领导小组，二）
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 机构:
//!   - {编号: group, 名称: 招商引资工作领导小组, 成员: [县级部门], 明确: [分管负责人], 依据: 二}
//! ```
//! ```yaml
//! # units.yaml
//! 领导:
//!   - {编号: leader-1, 名称: 县领导甲, 领域: [商贸物流]}
//!   - {编号: jiaotong-charge, 名称: 县交通局分管负责人, 单位: 县交通局, 职务类别: 分管负责人}
//!   - {编号: shangwu-charge, 名称: 县商务委分管负责人, 单位: 县商务委, 职务类别: 分管负责人}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::plan::Plan;

pub(super) static RULE: Rule = rule!("role-missing", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    if book.lacks("units.yaml") {
        return;
    }
    for plan in &book.plans {
        for (at, body) in plan.record.organisations.iter().enumerate() {
            for (index, role) in body.roles.iter().enumerate() {
                let members = book.units_in(&body.members).into_iter();
                for unit in members.filter(|unit| book.leader_of(unit, role).is_none()) {
                    let message = format!(
                        "{}没有登记{role}（{}，{}）",
                        unit.name, body.name, body.clause.text
                    );
                    let place = Place::value(
                        plan.file,
                        route!(Plan.organisations[at].roles[index]),
                    );
                    let help = format!(
                        "在 units.yaml 的“领导”里加一条：名称: {}{role}，单位: {}，职务类别: {role}",
                        unit.name, unit.name
                    );
                    reporter.report(place, message).help(help).about(&unit.name);
                }
            }
        }
    }
}
