//! Disqualification: the units that an assessment has left out, and what else they are left out of
//! (D34, D35).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::book::Book;
use crate::model::dictionary::Correctable;
use crate::model::plan::Plan;
use crate::model::plan::assessment::{Assessment, LeftOutOf};
use crate::model::record::marks::Veto;

/// Returns the disqualification of each unit that an assessment leaves out on a day, as known on
/// another, by the unit's id.
pub(in crate::figures) fn disqualified(
    book: &Book,
    assessment: &Assessment,
    end: NaiveDate,
    known: NaiveDate,
) -> BTreeMap<String, Veto> {
    let vetoes = book.marks.iter().flat_map(|filed| &filed.record.vetoes);
    let vetoes = vetoes.filter(|veto| veto.assessment == assessment.id);
    let in_force = |veto: &Veto| {
        let veto = veto.known_on(known);
        let is_known = veto.submitted.unwrap_or(veto.from) <= known && veto.from <= known;
        let is_over = veto.to.is_some_and(|to| to < end);
        (is_known && !is_over && !veto.is_withdrawn()).then_some(veto)
    };
    let mut disqualified = BTreeMap::new();
    for veto in vetoes.filter_map(in_force) {
        if let Some(unit) = book.unit(&veto.unit) {
            disqualified.entry(unit.id.to_string()).or_insert(veto);
        }
    }
    disqualified
}

/// Returns why each unit is left out of something by any assessment of a plan, by the unit's id.
pub(in crate::figures) fn left_out_of(
    book: &Book,
    plan: &Plan,
    what: LeftOutOf,
    end: NaiveDate,
    known: NaiveDate,
) -> BTreeMap<String, String> {
    let assessments = plan.assessments.iter();
    let strict = assessments.filter(|one| one.disqualified.contains(&what));
    let vetoes = strict.flat_map(|one| disqualified(book, one, end, known));
    vetoes.map(|(unit, veto)| (unit, veto.reason)).collect()
}
