//! Model → figures: every indicator's value for every scope, with what follows from it; no text, no output.

pub mod attribution;
pub mod audience;
pub mod disclosure;
pub mod exact;
pub mod fact;
pub mod fact_level;
pub mod figure;
pub mod ledger;
pub mod measures;
pub mod moment;
pub mod outcome;
pub mod rank;
pub mod schedule;
pub mod series;
pub mod targets;

use chrono::NaiveDate;

use crate::figures::audience::{Audience, level};
use crate::figures::fact::Judgement;
use crate::figures::figure::Figure;
use crate::figures::ledger::{judge, sums};
use crate::figures::moment::Moment;
use crate::figures::outcome::Outcome;
use crate::figures::series::Series;
use crate::figures::targets::Targets;
use crate::model::book::Book;
use crate::model::period::Period;
use crate::model::scope::Scope;

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
        Basis::seen_by(Audience::everything(book), book, until)
    }

    /// The same for an audience: sums run over the whole book, whoever they are for.
    pub fn seen_by(
        audience: Audience<'a>,
        book: &'a Book,
        until: NaiveDate,
    ) -> Basis<'a> {
        let plans = book.plans.iter().map(|filed| &filed.record);
        let indicators = plans.flat_map(|plan| {
            plan.indicators.iter().map(move |indicator| (plan, indicator))
        });
        let series = indicators
            .map(|(plan, one)| Series::of(audience.level, book, plan, one, until))
            .collect();
        Basis { book, audience, series }
    }

    /// All figures of a period; indicators of plans that do not cover its last day have none.
    pub fn figures(&self, period: &Period) -> Figures {
        let indicators = self.series.iter().enumerate();
        let indicators = indicators
            .filter_map(|(at, series)| self.indicator(at, series, period.end()));
        Figures { period: period.clone(), indicators: indicators.collect() }
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
        let scopes = scopes.filter(|scope| self.audience.sees(level(scope)));
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
        // Ranks are taken before, so that those of the others stay true.
        for figure in &mut figures {
            if let Some(reason) = series.withheld.get(&figure.scope) {
                let (scope, value) =
                    (figure.scope.clone(), Outcome::Unknown(reason.clone()));
                let set = targets.of(&scope);
                *figure = Figure::new(series, &moment, scope, value, figure.demo, set);
            }
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
