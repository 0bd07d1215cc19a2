//! Why a rank moved: the units that were passed, and those that passed.

use std::cmp::Ordering;

use crate::figures::IndicatorFigures;
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
    let mut lines: [Vec<String>; 2] = [Vec::new(), Vec::new()];
    for other in &after.at.figures {
        let same = other.standing.as_ref().map(|standing| standing.group.as_str()) == group;
        if !same || other.id == new.id {
            continue;
        }
        let Some(other_new) = rank(other) else { continue };
        let Some(other_old) = find(before.at, other).and_then(rank) else { continue };
        let (was, is) = (own_old.cmp(&other_old), own_new.cmp(&other_new));
        match (was, is) {
            (Ordering::Greater, Ordering::Less) => lines[0].push(after.name(&other.scope)),
            (Ordering::Less, Ordering::Greater) => lines[1].push(after.name(&other.scope)),
            // A tie that came about or was broken moves a rank as well.
            (Ordering::Equal, Ordering::Less) => lines[0].push(after.name(&other.scope)),
            (Ordering::Equal, Ordering::Greater) => lines[1].push(after.name(&other.scope)),
            (Ordering::Greater, Ordering::Equal) => {
                lines[0].push(format!("{}（追平）", after.name(&other.scope)));
            }
            (Ordering::Less, Ordering::Equal) => {
                lines[1].push(format!("{}（追平）", after.name(&other.scope)));
            }
            _ => {}
        }
    }
    let [over, under] = lines;
    let over = (!over.is_empty()).then(|| format!("超过{}", names(&over)));
    let under = (!under.is_empty()).then(|| format!("被{}超过", names(&under)));
    over.into_iter().chain(under).collect()
}

fn rank(figure: &Figure) -> Option<u32> {
    figure.standing.as_ref()?.rank
}

fn find<'a>(at: &'a IndicatorFigures, other: &Figure) -> Option<&'a Figure> {
    at.figure(&other.scope)
}

fn names(names: &[String]) -> String {
    let shown: Vec<&str> = names.iter().take(NAMES).map(String::as_str).collect();
    match names.len() > NAMES {
        true => format!("{}等{}个单位", shown.join("、"), names.len()),
        false => shown.join("、"),
    }
}
