//! Rules of a plan that were edited, so that they leave out many records at once.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::moved::edition::ReleasedEdition;
use crate::check::moved::facts::pieces::Out;
use crate::check::moved::hint::Hint;
use crate::model::book::Book;
use crate::model::dictionary::field;
use crate::model::edition::EditionCard;
use crate::model::plan::Plan;
use crate::model::plan::indicator::Indicator;

/// Returns what was done to cut-offs and conditions.
pub(crate) fn hints(
    book: &Book,
    editions: &[ReleasedEdition],
    rules: &BTreeMap<Out, BTreeSet<usize>>,
) -> Vec<Hint> {
    let hint = |(out, of): (&Out, &BTreeSet<usize>)| {
        let first = &editions[*of.first()?].release.record.period;
        let mut plans = book.plans.iter();
        let plan = plans.find(|plan| plan.record.span.contains(first.end()))?;
        let line = match out {
            Out::Late => {
                let (cutoffs, issued) =
                    (field!(Plan.cutoffs).key, field!(EditionCard.issued).key);
                format!(
                    "{}的“{cutoffs}”，或者 editions 里这几期的“{cutoffs}”“{issued}”改回原来的；没有改截止、改了几笔的报送的，把报送改回原来的；以后的期另定截止的，写在那一期的“{cutoffs}”里",
                    plan.path
                )
            }
            _ => format!(
                "{}的指标的“{}”改回原来的；文件以后改了的，写进以后的方案，期间从施行的那天起",
                plan.path,
                field!(Indicator.conditions).key
            ),
        };
        let editions = of.clone();
        Some(Hint { editions, line: Some(line), undated: None, is_sure: true })
    };
    rules.iter().filter_map(hint).collect()
}
