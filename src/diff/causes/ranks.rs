//! Why a rank moved: the units that were passed, and those that passed.

use std::cmp::Ordering;

use crate::figures::figure::Figure;
use crate::sheet::IndicatorView;

/// Most names in a phrase.
const NAMES: usize = 8;

/// A unit's ranks before and after, with its name.
pub(crate) struct Ranks {
    /// Name.
    pub name: String,
    /// Rank before.
    pub before: u32,
    /// Rank after.
    pub after: u32,
}

/// Returns phrases on the units that a figure's unit passed, and those that passed it.
pub(crate) fn passed(
    (before, after): (&IndicatorView, &IndicatorView),
    (old, new): (&Figure, &Figure),
) -> Vec<String> {
    let ranks = |old: &Figure, new: &Figure| {
        let name = after.name(&new.scope);
        Some(Ranks { name, before: rank(old)?, after: rank(new)? })
    };
    let Some(unit_ranks) = ranks(old, new) else { return Vec::new() };
    let group =
        |figure: &Figure| figure.ranked.as_ref().map(|ranked| ranked.group.clone());
    let others = (after.at.figures.iter())
        .filter(|other| group(other) == group(new) && other.id != new.id)
        .filter_map(|other| ranks(before.figure(&other.scope)?, other));
    phrases(&unit_ranks, others.collect())
}

/// Returns phrases on the units among `others` that a unit passed, and those that passed it.
pub(crate) fn phrases(unit: &Ranks, others: Vec<Ranks>) -> Vec<String> {
    let mut lines: [Vec<String>; 4] = Default::default();
    for other in others {
        let line = match (unit.before.cmp(&other.before), unit.after.cmp(&other.after)) {
            (Ordering::Greater | Ordering::Equal, Ordering::Less) => 0,
            (Ordering::Greater, Ordering::Equal) => 1,
            (Ordering::Less | Ordering::Equal, Ordering::Greater) => 2,
            (Ordering::Less, Ordering::Equal) => 3,
            _ => continue,
        };
        lines[line].push(other.name);
    }
    let [over, level, under, caught] = lines.map(|line| names(&line));
    let phrases = [
        (!over.is_empty()).then(|| format!("超过{over}")),
        (!level.is_empty()).then(|| format!("追平{level}")),
        (!under.is_empty()).then(|| format!("被{under}超过")),
        (!caught.is_empty()).then(|| format!("被{caught}追平")),
    ];
    phrases.into_iter().flatten().collect()
}

/// Returns the rank of a figure; `None` if it has none.
pub(crate) fn rank(figure: &Figure) -> Option<u32> {
    figure.ranked.as_ref()?.rank
}

fn names(names: &[String]) -> String {
    let shown: Vec<&str> = names.iter().take(NAMES).map(String::as_str).collect();
    if names.len() > NAMES {
        format!("{}等{}个单位", shown.join("、"), names.len())
    } else {
        shown.join("、")
    }
}
