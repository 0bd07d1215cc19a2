//! What a score shape works on, and what it gives.

use crate::figures::scores::Score;
use crate::figures::scores::context::{Context, Subject};
use crate::figures::scores::formula::Formula;
use crate::model::plan::assessment::score_item::ScoreItem;
use rust_decimal::Decimal;

/// What a shape works on: an item of a unit.
#[derive(Clone, Copy, Debug)]
pub struct Task<'a> {
    /// Context.
    pub context: &'a Context<'a>,
    /// Item.
    pub item: &'a ScoreItem,
    /// Unit.
    pub subject: &'a Subject,
}

/// What a shape gives: a score before bounds and rounding, and how it came about.
#[derive(Clone, Debug)]
pub struct Worked {
    /// Score, exact.
    pub score: Score,
    /// Formula with the numbers put in.
    pub formula: Formula,
    /// What it was made from.
    pub sources: Sources,
}

/// What a score was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// Ids of figures.
    pub figures: Vec<String>,
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
    /// Position of the project in the book, where it is one.
    pub project: Option<usize>,
    /// Place in the data.
    pub place: String,
    /// Day or period.
    pub when: String,
    /// Amount of a project, in 元; none for other records.
    pub amount: Option<Decimal>,
    /// Share of the project that the unit is credited with.
    pub share: Decimal,
    /// Points that it adds or takes.
    pub points: Decimal,
    /// Further words.
    pub note: String,
    /// Evidence.
    pub evidence: Vec<String>,
    /// Whether it enters the score.
    pub counted: bool,
}
