//! What all measures over projects share: filters, conditions, attribution.

pub(super) mod convert;
mod credit;
mod filter;
pub(crate) mod signed;
pub(super) mod worth;

use crate::figures::projects::convert::converted;
use crate::model::dictionary::Step;
use chrono::NaiveDate;

use crate::figures::facts::fact::{Cohort, Fact, RecordAt, Requirement};
use crate::figures::facts::stages::{Reached, proved, reached};
use crate::figures::measures::Source;
use crate::figures::projects::credit::{Credited, credited};
use crate::figures::projects::filter::{fits, passes};
use crate::model::plan::indicator::SpanKind;
use crate::model::plan::indicator::filter::{Condition, CountingCondition, Filter};
use crate::model::plan::stage::Stage;
use crate::model::plan::{FactKind, Plan};
use crate::model::record::project::{Contract, ContractKind, Project, Renewal};
use crate::model::value::quantity::Quantity;

/// What is particular to one fact of a project.
pub(super) struct Event<'a> {
    pub(super) route: Vec<Step>,
    pub(super) when: NaiveDate,
    pub(super) when_text: String,
    pub(super) recorded: Quantity,
    pub(super) kind: FactKind,
    pub(super) known: Option<NaiveDate>,
    pub(super) evidence: Vec<String>,
    /// The contract that the fact is, where it is one.
    pub(super) contract: Option<&'a Contract>,
}

impl Event<'_> {
    /// The event that a project reached a stage, with what it is worth.
    pub(super) fn reached(reached: Reached, stage: Stage, recorded: Quantity) -> Self {
        let signing = stage == Stage::Signed;
        Event {
            route: reached.route,
            when: reached.when,
            when_text: reached.when.to_string(),
            recorded,
            kind: if signing { FactKind::Contract } else { FactKind::Stage },
            known: reached.submitted,
            evidence: reached.evidence,
            contract: None,
        }
    }
}

/// The event that an indicator counts of a project: the stage or the procedure that it is filtered by.
pub(super) fn event_of<'a>(
    source: &Source,
    project: &Project,
    recorded: Quantity,
) -> Option<Event<'a>> {
    let filter = source.indicator.filter.as_ref();
    if let Some(kind) = filter.and_then(|filter| filter.permit) {
        let done = proved(project, &[kind])?;
        return Some(Event::reached(done, Stage::Landed, recorded));
    }
    let stage = filter.and_then(|filter| filter.stage).unwrap_or(Stage::Signed);
    Some(Event::reached(reached(source.plan, project, stage)?, stage, recorded))
}

/// The projects that pass the indicator's filter, with their positions; without those whose facts
/// are taken over.
pub(super) fn filtered<'a>(
    source: &Source<'a>,
) -> impl Iterator<Item = (usize, &'a Project)> {
    let Source { book, plan, indicator, known, .. } = *source;
    let projects = book.projects.iter().map(|filed| &*filed.record).enumerate();
    let new =
        projects.filter(move |(at, _)| known.is_none_or(|known| known[*at].is_none()));
    new.filter(move |(_, project)| {
        indicator.filter.as_ref().is_none_or(|filter| passes(book, plan, filter, project))
    })
}

/// A project as an indicator counts it: what all its facts have in common.
pub(super) struct Counted<'a> {
    source: &'a Source<'a>,
    at: usize,
    project: &'a Project,
    credited: Credited,
    fits: Option<Vec<(NaiveDate, bool)>>,
    until: Option<NaiveDate>,
    cohort: Option<Cohort>,
}

