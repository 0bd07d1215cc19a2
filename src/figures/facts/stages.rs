//! Stages: when a project reached one, by what the plan accepts as proof (D38, D43).

use chrono::NaiveDate;

use crate::model::dictionary::{Step, route};
use crate::model::plan::Plan;
use crate::model::plan::stage::{PermitKind, Stage};
use crate::model::record::project::{Project, StageEntry};

/// The moment a project reached a stage, with its proof.
#[derive(Clone, Debug)]
pub struct Reached {
    /// Place in the record.
    pub route: Vec<Step>,
    /// Day.
    pub when: NaiveDate,
    /// Day of submission.
    pub submitted: Option<NaiveDate>,
    /// Day of recognition.
    pub recognised: Option<NaiveDate>,
    /// Evidence.
    pub evidence: Vec<String>,
}

/// Returns the earliest accepted proof that a project reached a stage; `None` if it has not.
pub fn reached(plan: &Plan, project: &Project, stage: Stage) -> Option<Reached> {
    let rule = plan.stages.iter().find(|rule| rule.stage == stage);
    match rule.filter(|rule| !rule.any_of.is_empty()) {
        Some(rule) => proved(project, &rule.any_of),
        None => own(project, stage),
    }
}

/// Returns the earliest of the accepted permits and procedures of a project; `None` if it has none.
pub fn proved(project: &Project, accepted: &[PermitKind]) -> Option<Reached> {
    let mut proofs: Vec<Reached> = (project.permits.iter().enumerate())
        .filter(|(_, permit)| accepted.contains(&permit.kind))
        .map(|(at, permit)| Reached {
            route: route!(Project.permits[at]),
            when: permit.date,
            submitted: permit.submitted,
            recognised: permit.recognised,
            evidence: vec![permit.kind.label().to_owned()],
        })
        .collect();
    if accepted.contains(&PermitKind::Filing) {
        proofs.extend(filed(project));
    }
    proofs.into_iter().min_by_key(|proof| proof.when)
}

fn filed(project: &Project) -> Option<Reached> {
    project.filing.as_ref().map(|filing| Reached {
        route: route!(Project.filing),
        when: filing.date,
        submitted: None,
        recognised: None,
        evidence: filing.evidence.clone(),
    })
}

/// Returns the entry of the stage. A filing counts as landing if the project has no entry for that.
fn own(project: &Project, stage: Stage) -> Option<Reached> {
    let entry = |route: Vec<Step>, entry: &Option<StageEntry>| {
        entry.as_ref().map(|entry| Reached {
            route,
            when: entry.date,
            submitted: entry.submitted,
            recognised: entry.recognised,
            evidence: entry.evidence.clone(),
        })
    };
    match stage {
        Stage::Lead => entry(route!(Project.lead), &project.lead),
        Stage::Talks => entry(route!(Project.talks), &project.talks),
        Stage::Intent => entry(route!(Project.intent), &project.intent),
        Stage::Signed => signed(project),
        Stage::Landed => {
            entry(route!(Project.landed), &project.landed).or_else(|| filed(project))
        }
        Stage::Started => entry(route!(Project.started), &project.started),
        Stage::Producing => entry(route!(Project.producing), &project.producing),
        Stage::Capacity => entry(route!(Project.capacity), &project.capacity),
    }
}

fn signed(project: &Project) -> Option<Reached> {
    project.first_formal().map(|contract| Reached {
        route: route!(Project.contracts),
        when: contract.signed,
        submitted: contract.submitted,
        recognised: contract.recognised,
        evidence: contract.evidence.clone(),
    })
}
