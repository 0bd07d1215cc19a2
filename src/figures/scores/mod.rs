//! Scores: what each assessed unit gets in each item, how it came about, and what follows from the total.

pub mod average;
pub mod context;
pub mod formula;
pub mod gate;
pub mod item;
pub mod needs;
pub mod operand;
pub mod records;
pub mod shapes;
pub mod total;
pub mod work;

use crate::figures::scores::context::{Context, Subject};
use crate::figures::scores::item::{ItemScore, item_score};
use crate::figures::{Basis, IndicatorFigures};
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::plan::Plan;
use crate::model::plan::assessment::lamp::Lamp;
use crate::model::plan::assessment::score_item::Cause;
use crate::model::plan::assessment::{Assessment, Series};
use crate::model::record::marks::Veto;
use crate::model::value::period::Period;

/// A score, or why there is none.
pub type Score = Result<rust_decimal::Decimal, Unscored>;

/// Why there is no score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unscored {
    /// The cause that a plan's rules are declared for.
    pub cause: Cause,
    /// The reason as the reader sees it.
    pub words: String,
}

impl Unscored {
    /// A cause with its reason.
    pub fn new(cause: Cause, words: impl Into<String>) -> Unscored {
        Unscored { cause, words: words.into() }
    }
}

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
    /// How the total came about where it is no plain sum.
    pub conversion: Option<total::Conversion>,
    /// The total converted to other full marks, where the assessment says so.
    pub scaled: Option<Score>,
    /// Lamp by the total or the rank.
    pub lamp: Option<Lamp>,
    /// Rank among those it is ranked with; none for a unit without a total.
    pub rank: Option<u32>,
    /// Number of units that are ranked.
    pub rank_of: u32,
    /// Grade.
    pub grade: Option<total::grade::Reached>,
    /// Why it is taken out of the assessment.
    pub veto: Option<Veto>,
    /// The rewards with their conditions.
    pub rewards: Vec<total::reward::Proposal>,
    /// Whether a contributing record is invented.
    pub demo: bool,
}

impl AssessmentScores {
    /// The plan and the assessment.
    pub fn declared<'a>(&self, book: &'a Book) -> (&'a Plan, &'a Assessment) {
        let plan = &book.plans[self.plan].record;
        (plan, &plan.assessments[self.assessment])
    }

    /// The score of a unit.
    pub fn unit(&self, id: &str) -> Option<&UnitScore> {
        self.units.iter().find(|score| score.unit == id)
    }
}

impl UnitScore {
    /// What the score is about.
    pub fn scope(&self) -> Scope {
        Scope::Unit(self.unit.clone())
    }

    /// The score of an item by its position in the assessment.
    pub fn item(&self, at: usize) -> Option<&ItemScore> {
        self.items.iter().find(|score| score.item == at)
    }

    /// The total that counts: converted where the assessment says so.
    pub fn counted(&self) -> &Score {
        self.scaled.as_ref().unwrap_or(&self.total)
    }
}

/// The scores of every assessment that is computed for a period.
pub fn scores(
    basis: &Basis,
    period: &Period,
    indicators: &[IndicatorFigures],
) -> Vec<AssessmentScores> {
    let plans = basis.book.plans.iter().enumerate();
    let assessments = plans.flat_map(|(at, plan)| {
        let own = plan.record.assessments.iter().enumerate();
        own.map(move |(index, assessment)| (at, &plan.record, index, assessment))
    });
    assessments
        .filter(|(_, plan, _, assessment)| {
            plan.span.contains(period.end())
                && !assessment.items.is_empty()
                && covers(assessment, period)
        })
        .map(|(plan, _, assessment, _)| {
            let context = Context::new(basis, period, indicators, plan, assessment);
            AssessmentScores {
                plan,
                assessment,
                annual: context.annual,
                units: units(&context),
            }
        })
        .collect()
}

/// Whether an assessment is computed for a period of this series.
fn covers(assessment: &Assessment, period: &Period) -> bool {
    let series = match period {
        Period::Year(_) => Series::Year,
        Period::Half(..) => Series::Half,
        Period::Quarter(..) => Series::Quarter,
        Period::Month(_) => Series::Month,
        Period::Week(..) => Series::Week,
        Period::Campaign(..) => Series::Campaign,
    };
    assessment.series.is_empty() || assessment.series.contains(&series)
}

fn units(context: &Context) -> Vec<UnitScore> {
    let mut units: Vec<UnitScore> =
        context.subjects.iter().map(|subject| unit(context, subject)).collect();
    total::rank::rank(context.assessment, &mut units);
    total::lamp::light(context, &mut units);
    total::grade::grade(context, &mut units);
    total::reward::propose(context, &mut units);
    units
}

fn unit(context: &Context, subject: &Subject) -> UnitScore {
    let items = 0..context.assessment.items.len();
    let items: Vec<ItemScore> =
        items.map(|at| item_score(context, subject, at)).collect();
    let veto = records::veto(context, subject);
    let (total, conversion) = total::total(context.assessment, &items);
    let total = match &veto {
        Some(veto) => {
            let words = format!("取消考评资格：{}", veto.reason);
            Err(Unscored::new(Cause::NoData, words))
        }
        None => total,
    };
    let own_demo = veto.as_ref().and_then(|veto| veto.demo).is_some_and(|flag| flag.0);
    UnitScore {
        unit: subject.unit.clone(),
        group: subject.group.clone(),
        scaled: total::scaled(context.assessment, &total),
        lamp: None,
        demo: own_demo || items.iter().any(|item| item.demo),
        items,
        total,
        conversion,
        rank: None,
        rank_of: 0,
        grade: None,
        veto,
        rewards: Vec::new(),
    }
}
