//! Model → figures: every indicator's value for every scope, with what follows from it; no text, no output.

pub mod audience;
pub mod derived;
pub mod exact;
pub mod facts;
pub mod figure;
pub mod lamps;
pub mod measures;
pub mod outcome;
mod projects;
pub mod rank;
pub mod schedule;
pub mod scores;
pub mod series;
pub mod shared;
pub mod targets;

use std::cell::OnceCell;

use chrono::NaiveDate;

use crate::figures::audience::Audience;
use crate::figures::audience::withhold::withhold;
use crate::figures::derived::{Derived, DerivedInputs, position, sources};
use crate::figures::facts::fact::Judgement;
use crate::figures::facts::ledger::{judge, sums};
use crate::figures::facts::moment::Moment;
use crate::figures::figure::Figure;
use crate::figures::lamps::MonthBefore;
use crate::figures::scores::AssessmentScores;
use crate::figures::series::Series;
use crate::figures::shared::Shared;
use crate::figures::targets::Targets;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::plan::Plan;
use crate::model::plan::indicator::Indicator;
use crate::model::value::period::Period;

/// The facts of a book, ready to be added up for any period until a day.
#[derive(Debug)]
pub struct Basis<'a> {
    /// Book.
    pub book: &'a Book,
    /// Who the figures are for.
    pub audience: Audience<'a>,
    /// Every indicator's series, in the order of the plans.
    pub series: Vec<Series<'a>>,
}

/// All figures of a period.
#[derive(Debug)]
pub struct Figures {
    /// Period.
    pub period: Period,
    /// Figures by indicator, in the order of the plans.
    pub indicators: Vec<IndicatorFigures>,
    /// Scores by assessment, in the order of the plans.
    pub scores: Vec<AssessmentScores>,
}

/// The figures of one indicator.
#[derive(Debug)]
pub struct IndicatorFigures {
    /// Position among the basis's series.
    pub series: usize,
    /// Days covered and cut-offs in force.
    pub moment: Moment,
    /// Whether each fact of the series counts.
    pub judgements: Vec<Judgement>,
    /// One figure for each scope, in the order they are listed.
    pub figures: Vec<Figure>,
}

