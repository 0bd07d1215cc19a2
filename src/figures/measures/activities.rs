//! 活动次数: activities on their days; each counts once in total and once for every unit that took part.

use rust_decimal::Decimal;

use crate::figures::facts::attribution::{Place, merged};
use crate::figures::facts::fact::{Fact, RecordAt};
use crate::figures::measures::{Addend, Measure, Source};
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::dictionary::route;
use crate::model::plan::indicator::filter::Filter;
use crate::model::plan::indicator::{Axis, Distinct, MeasureKind};
use crate::model::record::activity::Activity;
use crate::model::value::quantity::Quantity;

pub(super) const MEASURE: Measure = Measure {
    kind: MeasureKind::Activities,
    manual: "活动次数，合计中一次活动只计一次，参加的单位各计一次",
    adds: Addend::Pieces,
    facts,
};

fn facts(source: &Source) -> Vec<Fact> {
    let distinct = source.indicator.distinct;
    let named = |(at, activity): (usize, &Activity)| {
        let one = fact(source, at, activity);
        match distinct {
            None => vec![one],
            Some(distinct) => counted_once(source.book, distinct, activity)
                .into_iter()
                .map(|name| Fact { distinct: Some(name), ..one.clone() })
                .collect(),
        }
    };
    filtered(source).flat_map(named).collect()
}

/// The names of what an activity is about, each of which counts once.
fn counted_once(book: &Book, distinct: Distinct, activity: &Activity) -> Vec<String> {
    let unit = |unit| book.unit(unit).map(|found| found.id.to_string());
    let leader = |word: &str| book.leader_called(word).map(|found| found.id.to_string());
    match distinct {
        Distinct::Partner | Distinct::Investor => {
            activity.partner.iter().cloned().collect()
        }
        Distinct::Project => {
            activity.projects.iter().map(|one| one.as_str().to_owned()).collect()
        }
        Distinct::Leader => {
            activity.leaders.iter().filter_map(|one| leader(one.as_str())).collect()
        }
        Distinct::Unit => activity.units.iter().filter_map(unit).collect(),
    }
}

/// The activities that pass the indicator's filter, with their positions.
pub(super) fn filtered<'a>(
    source: &Source<'a>,
) -> impl Iterator<Item = (usize, &'a Activity)> {
    let Source { book, indicator, .. } = *source;
    let filter = indicator.filter.as_ref();
    let activities =
        book.activities.iter().map(|filed| filed.record.as_ref()).enumerate();
    activities.filter(move |(_, activity)| {
        filter.is_none_or(|filter| passes(book, filter, activity))
    })
}

fn passes(book: &Book, filter: &Filter, activity: &Activity) -> bool {
    let role = || {
        let leaders = activity.leaders.iter();
        let leaders = leaders.filter_map(|leader| book.leader_called(leader.as_str()));
        leaders
            .filter_map(|leader| leader.role.as_ref())
            .any(|role| filter.roles.contains(role))
    };
    let partner = || {
        let class = activity.partner_class.as_ref();
        class.is_some_and(|class| filter.partners.contains(class))
    };
    let class = || activity.classes.iter().any(|one| filter.classes.contains(one));
    (filter.activities.is_empty() || filter.activities.contains(&activity.kind))
        && (filter.roles.is_empty() || role())
        && (filter.channels.is_empty()
            || activity.channel.is_some_and(|one| filter.channels.contains(&one)))
        && (filter.partners.is_empty() || partner())
        && (filter.classes.is_empty() || class())
        && (filter.valid.is_empty()
            || activity.valid.is_some_and(|valid| filter.valid.contains(&valid)))
}

/// A fact of one activity; a record may stand for several pieces.
pub(super) fn fact(source: &Source, at: usize, activity: &Activity) -> Fact {
    let amount = activity.count.map_or(Decimal::ONE, |count| Decimal::from(count.0));
    let (record, route) = (RecordAt::Activity(at), route!(Activity.date));
    let recorded = Quantity { amount, unit: source.indicator.unit };
    Fact {
        known: activity.submitted,
        credits: credits(source, activity).into(),
        evidence: activity.evidence.clone(),
        demo: activity.demo.is_some_and(|flag| flag.0),
        ..Fact::plain(record, route, activity.date, recorded)
    }
}

fn credits(source: &Source, activity: &Activity) -> Vec<(Scope, Decimal)> {
    let units = activity.units.iter().filter_map(|unit| source.book.unit(unit));
    let credits = units.flat_map(|unit| {
        let unit = unit.id.as_str();
        source.rows.credit(Place { unit, site: Some(unit) }, None, Decimal::ONE)
    });
    let axes =
        source.indicator.by.iter().flat_map(|axis| axis_scopes(source, *axis, activity));
    let axes = axes.map(|scope| (scope, Decimal::ONE));
    merged(std::iter::once((Scope::All, Decimal::ONE)).chain(credits).chain(axes))
}

fn axis_scopes(source: &Source, axis: Axis, activity: &Activity) -> Vec<Scope> {
    let book = source.book;
    match axis {
        Axis::Leader => {
            let leaders = activity.leaders.iter();
            let leaders = leaders.filter_map(|one| book.leader_called(one.as_str()));
            leaders.map(|one| Scope::Leader(one.id.to_string())).collect()
        }
        Axis::Task => {
            let task = activity.task.as_ref();
            let task = task.and_then(|task| book.task_called(task.as_str()));
            task.map(|one| Scope::Task(one.id.to_string())).into_iter().collect()
        }
        Axis::Channel => {
            let channel = activity.channel;
            channel.map(|one| Scope::Channel(one.id().to_owned())).into_iter().collect()
        }
        Axis::Chain | Axis::Sector | Axis::Region => Vec::new(),
    }
}
