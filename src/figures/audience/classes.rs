//! Who may see the fields by which an indicator chooses and groups the records that it counts.
//!
//! What a class of records adds up to tells which of the records that are seen belong to it: a
//! unit with one project and one of its class has said what the project's class is.

use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::dictionary::{Level, field};
use crate::model::plan::indicator::filter::Filter;
use crate::model::plan::indicator::project_amount::ProjectAmount;
use crate::model::plan::indicator::{Indicator, MeasureKind};
use crate::model::plan::stage::Stage;
use crate::model::record::project::{Investor, Project};
use crate::model::record::registry::Region;

/// Who may see the fields that choose the records of an indicator.
pub(super) fn chosen_by(book: &Book, indicator: &Indicator) -> Level {
    let filter = indicator.filter.as_ref();
    match indicator.measure {
        MeasureKind::Projects | MeasureKind::StageAmount => {
            let stage = stage_level(filter.and_then(|filter| filter.stage));
            filter.map_or(stage, |filter| {
                let event =
                    filter.permit.map_or(stage, |_| field!(Project.permits).level);
                event.max(filter_level(book, filter))
            })
        }
        MeasureKind::Funds | MeasureKind::Contract | MeasureKind::Planned => {
            filter.map_or(Level::Public, |filter| filter_level(book, filter))
        }
        MeasureKind::SupportDue | MeasureKind::SupportDone => {
            field!(Project.supports).level
        }
        // Activities and totals are no records that somebody sees without these fields; of
        // derived values it is those that they are worked out from that are chosen.
        MeasureKind::Activities
        | MeasureKind::Visited
        | MeasureKind::Reported
        | MeasureKind::Missed
        | MeasureKind::Ratio
        | MeasureKind::ShareOfWhole
        | MeasureKind::PerHead
        | MeasureKind::PerArea
        | MeasureKind::Growth
        | MeasureKind::Difference
        | MeasureKind::Capped
        | MeasureKind::Scaled => Level::Public,
    }
}

/// Who may see the field that puts a record into a scope.
pub(super) fn grouped_by(book: &Book, scope: &Scope) -> Level {
    match scope {
        Scope::Region(id) => book.region_called(id).map_or(Level::Public, region_level),
        _ => Level::Public,
    }
}

fn region_level(region: &Region) -> Level {
    if region.seats.is_empty() {
        field!(Project.origin).level
    } else {
        field!(Project.investor).level.max(field!(Investor.seat).level)
    }
}

/// Every part is named, so that a new one is not forgotten.
fn filter_level(book: &Book, filter: &Filter) -> Level {
    let Filter {
        stage: _,
        permit: _,
        registered,
        origins,
        regions,
        channels,
        sectors,
        chains,
        contracts,
        at_least: _,
        above: _,
        without,
        signed_within: _,
        grades: _,
        industries,
        listings,
        classes,
        tags,
        events: _,
        activities: _,
        supports: _,
        partners: _,
        valid: _,
        roles: _,
    } = filter;
    let regions = regions.iter().filter_map(|word| book.region_called(word.as_str()));
    let investor = field!(Project.investor).level;
    let fields = [
        (!origins.is_empty(), field!(Project.origin).level),
        (!channels.is_empty(), field!(Project.channel).level),
        (!sectors.is_empty(), field!(Project.sector).level),
        (!chains.is_empty(), field!(Project.chain).level),
        (!contracts.is_empty(), field!(Project.contracts).level),
        (!industries.is_empty(), field!(Project.industry).level),
        (!tags.is_empty(), field!(Project.tags).level),
        (!listings.is_empty(), investor.max(field!(Investor.listings).level)),
        (!classes.is_empty(), investor.max(field!(Investor.classes).level)),
    ];
    let read = fields.into_iter().filter_map(|(reads, level)| reads.then_some(level));
    read.chain(registered.iter().map(|amount| amount_level(*amount)))
        .chain(regions.map(region_level))
        .chain(without.map(|stage| stage_level(Some(stage))))
        .fold(Level::Public, Level::max)
}

/// That a project reached a stage is told to those who may see the stage, whatever proves it.
fn stage_level(stage: Option<Stage>) -> Level {
    match stage.unwrap_or(Stage::Signed) {
        Stage::Lead => field!(Project.lead).level,
        Stage::Talks => field!(Project.talks).level,
        Stage::Intent => field!(Project.intent).level,
        Stage::Signed => field!(Project.contracts).level,
        Stage::Landed => field!(Project.landed).level,
        Stage::Started => field!(Project.started).level,
        Stage::Producing => field!(Project.producing).level,
        Stage::Capacity => field!(Project.capacity).level,
    }
}

fn amount_level(amount: ProjectAmount) -> Level {
    match amount {
        ProjectAmount::Contract => field!(Project.contracts).level,
        ProjectAmount::Filing => field!(Project.filing).level,
        ProjectAmount::Investment => field!(Project.investment).level,
        ProjectAmount::Output => field!(Project.output).level,
        ProjectAmount::Land => field!(Project.land).level,
        ProjectAmount::Tax => field!(Project.tax).level,
        ProjectAmount::Energy => field!(Project.energy).level,
    }
}
