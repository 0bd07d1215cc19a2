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

fn facts<'a>(source: &Source<'a, '_>) -> Vec<Fact<'a>> {
    let Some(distinct) = source.indicator.distinct else {
        return filtered(source).map(|placed| fact(source, placed)).collect();
    };
    let mut facts = Vec::new();
    for placed in filtered(source) {
        let fact = fact(source, placed);
        for name in names(source.book, distinct, placed.activity) {
            facts.push(Fact { distinct: Some(name), ..fact.clone() });
        }
    }
    facts
}

/// Returns the names that an activity is counted by, each only once.
fn names<'a>(book: &'a Book, distinct: Distinct, activity: &'a Activity) -> Vec<&'a str> {
    match distinct {
        Distinct::Partner | Distinct::Investor => {
            activity.partner.as_deref().into_iter().collect()
        }
        Distinct::Project => {
            activity.projects.iter().map(|project| project.as_str()).collect()
        }
        Distinct::Leader => activity
            .leaders
            .iter()
            .filter_map(|leader| book.leader_called(leader.as_str()))
            .map(|leader| leader.id.as_str())
            .collect(),
        Distinct::Unit => activity
            .units
            .iter()
            .filter_map(|unit| book.unit(unit))
            .map(|unit| unit.id.as_str())
            .collect(),
    }
}
