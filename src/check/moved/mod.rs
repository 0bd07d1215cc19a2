//! Figures of released editions that moved since, and what may have been edited so that they did.

pub mod edition;
mod entry;
mod facts;
pub(crate) mod hint;
mod hints;
mod words;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::check::moved::edition::ReleasedEdition;
use crate::check::moved::facts::edit::Suspect;
use crate::check::moved::facts::suspects::{Found, found};
use crate::check::moved::hint::Hint;
use crate::check::moved::hints::{
    kinds, marks, recognised, rules, targets, units, vetoes,
};
use crate::figures::basis::Basis;
use crate::figures::facts::fact::RecordAt;
use crate::model::book::current::{Moved, MovedPart};
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::value::FrozenValue;
use crate::model::edition::release::told::Retold;
use crate::results::moved::moved_figures;
use crate::results::told::retold;

/// What moved of the released editions of a book.
#[derive(Debug)]
pub struct Moves<'a> {
    /// Every released edition, oldest first.
    pub editions: Vec<ReleasedEdition<'a>>,
    /// What may have been edited so that they moved.
    pub(crate) hints: Vec<Hint>,
    /// What each edition says where no record can be told.
    kinds: Vec<Option<String>>,
    /// Positions of the editions in which something became less.
    fallen: BTreeSet<usize>,
}

