//! 凭证不是方案认的那一类
//!
//! ## 为什么
//! 方案对不同的项目认不同的凭证：已纳入固定资产投资统计的项目，到位资金以统计部门核定的为准；没有纳入的凭银行回单。凭证不是方案认的一类，这笔资金、这次开工就没有证明。
//!
//! ## 怎么办
//! 补上方案认的凭证；项目已经纳入统计的，在 `证照` 里登记“统计入库”的日期。入统以后才报来的，照实写那一项的 `报送`：每一笔资金、每一次开工，只看它报来的那天知不知道项目已经入统。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 凭证要求:
//!   - {事项: 资金, 入统: 是, 认: [统计部门核定], 依据: 二}
//!   - {事项: 资金, 入统: 否, 认: [银行回单], 依据: 二}
//! ```
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 证照: [{证照: 统计入库, 日期: 2023-03-28, 报送: 2023-06-02}]
//! 到位资金:
//!   - {月份: 2023-04, 金额: 800万元, 报送: 2023-05-05, 凭证: [银行回单]}
//!   - {月份: 2023-05, 金额: 900万元, 报送: 2023-06-05, 凭证: [银行回单]}
//! ```
//! ```text
//! evidence-unfit projects/2023/xm-1.yaml:5:46 入统项目的资金（2023-05）认“统计部门核定”，凭证是“银行回单”
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 凭证要求:
//!   - {事项: 资金, 入统: 是, 认: [统计部门核定], 依据: 二}
//!   - {事项: 资金, 入统: 否, 认: [银行回单], 依据: 二}
//! ```
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 证照: [{证照: 统计入库, 日期: 2023-03-28, 报送: 2023-06-02}]
//! 到位资金:
//!   - {月份: 2023-04, 金额: 800万元, 报送: 2023-05-05, 凭证: [银行回单]}
//!   - {月份: 2023-05, 金额: 900万元, 报送: 2023-06-05, 凭证: [统计部门核定]}
//! ```
//! ```text
//! （没有问题）
//! ```

use chrono::NaiveDate;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Correctable, Step, route};
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::stage::PermitKind;
use crate::model::plan::upkeep::EvidenceRule;
use crate::model::record::project::{Permit, Project};

pub(super) static RULE: Rule = rule!("evidence-unfit", Warning, check);

/// An entry that evidence proves: its kind, its last day, the day on which it came, the words for it,
/// its evidence and where that is written.
struct Proved<'a> {
    kind: FactKind,
    day: NaiveDate,
    came: NaiveDate,
    when: String,
    evidence: &'a [String],
    route: Vec<Step>,
}

fn check(book: &Book, reporter: &mut Reporter) {
    for filed in &book.projects {
        let project = &filed.record;
        for proved in proved(project).iter().filter(|proved| !proved.evidence.is_empty())
        {
            let Some(rule) = rule_for(book, project, proved) else { continue };
            if rule.accepted.iter().any(|one| proved.evidence.contains(one)) {
                continue;
            }
            let whose = match rule.in_statistics.map(|flag| flag.0) {
                Some(true) => "入统项目的",
                Some(false) => "未入统项目的",
                None => "",
            };
            let message = format!(
                "{whose}{}（{}）认“{}”，凭证是“{}”",
                proved.kind.label(),
                proved.when,
                rule.accepted.join("”“"),
                proved.evidence.join("”“")
            );
            reporter
                .report(Place::value(filed.file, proved.route.clone()), message)
                .help(format!("补上方案认的凭证；依据{}", rule.clause.text))
                .about(project.id.as_str());
        }
    }
}

/// Returns what a plan accepts for an entry of a project.
fn rule_for<'a>(
    book: &'a Book,
    project: &Project,
    proved: &Proved,
) -> Option<&'a EvidenceRule> {
    let is_in = project.permits.iter().any(|permit| is_known_by(permit, proved));
    let plans = book.plans.iter().map(|filed| filed.record.as_ref());
    let plan = plans.into_iter().find(|plan| plan.span.contains(proved.day))?;
    plan.evidence.iter().find(|rule| {
        rule.kind == proved.kind && rule.in_statistics.is_none_or(|flag| flag.0 == is_in)
    })
}

/// Returns whether a project was in the statistics by the day of an entry, as was known when that came.
fn is_known_by(permit: &Permit, proved: &Proved) -> bool {
    let then = permit.known_on(proved.came);
    then.kind == PermitKind::Statistics
        && !then.is_withdrawn()
        && then.date <= proved.day
        && then.submitted.is_none_or(|day| day <= proved.came)
}

fn proved(project: &Project) -> Vec<Proved<'_>> {
    let start = project.started.iter().map(|stage| Proved {
        kind: FactKind::Stage,
        day: stage.date,
        came: stage.submitted.unwrap_or(stage.date),
        when: stage.date.to_string(),
        evidence: &stage.evidence,
        route: route!(Project.started.evidence),
    });
    let funds = project.funds.iter().enumerate().map(|(at, entry)| Proved {
        kind: FactKind::Funds,
        day: entry.month.end(),
        came: entry.submitted.or(entry.corrected).unwrap_or(entry.month.end()),
        when: entry.month.to_string(),
        evidence: &entry.evidence,
        route: route!(Project.funds[at].evidence),
    });
    start.chain(funds).collect()
}
