//! A project as an indicator counts it: what its facts share, and the fact of each event.

use std::cell::OnceCell;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::figures::facts::fact::{Fact, RecordAt};
use crate::figures::facts::knowledge::{AsOf, Knowledge};
use crate::figures::facts::requirement::{Relocated, Requirement};
use crate::figures::facts::source::Source;
use crate::figures::facts::stages::{Reached, reached};
use crate::figures::facts::terms::{Cohort, Terms};
use crate::figures::projects::classes::classed;
use crate::figures::projects::convert::converted;
use crate::figures::projects::credit::{Credited, credited};
use crate::figures::projects::event::Event;
use crate::figures::projects::filter::{fits, registered};
use crate::figures::projects::placed::Placed;
use crate::model::plan::Plan;
use crate::model::plan::indicator::filter::{Condition, CountingCondition, Filter};
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::plan::stage::Stage;
use crate::model::record::project::{
    Contract, ContractKind, MoveCause, MoveWithin, Project, Renewal,
};

/// A project as an indicator counts it: what all its facts have in common.
pub(in crate::figures) struct Counted<'a, 's> {
    source: &'s Source<'a, 's>,
    placed: Placed<'a>,
    whole: bool,
    /// Found for the first fact: most projects have none of most indicators.
    common: OnceCell<Common>,
}

/// What all facts of a project have in common.
struct Common {
    until: Box<[Knowledge]>,
    relocated: Option<Arc<Relocated>>,
    base: Option<AsOf>,
    terms: Arc<Terms>,
}

impl<'a, 's> Counted<'a, 's> {
    /// Makes a project that has no facts yet; `whole` credits all of it to the lead unit.
    pub(in crate::figures) fn of(
        source: &'s Source<'a, 's>,
        placed: Placed<'a>,
        whole: bool,
    ) -> Self {
        Counted { source, placed, whole, common: OnceCell::new() }
    }

    /// Returns the fact of an event of the project.
    pub(in crate::figures) fn fact(&self, event: Event<'a>) -> Fact<'a> {
        let Source { plan, indicator, conditions, .. } = *self.source;
        let Placed { at, project, validity, .. } = self.placed;
        let amount = converted(plan, event.recorded, indicator.unit.base, event.when);
        let requirements = conditions
            .iter()
            .filter_map(|declared| requirement(plan, declared, project, &event))
            .collect();
        let renewal = event.contract.and_then(|contract| contract.renewal);
        let contract = event.contract.or_else(|| project.first_formal());
        let signed = contract.map_or(event.when, |contract| contract.signed);
        let common = self.common.get_or_init(|| self.common());
        Fact {
            written: event.written,
            amount,
            replaces: renewal == Some(Renewal::Renewed),
            kind: event.kind,
            known: event.known,
            requirements,
            until: common.until.clone(),
            relocated: common.relocated.clone(),
            classed: classed(self.source, self.placed, signed),
            base: common.base,
            evidence: event.evidence,
            validity,
            demo: project.is_demo(),
            ..Fact::plain(
                (RecordAt::Project(at), event.entry),
                event.when,
                event.recorded,
                Arc::clone(&common.terms),
            )
        }
    }

    fn common(&self) -> Common {
        let Counted { source, whole, .. } = *self;
        let project = self.placed.project;
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
        Common {
            until: until.iter().map(Reached::knowledge).collect(),
            relocated: relocated(source, project),
            base: source.base.and_then(|base| base.day(source.plan, project)),
            terms: source.terms.shared(terms),
        }
    }
}

/// Returns a condition of the plan with the ways in which a fact meets it; `None` for one that is
/// about the project as a whole.
fn requirement(
    plan: &Plan,
    declared: &Arc<CountingCondition>,
    project: &Project,
    event: &Event,
) -> Option<Requirement> {
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
        Condition::Voucher => {
            let way = Knowledge { known: event.vouched, ..event.itself() };
            Vec::from_iter((!event.evidence.is_none()).then_some(way))
        }
        Condition::Untagged => {
            now(!project.tags.iter().any(|tag| declared.tags.contains(tag)))
        }
        Condition::NotRelocated => return None,
    };
    Some(Requirement { declared: Arc::clone(declared), ways: ways.into() })
}

/// Returns the move within the city for which the plan leaves a project out.
fn relocated(source: &Source, project: &Project) -> Option<Arc<Relocated>> {
    let relocation = project.relocation.as_ref()?;
    let mut conditions = source.conditions.iter();
    let declared = conditions.find(|one| one.condition == Condition::NotRelocated)?;
    let cause = relocation.cause.unwrap_or(MoveCause::Other);
    let is_left_out =
        relocation.within == MoveWithin::City && !declared.excepted.contains(&cause);
    is_left_out.then(|| {
        let (declared, paper) = (Arc::clone(declared), relocation.paper.clone());
        Arc::new(Relocated { declared, since: Knowledge::relocation(relocation), paper })
    })
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
