//! What the scores of an assessment are made from: the figures of the period and the units that are assessed.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::basis::Basis;
use crate::figures::derived::sources::Rates;
use crate::figures::facts::moment::known_for;
use crate::figures::facts::stages::base::Base;
use crate::figures::figure::Figure;
use crate::figures::indicator::IndicatorFigures;
use crate::figures::outcome::{Known, Missing, Outcome};
use crate::figures::scores::disqualified::disqualified;
use crate::figures::scores::score::UnitTotal;
use crate::figures::scores::spans::{SpanSums, spans};
use crate::figures::series::Series;
use crate::model::book::Book;
use crate::model::book::registered::Registered;
use crate::model::book::scope::Scope;
use crate::model::plan::Plan;
use crate::model::plan::assessment::lamp::LampSet;
use crate::model::plan::assessment::{Assessment, LeftOutOf};
use crate::model::record::marks::Veto;
use crate::model::record::registry::{Life, Unit};
use crate::model::value::period::Period;
use crate::model::value::reference::IndicatorRef;

/// A unit that is assessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Unit.
    pub unit: String,
    /// Its group.
    pub group: String,
    /// Why it is no longer ranked; `None` if it is in use.
    pub gone: Option<Missing>,
}

/// The totals of an assessment at a period.
type OtherTotals = ((usize, Period), Rc<Vec<UnitTotal>>);

/// Totals the units of a context; handed in, as what scores them stands on this file.
pub type Totals = fn(&Context) -> Vec<UnitTotal>;

/// What the scores of an assessment are made from.
#[derive(Debug)]
pub struct Context<'a> {
    /// Facts of the book.
    pub basis: &'a Basis<'a>,
    /// Figures of the period.
    pub indicators: &'a [IndicatorFigures],
    /// Period.
    pub period: &'a Period,
    /// Plan that declares the assessment.
    pub plan: &'a Plan,
    /// Assessment.
    pub assessment: &'a Assessment,
    /// The units that are assessed, in the book's order.
    pub subjects: Vec<Subject>,
    /// Last day of which anything is known.
    pub known: NaiveDate,
    /// The units that the assessment has disqualified.
    pub disqualified: BTreeMap<String, Veto>,
    /// Whether the period is a year, so that the annual comparisons hold.
    pub annual: bool,
    /// Position of the assessment in its plan.
    pub position: usize,
    /// Position of the plan in the book.
    plan_at: usize,
    /// Totals the units of a context.
    totals: Totals,
    /// The numbers of rates as of the day of their base, by the positions of both series; added up
    /// when first asked for.
    rates: RefCell<BTreeMap<(usize, usize), Rc<Rates>>>,
    /// The single spans of indicators, by the position of the series.
    spans: RefCell<BTreeMap<usize, Rc<Vec<SpanSums>>>>,
    /// The totals of other assessments, by position and period.
    others: RefCell<Vec<OtherTotals>>,
}

/// An indicator's figure for a scope, with where it comes from.
#[derive(Clone, Copy, Debug)]
pub struct FigureAt<'a> {
    /// Series.
    pub series: &'a Series<'a>,
    /// Figures of the indicator.
    pub figures: &'a IndicatorFigures,
    /// Figure.
    pub figure: &'a Figure,
}

impl FigureAt<'_> {
    /// Returns a number of the indicator in the base of its unit, if there is one.
    pub fn in_base(&self, number: &Outcome) -> Option<Decimal> {
        self.series.indicator.unit.to_base(number.known()?)
    }
}

