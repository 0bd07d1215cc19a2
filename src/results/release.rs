//! Releases: what is frozen of an edition, and which frozen figures come out otherwise today.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::figures::audience::Audience;
use crate::figures::basis::Basis;
use crate::load::release::released_figures;
use crate::model::dictionary::Level;
use crate::model::edition::release::{ReleasedFigure, SCHEMA};
use crate::model::value::period::Period;
use crate::results::figures_file::FiguresFile;
use crate::sheet::Sheet;

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
        let seen = book.redacted_for(*level);
        let audience = Audience { level: *level, book: &seen };
        let figures = computed(&Basis::for_audience(audience, book, until), period);
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
