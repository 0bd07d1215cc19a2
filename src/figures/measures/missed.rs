//! 缺报次数: what units had to hand in and did not, or not in time, each a piece on the day it was due.

use rust_decimal::Decimal;

use crate::figures::facts::attribution::Place;
use crate::figures::facts::duties::{DutyState, Kept, kept};
use crate::figures::facts::entry::{Entry, Evidence, Written};
use crate::figures::facts::fact::{Fact, RecordAt};
use crate::figures::facts::source::Source;
use crate::figures::facts::terms::Terms;
use crate::figures::measures::{Addend, Measure};
use crate::model::dictionary::field;
use crate::model::plan::Plan;
use crate::model::plan::indicator::MeasureKind;
use crate::model::value::quantity::Quantity;

pub(super) const MEASURE: Measure = Measure {
    kind: MeasureKind::Missed,
    manual: "到期未报和逾期才报的次数，各期各单位分别计",
    adds: Addend::Pieces,
    facts,
};

fn facts<'a>(source: &Source<'a, '_>) -> Vec<Fact<'a>> {
    let mut plans = source.book.plans.iter();
    let Some(plan) = plans.position(|filed| filed.record.id == source.plan.id) else {
        return Vec::new();
    };
    let wanted = source.indicator.duty.as_ref();
    let mut facts = Vec::new();
    for (at, duty) in source.plan.duties.iter().enumerate() {
        if wanted.is_some_and(|id| duty.id != *id) {
            continue;
        }
        let last = duty.to.unwrap_or(source.plan.span.end);
        for state in kept(source.book, source.plan, duty, last) {
            if matches!(state.kept, Kept::Late(_) | Kept::Missing) {
                facts.push(fact(source, (plan, at), &state));
            }
        }
    }
    facts
}

/// Returns the fact of a miss. It is known on the due day; a late submission does not undo it.
fn fact<'a>(
    source: &Source<'a, '_>,
    (plan, duty): (usize, usize),
    state: &DutyState,
) -> Fact<'a> {
    let unit = state.unit.as_str();
    let place = Place { unit, site: Some(unit) };
    let entry = Entry::item(field!(Plan.duties), duty);
    let recorded = Quantity::of_base(Decimal::ONE, source.indicator.unit);
    let credits = source.rows.map(|rows| rows.credit(place, None, Decimal::ONE));
    let terms = source.terms.shared(Terms::credited(credits));
    Fact {
        written: Written::Period(Box::new(state.period.clone())),
        evidence: Evidence::Duty(state.kept),
        demo: state.demo,
        ..Fact::plain((RecordAt::Duty(plan, duty), entry), state.due, recorded, terms)
    }
}
