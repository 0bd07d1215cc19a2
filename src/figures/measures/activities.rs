//! 活动次数: activities on their days; each counts once in total and once for every unit that took part.

use crate::figures::facts::activities::{fact, filtered};
use crate::figures::facts::fact::Fact;
use crate::figures::facts::source::Source;
use crate::figures::measures::{Addend, Measure};
use crate::model::book::Book;
use crate::model::plan::indicator::{Distinct, MeasureKind};
use crate::model::record::activity::Activity;

pub(super) const MEASURE: Measure = Measure {
    kind: MeasureKind::Activities,
    manual: "活动次数，合计中一次活动只计一次，参加的单位各计一次",
    adds: Addend::Pieces,
    facts,
};

fn facts(source: &Source) -> Vec<Fact> {
    let Some(distinct) = source.indicator.distinct else {
        let facts = filtered(source).map(|(at, activity)| fact(source, at, activity));
        return facts.collect();
    };
    let mut facts = Vec::new();
    for (at, activity) in filtered(source) {
        let fact = fact(source, at, activity);
        for name in names(source.book, distinct, activity) {
            facts.push(Fact { distinct: Some(name), ..fact.clone() });
        }
    }
    facts
}

/// Returns the names that an activity is counted by, each only once.
fn names(book: &Book, distinct: Distinct, activity: &Activity) -> Vec<String> {
    match distinct {
        Distinct::Partner | Distinct::Investor => {
            activity.partner.iter().cloned().collect()
        }
        Distinct::Project => {
            activity.projects.iter().map(|project| project.as_str().to_owned()).collect()
        }
        Distinct::Leader => activity
            .leaders
            .iter()
            .filter_map(|leader| book.leader_called(leader.as_str()))
            .map(|leader| leader.id.to_string())
            .collect(),
        Distinct::Unit => activity
            .units
            .iter()
            .filter_map(|unit| book.unit(unit))
            .map(|unit| unit.id.to_string())
            .collect(),
    }
}