impl<'a> Context<'a> {
    /// Returns the context of an assessment, by its position in the plan and the plan's in the
    /// book.
    pub fn new(
        basis: &'a Basis<'a>,
        period: &'a Period,
        indicators: &'a [IndicatorFigures],
        (plan_at, position): (usize, usize),
        totals: Totals,
    ) -> Context<'a> {
        let plan = &basis.book.plans[plan_at].record;
        let assessment = &plan.assessments[position];
        let known = known_for(basis.book, plan, period);
        let register = basis.book.registered(period.end(), known);
        let subjects = subjects(register, plan, assessment);
        let annual = matches!(period, Period::Year(_));
        let end = period.end();
        let disqualified = disqualified(basis.book, assessment, end, known);
        Context {
            basis,
            indicators,
            period,
            plan,
            assessment,
            subjects,
            known,
            disqualified,
            annual,
            position,
            plan_at,
            totals,
            rates: RefCell::default(),
            spans: RefCell::default(),
            others: RefCell::default(),
        }
    }

    /// Returns whether a unit counts towards the averages that others are compared with.
    pub fn is_averaged(&self, unit: &str) -> bool {
        let is_out = self.assessment.disqualified.contains(&LeftOutOf::Averages);
        let is_out = is_out && self.disqualified.contains_key(unit);
        !is_out && !self.is_only_listed(unit)
    }

    /// Returns whether a unit is listed with its score, and not assessed.
    pub fn is_only_listed(&self, unit: &str) -> bool {
        let listed = self.assessment.listed.iter();
        let mut listed = listed.filter_map(|one| self.book().unit(&one.unit));
        listed.any(|one| one.id.as_str() == unit)
    }

    /// Returns the single spans of an indicator.
    pub(super) fn spans(&self, at: FigureAt) -> Rc<Vec<SpanSums>> {
        let mut known = self.spans.borrow_mut();
        let found = known.entry(at.figures.series);
        let taken = || Rc::new(spans(self.book(), at.series, at.figures));
        Rc::clone(found.or_insert_with(taken))
    }

    /// Returns the context of another assessment of the plan, or of another period.
    fn of<'b>(
        &'b self,
        period: &'b Period,
        indicators: &'b [IndicatorFigures],
        at: usize,
    ) -> Context<'b> {
        Context::new(self.basis, period, indicators, (self.plan_at, at), self.totals)
    }

    /// Returns the totals of another assessment of the plan, or of this one at another period.
    pub(super) fn totals_of(&self, at: usize, period: &Period) -> Rc<Vec<UnitTotal>> {
        let asked = (at, period.clone());
        let known = self.others.borrow().iter().find(|(of, _)| *of == asked).cloned();
        if let Some((_, scores)) = known {
            return scores;
        }
        let scores = if period == self.period {
            (self.totals)(&self.of(period, self.indicators, at))
        } else {
            let indicators = self.basis.everything(period);
            (self.totals)(&self.of(period, &indicators, at))
        };
        let scores = Rc::new(scores);
        self.others.borrow_mut().push((asked, Rc::clone(&scores)));
        scores
    }

    /// Returns the registry as it was at the end of the period.
    pub fn register(&self) -> Registered<'a> {
        self.book().registered(self.period.end(), self.known)
    }

    /// Returns numerator and denominator of a rate as of the day of its base, so that they never part.
    pub fn rate(&self, numbers: [FigureAt<'a>; 2]) -> [Outcome; 2] {
        let [above, below] = numbers.map(|number| number.figures.series);
        let mut known = self.rates.borrow_mut();
        let rates = known.entry((above, below));
        let rates = rates.or_insert_with(|| Rc::new(self.added_up(numbers)));
        [0, 1].map(|at| {
            let FigureAt { series, figure, .. } = numbers[at];
            match (&rates[at], &figure.value) {
                (None, value) | (_, value @ Err(Missing::MergedInto(..))) => {
                    value.clone()
                }
                (Some(sums), _) => series.value(&figure.scope, sums.get(&figure.scope)),
            }
        })
    }

    fn added_up(&self, numbers: [FigureAt<'a>; 2]) -> Rates {
        let [above, below] = numbers.map(|number| number.series);
        let base = Base::of_rate(below.plan, above.indicator, below.indicator);
        numbers.map(|number| {
            let facts = number.series.facts_as_of(self.book(), base?)?;
            let moment = &number.figures.moment;
            Some(number.series.sums_of(&facts, moment))
        })
    }

    /// Returns the book.
    pub fn book(&self) -> &'a Book {
        self.basis.book
    }

    /// Returns the figures of an indicator of the plan.
    pub fn indicator(
        &self,
        reference: &IndicatorRef,
    ) -> Option<(&'a Series<'a>, &'a IndicatorFigures)> {
        let figures = self.indicators.iter().find(|figures| {
            let series = &self.basis.series[figures.series];
            series.plan.id == self.plan.id
                && series.indicator.is_called(reference.as_str())
        })?;
        Some((&self.basis.series[figures.series], figures))
    }

    /// Returns the figure of an indicator for a scope.
    pub fn figure(
        &self,
        reference: &IndicatorRef,
        scope: &Scope,
    ) -> Option<FigureAt<'a>> {
        let (series, figures) = self.indicator(reference)?;
        Some(FigureAt { series, figures, figure: figures.figure(scope)? })
    }
}

/// Returns the lamp set that an assessment names.
pub fn lamp_set<'a>(plan: &'a Plan, assessment: &Assessment) -> Option<&'a LampSet> {
    plan.lamp_set(assessment.lamps.as_ref()?.as_str())
}

/// Returns the units of the groups that are assessed at the end of a period, in the book's order:
/// those in use, and those that went out of use in the time of the plan.
fn subjects(register: Registered, plan: &Plan, assessment: &Assessment) -> Vec<Subject> {
    let assessed: Vec<&str> = assessment
        .subjects
        .iter()
        .filter_map(|group| register.group_called(group.as_str()))
        .map(|group| group.id.as_str())
        .collect();
    let subject = |unit: &Unit| {
        let group = register.group_of(unit)?.id.to_string();
        let gone = match register.life(unit) {
            Life::InUse => None,
            Life::Closed(day) if plan.span.start <= day => Some(Missing::Closed(day)),
            Life::Merged(merger) if plan.span.start < merger.since => {
                Some(Missing::merged_into(register, merger))
            }
            _ => return None,
        };
        let is_assessed = assessed.contains(&group.as_str());
        is_assessed.then_some(Subject { unit: unit.id.to_string(), group, gone })
    };
    register.units().iter().filter_map(subject).collect()
}
