//! Recognised values (核定) that were edited.

use std::collections::BTreeSet;

use crate::check::moved::edition::ReleasedEdition;
use crate::check::moved::entry::Entry;
use crate::check::moved::hint::Hint;
use crate::check::moved::words::withdrawal;
use crate::model::book::Book;
use crate::model::book::current::{Moved, MovedPart};
use crate::model::book::figure_id::FigureId;
use crate::model::dictionary::{field, route};
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::record::reported::{ReportedFile, Total, TotalKind};
use crate::model::value::period::Period;

/// Returns what was done to recognised values.
pub(crate) fn hints(book: &Book, editions: &[ReleasedEdition]) -> Vec<Hint> {
    let editions = editions.iter().enumerate();
    let parts = editions.flat_map(|(at, edition)| {
        edition.parts().map(move |(moved, part)| (at, moved, part))
    });
    parts.filter_map(|(at, moved, part)| hint(book, at, moved, part)).collect()
}

fn hint(book: &Book, at: usize, moved: &Moved, part: &MovedPart) -> Option<Hint> {
    let FrozenPart::Recognised(period) = &part.part else { return None };
    let editions = BTreeSet::from([at]);
    let Some(entry) = find(book, &moved.figure.id, period) else {
        let (title, withdrawal) = (moved.figure.title(), withdrawal());
        return Some(Hint::line(
            editions,
            format!(
                "reported：{title}的核定数删了的，恢复原来的；核定撤销了的，在这一条里写 {withdrawal}"
            ),
        ));
    };
    let line = match (&part.old, &part.new) {
        (None, _) if entry.is_undated() => return Some(Hint::undated(editions, &entry)),
        (None, _) => entry.backdated(),
        (Some(_), Some(_)) => entry.put_right(field!(Total.value)),
        (Some(_), None) => entry.withdrawn(),
    };
    Some(Hint::line(editions, entry.says(&line)))
}

/// Returns the total that says what was recognised of a figure for a period.
fn find<'a>(book: &'a Book, figure: &FigureId, period: &Period) -> Option<Entry<'a>> {
    let FigureId::Indicator(id, scope) = figure else { return None };
    let is_of = |total: &Total| {
        let indicator = book.indicator(total.indicator.as_str());
        total.kind == TotalKind::Recognised
            && total.period == *period
            && indicator.is_some_and(|(_, indicator)| indicator.id == *id)
            && book.scope_called(total.scope.as_str()).as_ref() == Some(scope)
    };
    book.reported.iter().find_map(|filed| {
        let at = filed.record.totals.iter().position(is_of)?;
        Some(Entry::of(filed, &route!(ReportedFile.totals[at])))
    })
}
