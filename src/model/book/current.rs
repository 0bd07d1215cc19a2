//! Released figures with their disclosed changes, compared with what is computed now.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::model::book::Book;
use crate::model::book::figure_id::FigureId;
use crate::model::book::filed::{Filed, stem};
use crate::model::dictionary::Level;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::value::{FrozenValue, turned};
use crate::model::edition::frozen::{Frozen, FrozenParts};
use crate::model::edition::paper::Paper;
use crate::model::edition::release::Release;
use crate::model::edition::release::document::{DOCUMENT, IssuedDocument};
use crate::model::edition::release::sums::{Sums, WITHDRAWN};
use crate::model::edition::release::unreleased::Unreleased;
use crate::model::edition::revision::{
    DisclosedChange, DisclosedFigure, RevisionFile, Withdrawal,
};
use crate::model::edition::state::State;
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

impl Book {
    /// Returns the release of a period; `None` if it was not released.
    pub fn release(&self, period: &Period) -> Option<&Filed<Release>> {
        self.releases.iter().find(|release| release.record.period == *period)
    }

    /// Returns the end of the newest edition or release: facts up to this day are counted.
    pub fn counted_until(&self) -> Option<NaiveDate> {
        let editions =
            self.editions.iter().map(|edition| edition.record.card.period.end());
        let releases = self.releases.iter().map(|release| release.record.period.end());
        editions.chain(releases).max()
    }

    /// Returns the releases of a period that were taken back; `None` if none was.
    pub fn unreleased(&self, period: &Period) -> Option<&Unreleased> {
        let name = format!("released/{period}{WITHDRAWN}");
        let file = self.unreleased.iter().find(|file| file.path == name);
        file.map(|file| file.record.as_ref())
    }

    /// Returns the document of a period as it was issued; `None` where it is not kept.
    pub fn issued_document(&self, period: &Period) -> Option<&IssuedDocument> {
        let name = format!("released/{period}{DOCUMENT}");
        let file = self.documents.iter().find(|file| file.path == name);
        file.map(|file| file.record.as_ref())
    }

    /// Returns whether a level may see a document that was issued: one that was made for it or for a
    /// level below, of which nothing was taken back.
    pub(super) fn may_see_issued(
        &self,
        document: &Filed<IssuedDocument>,
        level: Level,
    ) -> bool {
        let Ok(period) = stem(&document.path).parse() else { return false };
        let made_for = self.sums().and_then(|sums| sums.record.made_for(&period));
        let is_whole = level > Level::Public || self.withdrawals(&period).is_empty();
        made_for.is_some_and(|made_for| made_for <= level) && is_whole
    }

    /// Returns how far the edition of a period is.
    pub fn state(&self, period: &Period) -> State {
        match (self.edition(period), self.release(period)) {
            (None, _) => State::Draft,
            (Some(_), None) => State::ForReview,
            (Some(_), Some(_)) => State::Released,
        }
    }

    /// Returns how the edition of a period is set as an official document.
    pub fn paper(&self, period: &Period) -> Paper {
        let general = self.card.record.paper.clone().unwrap_or_default();
        let edition =
            self.edition(period).and_then(|edition| edition.record.card.paper.as_ref());
        edition.map_or(general.clone(), |paper| paper.over(&general))
    }

    /// Returns the digests of the released files; `None` where none were ever entered.
    pub fn sums(&self) -> Option<&Filed<Sums>> {
        self.sums.iter().next()
    }

    /// Returns the release that a file of revisions belongs to.
    pub fn release_revised_by(&self, file: &Filed<RevisionFile>) -> Option<&Release> {
        let mut releases = self.releases.iter().map(|filed| filed.record.as_ref());
        releases.find(|release| stem(&file.path) == release.period.to_string())
    }

    /// Returns the disclosed changes to a period's released edition, oldest first.
    pub fn disclosed(&self, period: &Period) -> &[DisclosedChange] {
        self.revised(period).map_or(&[], |file| &file.changes)
    }

    /// Returns the disclosed changes to a period's released figures, oldest first, each with the
    /// change that it is part of.
    pub fn disclosed_figures(
        &self,
        period: &Period,
    ) -> impl DoubleEndedIterator<Item = (&DisclosedChange, &DisclosedFigure)> {
        let changes = self.disclosed(period).iter();
        changes.flat_map(|change| change.figures.iter().map(move |one| (change, one)))
    }

    /// Returns what was taken back of a period's public edition, oldest first.
    pub fn withdrawals(&self, period: &Period) -> &[Withdrawal] {
        self.revised(period).map_or(&[], |file| &file.withdrawals)
    }

    /// Returns whether a part of a released figure was changed since.
    pub fn is_revised(
        &self,
        period: &Period,
        figure: &FigureId,
        part: &FrozenPart,
    ) -> bool {
        self.revised.holds(period, figure, part)
    }

    fn revised(&self, period: &Period) -> Option<&RevisionFile> {
        let period = period.to_string();
        let file = self.revisions.iter().find(|file| stem(&file.path) == period);
        file.map(|file| file.record.as_ref())
    }
}

/// Returns the released figures of a period with their disclosed changes applied.
pub fn current_figures(book: &Book, period: &Period) -> Vec<Frozen> {
    let Some(release) = book.release(period) else { return Vec::new() };
    let mut figures: Vec<Frozen> = release.record.frozen().collect();
    for (_, changed) in book.disclosed_figures(period) {
        let figure = figures.iter_mut().find(|figure| figure.id == changed.figure);
        if let Some(figure) = figure {
            apply(changed, &mut figure.parts);
        }
    }
    figures
}

/// Returns a part of a released figure with its disclosed changes applied; `None` if it was not
/// released.
pub fn current_part(
    book: &Book,
    period: &Period,
    figure: &FigureId,
    part: &FrozenPart,
) -> Option<FrozenValue> {
    let mut newest_first = book.disclosed_figures(period).rev();
    let changed = newest_first
        .find(|(_, changed)| changed.figure == *figure && changed.part == *part);
    match changed {
        Some((_, changed)) => changed.after(),
        None => book.release(period)?.record.part(figure, part),
    }
}

/// Applies a disclosed change to the parts of its figure.
pub fn apply(changed: &DisclosedFigure, parts: &mut FrozenParts) {
    let part = changed.part.clone();
    match changed.after() {
        Some(new) => parts.insert(part, new),
        None => parts.remove(&part),
    };
}

/// Returns the released figures of a period that differ from those computed now.
pub fn moved(book: &Book, period: &Period, now: &[Frozen]) -> Vec<Moved> {
    let now: BTreeMap<&FigureId, &Frozen> =
        now.iter().map(|figure| (&figure.id, figure)).collect();
    let none = FrozenParts::new();
    let is_told = book.release(period).is_some_and(|one| one.record.recognised);
    let is_silent_of =
        |part: &FrozenPart| !is_told && matches!(part, FrozenPart::Recognised(_));
    let figures = current_figures(book, period).into_iter();
    figures
        .filter_map(|figure| {
            let computed = now.get(&figure.id);
            let now = computed.map_or(&none, |computed| &computed.parts);
            let mut parts = differing(&figure.parts, now);
            parts.retain(|moved| !is_silent_of(&moved.part));
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
