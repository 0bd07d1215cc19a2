//! 用到了方案里没有声明的战役、报送任务、任务、计分项、等级或名单
//!
//! ## 为什么
//! 写错了编号，这一条就什么也数不到，还看不出来。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 战役期累计, 战役: bairi3, 口径: 到位的资金, 依据: 二}
//!   - {编号: major, 名称: 重大项目数, 取数: 项目个数, 来源: 项目, 单位: 个, 时段: 本年累计, 范围: {等级: [重大]}, 口径: 重大项目个数, 依据: 二}
//! ```
//! ```text
//! unknown-declaration plans/plan-2023.yaml:4:68 方案里没有声明战役“bairi3”
//! unknown-declaration plans/plan-2023.yaml:5:73 方案里没有声明等级“重大”
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 到位的资金, 依据: 二}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::{Route, Set, route};
use crate::model::edition::EditionCard;
use crate::model::plan::Plan;
use crate::model::record::activity::Activity;
use crate::model::value::period::Period;

pub(super) static RULE: Rule = rule!("unknown-declaration", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    if book.lacks("plans/") {
        return;
    }
    for plan in &book.plans {
        indicators(reporter, plan);
        duties(reporter, plan);
    }
    for edition in &book.editions {
        let Period::Campaign(campaign, _) = &edition.record.card.period else { continue };
        let is_declared = |_: &str| {
            let period = &edition.record.card.period;
            book.plans.iter().any(|plan| plan.record.knows(period))
        };
        let place = || Place::value(edition.file, route!(EditionCard.period));
        unknown(reporter, "战役", Some(campaign), is_declared, place);
    }
    for activity in &book.activities {
        let record = &activity.record;
        let duty = record.duty.as_ref().map(|duty| duty.as_str());
        let is_declared = |word: &str| {
            let duties = book.plans.iter().flat_map(|plan| &plan.record.duties);
            duties.into_iter().any(|duty| duty.id.as_str() == word)
        };
        let place = || Place::value(activity.file, route!(Activity.duty));
        unknown(reporter, "报送任务", duty, is_declared, place);
        let task = record.task.as_ref().map(|task| task.as_str());
        let place = || Place::value(activity.file, route!(Activity.task));
        let is_task = |word: &str| book.task_called(word).is_some();
        unknown(reporter, "任务", task, is_task, place);
        for (at, correction) in record.corrections.iter().enumerate() {
            let Set(Some(Some(task))) = &correction.task else { continue };
            let place =
                || Place::value(activity.file, route!(Activity.corrections[at].task));
            unknown(reporter, "任务", Some(task.as_str()), is_task, place);
        }
    }
}

fn indicators(reporter: &mut Reporter, filed: &Filed<Plan>) {
    let plan = &filed.record;
    for (at, indicator) in plan.indicators.iter().enumerate() {
        let start = Route::<Plan>::start().indicators().at(at);
        let place = |route| Place::value(filed.file, route);
        let campaign = indicator.campaign.as_ref().map(|id| id.as_str());
        let is_declared = |word: &str| {
            plan.campaigns.iter().any(|campaign| campaign.id.as_str() == word)
        };
        unknown(reporter, "战役", campaign, is_declared, || {
            place(route!(start => campaign))
        });
        let duty = indicator.duty.as_ref().map(|id| id.as_str());
        let is_declared =
            |word: &str| plan.duties.iter().any(|duty| duty.id.as_str() == word);
        unknown(reporter, "报送任务", duty, is_declared, || {
            place(route!(start => duty))
        });
        let Some(filter) = &indicator.filter else { continue };
        for (index, grade) in filter.grades.iter().enumerate() {
            let is_declared =
                |word: &str| plan.grades.iter().any(|declared| declared.name == word);
            let place = || place(route!(start => filter.grades[index]));
            unknown(reporter, "等级", Some(grade), is_declared, place);
        }
        for (index, list) in filter.listings.iter().enumerate() {
            let is_declared =
                |word: &str| plan.lists.iter().any(|declared| declared.name == word);
            let place = || place(route!(start => filter.listings[index]));
            unknown(reporter, "名单", Some(list), is_declared, place);
        }
    }
}

fn duties(reporter: &mut Reporter, filed: &Filed<Plan>) {
    let plan = &filed.record;
    for (at, duty) in plan.duties.iter().enumerate() {
        let item = duty.deduction.as_ref().map(|id| id.as_str());
        let is_declared = |_: &str| plan.deduction(duty).is_some();
        let place = || Place::value(filed.file, route!(Plan.duties[at].deduction));
        unknown(reporter, "计分项", item, is_declared, place);
    }
}

fn unknown(
    reporter: &mut Reporter,
    kind: &str,
    word: Option<&str>,
    is_declared: impl Fn(&str) -> bool,
    place: impl Fn() -> Place,
) {
    let Some(word) = word.filter(|word| !is_declared(word)) else { return };
    let message = format!("方案里没有声明{kind}“{word}”");
    let help = format!("在方案的“{kind}”里声明它，或改正这里的写法");
    reporter.report(place(), message).help(help).about(word);
}
