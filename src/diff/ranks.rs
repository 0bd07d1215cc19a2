//! Why a rank moved: the units that were passed, and those that passed.

use std::cmp::Ordering;

use crate::figures::figure::Figure;
use crate::report::sheet::View;

/// Names told in a line.
const NAMES: usize = 8;

/// Who was passed by a figure's unit, and who passed it, in words.
pub(super) fn passed(
    (before, after): (&View, &View),
    (old, new): (&Figure, &Figure),
) -> Vec<String> {
    let Some((own_old, own_new)) = rank(old).zip(rank(new)) else { return Vec::new() };
    let group = new.standing.as_ref().map(|standing| standing.group.as_str());
    let mut lines: [Vec<String>; 4] = Default::default();
    for other in &after.at.figures {
        let same =
            other.standing.as_ref().map(|standing| standing.group.as_str()) == group;
        if !same || other.id == new.id {
            continue;
        }
        let Some(other_new) = rank(other) else { continue };
        let Some(other_old) = before.figure(&other.scope).and_then(rank) else {
            continue;
        };
        let line = match (own_old.cmp(&other_old), own_new.cmp(&other_new)) {
            (Ordering::Greater | Ordering::Equal, Ordering::Less) => 0,
            (Ordering::Greater, Ordering::Equal) => 1,
            (Ordering::Less | Ordering::Equal, Ordering::Greater) => 2,
            (Ordering::Less, Ordering::Equal) => 3,
            _ => continue,
        };
        lines[line].push(after.name(&other.scope));
    }
    let [over, level, under, caught] = lines.map(|line| names(&line));
    let told = [
        (!over.is_empty()).then(|| format!("超过{over}")),
        (!level.is_empty()).then(|| format!("追平{level}")),
        (!under.is_empty()).then(|| format!("被{under}超过")),
        (!caught.is_empty()).then(|| format!("被{caught}追平")),
    ];
    told.into_iter().flatten().collect()
}

fn rank(figure: &Figure) -> Option<u32> {
    figure.standing.as_ref()?.rank
}

fn names(names: &[String]) -> String {
    let shown: Vec<&str> = names.iter().take(NAMES).map(String::as_str).collect();
    match names.len() > NAMES {
        true => format!("{}等{}个单位", shown.join("、"), names.len()),
        false => shown.join("、"),
    }
}
