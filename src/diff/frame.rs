//! A period on both sides, with all that its causes are found from.

use std::cell::OnceCell;

use crate::diff::causes::contributions::Contributions;
use crate::diff::causes::{Course, Source};
use crate::diff::standing::Standing;
use crate::figures::basis::Basis;
use crate::figures::facts::shared::Shared;
use crate::figures::period::Figures;
use crate::sheet::{IndicatorView, Sheet};

/// A period on both sides.
pub(super) struct Frame<'a> {
    /// Before.
    pub before: Sheet<'a>,
    /// The records before under the rules after; `None` if no rule changed.
    pub between: Option<(&'a Basis<'a>, &'a Figures)>,
    /// After.
    pub after: Sheet<'a>,
    /// Books and records in which causes are found.
    pub source: Source<'a>,
    /// Name of the period, with its state.
    pub name: String,
    /// How its figures stand to what was published.
    pub standing: Standing<'a>,
    /// What both sides share; `None` if a rule changed.
    pub shared: Option<&'a Shared>,
    /// The contributions to each indicator, by the position of its series after; computed when
    /// first needed.
    pub courses: Vec<OnceCell<Course>>,
}

impl Frame<'_> {
    /// Returns the contributions to an indicator.
    pub(super) fn course(&self, new: &IndicatorView) -> &Course {
        self.courses[new.at.series].get_or_init(|| {
            let id = new.indicator().id.as_str();
            let renamed = self.source.renamed();
            let names = self.source.names();
            let shared =
                self.shared.map(|shared| (&shared.first[..], &shared.second[..]));
            let (before, after) = shared.unzip();
            let of =
                |basis: &Basis, figures: &Figures, shared: Option<&[Option<usize>]>| {
                    let at = figures.indicator(id)?;
                    let side = (basis, figures);
                    let contributions = Contributions::of(names, side, at, shared);
                    Some(contributions.renamed(&renamed))
                };
            let side = (new.sheet.basis, new.sheet.figures);
            Course {
                before: of(self.before.basis, self.before.figures, before)
                    .unwrap_or_default(),
                between: self
                    .between
                    .and_then(|(basis, figures)| of(basis, figures, None)),
                after: Contributions::of(names, side, new.at, after),
            }
        })
    }
}
