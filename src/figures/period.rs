//! All figures of a period: counted from records, derived from others, compared, and scored.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::figures::audience::withhold::{shows_scores, withhold};
use crate::figures::basis::Basis;
use crate::figures::derived::measures::derived_measure;
use crate::figures::derived::order;
use crate::figures::derived::sources::Sources;
use crate::figures::facts::ledger::Sum;
use crate::figures::facts::moment::Moment;
use crate::figures::figure::Figure;
use crate::figures::indicator::IndicatorFigures;
use crate::figures::lamps;
use crate::figures::outcome::{Missing, Outcome};
use crate::figures::rank;
use crate::figures::scores::disqualified::left_out_of;
use crate::figures::scores::scores;
use crate::figures::scores::unit::AssessmentScores;
use crate::figures::series::Series;
use crate::figures::targets::Targets;
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::LeftOutOf;
use crate::model::value::date::Month;
use crate::model::value::period::Period;

/// All figures of a period.
#[derive(Debug)]
pub struct Figures {
    /// Period.
    pub period: Period,
    /// Figures by indicator, in the order of the plans.
    pub indicators: Vec<IndicatorFigures>,
    /// Scores by assessment, in the order of the plans.
    pub scores: Vec<AssessmentScores>,
    /// The position of each indicator by its id.
    positions: BTreeMap<String, usize>,
}

impl Figures {
    /// Returns the figures of the indicator with an id.
    pub fn indicator(&self, id: &str) -> Option<&IndicatorFigures> {
        self.positions.get(id).map(|at| &self.indicators[*at])
    }

    /// Returns the figure of an indicator for a scope, by the indicator's id.
    pub fn figure(&self, indicator: &str, scope: &Scope) -> Option<&Figure> {
        self.indicator(indicator)?.figure(scope)
    }

    /// Returns the positions of an indicator and of its figure, by the figure's id.
    pub fn position(&self, id: &FigureId) -> Option<(usize, usize)> {
        let FigureId::Indicator(indicator, scope) = id else { return None };
        let at = *self.positions.get(indicator.as_str())?;
        Some((at, self.indicators[at].position(scope)?))
    }
}

