//! 活动次数: activities on their days; each counts once in total and once for every unit that took part.

use rust_decimal::Decimal;

use crate::figures::attribution::merged;
use crate::figures::fact::{Fact, RecordAt};
use crate::figures::measures::{Measure, Source};
use crate::model::activity::Activity;
use crate::model::indicator::MeasureKind;
use crate::model::plan::FactKind;
use crate::model::quantity::Quantity;
use crate::model::scope::Scope;
use crate::model::written::Step;

pub(super) const MEASURE: Measure = Measure {
    kind: MeasureKind::Activities,
    manual: "活动次数，合计中一次活动只计一次，参加的单位各计一次",
    facts,
};

fn facts(source: &Source) -> Vec<Fact> {
    filtered(source).map(|(at, activity)| fact(source, at, activity)).collect()
}

/// The activities that pass the indicator's filter, with their positions.
pub(super) fn filtered<'a>(
    source: &Source<'a>,
) -> impl Iterator<Item = (usize, &'a Activity)> {
    let filter = source.indicator.filter.as_ref();
    let wanted = move |activity: &Activity| {
        filter.is_none_or(|filter| {
            filter.activities.is_empty() || filter.activities.contains(&activity.kind)
        })
    };
    let activities = source.book.activities.iter().map(|filed| &filed.record).enumerate();
    activities.filter(move |(_, activity)| wanted(activity))
}

/// A fact of one activity.
pub(super) fn fact(source: &Source, at: usize, activity: &Activity) -> Fact {
    let recorded = Quantity { amount: Decimal::ONE, unit: source.indicator.unit };
    Fact {
        record: RecordAt::Activity(at),
        route: vec![Step::from("日期")],
        when: activity.date,
        when_text: activity.date.to_string(),
        recorded,
        amount: Some(Decimal::ONE),
        replaces: false,
        cumulative: false,
        distinct: None,
        kind: FactKind::Work,
        known: activity.submitted,
        correction: false,
        requirements: Vec::new(),
        sizes: None,
        stopped: None,
        credits: credits(source, activity),
        joint: None,
        evidence: activity.evidence.clone(),
        demo: activity.demo.is_some_and(|flag| flag.0),
    }
}

fn credits(source: &Source, activity: &Activity) -> Vec<(Scope, Decimal)> {
    let units = activity.units.iter().filter_map(|unit| source.book.unit(unit));
    let credits =
        units.flat_map(|unit| source.rows.credit(unit.id.as_str(), None, Decimal::ONE));
    merged(std::iter::once((Scope::All, Decimal::ONE)).chain(credits))
}
