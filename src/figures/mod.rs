//! Model → figures: every indicator's value for every scope, with what follows from it; no text, no output.

pub mod attribution;
pub mod exact;
pub mod fact;
pub mod figure;
pub mod ledger;
pub mod measures;
pub mod moment;
pub mod outcome;
pub mod rank;
pub mod schedule;
pub mod scores;
pub mod series;
pub mod stages;
pub mod targets;

use chrono::NaiveDate;

use crate::figures::fact::Judgement;
use crate::figures::figure::Figure;
use crate::figures::ledger::{judge, sums};
use crate::figures::moment::Moment;
use crate::figures::scores::AssessmentScores;
use crate::figures::series::Series;
use crate::figures::targets::Targets;
use crate::model::book::Book;
use crate::model::indicator::Indicator;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::scope::Scope;

/// The facts of a book, ready to be added up for any period until a day.
#[derive(Debug)]
pub struct Basis<'a> {
    /// Book.
    pub book: &'a Book,
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
    /// Takes the facts of every indicator that a plan of the book declares.
    pub fn of(book: &'a Book, until: NaiveDate) -> Basis<'a> {
        Basis::with(book, |plan, one| Series::of(book, plan, one, until))
    }

    /// The same without the months between: enough for figures, not for their course.
    pub fn at_points(book: &'a Book) -> Basis<'a> {
        Basis::with(book, |plan, one| Series::at_points(book, plan, one))
    }

    fn with(
        book: &'a Book,
        series: impl Fn(&'a Plan, &'a Indicator) -> Series<'a>,
    ) -> Basis<'a> {
        let plans = book.plans.iter().map(|filed| &filed.record);
        let indicators = plans.flat_map(|plan| {
            plan.indicators.iter().map(move |indicator| (plan, indicator))
        });
        let series = indicators.map(|(plan, one)| series(plan, one)).collect();
        Basis { book, series }
    }

    /// All figures of a period; indicators of plans that do not cover its last day have none.
    pub fn figures(&self, period: &Period) -> Figures {
        let indicators = self.series.iter().enumerate();
        let indicators: Vec<IndicatorFigures> = indicators
            .filter_map(|(at, series)| self.indicator(at, series, period.end()))
            .collect();
        let scores = scores::scores(self, period, &indicators);
        Figures { period: period.clone(), indicators, scores }
    }

    fn indicator(
        &self,
        at: usize,
        series: &Series,
        end: NaiveDate,
    ) -> Option<IndicatorFigures> {
        let moment = series.moment(self.book, end)?;
        let judgements = judge(&series.facts, &moment);
        let sums = sums(&series.facts, &judgements, &moment);
        let Series { plan, indicator, rows, .. } = series;
        let targets = Targets { book: self.book, plan, indicator, rows, end };
        let scopes = rows.scopes().into_iter();
        let mut figures: Vec<Figure> = scopes
            .map(|scope| {
                let sum = sums.get(&scope);
                let demo = sum.is_some_and(|sum| sum.demo);
                let set = targets.of(&scope);
                Figure::new(series, &moment, scope, series.value(sum), demo, set)
            })
            .collect();
        let rankings = plan.rankings.iter();
        if let Some(ranking) = rankings
            .clone()
            .find(|ranking| indicator.is_called(ranking.indicator.as_str()))
        {
            rank::rank(self.book, indicator, ranking, &mut figures);
        }
        Some(IndicatorFigures { series: at, moment, judgements, figures })
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
