//! A released edition and its figures that moved since.

use crate::model::book::current::{Moved, MovedPart};
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::book::{Book, Filed};
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::release::Release;
use crate::model::edition::release::told::Retold;
use crate::model::plan::Plan;

/// A released edition with its figures that moved.
#[derive(Debug)]
pub struct ReleasedEdition<'a> {
    /// The edition as it was released.
    pub release: &'a Filed<Release>,
    /// Its figures that moved.
    pub moved: Vec<Moved>,
    /// What else it says otherwise now.
    pub retold: Vec<Retold>,
}

impl ReleasedEdition<'_> {
    /// Returns the units whose values moved.
    pub(super) fn moved_units(&self) -> impl Iterator<Item = &Scope> {
        self.parts().filter_map(|(moved, part)| match &moved.figure.id {
            FigureId::Indicator(_, scope @ Scope::Unit(_)) => {
                (part.part == FrozenPart::Value).then_some(scope)
            }
            _ => None,
        })
    }

    /// Returns whether it kept what it says of records, so that it can be told which were edited.
    pub(super) fn is_told(&self) -> bool {
        self.release.record.told.is_some()
    }

    /// Returns every part that moved, with its figure.
    pub(super) fn parts(&self) -> impl Iterator<Item = (&Moved, &MovedPart)> {
        self.moved
            .iter()
            .flat_map(|moved| moved.parts.iter().map(move |part| (moved, part)))
    }

    /// Returns the plan that it was released under.
    pub(super) fn plan<'b>(&self, book: &'b Book) -> Option<&'b Filed<Plan>> {
        let end = self.release.record.period.end();
        book.plans.iter().find(|plan| plan.record.span.contains(end))
    }
}