impl Basis<'_> {
    /// Returns all figures of a period, without the indicators of plans that do not cover its last
    /// day.
    pub fn figures(&self, period: &Period) -> Figures {
        let end = period.end();
        let mut indicators = self.everything(period);
        // Scores, lamps and ranks are made from everything, so nothing is withheld before them.
        let scores = if shows_scores(&self.audience) {
            scores(self, period, &indicators)
        } else {
            Vec::new()
        };
        withhold(self, end, &mut indicators);
        let id = |figures: &IndicatorFigures| {
            self.series[figures.series].indicator.id.to_string()
        };
        // Of two indicators with one id, the first is the one that is found.
        let ids = indicators.iter().map(id).enumerate().rev();
        let positions = ids.map(|(at, id)| (id, at)).collect();
        Figures { period: period.clone(), indicators, scores, positions }
    }

    /// Returns all figures of a period before anything is withheld.
    pub(super) fn everything(&self, period: &Period) -> Vec<IndicatorFigures> {
        self.indicators(period).into_iter().flatten().collect()
    }

    /// Returns every series' figures of a period; `None` if its plan does not cover the last day.
    fn indicators(&self, period: &Period) -> Vec<Option<IndicatorFigures>> {
        let before = MonthBefore::of(self, period.end());
        let mut finished: Vec<Option<IndicatorFigures>> = (0..self.series.len())
            .map(|at| Some(self.compared(self.counted(at, period)?, &before)))
            .collect();
        for at in order(self) {
            finished[at] = self
                .derived(at, &finished, period)
                .map(|figures| self.compared(figures, &before));
        }
        finished
    }

    /// Returns the figures of an indicator that is counted from records; `None` if it is derived.
    fn counted(&self, at: usize, period: &Period) -> Option<IndicatorFigures> {
        let series = &self.series[at];
        if series.indicator.measure.is_derived() {
            return None;
        }
        let moment = series.moment(self.book, period)?;
        let judgements = series.judge(&moment);
        let sums = series.sums(&judgements, &moment);
        let targets = self.targets(series, &moment);
        let figure = |scope: Scope| {
            let sum = sums.get(&scope);
            let is_demo = sum.is_some_and(|sum| sum.demo);
            let value = self.unmerged(&moment, &scope, || series.value(&scope, sum));
            let lacks = value.as_ref().ok().and(sum).map(Sum::lacks);
            let figure = Figure::new(series, &moment, scope, value, is_demo, &targets);
            Figure { lacks: lacks.unwrap_or_default(), ..figure }
        };
        let figures = self.listed(series, &moment, period).map(figure).collect();
        Some(IndicatorFigures::new(at, moment, judgements, figures))
    }

    /// Returns the figures of a derived indicator; `None` if it is counted from records.
    fn derived(
        &self,
        at: usize,
        finished: &[Option<IndicatorFigures>],
        period: &Period,
    ) -> Option<IndicatorFigures> {
        let series = &self.series[at];
        let measure = derived_measure(series.indicator.measure)?;
        let moment = series.moment(self.book, period)?;
        let (end, known) = (period.end(), moment.last_known());
        let (year_before, rates) = (&OnceCell::new(), &OnceCell::new());
        let basis = self;
        let sources = Sources { basis, finished, series, end, known, year_before, rates };
        let targets = self.targets(series, &moment);
        let figure = |scope: Scope| {
            let inputs = (measure.inputs)(&sources, &scope);
            let combined = || measure.combined(series.indicator, &inputs);
            let value = self.unmerged(&moment, &scope, combined);
            let is_demo = inputs.iter().any(|input| input.demo);
            let figure = Figure::new(series, &moment, scope, value, is_demo, &targets);
            let lacks = figure.value.as_ref().ok().and(inputs.first());
            let lacks = lacks.map(|input| input.lacks.clone()).unwrap_or_default();
            Figure { inputs, lacks, ..figure }
        };
        let figures = self.listed(series, &moment, period).map(figure).collect();
        Some(IndicatorFigures::new(at, moment, Vec::new(), figures))
    }

    fn targets<'b>(&'b self, series: &'b Series, moment: &Moment) -> Targets<'b> {
        let Series { plan, indicator, rows, .. } = series;
        let (end, known) = (moment.days.end, moment.last_known());
        Targets { book: self.book, plan, indicator, rows, end, known, roll: moment.roll }
    }

    /// Returns the scopes of a series that have a figure at a moment: of the leaders, only those who
    /// were in office in the period.
    fn listed(
        &self,
        series: &Series,
        moment: &Moment,
        period: &Period,
    ) -> impl Iterator<Item = Scope> {
        let (days, known) = (period.days(), moment.last_known());
        let scopes = series.rows_at(moment).scopes().iter();
        let is_there = move |scope: &&Scope| match scope {
            Scope::Leader(id) => {
                let leader = self.book.leader_called(id);
                leader.is_none_or(|leader| leader.serves(days, known))
            }
            _ => true,
        };
        scopes.filter(is_there).cloned()
    }

    /// Returns the value of a scope; none for a unit that went on in another, whose facts are the
    /// other's.
    fn unmerged(
        &self,
        moment: &Moment,
        scope: &Scope,
        value: impl FnOnce() -> Outcome,
    ) -> Outcome {
        let register = self.book.registered_at(moment.roll);
        match register.merger(scope) {
            Some(merger) => Err(Missing::merged_into(register, merger)),
            None => value(),
        }
    }

    /// Figures compared with each other and with the month before: their ranks and lamps.
    fn compared(
        &self,
        mut figures: IndicatorFigures,
        before: &MonthBefore,
    ) -> IndicatorFigures {
        let at = figures.series;
        let series = &self.series[at];
        let Series { plan, indicator, .. } = series;
        let ranking = plan
            .rankings
            .iter()
            .find(|ranking| indicator.is_called(ranking.indicator.as_str()));
        if let Some(ranking) = ranking {
            let (end, known) = (figures.moment.days.end, figures.moment.last_known());
            let what = LeftOutOf::Rankings;
            let disqualified = left_out_of(self.book, plan, what, end, known);
            let register = self.book.registered_at(figures.moment.roll);
            let figures = &mut figures.figures;
            rank::rank(register, indicator, ranking, &disqualified, figures);
        }
        let run_before = |scope: &Scope| before.figure(at, scope)?.run;
        lamps::light(self.book, series, &run_before, &mut figures);
        figures
    }
}

/// The figures of the month before, computed when a lamp first needs them.
struct MonthBefore<'b, 'a> {
    basis: &'b Basis<'a>,
    month: Period,
    finished: OnceCell<Vec<Option<IndicatorFigures>>>,
}

impl<'b, 'a> MonthBefore<'b, 'a> {
    /// Returns the month before the one that holds a day.
    fn of(basis: &'b Basis<'a>, day: NaiveDate) -> Self {
        let month = Period::Month(Month::of(day).plus(-1));
        MonthBefore { basis, month, finished: OnceCell::new() }
    }

    /// Returns the figure of a series for a scope.
    fn figure(&self, series: usize, scope: &Scope) -> Option<&Figure> {
        let finished = self.finished.get_or_init(|| self.basis.indicators(&self.month));
        finished[series].as_ref()?.figure(scope)
    }
}
