//! Released figures as they stand after the disclosed changes, and which come out otherwise.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::book::Book;
use crate::model::book::figure_id::FigureId;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::value::{FrozenValue, turned};
use crate::model::edition::frozen::{Frozen, FrozenParts};
use crate::model::edition::revision::Revision;
use crate::model::value::period::Period;

/// A part of a released figure that comes out otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedPart {
    /// Which part.
    pub part: FrozenPart,
    /// As released or last revised; `None` where it was not there.
    pub old: Option<FrozenValue>,
    /// As it comes out now; `None` where it is gone.
    pub new: Option<FrozenValue>,
}

impl MovedPart {
    /// Whether it is a verdict that stays, which only rests on another number.
    pub fn keeps_verdict(&self) -> bool {
        matches!(self.part, FrozenPart::Verdict(_))
            && !turned(self.old.as_ref(), self.new.as_ref())
    }
}

/// A released figure that comes out otherwise, or is gone.
#[derive(Clone, Debug)]
pub struct Moved {
    /// The figure as it was released.
    pub figure: Frozen,
    /// Whether it is not computed any more.
    pub gone: bool,
    /// The parts that differ, in the order a reader goes through them.
    pub parts: Vec<MovedPart>,
}

impl Moved {
    /// Whether a part that was released is not there any more.
    pub fn is_lost(&self) -> bool {
        self.parts.iter().any(|part| part.new.is_none())
    }
}

/// The released figures as they stand after the disclosed changes.
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

/// A part of a released figure as it stands after the disclosed changes.
pub fn current_part(
    book: &Book,
    period: &Period,
    figure: &FigureId,
    part: &FrozenPart,
) -> Option<FrozenValue> {
    let mut newest_first = book.revisions(period).iter().rev();
    let revision = newest_first.find(|one| one.figure == *figure && one.part == *part);
    match revision {
        Some(revision) => revision.after(),
        None => book.release(period)?.record.part(figure, part),
    }
}

/// Changes the parts of a figure as a revision says.
pub fn apply(revision: &Revision, parts: &mut FrozenParts) {
    let part = revision.part.clone();
    match revision.after() {
        Some(new) => parts.insert(part, new),
        None => parts.remove(&part),
    };
}

/// The figures of a release that come out otherwise, given what is computed now.
pub fn moved(book: &Book, period: &Period, now: &[Frozen]) -> Vec<Moved> {
    let now: BTreeMap<&FigureId, &Frozen> =
        now.iter().map(|figure| (&figure.id, figure)).collect();
    let none = FrozenParts::new();
    let figures = current_figures(book, period).into_iter();
    figures
        .filter_map(|figure| {
            let computed = now.get(&figure.id);
            let parts = computed.map_or(&none, |computed| &computed.parts);
            let parts = differing(&figure.parts, parts);
            let gone = computed.is_none();
            (!parts.is_empty()).then_some(Moved { figure, gone, parts })
        })
        .collect()
}

/// The parts that differ between two states of a figure.
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
