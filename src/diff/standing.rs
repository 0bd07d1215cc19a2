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
    after: &'a Basis<'a>,
    period: &'a Period,
    /// Whether the edition was released before.
    is_released: bool,
    /// The figures that come out otherwise than they are published with what is disclosed.
    silent: OnceCell<Option<BTreeSet<FigureId>>>,
    /// The figures of which a change is disclosed.
    revised: OnceCell<BTreeSet<FigureId>>,
}

impl<'a> Standing<'a> {
    /// Returns how the figures of a period stand.
    pub(super) fn of(
        after: &'a Basis<'a>,
        period: &'a Period,
        is_released: bool,
    ) -> Standing<'a> {
        let (silent, revised) = Default::default();
        Standing { after, period, is_released, silent, revised }
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
        self.revised().contains(figure).then_some(Consequence::Revised)
    }

    /// Returns what is disclosed of figures that moved: `12个数，2023-10-09公布更正：合同附件核减`.
    pub(super) fn disclosed(&self, moves: &[MovedFigure]) -> Vec<String> {
        let revised =
            moves.iter().filter(|one| one.consequences.contains(&Consequence::Revised));
        let ids: BTreeSet<&str> = revised.map(|one| one.figure.as_str()).collect();
        let changes = self.after.book.disclosed(self.period).iter();
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

    fn revised(&self) -> &BTreeSet<FigureId> {
        let disclosed = || self.after.book.disclosed_figures(self.period);
        self.revised
            .get_or_init(|| disclosed().map(|(_, one)| one.figure.clone()).collect())
    }

    fn silent(&self) -> Option<&BTreeSet<FigureId>> {
        let of_release = || {
            let release = self.after.book.release(self.period)?;
            let moved = moved_figures(self.after, release).into_iter();
            Some(moved.map(|moved| moved.figure.id).collect())
        };
        self.silent.get_or_init(of_release).as_ref()
    }
}
