//! Support that was promised to projects, each piece on the day that an indicator counts it by.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::facts::entry::{Entry, Evidence, Written};
use crate::figures::facts::fact::Fact;
use crate::figures::facts::knowledge::Knowledge;
use crate::figures::facts::source::Source;
use crate::figures::projects::counted::Counted;
use crate::figures::projects::event::Event;
use crate::figures::projects::filter::filtered;
use crate::figures::projects::placed::Placed;
use crate::model::dictionary::field;
use crate::model::plan::fact_kind::FactKind;
use crate::model::record::project::{Project, Support};
use crate::model::value::quantity::{Base, Quantity};

/// When a piece of support counts, and since when that is known; `None` if it does not.
type Counts = fn(&Support) -> Option<(NaiveDate, Option<NaiveDate>)>;

/// Returns the facts of the promised support.
pub(in crate::figures) fn facts<'a>(
    source: &Source<'a, '_>,
    counts: Counts,
) -> Vec<Fact<'a>> {
    let kinds =
        source.indicator.filter.as_ref().map_or(&[][..], |filter| &filter.supports);
    let mut facts = Vec::new();
    for placed in filtered(source) {
        for (index, support) in placed.project.supports.iter().enumerate() {
            let is_wanted = kinds.is_empty() || kinds.contains(&support.kind);
            if let Some(day) = counts(support).filter(|_| is_wanted) {
                facts.push(promised(source, placed, (index, support), day));
            }
        }
    }
    facts
}

/// Returns the fact of a piece of support: 1 if the indicator is a count, else its quantity.
fn promised<'a>(
    source: &Source<'a, '_>,
    placed: Placed<'a>,
    (index, support): (usize, &'a Support),
    (day, known): (NaiveDate, Option<NaiveDate>),
) -> Fact<'a> {
    let unit = source.indicator.unit;
    let is_count = unit.base == Base::Count;
    let piece = Quantity::of_base(Decimal::ONE, unit);
    let event = Event {
        entry: Entry::item(field!(Project.supports), index),
        when: day,
        written: Written::Day,
        recorded: support.quantity.filter(|_| !is_count).unwrap_or(piece),
        kind: FactKind::Work,
        known,
        evidence: Evidence::Documents(&support.evidence),
        vouched: None,
        contract: None,
    };
    let stopped = Knowledge::end(placed.project);
    let fact = Counted::of(source, placed, true).fact(event);
    let due = source.base.and_then(|base| base.due(support));
    Fact { stopped, base: due.or(fact.base), ..fact }
}
