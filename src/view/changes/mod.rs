//! Changes as view models: all texts are made, nothing is left to compute.

pub mod allowance;
pub mod chart_change;
pub mod consequence;
pub mod contents;
pub mod edition;
pub mod part_change;
pub mod phrases;
mod record_change;
pub mod verdict;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::view::changes::chart_change::ChartChange;
use crate::view::changes::consequence::Consequence;
use crate::view::changes::edition::{NewEdition, SentenceChange};
use crate::view::changes::part_change::{MovedPart, PartChange};
use crate::view::changes::verdict::Verdict;

pub use crate::view::changes::record_change::{Change, FieldChange, RecordChange};

/// What changed between two states of the data.
#[derive(Clone, Debug, Serialize)]
pub struct Changes {
    /// Name and version of the format.
    pub schema: &'static str,
    /// Name of the state before.
    pub before: String,
    /// Name of the state after.
    pub after: String,
    /// Whether the change may go in.
    pub verdict: Verdict,
    /// Books in which anything changed.
    pub books: Vec<BookChanges>,
}

/// What changed in a book.
#[derive(Clone, Debug, Serialize)]
pub struct BookChanges {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Cautions about the results.
    pub cautions: Vec<String>,
    /// Whether the results are not told, as records after could not be read.
    #[serde(skip)]
    pub is_doubtful: bool,
    /// By consequence, the gravest first.
    pub headline: Vec<Headline>,
    /// The records that were changed, in a line each, or counted by kind.
    pub edits: Vec<String>,
    /// Results: the periods in which a changed record first counts, then released editions that move as
    /// well; each the newest first.
    pub results: Vec<PeriodChanges>,
    /// One line for each other edition that moves.
    pub others: Vec<String>,
    /// Editions that are new, the newest first.
    pub editions: Vec<NewEdition>,
    /// Sentences of editions that read otherwise: first those typed otherwise, then those in which a number
    /// moved.
    pub sentences: Vec<SentenceChange>,
    /// What editions say in words or numbers of their own and only one side's figures agree with.
    pub statements: Vec<StatementChange>,
    /// Records, field by field.
    pub records: Vec<RecordChange>,
    /// Findings that are new.
    pub new_findings: Vec<FindingChange>,
    /// Findings that are gone.
    pub gone_findings: Vec<FindingChange>,
}

/// All that has one consequence.
#[derive(Clone, Debug, Serialize)]
pub struct Headline {
    /// Consequence.
    pub consequence: Consequence,
    /// Each case in one line.
    pub lines: Vec<String>,
}

/// What moved in a period.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodChanges {
    /// Period.
    pub period: String,
    /// Period in words, with its state.
    pub name: String,
    /// Whether its edition was released.
    pub released: bool,
    /// Whether a changed record counts here first.
    pub first: bool,
    /// What of it is disclosed: how many figures, when, why.
    pub disclosed: Vec<String>,
    /// What moved, in the order in which a reviewer reads it.
    pub account: Vec<Passage>,
    /// Charts that are drawn otherwise, those about what moved most first.
    pub charts: Vec<ChartChange>,
    /// Figures that moved, the most consequential first.
    pub moves: Vec<MovedFigure>,
    /// Figures that are new, in a line for each indicator.
    pub added: Vec<String>,
}

/// What moved in one respect.
#[derive(Clone, Debug, Serialize)]
pub struct Passage {
    /// Respect: 全县, 目标, 灯, 名次.
    pub label: String,
    /// How many it is about, with the measure word; empty for the whole.
    pub count: String,
    /// Each case in a line.
    pub lines: Vec<String>,
}

/// A figure that moved.
#[derive(Clone, Debug, Serialize)]
pub struct MovedFigure {
    /// Id of the figure.
    pub figure: String,
    /// Whose: the scope's name.
    pub scope: String,
    /// What: the indicator's name.
    pub indicator: String,
    /// What follows, the gravest first.
    pub consequences: Vec<Consequence>,
    /// The parts that moved.
    pub parts: Vec<PartChange>,
    /// Goals crossed and verdicts turned.
    pub turns: Vec<Turn>,
    /// Why the value moved: by record, then by rule; the amounts add up to its difference.
    pub causes: Vec<Cause>,
    /// Why the ratio moved: by numerator and denominator.
    pub ratio: Vec<Effect>,
    /// Units passed, and units that passed it, in words.
    pub passed: Vec<String>,
    /// Whether an invented record is counted on either side.
    pub demo: bool,
    /// Whether it is of the whole, of a unit, or of something between.
    #[serde(skip)]
    pub reach: Reach,
    /// What a score is held against and what moved it alone, in words; empty if the unit's own results
    /// moved.
    #[serde(skip)]
    pub beside: Vec<String>,
    /// The points that a score moved by; `None` for other figures.
    #[serde(skip)]
    pub gained: Option<Decimal>,
    /// The ranks before and after, if it had both.
    #[serde(skip)]
    pub ranks: Option<(u32, u32)>,
}

