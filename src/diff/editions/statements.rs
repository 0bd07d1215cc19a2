//! What the narratives of both sides say, and only one side's figures agree with.

use crate::claims::said::{may_say, said};
use crate::claims::statements::{Stated, looks_back};
use crate::claims::typed::{Typed, of_narrative};
use crate::figures::basis::Basis;
use crate::model::value::period::Period;
use crate::sheet::Sheet;
use crate::view::changes::StatementChange;
use crate::words::date;

/// Returns what is said in an edition on both sides, with the same words, and held on one only.
pub(crate) fn statements(before: &Sheet, after: &Sheet) -> Vec<StatementChange> {
    let period = &after.figures.period;
    let (was, is) = (judged(before, period), judged(after, period));
    let mut left: Vec<&Stated> = was.iter().collect();
    let mut changes = Vec::new();
    for stated in &is {
        let found = left.iter().position(|other| other.text == stated.text);
        let Some(old) = found.map(|at| left.remove(at)) else { continue };
        if old.instead.is_some() == stated.instead.is_some() {
            continue;
        }
        changes.push(StatementChange {
            period: date::period(period),
            text: stated.text.clone(),
            holds: stated.instead.is_none(),
            instead: stated
                .instead
                .clone()
                .or_else(|| old.instead.clone())
                .unwrap_or_default(),
        });
    }
    changes
}

/// Returns what the narrative of an edition says, as its audience may read it.
fn judged(sheet: &Sheet, period: &Period) -> Vec<Stated> {
    let book = sheet.book();
    let Some(edition) = book.edition(period) else { return Vec::new() };
    let typed = of_narrative(&edition.record.narrative);
    if !may_say(&typed, book) {
        return Vec::new();
    }
    let before =
        earlier(&typed, sheet.basis, period).map(|period| sheet.basis.figures(period));
    let before = before.as_ref().map(|figures| Sheet::alone(sheet.basis, figures));
    said(&typed, sheet, before.as_ref())
}

/// Returns the period of the edition before, if that is spoken of.
fn earlier<'a>(
    typed: &[Typed],
    basis: &Basis<'a>,
    period: &Period,
) -> Option<&'a Period> {
    let earlier = basis.book.edition_before(period);
    earlier.filter(|_| looks_back(typed))
}
