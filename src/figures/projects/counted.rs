//! A project as an indicator counts it: what its facts share, and the fact of each event.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::figures::facts::fact::{Cohort, Fact, RecordAt, Requirement, Terms};
use crate::figures::facts::knowledge::Knowledge;
use crate::figures::facts::source::Source;
use crate::figures::facts::stages::{Reached, reached};
use crate::figures::projects::convert::converted;
use crate::figures::projects::credit::{Credited, credited};
use crate::figures::projects::event::Event;
use crate::figures::projects::filter::{Placed, fits, registered};
use crate::model::plan::Plan;
use crate::model::plan::indicator::filter::{Condition, CountingCondition, Filter};
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::plan::stage::Stage;
use crate::model::record::project::{Contract, ContractKind, Project, Renewal};

/// A project as an indicator counts it: what all its facts have in common.
pub(in crate::figures) struct Counted<'a, 's> {
    source: &'s Source<'a, 's>,
    placed: Placed<'a>,
    until: Box<[Knowledge]>,
    terms: Arc<Terms>,
}

impl<'a, 's> Counted<'a, 's> {
    /// Collects what the facts of a project share; `whole` credits all of it to the lead unit.
    pub(in crate::figures) fn of(
        source: &'s Source<'a, 's>,
        placed: Placed<'a>,
        whole: bool,
    ) -> Self {
        let project = placed.project;
        let filter = source.indicator.filter.as_ref();
        let without = filter.and_then(|filter| filter.without);
        let until =
            without.map_or_else(Vec::new, |stage| reached(source.plan, project, stage));
        let Credited { weight, credits, joint } = credited(source, project, whole);
        let fits = filter.and_then(|filter| fits(source.plan, filter, project));
        let registered = filter.map(|filter| registered(source.plan, filter, project));
        let registered = registered.unwrap_or_default();
        let cohort = filter.and_then(|filter| cohort(source, filter, project));
        let terms = Terms { weight, credits, joint, fits, registered, cohort };
        Counted {
            source,
            placed,
            until: until.iter().map(Reached::knowledge).collect(),
            terms: source.terms.shared(terms),
        }
    }

    /// Returns the fact of an event of the project.
    pub(in crate::figures) fn fact(&self, event: Event<'a>) -> Fact<'a> {
        let Source { plan, indicator, conditions, .. } = *self.source;
        let Placed { at, project, validity } = self.placed;
        let amount = converted(plan, event.recorded, indicator.unit.base, event.when);
        let requirements = conditions
            .iter()
            .map(|declared| requirement(plan, declared, project, &event))
            .collect();
        let renewal = event.contract.and_then(|contract| contract.renewal);
        Fact {
            written: event.written,
            amount,
            replaces: renewal == Some(Renewal::Renewed),
            kind: event.kind,
            known: event.known,
            requirements,
            until: self.until.clone(),
            evidence: event.evidence,
            validity,
            demo: project.is_demo(),
            ..Fact::plain(
                (RecordAt::Project(at), event.entry),
                event.when,
                event.recorded,
                Arc::clone(&self.terms),
            )
        }
    }
}

fn requirement(
    plan: &Plan,
    declared: &Arc<CountingCondition>,
    project: &Project,
    event: &Event,
) -> Requirement {
    let contract = event.contract.or_else(|| project.first_formal());
    let recognised = |way: Knowledge, known: Option<NaiveDate>| {
        known.map(|known| Knowledge { known: Some(known), ..way })
    };
    let started = || reached(plan, project, Stage::Started).into_iter();
    let now = |is_met: bool| Vec::from_iter(is_met.then_some(event.itself()));
    let ways = match declared.condition {
        Condition::FormalContract => {
            let formal =
                contract.filter(|contract| contract.kind == ContractKind::Formal);
            Vec::from_iter(formal.map(Knowledge::signing))
        }
        Condition::ContractRecognised => {
            let way = |contract: &Contract| {
                recognised(Knowledge::signing(contract), contract.recognised)
            };
            Vec::from_iter(contract.and_then(way))
        }
        Condition::Started => started().map(|one| one.knowledge()).collect(),
        Condition::StartRecognised => {
            let way = |one: Reached| recognised(one.knowledge(), one.recognised);
            started().filter_map(way).collect()
        }
        Condition::Voucher => now(!event.evidence.is_none()),
        Condition::Untagged => {
            now(!project.tags.iter().any(|tag| declared.tags.contains(tag)))
        }
    };
    Requirement { declared: Arc::clone(declared), ways: ways.into() }
}

/// Returns the days in which the project must have been signed; `None` if the indicator names none.
fn cohort(source: &Source, filter: &Filter, project: &Project) -> Option<Cohort> {
    let span = filter.signed_within?;
    let days = match span {
        SpanKind::Plan => Some(source.plan.span),
        SpanKind::Fixed => source.indicator.days,
        SpanKind::Campaign => source
            .plan
            .campaigns
            .iter()
            .find(|campaign| Some(&campaign.id) == source.indicator.campaign.as_ref())
            .map(|campaign| campaign.counting),
        _ => None,
    };
    let signed = project.first_formal().map(Knowledge::signing);
    Some(Cohort { signed, span, days })
}
