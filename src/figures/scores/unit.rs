//! The scores of an assessment at a period: each unit with its items, its total and what follows from it.

use rust_decimal::Decimal;

use crate::figures::scores::item::ItemScore;
use crate::figures::scores::score::Score;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::plan::Plan;
use crate::model::plan::assessment::Assessment;
use crate::model::plan::assessment::lamp::Lamp;
use crate::model::record::marks::Veto;

/// The scores of an assessment at a period.
#[derive(Clone, Debug)]
pub struct AssessmentScores {
    /// Position of the plan in the book.
    pub plan: usize,
    /// Position of the assessment in the plan.
    pub assessment: usize,
    /// Whether the period is a year, so that the annual comparisons hold.
    pub annual: bool,
    /// The assessed units in the book's order.
    pub units: Vec<UnitScore>,
}

/// The score of a unit.
#[derive(Clone, Debug)]
pub struct UnitScore {
    /// Unit.
    pub unit: String,
    /// Its group.
    pub group: String,
    /// Its items, in the order of the assessment.
    pub items: Vec<ItemScore>,
    /// The total; unknown with its reason.
    pub total: Score,
    /// How the total was converted, if items are left out.
    pub conversion: Option<Conversion>,
    /// The total converted to other full marks, where the assessment says so.
    pub scaled: Option<Score>,
    /// Lamp by the total or the rank.
    pub lamp: Option<Lamp>,
    /// Rank among those it is ranked with; none for a unit without a total.
    pub rank: Option<u32>,
    /// Number of units that are ranked.
    pub rank_of: u32,
    /// Grade.
    pub grade: Option<GradeReached>,
    /// How its failed items lowered the grade that its total reaches.
    pub lowered: Option<Lowered>,
    /// Why it is taken out of the assessment.
    pub veto: Option<Veto>,
    /// The rewards with their conditions.
    pub rewards: Vec<Proposal>,
    /// Whether a contributing record is invented.
    pub demo: bool,
}

/// How a total was converted because items were left out (剔除并折算).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// Sum of the items that count.
    pub sum: Decimal,
    /// Their full marks.
    pub of: Decimal,
    /// Full marks of all items.
    pub full: Decimal,
    /// Points outside the sum of the weights.
    pub extra: Decimal,
}

/// The grade that a unit reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GradeReached {
    /// Id of the grade.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Position of the rule that gave it regardless of the score.
    pub promoted: Option<usize>,
}

/// How failed items lowered a grade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lowered {
    /// Name of the grade that the total reaches.
    pub from: String,
    /// Positions of the items that failed.
    pub failed: Vec<usize>,
    /// Position of the rule.
    pub rule: usize,
}

/// A reward with its conditions, for a unit that may get it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Position among the assessment's rewards.
    pub reward: usize,
    /// Its conditions, in the order of the document.
    pub conditions: Vec<Condition>,
}

/// A condition of a reward and whether it is met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// What is asked.
    pub kind: ConditionKind,
    /// Whether it is met; `None` if there is no target to meet.
    pub met: Option<bool>,
}

/// A condition of a reward.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConditionKind {
    /// A rank.
    Rank,
    /// A total.
    Total,
    /// A yearly target, by the name of its indicator.
    Task(String),
}

impl AssessmentScores {
    /// Returns the plan and the assessment.
    pub fn declared<'a>(&self, book: &'a Book) -> (&'a Plan, &'a Assessment) {
        let plan = &book.plans[self.plan].record;
        (plan, &plan.assessments[self.assessment])
    }

    /// Returns the score of a unit.
    pub fn unit(&self, id: &str) -> Option<&UnitScore> {
        self.units.iter().find(|score| score.unit == id)
    }
}

impl UnitScore {
    /// Returns the scope of the score.
    pub fn scope(&self) -> Scope {
        Scope::Unit(self.unit.clone())
    }

    /// Returns the score of an item by its position in the assessment.
    pub fn item(&self, at: usize) -> Option<&ItemScore> {
        self.items.iter().find(|score| score.item == at)
    }

    /// Returns the total that counts: the converted one, if the assessment converts.
    pub fn counted(&self) -> &Score {
        self.scaled.as_ref().unwrap_or(&self.total)
    }
}

impl Proposal {
    /// Returns whether no condition is unmet.
    pub fn is_met(&self) -> bool {
        self.conditions.iter().all(|condition| condition.met != Some(false))
    }
}
