//! The facts of activities: which ones an indicator is about, and to whom they are credited.

use rust_decimal::Decimal;

use crate::figures::facts::attribution::{Place, Rows, merged};
use crate::figures::facts::entry::{Entry, Evidence};
use crate::figures::facts::fact::{Fact, RecordAt};
use crate::figures::facts::source::Source;
use crate::figures::facts::terms::Terms;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::dictionary::{Correctable, field};
use crate::model::plan::indicator::Axis;
use crate::model::plan::indicator::filter::Filter;
use crate::model::record::activity::Activity;
use crate::model::record::version::{Validity, each};
use crate::model::value::quantity::Quantity;

/// An activity with its position in the book, as it is or as it was known.
#[derive(Clone, Copy, Debug)]
pub(in crate::figures) struct Placed<'a> {
    at: usize,
    pub(in crate::figures) activity: &'a Activity,
    validity: Option<&'a Validity>,
}

/// Returns the versions of activities that pass the indicator's filter.
pub(in crate::figures) fn filtered<'a>(
    source: &Source<'a, '_>,
) -> impl Iterator<Item = Placed<'a>> {
    let Source { book, indicator, .. } = *source;
    let filter = indicator.filter.as_ref();
    (book.activities.iter().enumerate())
        .flat_map(move |(at, filed)| {
            let versions = each(&*filed.record, book.activity_versions(at));
            versions.map(move |(activity, validity)| Placed { at, activity, validity })
        })
        .filter(move |placed| {
            !placed.activity.is_withdrawn()
                && filter.is_none_or(|filter| passes(book, filter, placed.activity))
        })
}

fn passes(book: &Book, filter: &Filter, activity: &Activity) -> bool {
    let has_role = || {
        activity
            .leaders
            .iter()
            .filter_map(|leader| book.leader_called(leader.as_str())?.role.as_ref())
            .any(|role| filter.roles.contains(role))
    };
    (filter.activities.is_empty() || filter.activities.contains(&activity.kind))
        && (filter.roles.is_empty() || has_role())
        && admits(&filter.channels, activity.channel.as_ref())
        && admits(&filter.partners, activity.partner_class.as_ref())
        && admits(&filter.classes, &activity.classes)
        && admits(&filter.valid, activity.valid.as_ref())
}

/// Returns whether a part of a filter admits one of the values; an empty part admits everything.
pub(in crate::figures) fn admits<'a, T: PartialEq + 'a>(
    admitted: &[T],
    values: impl IntoIterator<Item = &'a T>,
) -> bool {
    admitted.is_empty() || values.into_iter().any(|value| admitted.contains(value))
}

/// Returns the fact of an activity; one record can count as several.
pub(in crate::figures) fn fact<'a>(
    source: &Source,
    Placed { at, activity, validity }: Placed<'a>,
) -> Fact<'a> {
    let amount = activity.count.map_or(Decimal::ONE, |count| Decimal::from(count.0));
    let place = (RecordAt::Activity(at), Entry::field(field!(Activity.date)));
    let recorded = Quantity::of_base(amount, source.indicator.unit);
    let credits = source.rows.map(|rows| credits(source, rows, activity));
    let terms = source.terms.shared(Terms::credited(credits));
    Fact {
        known: activity.submitted,
        validity,
        evidence: Evidence::Documents(&activity.evidence),
        demo: activity.demo.is_some_and(|flag| flag.0),
        ..Fact::plain(place, activity.date, recorded, terms)
    }
}

/// Returns the scopes of an activity: the whole, each unit that took part, and those of the
/// indicator's axes.
fn credits(source: &Source, rows: &Rows, activity: &Activity) -> Vec<(Scope, Decimal)> {
    let units = activity.units.iter().filter_map(|unit| source.book.unit(unit));
    let credits = units.flat_map(|unit| {
        let id = unit.id.as_str();
        rows.credit(Place { unit: id, site: Some(id) }, None, Decimal::ONE)
    });
    let axes = source
        .indicator
        .by
        .iter()
        .flat_map(|axis| axis_scopes(source.book, *axis, activity))
        .map(|scope| (scope, Decimal::ONE));
    merged(std::iter::once((Scope::All, Decimal::ONE)).chain(credits).chain(axes))
}

fn axis_scopes(book: &Book, axis: Axis, activity: &Activity) -> Vec<Scope> {
    match axis {
        Axis::Leader => activity
            .leaders
            .iter()
            .filter_map(|leader| book.leader_called(leader.as_str()))
            .map(|leader| Scope::Leader(leader.id.to_string()))
            .collect(),
        Axis::Task => activity
            .task
            .iter()
            .filter_map(|task| book.task_called(task.as_str()))
            .map(|task| Scope::Task(task.id.to_string()))
            .collect(),
        Axis::Channel => activity
            .channel
            .iter()
            .map(|channel| Scope::Channel(channel.id().to_owned()))
            .collect(),
        Axis::Chain | Axis::Sector | Axis::Region => Vec::new(),
    }
}
