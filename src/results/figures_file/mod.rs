//! `figures.json`: every figure of a period for other programs (`tongbao-figures/1`).

pub(crate) mod figure;
mod numbers;
mod recognised;
pub(crate) mod score;
pub(crate) mod target;

use serde::{Deserialize, Serialize};

use crate::model::dictionary::Level;
use crate::model::edition::frozen::Frozen;
use crate::model::edition::release::entry::Entry;
use crate::model::edition::release::figure::ReleasedFigure;
use crate::model::edition::release::score::ReleasedScore;
use crate::model::value::period::Period;
use crate::results::figures_file::figure::{FigureEntry, figures};
use crate::results::figures_file::score::{ScoreEntry, scores};
use crate::results::lines::{fields, figure_lines};
use crate::sheet::Sheet;

/// Name of the format.
pub const SCHEMA: &str = "tongbao-figures/1";

/// The file. Numbers are strings, quotients have 10 places, and fields that do not apply are
/// absent.
#[derive(Debug, Serialize, Deserialize)]
pub struct FiguresFile {
    schema: String,
    book: String,
    period: Period,
    audience: Level,
    pub(crate) figures: Vec<FigureEntry>,
    pub(crate) scores: Vec<ScoreEntry>,
}

impl FiguresFile {
    /// Returns the file of a sheet.
    pub fn of(sheet: &Sheet) -> FiguresFile {
        FiguresFile {
            schema: SCHEMA.to_owned(),
            book: sheet.book().id.clone(),
            period: sheet.figures.period.clone(),
            audience: sheet.basis.audience.level,
            figures: figures(sheet),
            scores: scores(sheet),
        }
    }

    /// Returns the bytes of the file.
    pub fn bytes(&self) -> Vec<u8> {
        figure_lines(&fields(self))
    }

    /// Returns the figures and scores as a release keeps them.
    pub(super) fn released(self) -> (Vec<ReleasedFigure>, Vec<ReleasedScore>) {
        let figures = self.figures.into_iter().map(ReleasedFigure::from);
        let scores = self.scores.into_iter().map(ReleasedScore::from);
        (figures.collect(), scores.collect())
    }

    /// Returns the figures, then the scores, with the parts that a release freezes.
    pub(super) fn frozen(self) -> Vec<Frozen> {
        let (figures, scores) = self.released();
        let figures = figures.iter().map(ReleasedFigure::frozen);
        figures.chain(scores.iter().map(ReleasedScore::frozen)).collect()
    }
}