impl<'a> Basis<'a> {
    /// Takes the facts of every indicator that a plan of the book declares, for those who may
    /// see everything.
    pub fn of(book: &'a Book, until: NaiveDate) -> Basis<'a> {
        Basis::with(book, |plan, one| Series::of(book, plan, one, until))
    }

    /// The same without the months between: enough for figures, not for their course.
    pub fn at_points(book: &'a Book) -> Basis<'a> {
        Basis::with(book, |plan, one| Series::at_points(book, plan, one))
    }

    /// The same beside another state of the book with the same rules, whose facts it shares.
    pub fn beside(book: &'a Book, other: &Basis, shared: &Shared) -> Basis<'a> {
        let mut others = other.series.iter();
        let series = |plan, one| Series::beside(book, plan, one, others.next(), shared);
        Basis::with(book, series)
    }

    /// The same for an audience: sums run over the whole book, whoever they are for.
    pub fn for_audience(
        audience: Audience<'a>,
        book: &'a Book,
        until: NaiveDate,
    ) -> Basis<'a> {
        let mut basis = Basis::of(book, until);
        basis.audience = audience;
        for series in &mut basis.series {
            series.withheld = audience.withheld(book, series);
        }
        basis
    }

    fn with(
        book: &'a Book,
        mut series: impl FnMut(&'a Plan, &'a Indicator) -> Series<'a>,
    ) -> Basis<'a> {
        let plans = book.plans.iter().map(|filed| &filed.record);
        let indicators = plans.flat_map(|plan| {
            plan.indicators.iter().map(move |indicator| (plan, indicator))
        });
        let series = indicators.map(|(plan, one)| series(plan, one)).collect();
        Basis { book, audience: Audience::everything(book), series }
    }

    /// All figures of a period; indicators of plans that do not cover its last day have none.
    pub fn figures(&self, period: &Period) -> Figures {
        let found = self.indicators(period.end());
        let indicators: Vec<IndicatorFigures> = found.into_iter().flatten().collect();
        let scores = scores::scores(self, period, &indicators);
        let mut figures = Figures { period: period.clone(), indicators, scores };
        withhold(self, &mut figures);
        figures
    }

    /// Every series' figures up to a day; none where its plan does not cover the day.
    fn indicators(&self, end: NaiveDate) -> Vec<Option<IndicatorFigures>> {
        let month_before = MonthBefore::of(self, end);
        let judged = |found| self.judged(found, &month_before);
        let counted = self.series.iter().enumerate();
        let mut found: Vec<Option<IndicatorFigures>> =
            counted.map(|(at, one)| self.counted(at, one, end).map(judged)).collect();
        for at in self.derived_order() {
            let (series, before) = (&self.series[at], OnceCell::new());
            let second = DerivedInputs {
                basis: self,
                found: &found,
                series,
                end,
                before: &before,
            };
            let derived = self.derived(at, &second).map(judged);
            found[at] = derived;
        }
        found
    }

    /// The derived indicators, each after those it is worked out from; circles come last.
    fn derived_order(&self) -> Vec<usize> {
        let mut open: Vec<usize> = (0..self.series.len())
            .filter(|at| self.series[*at].indicator.measure.is_derived())
            .collect();
        let mut order = Vec::new();
        while !open.is_empty() {
            let ready = |at: &usize| {
                let series = &self.series[*at];
                let mut inputs = sources(series.indicator).into_iter();
                inputs.all(|one| {
                    position(self, series, one).is_none_or(|input| !open.contains(&input))
                })
            };
            let next = open.iter().position(ready).unwrap_or(0);
            order.push(open.remove(next));
        }
        order
    }

    /// The figures of an indicator that is counted from records.
    fn counted(
        &self,
        at: usize,
        series: &Series,
        end: NaiveDate,
    ) -> Option<IndicatorFigures> {
        if series.indicator.measure.is_derived() {
            return None;
        }
        let moment = series.moment(self.book, end)?;
        let judgements = judge(&series.facts, &moment);
        let sums = sums(&series.facts, &judgements, &moment);
        let targets = self.targets(series, end);
        let scopes = series.rows.scopes().into_iter();
        let figures = scopes
            .map(|scope| {
                let sum = sums.get(&scope);
                let demo = sum.is_some_and(|sum| sum.demo);
                let set = targets.of(&scope);
                Figure::new(series, &moment, scope, series.value(sum), demo, set)
            })
            .collect();
        Some(IndicatorFigures { series: at, moment, judgements, figures })
    }

    /// The figures of an indicator that is worked out from others.
    fn derived(&self, at: usize, second: &DerivedInputs) -> Option<IndicatorFigures> {
        let series = second.series;
        let moment = series.moment(self.book, second.end)?;
        let targets = self.targets(series, second.end);
        let scopes = series.rows.scopes().into_iter();
        let figures = scopes
            .map(|scope| {
                let Derived { value, inputs } = second.derive(&scope);
                let demo = inputs.iter().any(|input| input.demo);
                let set = targets.of(&scope);
                let figure = Figure::new(series, &moment, scope, value, demo, set);
                Figure { inputs, ..figure }
            })
            .collect();
        let judgements = Vec::new();
        Some(IndicatorFigures { series: at, moment, judgements, figures })
    }

    fn targets<'b>(&'b self, series: &'b Series, end: NaiveDate) -> Targets<'b> {
        let Series { plan, indicator, rows, .. } = series;
        Targets { book: self.book, plan, indicator, rows, end }
    }

    /// Figures with what compares them with each other and with the month before: ranks and lamps.
    fn judged(
        &self,
        mut found: IndicatorFigures,
        month_before: &MonthBefore,
    ) -> IndicatorFigures {
        let series = &self.series[found.series];
        let Series { plan, indicator, .. } = series;
        let mut rankings = plan.rankings.iter();
        let ranking =
            rankings.find(|ranking| indicator.is_called(ranking.indicator.as_str()));
        if let Some(ranking) = ranking {
            rank::rank(self.book, indicator, ranking, &mut found.figures);
        }
        lamps::light(self.book, series, month_before, &mut found);
        found
    }
}

impl Figures {
    /// The figure of an indicator's id for a scope.
    pub fn figure(
        &self,
        basis: &Basis,
        indicator: &str,
        scope: &Scope,
    ) -> Option<&Figure> {
        let found = self.indicators.iter().find(|found| {
            basis.series[found.series].indicator.id.as_str() == indicator
        })?;
        found.figure(scope)
    }
}

impl IndicatorFigures {
    /// The figure of a scope.
    pub fn figure(&self, scope: &Scope) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.scope == *scope)
    }
}
