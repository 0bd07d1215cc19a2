//! Releases: the frozen figures of an edition, and its file for an audience.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::figures::audience::Audience;
use crate::figures::basis::Basis;
use crate::model::book::figure_id::FigureId;
use crate::model::dictionary::Level;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::{Frozen, FrozenParts};
use crate::model::edition::release::entry::Entry;
use crate::model::edition::release::figure::ReleasedFigure;
use crate::model::edition::release::given::{Given, Recipients};
use crate::model::edition::release::unreleased::Unreleased;
use crate::model::edition::release::{Release, SCHEMA, Source};
use crate::model::value::period::Period;
use crate::results::figures_file::FiguresFile;
use crate::results::lines::{fields, figure_lines};
use crate::results::told::told;
use crate::sheet::Sheet;

/// Returns the release of a sheet.
pub fn release(sheet: &Sheet, issued: NaiveDate, source: Source) -> Release {
    let (figures, scores) = FiguresFile::of(sheet).released();
    let levels = Levels::of(sheet);
    let figures: Vec<Given<ReleasedFigure>> =
        figures.into_iter().map(|figure| levels.given(figure)).collect();
    let period = &sheet.figures.period;
    Release {
        schema: SCHEMA.to_owned(),
        book: sheet.book().id.clone(),
        period: period.clone(),
        issued,
        source: Some(source),
        recognised: true,
        told: Some(told(sheet.basis, period, &figures)),
        withdrawn: Vec::new(),
        figures,
        scores: scores.into_iter().map(|score| levels.given(score)).collect(),
        bytes: None,
    }
}

/// Returns `released/<period>.json` with the whole release.
pub fn released_file(release: &Release) -> Arc<[u8]> {
    if let Some(bytes) = &release.bytes {
        return Arc::clone(bytes);
    }
    let mut fields = fields(release);
    // Files without a source have always had their scores before their figures.
    if release.source.is_none() {
        let figures = fields.shift_remove("figures").unwrap_or_default();
        fields.insert("figures".to_owned(), figures);
    }
    Arc::from(figure_lines(&fields))
}

/// Returns `released/<period>.withdrawn.json`: each release that was taken back in a line.
pub fn unreleased_file(unreleased: &Unreleased) -> Vec<u8> {
    figure_lines(&fields(unreleased))
}

/// The parts of a sheet that each level gets, from the lowest level on.
struct Levels(Vec<(Level, BTreeMap<FigureId, FrozenParts>)>);

impl Levels {
    fn of(sheet: &Sheet) -> Levels {
        let period = &sheet.figures.period;
        let book = sheet.basis.book;
        let until = book.counted_until().unwrap_or(period.end());
        let of = |level: &Level| {
            let seen = book.redacted_for(*level);
            let audience = Audience { level: *level, book: &seen };
            let figures = computed(&Basis::for_audience(audience, book, until), period);
            (
                *level,
                figures.into_iter().map(|figure| (figure.id, figure.parts)).collect(),
            )
        };
        Levels(Level::ALL.iter().map(of).collect())
    }

    /// Returns an entry with the lowest level that gets all of it, and the parts that the public
    /// gets if that is not all.
    fn given<T: Entry>(&self, entry: T) -> Given<T> {
        let Frozen { id, parts, .. } = entry.frozen();
        let mut levels = self.0.iter();
        let lowest = levels.find(|(_, figures)| figures.get(&id) == Some(&parts));
        let level = lowest.map_or(Level::Leader, |(level, _)| *level);
        let public =
            if level > Level::Public { self.public(&id, &parts) } else { vec![] };
        Given { entry, to: Recipients::new(level, public) }
    }

    /// Returns the parts that the public gets, in the order of their ids.
    fn public(&self, id: &FigureId, parts: &FrozenParts) -> Vec<FrozenPart> {
        let mut levels = self.0.iter();
        let public = levels.find(|(level, _)| *level == Level::Public);
        let public = public.and_then(|(_, figures)| figures.get(id));
        let same = public.into_iter().flatten();
        let same = same.filter(|(part, value)| parts.get(part) == Some(value));
        let mut same: Vec<FrozenPart> = same.map(|(part, _)| part.clone()).collect();
        same.sort_by_cached_key(FrozenPart::id);
        same
    }
}

/// Returns the figures of a period as a release freezes them.
pub fn computed(basis: &Basis, period: &Period) -> Vec<Frozen> {
    let figures = basis.figures(period);
    FiguresFile::of(&Sheet::alone(basis, &figures)).frozen()
}
