//! Stages: when a project reached one, by what the plan accepts as proof (D38, D43).

pub mod base;

use chrono::NaiveDate;

use crate::figures::facts::entry::{Entry, Evidence};
use crate::figures::facts::knowledge::Knowledge;
use crate::model::dictionary::{Correctable, Field, field};
use crate::model::plan::Plan;
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::stage::{PermitKind, Stage};
use crate::model::record::project::{Project, StageEntry};

/// The moment a project reached a stage, with its proof.
#[derive(Clone, Debug)]
pub struct Reached<'a> {
    /// Place in the record.
    pub entry: Entry,
    /// Day.
    pub when: NaiveDate,
    /// Day of submission.
    pub submitted: Option<NaiveDate>,
    /// Day of recognition.
    pub recognised: Option<NaiveDate>,
    /// Evidence.
    pub evidence: Evidence<'a>,
}

impl Reached<'_> {
    /// That the stage was reached, and since when it is known.
    pub(in crate::figures) fn knowledge(&self) -> Knowledge {
        let (happened, known) = (self.when, self.submitted);
        Knowledge { happened, known, kind: FactKind::Stage }
    }
}

/// Returns the proofs that a project reached a stage, in the order in which they became known: each
/// takes the place of those before it. None if it has not reached the stage.
pub fn reached<'a>(plan: &Plan, project: &'a Project, stage: Stage) -> Vec<Reached<'a>> {
    let rule = plan.stages.iter().find(|rule| rule.stage == stage);
    match rule.filter(|rule| !rule.any_of.is_empty()) {
        Some(rule) => proved(project, &rule.any_of),
        None => own(project, stage),
    }
}

/// Returns the accepted permits and procedures of a project in the order in which they became known,
/// without those that are no earlier than one that was known before.
pub fn proved<'a>(project: &'a Project, accepted: &[PermitKind]) -> Vec<Reached<'a>> {
    let mut proofs: Vec<Reached> = (project.permits.iter().enumerate())
        .filter(|(_, permit)| accepted.contains(&permit.kind) && !permit.is_withdrawn())
        .map(|(at, permit)| Reached {
            entry: Entry::item(field!(Project.permits), at),
            when: permit.date,
            submitted: permit.submitted,
            recognised: permit.recognised,
            evidence: Evidence::Permit(permit.kind),
        })
        .collect();
    if accepted.contains(&PermitKind::Filing) {
        proofs.extend(filed(project));
    }
    proofs.sort_by_key(|proof| (proof.knowledge().day(), proof.when));
    let mut earliest: Vec<Reached> = Vec::new();
    for proof in proofs {
        if earliest.last().is_none_or(|known| proof.when < known.when) {
            earliest.push(proof);
        }
    }
    earliest
}

fn filed(project: &Project) -> Option<Reached<'_>> {
    project.filing.as_ref().map(|filing| Reached {
        entry: Entry::field(field!(Project.filing)),
        when: filing.date,
        submitted: filing.submitted,
        recognised: None,
        evidence: Evidence::Documents(&filing.evidence),
    })
}

/// Returns the entry of the stage. A filing counts as landing as long as no entry for that is known.
fn own<'a>(project: &'a Project, stage: Stage) -> Vec<Reached<'a>> {
    let entry = |field: &'static Field, entry: &'a Option<StageEntry>| {
        let reached = entry.as_ref().map(|entry| Reached {
            entry: Entry::field(field),
            when: entry.date,
            submitted: entry.submitted,
            recognised: entry.recognised,
            evidence: Evidence::Documents(&entry.evidence),
        });
        Vec::from_iter(reached)
    };
    match stage {
        Stage::Lead => entry(field!(Project.lead), &project.lead),
        Stage::Talks => entry(field!(Project.talks), &project.talks),
        Stage::Intent => entry(field!(Project.intent), &project.intent),
        Stage::Signed => Vec::from_iter(signed(project)),
        Stage::Landed => {
            let mut landed = entry(field!(Project.landed), &project.landed);
            let known = landed.first().map(|landed| landed.knowledge().day());
            let before = |filed: &Reached| {
                known.is_none_or(|known| filed.knowledge().day() < known)
            };
            landed.splice(0..0, filed(project).filter(before));
            landed
        }
        Stage::Started => entry(field!(Project.started), &project.started),
        Stage::Producing => entry(field!(Project.producing), &project.producing),
        Stage::Capacity => entry(field!(Project.capacity), &project.capacity),
    }
}

fn signed(project: &Project) -> Option<Reached<'_>> {
    project.first_formal().map(|contract| Reached {
        entry: Entry::field(field!(Project.contracts)),
        when: contract.signed,
        submitted: contract.submitted,
        recognised: contract.recognised,
        evidence: Evidence::Documents(&contract.evidence),
    })
}
