//! Released figures with their disclosed revisions, compared with what is computed now.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::book::Book;
use crate::model::book::figure_id::FigureId;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::value::{FrozenValue, turned};
use crate::model::edition::frozen::{Frozen, FrozenParts};
use crate::model::edition::revision::Revision;
use crate::model::value::period::Period;

/// A part of a released figure that is computed differently now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedPart {
    /// Which part.
    pub part: FrozenPart,
    /// The value as released or last revised; `None` if the part did not exist.
    pub old: Option<FrozenValue>,
    /// The value as computed now; `None` if the part no longer exists.
    pub new: Option<FrozenValue>,
}

impl MovedPart {
    /// Returns whether a verdict stayed the same and only the number behind it changed.
    pub fn keeps_verdict(&self) -> bool {
        matches!(self.part, FrozenPart::Verdict(_))
            && !turned(self.old.as_ref(), self.new.as_ref())
    }
}

/// A released figure that is computed differently now, or not at all.
#[derive(Clone, Debug)]
pub struct Moved {
    /// The figure as it was released.
    pub figure: Frozen,
    /// Whether the figure is no longer computed.
    pub gone: bool,
    /// The parts that differ, in the order a reader goes through them.
    pub parts: Vec<MovedPart>,
}

impl Moved {
    /// Returns whether a part that was released no longer exists.
    pub fn is_lost(&self) -> bool {
        self.parts.iter().any(|part| part.new.is_none())
    }
}

/// Returns the released figures of a period with their revisions applied.
pub fn current_figures(book: &Book, period: &Period) -> Vec<Frozen> {
    let Some(release) = book.release(period) else { return Vec::new() };
    let mut figures: Vec<Frozen> = release.record.frozen().collect();
    for revision in book.revisions(period) {
        let figure = figures.iter_mut().find(|figure| figure.id == revision.figure);
        if let Some(figure) = figure {
            apply(revision, &mut figure.parts);
        }
    }
    figures
}

/// Returns a part of a released figure with its revisions applied; `None` if it was not released.
pub fn current_part(
    book: &Book,
    period: &Period,
    figure: &FigureId,
    part: &FrozenPart,
) -> Option<FrozenValue> {
    let mut newest_first = book.revisions(period).iter().rev();
    let revision = newest_first
        .find(|revision| revision.figure == *figure && revision.part == *part);
    match revision {
        Some(revision) => revision.after(),
        None => book.release(period)?.record.part(figure, part),
    }
}

/// Applies a revision to the parts of its figure.
pub fn apply(revision: &Revision, parts: &mut FrozenParts) {
    let part = revision.part.clone();
    match revision.after() {
        Some(new) => parts.insert(part, new),
        None => parts.remove(&part),
    };
}

/// Returns the released figures of a period that differ from those computed now.
pub fn moved(book: &Book, period: &Period, now: &[Frozen]) -> Vec<Moved> {
    let now: BTreeMap<&FigureId, &Frozen> =
        now.iter().map(|figure| (&figure.id, figure)).collect();
    let none = FrozenParts::new();
    let figures = current_figures(book, period).into_iter();
    figures
        .filter_map(|figure| {
            let computed = now.get(&figure.id);
            let now = computed.map_or(&none, |computed| &computed.parts);
            let parts = differing(&figure.parts, now);
            let gone = computed.is_none();
            (!parts.is_empty()).then_some(Moved { figure, gone, parts })
        })
        .collect()
}

/// Returns the parts that differ between two states of a figure.
pub fn differing(old: &FrozenParts, new: &FrozenParts) -> Vec<MovedPart> {
    let parts: BTreeSet<&FrozenPart> = old.keys().chain(new.keys()).collect();
    let moved = parts.into_iter().filter(|part| old.get(part) != new.get(part));
    moved
        .map(|part| MovedPart {
            part: part.clone(),
            old: old.get(part).cloned(),
            new: new.get(part).cloned(),
        })
        .collect()
}
