//! A release: the figures of an edition as they were published, which never change again.

pub mod document;
pub mod entry;
pub mod figure;
pub mod given;
pub mod read;
pub mod score;
pub mod sums;
pub mod told;
pub mod unreleased;

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::book::figure_id::FigureId;
use crate::model::dictionary::{Level, Word};
use crate::model::edition::frozen::Frozen;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::value::FrozenValue;
use crate::model::edition::release::entry::Entry;
use crate::model::edition::release::figure::ReleasedFigure;
use crate::model::edition::release::given::{Given, Recipients};
use crate::model::edition::release::score::ReleasedScore;
use crate::model::edition::release::told::Told;
use crate::model::edition::revision::Withdrawal;
use crate::model::value::period::Period;

/// Name of the format of `released/<period>.json`.
pub const SCHEMA: &str = "tongbao-release/1";

/// `released/<period>.json`: what was published of an edition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Release {
    /// Name of the format.
    pub schema: String,
    /// Id of the book.
    pub book: String,
    /// Period.
    pub period: Period,
    /// Date of the edition (印发).
    #[serde(serialize_with = "written", deserialize_with = "day")]
    pub issued: NaiveDate,
    /// What it was computed from; `None` for an audience that may not see that.
    #[serde(flatten)]
    pub source: Option<Source>,
    /// Whether the file says what superior organs recognised; one of before says nothing of it.
    #[serde(default, skip_serializing_if = "is_silent")]
    pub recognised: bool,
    /// What the edition says besides its figures; `None` for a file of before, and for those who do
    /// not get records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<Vec<Told>>,
    /// The figures that the public had and that were taken back; named in its copy alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withdrawn: Vec<FigureId>,
    /// The figures.
    pub figures: Vec<Given<ReleasedFigure>>,
    /// The scores.
    pub scores: Vec<Given<ReleasedScore>>,
    /// The bytes of the file; `None` if this release is redacted.
    #[serde(skip)]
    pub bytes: Option<Arc<[u8]>>,
}

/// What a release was computed from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// SHA-256 of the data, as hexadecimal digits.
    #[serde(rename = "sha256")]
    pub digest: String,
    /// Commit of the data; for information, and none where it cannot be looked up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commit: Option<String>,
    /// Version of the program; for information.
    pub version: String,
}

impl Release {
    /// Returns the release as a level got it: without the parts it did not get, and without the
    /// source if the level may not see it.
    pub fn redacted_for(&self, level: Level, knows_source: bool) -> Release {
        let mut seen = self.clone();
        seen.figures = redacted(&self.figures, level);
        seen.scores = redacted(&self.scores, level);
        seen.source.take_if(|_| !knows_source);
        seen.told.take_if(|_| level < Level::Internal);
        if seen != *self {
            seen.bytes = None;
        }
        seen
    }

    /// Takes back what the public should not have had; what is left says so.
    pub fn withdraw(&mut self, withdrawals: &[Withdrawal]) {
        let takes = |given: &mut Given<ReleasedFigure>| {
            let ReleasedFigure { id, name, .. } = &given.entry;
            withdrawals.iter().any(|one| one.takes(id, name))
        };
        let taken = self.figures.extract_if(.., takes);
        self.withdrawn = taken.map(|given| given.entry.id).collect();
        self.bytes = None;
    }

    /// Returns all figures, then all scores, with their parts.
    pub fn frozen(&self) -> impl Iterator<Item = Frozen> {
        let scores = self.scores.iter().map(|given| given.entry.frozen());
        self.figures.iter().map(|given| given.entry.frozen()).chain(scores)
    }

    /// Returns a part of a figure as it was released; `None` if it was not.
    pub fn part(&self, id: &FigureId, part: &FrozenPart) -> Option<FrozenValue> {
        let frozen = match id {
            FigureId::Indicator(..) => find(&self.figures, id)?.entry.frozen(),
            FigureId::Score(..) => find(&self.scores, id)?.entry.frozen(),
        };
        frozen.parts.get(part).cloned()
    }

    /// Returns whether a part of a figure was released to a level.
    pub fn gave(&self, id: &FigureId, part: &FrozenPart, level: Level) -> bool {
        let to: Option<&Recipients> = match id {
            FigureId::Indicator(..) => find(&self.figures, id).map(|given| &given.to),
            FigureId::Score(..) => find(&self.scores, id).map(|given| &given.to),
        };
        to.is_some_and(|to| to.got(part, level))
    }
}

fn redacted<T: Entry>(entries: &[Given<T>], level: Level) -> Vec<Given<T>> {
    entries.iter().filter_map(|given| given.redacted_for(level)).collect()
}

fn find<'a, T: Entry>(entries: &'a [Given<T>], id: &FigureId) -> Option<&'a Given<T>> {
    entries.iter().find(|given| given.entry.is(id))
}

/// Whether a file says nothing of what superior organs recognised.
fn is_silent(recognised: &bool) -> bool {
    !recognised
}

fn written<S: Serializer>(day: &NaiveDate, out: S) -> Result<S::Ok, S::Error> {
    out.collect_str(day)
}

fn day<'de, D: Deserializer<'de>>(input: D) -> Result<NaiveDate, D::Error> {
    let text = String::deserialize(input)?;
    NaiveDate::parse(&text).map_err(|error| serde::de::Error::custom(error.problem))
}
