//! Released figures as they stand after the disclosed changes, and which come out otherwise.

use crate::model::book::Book;
use crate::model::edition::release::ReleasedFigure;
use crate::model::edition::revision::{RevisedPart, Revision};
use crate::model::value::period::Period;
use std::collections::{BTreeMap, BTreeSet};

/// A part of a released figure that comes out otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedPart {
    /// Which part.
    pub part: RevisedPart,
    /// As released or last revised; none where it was not there.
    pub old: Option<String>,
    /// As it comes out now; none where it is gone.
    pub new: Option<String>,
}

/// A released figure that comes out otherwise, or is gone.
#[derive(Clone, Debug)]
pub struct Moved {
    /// The figure as it was released.
    pub figure: ReleasedFigure,
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
pub fn current_figures(book: &Book, period: &Period) -> Vec<ReleasedFigure> {
    let Some(release) = book.release(period) else { return Vec::new() };
    let mut figures = release.record.figures.clone();
    for revision in book.revisions(period) {
        if let Some(figure) = figures.iter_mut().find(|one| one.id == revision.figure) {
            apply(figure, revision);
        }
    }
    figures
}

/// A part of a released figure as it stands after the disclosed changes.
pub fn current_part(
    book: &Book,
    period: &Period,
    figure: &str,
    part: &str,
) -> Option<String> {
    let revisions = book.revisions(period).iter().rev();
    let mut own = revisions.filter(|one| one.figure == figure && one.part.id() == part);
    if let Some(revision) = own.next() {
        return revision.new.clone();
    }
    let figures = &book.release(period)?.record.figures;
    figures.iter().find(|one| one.id == figure)?.parts.get(part).cloned()
}

/// Changes a figure as a revision discloses.
pub fn apply(figure: &mut ReleasedFigure, revision: &Revision) {
    let part = revision.part.id().to_owned();
    match &revision.new {
        Some(new) => figure.parts.insert(part, new.clone()),
        None => figure.parts.remove(&part),
    };
}

/// The figures of a release that come out otherwise, given what is computed now.
pub fn moved(book: &Book, period: &Period, now: &[ReleasedFigure]) -> Vec<Moved> {
    let now: BTreeMap<&str, &ReleasedFigure> =
        now.iter().map(|figure| (figure.id.as_str(), figure)).collect();
    let none = BTreeMap::new();
    let figures = current_figures(book, period).into_iter();
    figures
        .filter_map(|figure| {
            let found = now.get(figure.id.as_str());
            let parts =
                differing(&figure.parts, found.map_or(&none, |found| &found.parts));
            let gone = found.is_none();
            (!parts.is_empty()).then_some(Moved { figure, gone, parts })
        })
        .collect()
}

/// The parts that differ between two states of a figure.
pub fn differing(
    old: &BTreeMap<String, String>,
    new: &BTreeMap<String, String>,
) -> Vec<MovedPart> {
    let ids: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let moved = ids.into_iter().filter(|id| old.get(*id) != new.get(*id));
    let part = |id: &String| MovedPart {
        part: RevisedPart::of(id),
        old: old.get(id).cloned(),
        new: new.get(id).cloned(),
    };
    let mut parts: Vec<MovedPart> = moved.map(part).collect();
    parts.sort_by_key(|part| part.part.order());
    parts
}

/// Whether a printed part of a figure was revised, or follows from one that was.
pub fn is_revised(book: &Book, period: &Period, figure: &str, part: &str) -> bool {
    let revised = |frozen: &str| book.is_revised(period, figure, frozen);
    match part {
        "remaining" | "needed" | "projection" | "change" => {
            revised("value") || revised("target")
        }
        "verdict" => {
            let turned = |one: &Revision| one.figure == figure && is_turned(one);
            revised("verdict:") && book.revisions(period).iter().any(turned)
        }
        "movement" => revised("rank"),
        part => match part.strip_prefix("verdict-") {
            Some(point) => revised(&format!("verdict:{point}")),
            None => revised(part),
        },
    }
}

/// Whether a revision turned a verdict, and not only the number it rests on.
pub fn is_turned(revision: &Revision) -> bool {
    turned(&revision.part, &revision.old, &revision.new)
}

/// Whether a changed part is a verdict that turned.
pub fn turned(part: &RevisedPart, old: &Option<String>, new: &Option<String>) -> bool {
    let word = |text: &Option<String>| {
        text.as_deref().map(|text| text.split('（').next().map(str::to_owned))
    };
    part.id().starts_with("verdict:") && word(old) != word(new)
}
