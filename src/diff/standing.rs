//! How the figures of a period stand to what was published of them.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::figures::basis::Basis;
use crate::model::book::figure_id::FigureId;
use crate::model::edition::revision::DisclosedChange;
use crate::model::value::period::Period;
use crate::results::moved::moved_figures;
use crate::view::changes::MovedFigure;
use crate::view::changes::consequence::Consequence;

/// How the figures of a period stand to what was published of them.
pub(super) struct Standing<'a> {
    before: &'a Basis<'a>,
    after: &'a Basis<'a>,
    period: &'a Period,
    /// Whether the edition was released before.
    is_released: bool,
    /// The figures that come out otherwise than they are published with what is disclosed.
    silent: OnceCell<Option<BTreeSet<FigureId>>>,
    /// Those that came out otherwise before.
    was_silent: OnceCell<Option<BTreeSet<FigureId>>>,
    /// The figures of which a change is disclosed now and was not.
    revised: OnceCell<BTreeSet<FigureId>>,
}

impl<'a> Standing<'a> {
    /// Returns how the figures of a period stand.
    pub(super) fn of(
        before: &'a Basis<'a>,
        after: &'a Basis<'a>,
        period: &'a Period,
        is_released: bool,
    ) -> Standing<'a> {
        let (silent, was_silent, revised) = Default::default();
        Standing { before, after, period, is_released, silent, was_silent, revised }
    }

    /// Returns whether the edition was released before.
    pub(super) fn is_released(&self) -> bool {
        self.is_released
    }

    /// Returns what it means that a figure moved; `None` for a figure that was not published, or that
    /// comes out as it was published.
    pub(super) fn consequence(&self, figure: &FigureId) -> Option<Consequence> {
        if !self.is_released {
            return None;
        }
        // Without a readable release nothing shows that the change is disclosed.
        let Some(silent) = self.silent() else { return Some(Consequence::Released) };
        if silent.contains(figure) {
            return Some(Consequence::Released);
        }
        if self.revised().contains(figure) {
            return Some(Consequence::Revised);
        }
        let was_silent =
            self.was_silent.get_or_init(|| moved_in_silence(self.before, self.period));
        let was_silent = was_silent.as_ref().is_some_and(|ids| ids.contains(figure));
        was_silent.then_some(Consequence::Restored)
    }

    /// Returns what is disclosed of figures that moved: `12个数，2023-10-09公布更正：合同附件核减`.
    pub(super) fn disclosed(&self, moves: &[MovedFigure]) -> Vec<String> {
        let revised =
            moves.iter().filter(|one| one.consequences.contains(&Consequence::Revised));
        let ids: BTreeSet<&str> = revised.map(|one| one.figure.as_str()).collect();
        let changes = self.newly_disclosed();
        let told = changes.filter_map(|change| {
            let figures = change.figures.iter().map(|one| one.figure.to_string());
            let own: BTreeSet<String> =
                figures.filter(|figure| ids.contains(figure.as_str())).collect();
            let DisclosedChange { kind, date, reason, .. } = change;
            let kind = kind.label();
            (!own.is_empty())
                .then(|| format!("{}个数，{date}公布{kind}：{reason}", own.len()))
        });
        told.collect()
    }

    /// Returns what is disclosed after and was not before.
    fn newly_disclosed(&self) -> impl Iterator<Item = &DisclosedChange> {
        let before = self.before.book.disclosed(self.period);
        let after = self.after.book.disclosed(self.period).iter();
        after.filter(|change| !before.contains(change))
    }

    fn revised(&self) -> &BTreeSet<FigureId> {
        let figures = || self.newly_disclosed().flat_map(|change| &change.figures);
        self.revised.get_or_init(|| figures().map(|one| one.figure.clone()).collect())
    }

    fn silent(&self) -> Option<&BTreeSet<FigureId>> {
        self.silent.get_or_init(|| moved_in_silence(self.after, self.period)).as_ref()
    }
}

/// Returns the figures that come out otherwise than they are published with what is disclosed; `None`
/// where no release can be read.
fn moved_in_silence(basis: &Basis, period: &Period) -> Option<BTreeSet<FigureId>> {
    let release = basis.book.release(period)?;
    let moved = moved_figures(basis, release).into_iter();
    Some(moved.map(|moved| moved.figure.id).collect())
}