impl<'a> Counted<'a> {
    /// What the facts of a project share; `whole` credits all of it to the lead unit.
    pub(super) fn of(
        source: &'a Source<'a>,
        (at, project): (usize, &'a Project),
        whole: bool,
    ) -> Self {
        let filter = source.indicator.filter.as_ref();
        let without = filter.and_then(|filter| filter.without);
        let until = without.and_then(|stage| reached(source.plan, project, stage));
        Counted {
            source,
            at,
            project,
            credited: credited(source, project, whole),
            fits: filter.and_then(|filter| fits(source.plan, filter, project)),
            until: until.map(|one| one.when),
            cohort: filter.and_then(|filter| cohort(source, filter, project)),
        }
    }

    /// The fact that an event of the project is.
    pub(super) fn fact(&self, event: Event) -> Fact {
        let Source { plan, indicator, .. } = *self.source;
        let amount = converted(plan, event.recorded, indicator.unit.base, event.when);
        let Credited { weight, credits, joint } = self.credited.clone();
        let requirements = indicator.conditions.iter();
        let requirements = requirements
            .map(|declared| requirement(plan, declared, self.project, &event));
        let requirements = requirements.collect();
        let renewal = event.contract.and_then(|one| one.renewal);
        Fact {
            when_text: event.when_text,
            amount,
            replaces: renewal == Some(Renewal::Renewed),
            kind: event.kind,
            known: event.known,
            requirements,
            fits: self.fits.clone(),
            until: self.until,
            cohort: self.cohort.clone(),
            weight,
            credits,
            joint,
            evidence: event.evidence,
            demo: self.project.is_demo(),
            ..Fact::plain(
                RecordAt::Project(self.at),
                event.route,
                event.when,
                event.recorded,
            )
        }
    }
}

/// The one fact of a project's event; `whole` credits all of it to the lead unit.
pub(super) fn fact<'a>(
    source: &'a Source<'a>,
    project: (usize, &'a Project),
    event: Event,
    whole: bool,
) -> Fact {
    Counted::of(source, project, whole).fact(event)
}

fn requirement(
    plan: &Plan,
    declared: &CountingCondition,
    project: &Project,
    event: &Event,
) -> Requirement {
    let contract = event.contract.or_else(|| project.first_formal());
    let started = || reached(plan, project, Stage::Started);
    let formal = contract.filter(|contract| contract.kind == ContractKind::Formal);
    let (happened, known, kind) = match declared.condition {
        Condition::FormalContract => (
            formal.map(|one| one.signed),
            formal.and_then(|one| one.submitted),
            FactKind::Contract,
        ),
        Condition::ContractRecognised => {
            let recognised = contract.and_then(|one| one.recognised);
            (
                recognised.and(contract).map(|one| one.signed),
                recognised,
                FactKind::Contract,
            )
        }
        Condition::Started => {
            let started = started();
            (
                started.as_ref().map(|one| one.when),
                started.and_then(|one| one.submitted),
                FactKind::Stage,
            )
        }
        Condition::StartRecognised => {
            let started = started();
            let recognised = started.as_ref().and_then(|one| one.recognised);
            (recognised.and(started).map(|one| one.when), recognised, FactKind::Stage)
        }
        Condition::Voucher => {
            ((!event.evidence.is_empty()).then_some(event.when), None, event.kind)
        }
        Condition::Untagged => {
            let tagged = project.tags.iter().any(|tag| declared.tags.contains(tag));
            ((!tagged).then_some(event.when), None, event.kind)
        }
    };
    let clause = declared.clause.clone();
    Requirement { condition: declared.condition, clause, happened, known, kind }
}

/// When the project must have been signed, where the indicator asks for it.
fn cohort(source: &Source, filter: &Filter, project: &Project) -> Option<Cohort> {
    let span = filter.signed_within?;
    let days = match span {
        SpanKind::Plan => Some(source.plan.span),
        SpanKind::Fixed => source.indicator.days,
        SpanKind::Campaign => {
            let id = source.indicator.campaign.as_ref();
            let found = source.plan.campaigns.iter().find(|one| Some(&one.id) == id);
            found.map(|one| one.counting)
        }
        _ => None,
    };
    Some(Cohort { signed: project.first_formal().map(|one| one.signed), span, days })
}
