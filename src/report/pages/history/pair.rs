//! Two editions of a series beside one another, with the indicators and figures of both.

use crate::model::book::scope::Scope;
use crate::report::paths;
use crate::sheet::movement::FigurePair;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Number;

/// Two editions of a series.
pub(super) struct Pair<'a> {
    /// The earlier one.
    pub before: &'a Sheet<'a>,
    /// The later one.
    pub after: &'a Sheet<'a>,
}

/// An indicator in the earlier and in the later edition.
pub(super) type ViewPair<'a> = (IndicatorView<'a>, IndicatorView<'a>);

impl<'a> Pair<'a> {
    /// The indicators that both editions have.
    pub(super) fn views(&self) -> impl Iterator<Item = ViewPair<'a>> {
        let (before, after) = (self.before, self.after);
        after.views().filter_map(move |new| {
            let mut views = before.views();
            let old = views.find(|old| old.indicator().id == new.indicator().id)?;
            Some((old, new))
        })
    }

    /// The indicators that both editions have and that have a target for the whole.
    pub(super) fn headline(&self) -> impl Iterator<Item = ViewPair<'a>> {
        self.views().filter(|(_, new)| new.whole().target().is_ok())
    }

    /// What some words say of each figure that both editions have, a unit's parts by sector aside.
    pub(super) fn collect<T>(&self, words: impl Fn(&FigurePair) -> Vec<T>) -> Vec<T> {
        let mut all = Vec::new();
        for (old_view, new_view) in self.views() {
            let figures = new_view.at.figures.iter();
            for new in figures.filter(|new| !matches!(new.scope, Scope::UnitInSector(..)))
            {
                if let Some(old) = old_view.figure(&new.scope) {
                    let (old_view, new_view) = (&old_view, &new_view);
                    all.extend(words(&FigurePair { old_view, new_view, old, new }));
                }
            }
        }
        all
    }
}

/// Whether the values of both editions run from the same day.
pub(super) fn continues(old: &IndicatorView, new: &IndicatorView) -> bool {
    old.at.moment.days.start == new.at.moment.days.start
}

/// A number that opens its trace on the trace page of its own edition.
pub(super) fn away(view: &IndicatorView, number: Number) -> Number {
    let trace = number.trace.clone().on(paths::trace_page(view));
    Number { trace, ..number }
}
