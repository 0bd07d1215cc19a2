//! What all measures over projects share: filters, conditions, attribution.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::attribution::merged;
use crate::figures::fact::{Fact, JointCredits, RecordAt, Requirement, Sizes};
use crate::figures::measures::Source;
use crate::figures::stages::reached;
use crate::model::book::Book;
use crate::model::filter::{Condition, CountingCondition, Filter};
use crate::model::plan::{FactKind, Plan};
use crate::model::project::{Contract, ContractKind, Project, Renewal};
use crate::model::quantity::Quantity;
use crate::model::reference::UnitRef;
use crate::model::scope::Scope;
use crate::model::stage::Stage;
use crate::model::written::Step;

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

/// The projects that pass the indicator's filter, with their positions.
pub(super) fn filtered<'a>(
    source: &Source<'a>,
) -> impl Iterator<Item = (usize, &'a Project)> {
    let Source { book, indicator, .. } = *source;
    let projects = book.projects.iter().map(|filed| &filed.record).enumerate();
    projects.filter(move |(_, project)| {
        indicator.filter.as_ref().is_none_or(|filter| passes(book, filter, project))
    })
}

fn passes(book: &Book, filter: &Filter, project: &Project) -> bool {
    let sector = || {
        let own = project.sector.as_ref().and_then(|sector| book.sector(sector));
        filter.sectors.iter().any(|sector| own.is_some() && book.sector(sector) == own)
    };
    let chain = || {
        let own = project.chain.as_ref().and_then(|chain| book.chain(chain));
        filter.chains.iter().any(|chain| own.is_some() && book.chain(chain) == own)
    };
    (filter.origins.is_empty() || filter.origins.contains(&project.origin))
        && (filter.sectors.is_empty() || sector())
        && (filter.chains.is_empty() || chain())
}

/// Makes a fact of a project's event; `whole` credits all of it to the lead unit.
pub(super) fn fact(
    source: &Source,
    (at, project): (usize, &Project),
    event: Event,
    whole: bool,
) -> Fact {
    let indicator = source.indicator;
    let amount = (event.recorded.unit.base == indicator.unit.base)
        .then_some(event.recorded.amount);
    let requirements = indicator.conditions.iter();
    let requirements =
        requirements.map(|declared| requirement(source.plan, declared, project, &event));
    let requirements = requirements.collect();
    Fact {
        record: RecordAt::Project(at),
        route: event.route,
        when: event.when,
        when_text: event.when_text,
        recorded: event.recorded,
        amount,
        replaces: event.contract.is_some_and(|one| one.renewal == Some(Renewal::Renewed)),
        cumulative: false,
        distinct: None,
        kind: event.kind,
        known: event.known,
        correction: false,
        requirements,
        sizes: indicator.filter.as_ref().and_then(|filter| sizes(filter, project)),
        stopped: None,
        credits: credits(source, project, &[(&project.unit, Decimal::ONE)]),
        joint: if whole { None } else { joint(source, project) },
        evidence: event.evidence,
        demo: project.is_demo(),
    }
}

/// The joint shares of a project, where they were reported.
fn joint(source: &Source, project: &Project) -> Option<JointCredits> {
    let reported = project.shares_reported.filter(|_| !project.shares.is_empty())?;
    let shares = project.shares.iter().map(|joint| (&joint.unit, joint.share.0));
    let shares: Vec<_> = shares.collect();
    Some(JointCredits { reported, credits: credits(source, project, &shares) })
}

/// The scopes that the shares of some units in a project enter.
fn credits(
    source: &Source,
    project: &Project,
    shares: &[(&UnitRef, Decimal)],
) -> Vec<(Scope, Decimal)> {
    let book = source.book;
    let sector = project.sector.as_ref().and_then(|sector| book.sector(sector));
    let sector = sector.map(|sector| sector.id.as_str());
    merged(shares.iter().flat_map(|(unit, share)| {
        let unit = book.unit(unit).map_or(unit.as_str(), |unit| unit.id.as_str());
        source.rows.credit(unit, sector, *share)
    }))
}

fn requirement(
    plan: &Plan,
    declared: &CountingCondition,
    project: &Project,
    event: &Event,
) -> Requirement {
    let contract = event.contract.or_else(|| project.first_formal());
    let started = reached(plan, project, Stage::Started);
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
        Condition::Started => (
            started.as_ref().map(|one| one.when),
            started.and_then(|one| one.submitted),
            FactKind::Stage,
        ),
        Condition::StartRecognised => {
            let recognised = started.as_ref().and_then(|one| one.recognised);
            (recognised.and(started).map(|one| one.when), recognised, FactKind::Stage)
        }
        Condition::Voucher => {
            ((!event.evidence.is_empty()).then_some(event.when), None, event.kind)
        }
    };
    let clause = declared.clause.clone();
    Requirement { condition: declared.condition, clause, happened, known, kind }
}

/// The sizes of a project by its formal contracts, where the indicator asks for a size.
fn sizes(filter: &Filter, project: &Project) -> Option<Sizes> {
    let bound = |bound: &Option<Quantity>| bound.map(|quantity| quantity.amount);
    let (at_least, above) = (bound(&filter.at_least), bound(&filter.above));
    if at_least.is_none() && above.is_none() {
        return None;
    }
    let mut size = Decimal::ZERO;
    let formal = project.contracts.iter().filter(|one| one.kind == ContractKind::Formal);
    let known = formal.map(|contract| {
        let amount = contract.amount.0.amount;
        size =
            if contract.renewal == Some(Renewal::Added) { size + amount } else { amount };
        (contract.signed, size)
    });
    Some(Sizes { at_least, above, known: known.collect() })
}
