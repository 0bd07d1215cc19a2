//! A release: the figures of an edition as they were published, which never change again.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::dictionary::Level;
use crate::model::value::period::Period;

/// Name of the format of `released/<period>.json`.
pub const SCHEMA: &str = "tongbao-release/1";

/// `released/<period>.json`: what was published of an edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Release {
    /// Period.
    pub period: Period,
    /// Date of the edition (印发).
    pub issued: NaiveDate,
    /// SHA-256 of the data that it was computed from, as hexadecimal digits.
    pub digest: String,
    /// Commit of the data; for information.
    pub commit: String,
    /// Version of the program; for information.
    pub version: String,
    /// The figures, in the order of the file.
    pub figures: Vec<ReleasedFigure>,
    /// The file as each audience may download it, the whole of it last.
    pub files: BTreeMap<Level, Arc<[u8]>>,
}

/// A figure or a score as it was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleasedFigure {
    /// Id, such as `funds/unit:jiaotong`, or `score:units/unit:jiaotong`.
    pub id: String,
    /// Name of the indicator or of the assessment.
    pub name: String,
    /// Name of the scope.
    pub scope_name: String,
    /// Unit of its value, such as 亿元; empty for a score.
    pub unit: String,
    /// Its parts by id, each exactly; a part that it does not have is not there.
    pub parts: BTreeMap<String, String>,
    /// Who got all of its parts when it was released.
    pub level: Level,
    /// The parts that the public got, where that was not all.
    pub public: Vec<String>,
}

impl Release {
    /// The release as a level got it: without what it did not get, without digest and commit
    /// where it may not know them.
    pub fn redacted_for(&self, level: Level, knows_source: bool) -> Release {
        let told =
            |text: &String| if knows_source { text.clone() } else { String::new() };
        let mut seen = Release {
            digest: told(&self.digest),
            commit: told(&self.commit),
            version: told(&self.version),
            ..self.clone()
        };
        for figure in &mut seen.figures {
            let got = figure.clone();
            figure.parts.retain(|part, _| got.was_given(part, level));
        }
        seen.figures.retain(|figure| !figure.parts.is_empty());
        seen.files.retain(|own, _| *own <= level);
        seen
    }

    /// The file as the one who has this release may download it.
    pub fn file(&self) -> Option<&Arc<[u8]>> {
        self.files.values().last()
    }

    /// Whether a part of a figure was released to a level.
    pub fn gave(&self, figure: &str, part: &str, level: Level) -> bool {
        let mut figures = self.figures.iter();
        figures.any(|one| one.id == figure && one.was_given(part, level))
    }
}

impl ReleasedFigure {
    /// Whether a part was released to a level.
    pub fn was_given(&self, part: &str, level: Level) -> bool {
        self.level <= level || self.public.iter().any(|own| own == part)
    }

    /// What it is called: `到位资金 · 县交通局`.
    pub fn title(&self) -> String {
        format!("{} · {}", self.name, self.scope_name)
    }
}
