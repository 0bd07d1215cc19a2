//! Index of the parts of released figures that were revised.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::book::figure_id::FigureId;
use crate::model::book::filed::stem;
use crate::model::book::many::Many;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::revision::RevisionFile;
use crate::model::value::period::Period;

/// Period, figure and part of every disclosed change.
#[derive(Clone, Debug, Default)]
pub(crate) struct Revised(BTreeMap<Period, BTreeMap<FigureId, BTreeSet<FrozenPart>>>);

impl Revised {
    /// Collects the changes of a book. A file that is not named after a period changes nothing.
    pub(crate) fn of(files: &Many<RevisionFile>) -> Revised {
        let mut revised = Revised::default();
        for file in files {
            let Ok(period) = stem(&file.path).parse() else { continue };
            let figures = revised.0.entry(period).or_default();
            for changed in file.record.changes.iter().flat_map(|one| &one.figures) {
                let parts = figures.entry(changed.figure.clone()).or_default();
                parts.insert(changed.part.clone());
            }
        }
        revised
    }

    /// Returns whether a part of a figure was revised.
    pub(crate) fn holds(
        &self,
        period: &Period,
        figure: &FigureId,
        part: &FrozenPart,
    ) -> bool {
        let parts = self.0.get(period).and_then(|figures| figures.get(figure));
        parts.is_some_and(|parts| parts.contains(part))
    }
}
