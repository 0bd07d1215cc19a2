//! Releases: what is frozen of an edition, and which frozen figures come out otherwise today.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::figures::Basis;
use crate::figures::audience::Audience;
use crate::load::release::released_figures;
use crate::model::book::Book;
use crate::model::dictionary::Level;
use crate::model::period::Period;
use crate::model::release::{ReleasedFigure, SCHEMA};
use crate::model::revision::{RevisedPart, Revision};
use crate::report::figures_file::FiguresFile;
use crate::report::sheet::Sheet;

/// What is kept of a figure.
const FIGURE_KEYS: [&str; 12] = [
    "id",
    "name",
    "scope_name",
    "unit",
    "value",
    "target",
    "completion",
    "schedule",
    "lead",
    "verdicts",
    "lamp",
    "rank",
];
/// What is kept of a score.
const SCORE_KEYS: [&str; 8] =
    ["assessment", "name", "scope", "scope_name", "items", "total", "lamp", "rank"];

/// `released/<period>.json` as it is written.
#[derive(Debug, Serialize)]
pub struct ReleaseFile {
    schema: &'static str,
    book: String,
    period: String,
    issued: String,
    sha256: String,
    commit: String,
    version: &'static str,
    figures: Vec<Value>,
    scores: Vec<Value>,
}

impl ReleaseFile {
    /// Freezes a sheet.
    pub fn of(
        sheet: &Sheet,
        issued: NaiveDate,
        sha256: String,
        commit: String,
    ) -> ReleaseFile {
        let file = value_of(sheet);
        let mut given = given(sheet).into_iter();
        // Figures come first in the file, as they do among what is frozen.
        let mut kept = |list: &str, keys: &[&str]| -> Vec<Value> {
            let items = file.get(list).and_then(Value::as_array).into_iter().flatten();
            items
                .zip(given.by_ref())
                .map(|(item, given)| only(item, keys, given))
                .collect()
        };
        ReleaseFile {
            schema: SCHEMA,
            book: sheet.book().id.clone(),
            period: sheet.figures.period.to_string(),
            issued: issued.to_string(),
            sha256,
            commit,
            version: env!("CARGO_PKG_VERSION"),
            figures: kept("figures", &FIGURE_KEYS),
            scores: kept("scores", &SCORE_KEYS),
        }
    }
}

impl ReleaseFile {
    /// How many figures and scores it holds.
    pub fn count(&self) -> usize {
        self.figures.len() + self.scores.len()
    }
}

fn value_of(sheet: &Sheet) -> Value {
    let file = serde_json::to_value(FiguresFile::of(sheet));
    file.expect("every key of a figures file is a text")
}

fn only(item: &Value, keys: &[&str], (level, public): (Level, Vec<String>)) -> Value {
    let kept = keys.iter().filter_map(|key| {
        let value = item.get(*key).filter(|value| !value.is_null())?;
        Some(((*key).to_owned(), value.clone()))
    });
    let mut kept = kept.collect::<Map<String, Value>>();
    kept.insert("level".to_owned(), level.id().into());
    if !public.is_empty() {
        kept.insert("public".to_owned(), public.into());
    }
    Value::Object(kept)
}

/// Who gets each figure and score of a sheet: the lowest level that gets all of it, and the
/// parts that the public gets, where that is not all.
fn given(sheet: &Sheet) -> Vec<(Level, Vec<String>)> {
    let period = &sheet.figures.period;
    let book = sheet.basis.book;
    let until = book.counted_until().unwrap_or(period.end());
    let of = |level: &Level| {
        let seen = book.seen(*level);
        let audience = Audience { level: *level, book: &seen };
        let figures = computed(&Basis::seen_by(audience, book, until), period);
        figures.into_iter().map(|figure| (figure.id, figure.parts)).collect()
    };
    let levels: Vec<BTreeMap<String, BTreeMap<String, String>>> =
        Level::ALL.iter().map(of).collect();
    let one = |figure: ReleasedFigure| {
        let gets = |at: &usize| levels[*at].get(&figure.id) == Some(&figure.parts);
        let lowest =
            (0..Level::ALL.len()).find(gets).map_or(Level::Leader, |at| Level::ALL[at]);
        let public = levels[0].get(&figure.id).filter(|_| lowest > Level::Public);
        let parts = public.into_iter().flatten();
        let same = parts.filter(|(part, text)| figure.parts.get(*part) == Some(text));
        (lowest, same.map(|(part, _)| part.clone()).collect())
    };
    frozen(sheet).into_iter().map(one).collect()
}

/// The figures of a period as a release freezes them.
pub fn computed(basis: &Basis, period: &Period) -> Vec<ReleasedFigure> {
    let figures = basis.figures(period);
    frozen(&Sheet::alone(basis, &figures))
}

/// The figures of a sheet as a release freezes them.
pub fn frozen(sheet: &Sheet) -> Vec<ReleasedFigure> {
    released_figures(&value_of(sheet)).expect("every figure of a figures file has an id")
}

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
pub fn standing(book: &Book, period: &Period) -> Vec<ReleasedFigure> {
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
pub fn standing_part(
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

fn apply(figure: &mut ReleasedFigure, revision: &Revision) {
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
    let figures = standing(book, period).into_iter();
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