impl<'a> Moves<'a> {
    /// Compares every released edition with what is computed now.
    pub(super) fn of(basis: &Basis<'a>) -> Moves<'a> {
        let releases = basis.book.releases.iter();
        let mut editions: Vec<ReleasedEdition> = releases
            .map(|release| {
                let moved = moved_figures(basis, release);
                let retold = retold(basis, &release.record);
                ReleasedEdition { release, moved, retold }
            })
            .collect();
        editions.sort_by_key(|edition| edition.release.record.period.end());
        let Told { mut hints, lined, settled } = Told::of(basis, &editions);
        follow(&editions, &mut hints);
        let kind = |(at, edition): (usize, &ReleasedEdition)| {
            let is_open = !edition.moved.is_empty() && !settled.contains(&at);
            let has_line = hints.iter().any(|hint| hint.has_line_for(at));
            let is_explained = |series: usize, scope: &Scope| {
                let sum = (at, series, scope.clone());
                lined.iter().any(|suspect| suspect.settles(&sum))
            };
            is_open.then(|| kinds::line(basis, edition, is_explained, has_line))?
        };
        let kinds = editions.iter().enumerate().map(kind).collect();
        let fallen = editions.iter().enumerate();
        let fallen = fallen.filter(|(_, edition)| has_fallen(basis, edition));
        let fallen = fallen.map(|(at, _)| at).collect();
        Moves { editions, hints, kinds, fallen }
    }

    /// Returns the lines that say honestly what may have been edited, for an edition by its position.
    pub(crate) fn lines(&self, at: usize) -> impl Iterator<Item = &str> {
        let hints = self.hints.iter().filter(move |hint| hint.has_line_for(at));
        hints.filter_map(|hint| hint.line.as_deref())
    }

    /// Returns what an edition says otherwise, for an edition by its position: without records that
    /// came since and only do not say when.
    pub(crate) fn retold(&self, basis: &Basis, at: usize) -> Vec<&Retold> {
        let undated = self.hints.iter().filter(|hint| hint.undated.is_some());
        let undated = undated.filter(|hint| hint.editions.contains(&at));
        let undated = undated.filter_map(|hint| match hint.record? {
            RecordAt::Project(at) => Some(basis.book.projects[at].record.id.as_str()),
            RecordAt::Activity(at) => Some(basis.book.activities[at].record.id.as_str()),
            RecordAt::Total(..) | RecordAt::Duty(..) => None,
        });
        let undated: BTreeSet<&str> = undated.collect();
        let retold = self.editions[at].retold.iter();
        let is_told = |one: &&Retold| {
            !(one.said.is_empty() && undated.contains(one.about.as_str()))
        };
        retold.filter(is_told).collect()
    }

    /// Returns what kind of figure moved besides, and how that is said honestly.
    pub(crate) fn kind(&self, at: usize) -> Option<&str> {
        self.kinds[at].as_deref()
    }

    /// Returns whether a figure of an edition that is taken from records is gone or became less.
    pub(crate) fn has_fallen(&self, at: usize) -> bool {
        self.fallen.contains(&at)
    }
}

/// Returns whether a figure of an edition that is taken from records is gone or became less.
fn has_fallen(basis: &Basis, edition: &ReleasedEdition) -> bool {
    let is_taken = |moved: &Moved| match &moved.figure.id {
        FigureId::Indicator(id, _) => basis.series.iter().any(|series| {
            series.indicator.id == *id && !series.indicator.measure.is_derived()
        }),
        FigureId::Score(..) => false,
    };
    let number = |value: &Option<FrozenValue>| value.as_ref()?.number();
    let fell = |part: &MovedPart| match part.part {
        FrozenPart::Value => match (number(&part.old), number(&part.new)) {
            (Some(old), Some(new)) => new < old,
            (old, _) => old.is_some(),
        },
        FrozenPart::Recognised(_) => part.new.is_none(),
        _ => false,
    };
    let mut moved = edition.moved.iter().filter(|moved| is_taken(moved));
    moved.any(|moved| moved.gone || moved.parts.iter().any(fell))
}

/// What may have been edited, and what of that explains other figures as well.
struct Told {
    hints: Vec<Hint>,
    /// The entries of records that have a line.
    lined: Vec<Suspect>,
    /// Positions of the editions in which a unit was there otherwise, so that its sums and targets are
    /// others.
    settled: BTreeSet<usize>,
}

impl Told {
    fn of(basis: &Basis, editions: &[ReleasedEdition]) -> Told {
        let book = basis.book;
        let Found { suspects, gone, rules } = found(basis, editions);
        let mut hints = units::hints(basis, editions);
        hints.extend(rules::hints(basis, editions, &rules));
        hints.iter_mut().for_each(|hint| spread(editions, hint));
        let all = hints.iter().flat_map(|hint| &hint.editions);
        let settled: BTreeSet<usize> = all.copied().collect();
        let mut lined = Vec::new();
        for suspect in suspects {
            let hint = suspect.hint(basis);
            let is_open = |hint: &Hint| !hint.editions.is_subset(&settled);
            let Some(hint) = hint.filter(is_open) else { continue };
            lined.extend(hint.line.is_some().then_some(suspect));
            hints.push(hint);
        }
        hints.extend(gone);
        hints.extend(recognised::hints(book, editions));
        let mut judged = marks::hints(basis, editions);
        judged.extend(vetoes::hints(book, editions));
        judged.retain(|hint| !hint.editions.is_subset(&settled));
        hints.extend(judged);
        hints.extend(targets::hints(book, editions, &settled));
        Told { hints, lined, settled }
    }
}

/// What was edited moved the same units in other editions too, in ways that do not show what it was.
fn spread(editions: &[ReleasedEdition], hint: &mut Hint) {
    let own = hint.editions.iter();
    let units: BTreeSet<&Scope> =
        own.flat_map(|at| editions[*at].moved_units()).collect();
    let is_same = |edition: &ReleasedEdition| {
        let mut moved = edition.moved_units().peekable();
        moved.peek().is_some() && moved.all(|scope| units.contains(scope))
    };
    let others = editions.iter().enumerate().filter(|(_, edition)| is_same(edition));
    hint.editions.extend(others.map(|(at, _)| at));
}

/// A milestone that has passed is judged in later editions too: what moved it moved them.
fn follow(editions: &[ReleasedEdition], hints: &mut [Hint]) {
    for (at, edition) in editions.iter().enumerate() {
        let parts = edition.moved.iter().flat_map(|moved| &moved.parts);
        let points: BTreeSet<NaiveDate> = parts
            .filter_map(|part| match &part.part {
                FrozenPart::Verdict(point) => Some(point.end()),
                _ => None,
            })
            .collect();
        let of_points = editions
            .iter()
            .enumerate()
            .filter(|(_, edition)| points.contains(&edition.release.record.period.end()));
        let of_points: BTreeSet<usize> = of_points.map(|(at, _)| at).collect();
        for hint in hints.iter_mut() {
            if !hint.editions.is_disjoint(&of_points) {
                hint.editions.insert(at);
            }
        }
    }
}
