//! Rules of a plan that were edited, so that they move many records at once.

use std::collections::BTreeSet;

use crate::check::moved::edition::ReleasedEdition;
use crate::check::moved::facts::edit::{Sum, named};
use crate::check::moved::facts::suspects::{Edited, Rules};
use crate::check::moved::hint::Hint;
use crate::check::moved::words::rule;
use crate::figures::basis::Basis;
use crate::model::dictionary::field;
use crate::model::edition::EditionCard;
use crate::model::plan::Plan;

/// Returns what was done to cut-offs, conditions and filters.
pub(crate) fn hints(
    basis: &Basis,
    editions: &[ReleasedEdition],
    rules: &Rules,
) -> Vec<Hint> {
    let hint = |(edited, sums): (&Edited, &BTreeSet<Sum>)| {
        let of: BTreeSet<usize> = sums.iter().map(|(edition, ..)| *edition).collect();
        let first = &editions[*of.first()?].release.record.period;
        let plan = editions[*of.first()?].plan(basis.book)?;
        let cutoffs = field!(Plan.cutoffs).key;
        let line = match edited {
            Edited::Late => format!(
                "{}的“{cutoffs}”，或者 editions 里{first}等期的“{cutoffs}”“{}”改回原来的；没有改截止、改了几笔的报送的，把报送改回原来的；以后的期另定截止的，写在那一期的“{cutoffs}”里",
                plan.path,
                field!(EditionCard.issued).key,
            ),
            Edited::Unmet | Edited::Chosen => rule(&plan.path, named(basis, sums)),
        };
        Some(Hint::line(of, line))
    };
    rules.iter().filter_map(hint).collect()
}
