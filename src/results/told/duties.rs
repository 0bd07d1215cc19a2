//! What an edition says of who reported what.

use std::collections::{BTreeMap, BTreeSet};

use crate::figures::facts::duties::{Content, DutyState, Kept, kept};
use crate::figures::facts::moment::{known_for, register_for};
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::plan::Plan;
use crate::model::plan::duty::Duty;
use crate::model::value::period::Period;

/// Who reported what of the periods that ended in that of the edition or fell due in it, by duty and
/// period.
pub(super) fn of_duties(
    book: &Book,
    period: &Period,
) -> BTreeMap<String, BTreeSet<String>> {
    let mut told: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (start, end) = (period.days().start, period.end());
    let register = register_for(book, period);
    let plans = book.plans.iter().map(|filed| filed.record.as_ref());
    for plan in plans.filter(|plan| plan.span.contains(end)) {
        for duty in &plan.duties {
            let states = states(book, (plan, duty), period);
            let told_of = states.into_iter().filter(|state| {
                let last = state.period.end();
                last <= end && (start <= last || start <= state.due)
            });
            for state in told_of {
                let about = format!("{}/{}", duty.id, state.period);
                let unit = Scope::Unit(state.unit.clone());
                let unit = register.scope_name(&unit);
                let words = format!("{unit} {}", label(&state));
                told.entry(about).or_default().insert(words);
            }
        }
    }
    told
}

fn states(book: &Book, (plan, duty): (&Plan, &Duty), period: &Period) -> Vec<DutyState> {
    kept(book, plan, duty, known_for(book, plan, period))
}

/// Whether a unit reported, and what.
fn label(state: &DutyState) -> &'static str {
    match (state.kept, state.content) {
        (Kept::Missing, _) => "未报",
        (Kept::BeforeIssue, _) => "不计",
        (Kept::Late(_), _) => "逾期报送",
        (Kept::InTime(_), Some(Content::Zero)) => "报了零",
        (Kept::InTime(_), Some(Content::Unrecognised)) => "报了未认定",
        (Kept::InTime(_), _) => "已报",
    }
}
