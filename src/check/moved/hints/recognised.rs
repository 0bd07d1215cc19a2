//! Recognised values (核定) that were edited.

use std::collections::BTreeSet;

use crate::check::moved::edition::ReleasedEdition;
use crate::check::moved::hint::Hint;
use crate::check::moved::words::{backdated, corrected, undated, withdrawal};
use crate::check::totals::{Placed, totals};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::book::current::MovedPart;
use crate::model::book::figure_id::FigureId;
use crate::model::dictionary::{field, route};
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::record::reported::{ReportedFile, Total, TotalKind};
use crate::model::value::period::Period;

/// Returns what was done to recognised values.
pub(crate) fn hints(book: &Book, editions: &[ReleasedEdition]) -> Vec<Hint> {
    let mut hints = Vec::new();
    for (at, edition) in editions.iter().enumerate() {
        for moved in &edition.moved {
            for part in &moved.parts {
                let FrozenPart::Recognised(period) = &part.part else { continue };
                let placed = find(book, &moved.figure.id, period);
                let title = moved.figure.title();
                hints.push(hint(at, part, placed.as_ref(), &title));
            }
        }
    }
    hints
}

/// Returns the total that says what was recognised of a figure for a period.
fn find<'a>(book: &'a Book, figure: &FigureId, period: &Period) -> Option<Placed<'a>> {
    let FigureId::Indicator(id, scope) = figure else { return None };
    let is_of = |total: &Total| {
        let indicator = book.indicator(total.indicator.as_str());
        total.period == *period
            && indicator.is_some_and(|(_, indicator)| indicator.id == *id)
            && book.scope_called(total.scope.as_str()).as_ref() == Some(scope)
    };
    totals(book, TotalKind::Recognised).find(|placed| is_of(placed.total))
}

fn hint(at: usize, part: &MovedPart, placed: Option<&Placed>, title: &str) -> Hint {
    let editions = BTreeSet::from([at]);
    let Some(placed) = placed else {
        let line = format!(
            "reported：{title}的核定数删了的，恢复原来的；核定撤销了的，在这一条里写 {}",
            withdrawal()
        );
        return Hint { editions, line: Some(line), undated: None, is_sure: true };
    };
    let total = placed.total;
    let name = format!("{}第{}条", field!(ReportedFile.totals).key, placed.at + 1);
    let is_new = part.old.is_none();
    let is_undated = is_new && total.submitted.is_none();
    let line = match (is_new, &part.new) {
        _ if is_undated => undated(&name),
        (true, _) => backdated(&name),
        (false, Some(_)) => corrected(&name, field!(Total.value).key, total.value),
        (false, None) => {
            let withdrawal = withdrawal();
            format!(
                "{name}的认定、报送改回原来的；核定撤销了的，在这一条里写 {withdrawal}"
            )
        }
    };
    let place = || Place::value(placed.file, route!(ReportedFile.totals[placed.at]));
    Hint {
        editions,
        line: Some(format!("{}：{line}", placed.path)),
        undated: is_undated.then(place),
        is_sure: true,
    }
}
