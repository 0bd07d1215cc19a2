//! 项目到了一个环节，记录里却没有方案要求的内容
//!
//! ## 为什么
//! 方案要求重大项目先论证、先查信用，要求开工有凭证；没有登记的，要么没有做，要么漏了登记。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 登记要求:
//!   - {环节: 签约, 须有: [论证, 信用核查], 投资不低于: 1亿元, 依据: 二}
//!   - {环节: 开工, 须有: [凭证], 依据: 二}
//! ```
//! ```text
//! need-missing projects/2023/xm-1.yaml:1:5 项目已开工（2023-05-12），却没有凭证
//! need-missing projects/2023/xm-1.yaml:1:5 项目已签约（2023-03-18），却没有信用核查
//! need-missing projects/2023/xm-1.yaml:1:5 项目已签约（2023-03-18），却没有论证
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 登记要求:
//!   - {环节: 签约, 须有: [论证, 信用核查], 投资不低于: 1亿元, 依据: 二}
//!   - {环节: 开工, 须有: [凭证], 依据: 二}
//! ```
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 论证: {日期: 2023-03-02, 结论: 通过}
//! 开工: {日期: 2023-05-12, 凭证: [施工许可证]}
//! ```
//! ```yaml
//! # activities/2023/hd-9.yaml
//! 编号: hd-9
//! 类别: 核查
//! 日期: 2023-03-10
//! 事项: 查询投资方信用
//! 单位: [县交通局]
//! 对象: 某某物流有限公司
//! 信用: 正常
//! ```
//! ```text
//! （没有问题）
//! ```

use std::cmp::Ordering;

use chrono::NaiveDate;

use crate::check::stages::stages;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::route;
use crate::model::plan::stage::{PermitKind, Stage};
use crate::model::plan::upkeep::{Need, Needed};
use crate::model::record::project::Project;
use crate::model::value::amount::Money;

pub(super) static RULE: Rule = rule!("need-missing", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for plan in &book.plans {
        let needs = &plan.record.needs;
        let projects = book.projects.iter();
        for (project, need) in
            projects.flat_map(|project| needs.iter().map(move |need| (project, need)))
        {
            let stage = need.stage.label();
            let reached = stages(project).into_iter().find(|(name, date, _)| {
                *name == stage && need.from.is_none_or(|from| *date >= from)
            });
            let Some((_, date, _)) = reached.filter(|_| concerns(need, &project.record))
            else {
                continue;
            };
            for needed in need
                .needed
                .iter()
                .filter(|needed| !holds(book, project, need, **needed, date))
            {
                let message =
                    format!("项目已{stage}（{date}），却没有{}", needed.label());
                let help = format!("补登{}；依据{}", advice(*needed), need.clause.text);
                reporter
                    .report(Place::value(project.file, route!(Project.id)), message)
                    .help(help)
                    .about(project.record.id.as_str());
            }
        }
    }
}

/// Returns whether a project is large enough; one that has ended needs nothing any more.
fn concerns(need: &Need, project: &Project) -> bool {
    let signed = project.first_formal().map(|contract| contract.amount);
    let size = project.investment.or(signed);
    let large = |least: Money| {
        size.is_some_and(|size| size.0.compare(&least.0).is_some_and(Ordering::is_ge))
    };
    project.stopped.is_none() && need.at_least.is_none_or(large)
}

fn holds(
    book: &Book,
    filed: &Filed<Project>,
    need: &Need,
    needed: Needed,
    date: NaiveDate,
) -> bool {
    let project = &filed.record;
    match needed {
        Needed::Appraisal => {
            project.appraisal.as_ref().is_some_and(|appraisal| appraisal.date <= date)
        }
        Needed::CreditCheck => book.credit_check(&project.investor.name, date).is_some(),
        Needed::Evidence => {
            evidence(project, need.stage).is_some_and(|documents| !documents.is_empty())
        }
        Needed::Leader => project.leader.is_some(),
        Needed::Steward => project.steward.is_some(),
        Needed::Review => done(project, PermitKind::Review, date),
        Needed::ContractReview => done(project, PermitKind::ContractReview, date),
    }
}

/// Returns whether a procedure was done by a day.
fn done(project: &Project, kind: PermitKind, date: NaiveDate) -> bool {
    project.permits.iter().any(|permit| permit.kind == kind && permit.date <= date)
}

fn evidence(project: &Project, stage: Stage) -> Option<&[String]> {
    match stage {
        Stage::Signed => {
            project.first_formal().map(|contract| contract.evidence.as_slice())
        }
        Stage::Started => project.started.as_ref().map(|stage| stage.evidence.as_slice()),
        Stage::Producing => {
            project.producing.as_ref().map(|stage| stage.evidence.as_slice())
        }
        Stage::Capacity => {
            project.capacity.as_ref().map(|stage| stage.evidence.as_slice())
        }
        _ => None,
    }
}

fn advice(needed: Needed) -> &'static str {
    match needed {
        Needed::Appraisal => "“论证”的日期和结论（不晚于到这个环节的日期）",
        Needed::CreditCheck => "一条类别为“核查”的活动，写明对象和信用",
        Needed::Evidence => "这个环节的“凭证”",
        Needed::Leader => "“责任领导”的代称",
        Needed::Steward => "“项目管家”，即帮办代办的单位",
        Needed::Review => "证照里“项目审核”的日期（不晚于到这个环节的日期）",
        Needed::ContractReview => "证照里“合同评审”的日期（不晚于到这个环节的日期）",
    }
}
