//! A score shape: its input and its result.

use rust_decimal::Decimal;

use crate::figures::scores::context::{Context, Subject};
use crate::figures::scores::formula::Formula;
use crate::figures::scores::needs::Need;
use crate::figures::scores::score::{Score, Unscored};
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::score_item::{Cause, ScoreItem, ScoreShape};

/// A score shape: its word in the plan, and how it works.
pub struct Shape {
    /// The word.
    pub kind: ScoreShape,
    /// The calculation in words, for the reader.
    pub manual: fn(&ScoreItem) -> String,
    /// Calculates a score.
    pub score: fn(&Task) -> Worked,
    /// The fields that it requires.
    pub needs: &'static [Need],
    /// Whether an item cannot score more than its points.
    pub is_bounded: fn(&ScoreItem) -> bool,
    /// Reasons why the number of an item may be unknown; the plan must declare what the item scores
    /// then.
    pub unknown: fn(&ScoreItem) -> &'static [Cause],
}

/// The input of a shape: an item of a unit.
#[derive(Clone, Copy, Debug)]
pub struct Task<'a> {
    /// Context.
    pub context: &'a Context<'a>,
    /// Item.
    pub item: &'a ScoreItem,
    /// Unit.
    pub subject: &'a Subject,
}

impl Task<'_> {
    /// Returns the unit as a scope.
    pub fn scope(&self) -> Scope {
        Scope::Unit(self.subject.unit.clone())
    }
}

/// The result of a shape: a score before bounds and rounding, with its formula.
#[derive(Clone, Debug)]
pub struct Worked {
    /// Score, exact.
    pub score: Score,
    /// Formula with the numbers put in.
    pub formula: Formula,
    /// Its sources.
    pub sources: Sources,
}

/// The sources of a score.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// Ids of figures.
    pub figures: Vec<FigureId>,
    /// Records of people's judgement and projects with their bonus.
    pub records: Vec<SourceRecord>,
    /// Whether one of them is invented.
    pub demo: bool,
}

/// A record that a score was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceRecord {
    /// What it is called.
    pub name: String,
    /// Position of the project in the book; `None` for other records.
    pub project: Option<usize>,
    /// Path of its file inside the book's folder.
    pub file: String,
    /// The list in the file and the position there, if it is not the whole file.
    pub at: Option<(&'static str, usize)>,
    /// Day or period.
    pub when: String,
    /// Amount of a project, in 元; none for other records.
    pub amount: Option<Decimal>,
    /// Share of the project that the unit is credited with.
    pub share: Decimal,
    /// Points that it adds or takes.
    pub points: Decimal,
    /// A note.
    pub note: String,
    /// Evidence.
    pub evidence: Vec<String>,
    /// Whether it enters the score.
    pub counted: bool,
}

impl Sources {
    /// Figures alone.
    pub fn of_figures(figures: Vec<FigureId>, demo: bool) -> Sources {
        let mut sources = Sources::default();
        sources.add(figures, demo);
        sources
    }

    /// Adds figures, each once.
    pub fn add(&mut self, figures: Vec<FigureId>, demo: bool) {
        for figure in figures {
            if !self.figures.contains(&figure) {
                self.figures.push(figure);
            }
        }
        self.demo |= demo;
    }
}

impl Worked {
    /// No score, from nothing.
    pub fn unknown(reason: Unscored) -> Worked {
        Worked::without_score(reason, Sources::default())
    }

    /// No score, and what was looked at.
    pub fn without_score(reason: Unscored, sources: Sources) -> Worked {
        Worked { score: Err(reason), formula: Formula::new(), sources }
    }
}