/// What a figure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// The whole.
    Whole,
    /// One that answers for results.
    Answerable,
    /// A sector or a group.
    Part,
    /// A cell between them.
    Cell,
}

/// A goal that was crossed, or a verdict that changed.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Turn {
    /// Which of the two.
    #[serde(skip)]
    pub consequence: Consequence,
    /// The words.
    pub text: String,
}

/// Why a value moved.
#[derive(Clone, Debug, Serialize)]
pub struct Cause {
    /// `record`, `input` of a derived value, `item` of a score, or `rule`.
    pub by: &'static str,
    /// Id of the record, input or item; empty for rules.
    pub record: String,
    /// Name.
    pub title: String,
    /// What it adds to the value in the indicator's unit: exact, of a rate as its movement is printed.
    pub amount: String,
    /// The same in words, with its part of the ratio's movement.
    pub text: String,
    /// What changed in it.
    pub note: String,
}

/// What moved a ratio.
#[derive(Clone, Debug, Serialize)]
pub struct Effect {
    /// Numerator or denominator by name: 完成数, 目标, 签约项目用地面积.
    pub name: String,
    /// Before and after, with the unit.
    pub moved: String,
    /// Its part, with sign and unit.
    pub points: String,
}

/// What an edition says on both sides, and only one side's figures agree with.
#[derive(Clone, Debug, Serialize)]
pub struct StatementChange {
    /// Period in words.
    pub period: String,
    /// As said.
    pub text: String,
    /// Whether it holds after.
    pub holds: bool,
    /// What the figures say where it does not hold.
    pub instead: String,
}

/// A finding that came or went.
#[derive(Clone, Debug, Serialize)]
pub struct FindingChange {
    /// Code.
    pub code: &'static str,
    /// Chinese word for how bad it is.
    pub severity: &'static str,
    /// Path, with the line if it is known.
    pub place: String,
    /// What is wrong.
    pub message: String,
}

impl MovedFigure {
    /// Returns the title: `县经济信息委 到位资金`.
    pub fn title(&self) -> String {
        format!("{} {}", self.scope, self.indicator)
    }

    /// Returns the whole movement in one sentence.
    pub fn text(&self) -> String {
        let parts = self.parts.iter().map(PartChange::text);
        let turns = self.turns.iter().map(|turn| turn.text.clone());
        let texts: Vec<String> =
            if self.parts.is_empty() { turns.collect() } else { parts.collect() };
        format!("{} {}", self.title(), texts.join("，"))
    }

    /// Returns whether nothing of its own moved, only its place among the others.
    pub fn is_passive(&self) -> bool {
        self.parts.iter().all(|part| part.part == MovedPart::Rank)
    }

    /// Returns the part that moved; `None` if it did not.
    pub fn part(&self, part: MovedPart) -> Option<&PartChange> {
        self.parts.iter().find(|moved| moved.part == part)
    }
}

impl StatementChange {
    /// Returns it in one line.
    pub fn line(&self) -> String {
        let StatementChange { period, text, holds, instead } = self;
        let (turn, side) =
            if *holds { ("改后成立", "改前") } else { ("不再成立", "改后") };
        format!("{period}“{text}”{turn}，{side}{instead}")
    }
}

impl BookChanges {
    /// Returns whether nothing changed.
    pub fn is_silent(&self) -> bool {
        self.headline.is_empty()
            && self.cautions.is_empty()
            && self
                .results
                .iter()
                .all(|period| period.moves.is_empty() && period.added.is_empty())
            && self.others.is_empty()
            && self.editions.is_empty()
            && self.sentences.is_empty()
            && self.statements.is_empty()
            && self.records.is_empty()
            && self.new_findings.is_empty()
            && self.gone_findings.is_empty()
    }
}

impl Changes {
    /// Returns whether any change has this consequence.
    pub fn has(&self, consequence: Consequence) -> bool {
        let headlines = self.books.iter().flat_map(|book| &book.headline);
        headlines.into_iter().any(|headline| headline.consequence == consequence)
    }
}
