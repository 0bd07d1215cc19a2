//! `below/<账本>/<期>.json`: a released file of a book below, as that book wrote it. Of its figures only
//! those of the whole are kept: they are what is added up above.

use std::borrow::Cow;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::model::dictionary::written::Span;
use crate::model::dictionary::{Fault, Level, Word};
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::release::SCHEMA;
use crate::model::edition::release::read::problem;
use crate::model::value::period::Period;

/// What the id of the figure of a whole ends with.
const WHOLE: &str = "/all";

/// A released file of a book below.
#[derive(Clone, Debug, PartialEq)]
pub struct BelowRelease {
    /// Id of the book, as it calls itself.
    pub book: String,
    /// Period.
    pub period: Period,
    /// Date of its edition.
    pub issued: NaiveDate,
    /// SHA-256 of the file, whichever ends its lines have.
    pub digest: String,
    /// The figures of its whole.
    pub figures: Vec<BelowFigure>,
}

/// The figure of a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct BelowFigure {
    /// Id of its indicator.
    pub indicator: String,
    /// Name of its indicator.
    pub name: String,
    /// Word of its unit.
    pub unit: String,
    /// 完成数; `None` if there was none.
    pub value: Option<Decimal>,
    /// Who may see the value.
    pub level: Level,
    /// Whether it counts an invented record; `None` if the file does not say so.
    pub demo: Option<bool>,
    /// Whether somebody did not report a part of it.
    pub lacks: bool,
}

/// The file, as far as it is read.
#[derive(Deserialize)]
pub(super) struct File<'a> {
    #[serde(borrow)]
    schema: Cow<'a, str>,
    book: String,
    period: Period,
    #[serde(borrow)]
    issued: Cow<'a, str>,
    #[serde(borrow)]
    figures: Vec<Entry<'a>>,
}

/// An entry of the file, as far as it is read.
#[derive(Deserialize)]
struct Entry<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(borrow)]
    unit: Cow<'a, str>,
    value: Option<Decimal>,
    level: Level,
    #[serde(default)]
    public: Vec<FrozenPart>,
    demo: Option<bool>,
    #[serde(default)]
    without: Vec<IgnoredAny>,
}

/// The fault of a file of a book below.
pub(super) fn broken(problem: &str) -> Fault {
    Fault {
        code: "broken-release",
        span: Span { start: 0, end: 0 },
        problem: format!("下级的存档{problem}"),
        help: "不要手改；用 tongbao import --released 从下级的账本重新取".to_owned(),
        other: None,
    }
}

impl BelowRelease {
    /// Reads the text of a file with a digest; the error says what is wrong with it.
    pub fn read(text: &str, digest: String) -> Result<BelowRelease, Fault> {
        let file = serde_json::from_str(text).map_err(problem);
        file.and_then(|file| BelowRelease::of(file, digest)).map_err(|one| broken(&one))
    }

    /// Returns the release that a file with a digest holds; the error says what is wrong with it.
    pub(super) fn of(file: File, digest: String) -> Result<BelowRelease, String> {
        let File { schema, book, period, issued, figures } = file;
        if schema != SCHEMA {
            return Err(format!("是“{schema}”格式，这个版本的程序只认“{SCHEMA}”"));
        }
        let issued = NaiveDate::parse(&issued).map_err(|error| error.problem)?;
        let figures = figures.into_iter().filter_map(BelowFigure::of).collect();
        Ok(BelowRelease { book, period, issued, digest, figures })
    }

    /// Whether the file is of an older version, which does not say what is invented.
    pub fn is_older(&self) -> bool {
        self.figures.iter().any(|figure| figure.demo.is_none())
    }

    /// Returns whether another file holds the same.
    pub fn is_same(&self, other: &BelowRelease) -> bool {
        let own = (&self.book, &self.period, self.issued, &self.figures);
        own == (&other.book, &other.period, other.issued, &other.figures)
    }

    /// Returns the file as a level may see it. The digest of a file of which all but one number is
    /// known tells that number.
    pub fn redacted_for(&self, level: Level) -> BelowRelease {
        let mut seen = self.clone();
        seen.figures.retain(|figure| figure.level <= level);
        if level < Level::Internal {
            seen.digest.clear();
        }
        seen
    }
}

impl BelowFigure {
    /// Returns the figure of an entry that is about the whole.
    fn of(entry: Entry) -> Option<BelowFigure> {
        let indicator = entry.id.strip_suffix(WHOLE)?.to_owned();
        let is_public = entry.public.contains(&FrozenPart::Value);
        Some(BelowFigure {
            indicator,
            name: entry.name.into_owned(),
            unit: entry.unit.into_owned(),
            value: entry.value,
            level: if is_public { Level::Public } else { entry.level },
            demo: entry.demo,
            lacks: !entry.without.is_empty(),
        })
    }
}
