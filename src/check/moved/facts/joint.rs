//! Joint projects whose units have other shares than when an edition was released.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::check::moved::facts::credited::units;
use crate::check::moved::facts::edit::{Edit, Sum, Suspect};
use crate::check::moved::facts::released::Released;
use crate::figures::facts::entry::Entry;
use crate::figures::facts::fact::RecordAt;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::dictionary::field;
use crate::model::record::project::Project;

/// Returns the joint projects of which some units have more, and others as much less, in every series
/// in which any of them moved: the position of each with what the editions released of it.
pub(super) fn joint(
    book: &Book,
    series: &[(usize, Vec<Option<Released>>)],
) -> Vec<Suspect> {
    let suspect = |at: usize| {
        let explains = shifted(&units(book, at), series)?;
        Some(Suspect {
            record: RecordAt::Project(at),
            entry: Entry::field(field!(Project.shares)),
            edit: Edit::Shares,
            has_day: true,
            has_amount: true,
            is_told: false,
            explains,
        })
    };
    (0..book.projects.len()).filter_map(suspect).collect()
}

/// Returns the sums of some units that moved; `None` if none did, or they do not make up for each other.
fn shifted(
    units: &BTreeSet<Scope>,
    series: &[(usize, Vec<Option<Released>>)],
) -> Option<BTreeSet<Sum>> {
    let mut sums = BTreeSet::new();
    if units.len() < 2 {
        return None;
    }
    for (at, released) in series {
        for (edition, released) in released.iter().enumerate() {
            let Some(released) = released else { continue };
            let moved = units.iter().filter(|unit| released.has_moved(unit));
            let before = sums.len();
            sums.extend(moved.map(|unit| (edition, *at, unit.clone())));
            let by: Decimal = units.iter().map(|unit| released.by(unit)).sum();
            let is_kept = by.is_zero() && !released.has_moved(&Scope::All);
            if sums.len() > before && !is_kept {
                return None;
            }
        }
    }
    (!sums.is_empty()).then_some(sums)
}
