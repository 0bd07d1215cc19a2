//! The sheet: all that the report of a period is made from, with look-ups by the names a narrative uses.

pub mod assessment;
pub mod key_points;
pub mod listed;
pub mod movement;
pub mod part;
pub mod place;
pub mod previous_release;
pub mod printed;
mod reason_text;
pub mod recognised;
pub mod revised;
pub mod score_text;
pub mod unit_course;
mod withdrawal;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::basis::Basis;
use crate::figures::facts::attribution::Rows;
use crate::figures::facts::fact::{Fact, Judgement, RecordAt};
use crate::figures::figure::Figure;
use crate::figures::indicator::IndicatorFigures;
use crate::figures::period::Figures;
use crate::figures::series::Series;
use crate::model::book::registered::Registered;
use crate::model::book::scope::Scope;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::Level;
use crate::model::edition::Edition;
use crate::model::edition::state::State;
use crate::model::plan::Plan;
use crate::model::plan::campaign::Campaign;
use crate::model::plan::form::Form;
use crate::model::plan::indicator::Indicator;
use crate::model::record::project::Project;
use crate::model::value::period::Period;
use crate::model::value::reference::ScopeRef;
use crate::words::demo;

/// All that the report of a period is made from.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// Facts of the book.
    pub basis: &'a Basis<'a>,
    /// Figures of the period.
    pub figures: &'a Figures,
    /// Figures of the period before it in its series, if that has an edition.
    pub previous: Option<&'a Figures>,
    /// Every edition of the book in order of time, with its figures; empty where only one is made.
    pub editions: &'a [(Option<&'a Filed<Edition>>, Figures)],
    /// Edition of the period; none for a draft without a file.
    pub edition: Option<&'a Filed<Edition>>,
    /// Last of the cut-offs in force; none where nothing has one.
    pub last_cutoff: Option<NaiveDate>,
    /// Whether a figure of the sheet counts an invented record.
    pub is_demo: bool,
}

/// One indicator of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct IndicatorView<'a> {
    /// Sheet.
    pub sheet: &'a Sheet<'a>,
    /// Series of the indicator.
    pub series: &'a Series<'a>,
    /// Figures of the indicator.
    pub at: &'a IndicatorFigures,
}

impl<'a> Sheet<'a> {
    /// The sheet of one period by itself, with no other edition to compare with.
    pub fn alone(basis: &'a Basis<'a>, figures: &'a Figures) -> Self {
        let indicators = figures.indicators.iter();
        let cutoffs = indicators.clone().filter_map(|one| one.moment.cutoffs.last());
        Sheet {
            basis,
            figures,
            previous: None,
            editions: &[],
            edition: basis.book.edition(&figures.period),
            last_cutoff: cutoffs.max(),
            is_demo: indicators.flat_map(|one| &one.figures).any(|figure| figure.demo),
        }
    }

    /// The book, as the audience may see it.
    pub fn book(&self) -> &'a Book {
        self.basis.audience.book
    }

    /// How far the edition is.
    pub fn state(&self) -> State {
        self.book().state(&self.figures.period)
    }

    /// Whether the audience may see what has a level.
    pub fn sees(&self, level: Level) -> bool {
        self.basis.audience.sees(level)
    }

    /// Every indicator that has figures, in the order of the plans.
    pub fn views(&'a self) -> impl Iterator<Item = IndicatorView<'a>> + Clone {
        self.figures.indicators.iter().map(move |at| self.viewed(at))
    }

    /// The indicator with an id.
    pub fn view_of(&'a self, id: &str) -> Option<IndicatorView<'a>> {
        self.figures.indicator(id).map(|at| self.viewed(at))
    }

    fn viewed(&'a self, at: &'a IndicatorFigures) -> IndicatorView<'a> {
        IndicatorView { sheet: self, series: &self.basis.series[at.series], at }
    }

    /// The indicator with a name, alias or id.
    pub fn view(&'a self, word: &str) -> Option<IndicatorView<'a>> {
        self.views().find(|view| view.series.indicator.is_called(word))
    }

    /// The indicators that have a target for the whole, as the first page lists them; where none
    /// has, those that have a value.
    pub fn headline(&'a self) -> impl Iterator<Item = IndicatorView<'a>> + Clone {
        let targeted = |view: &IndicatorView| view.whole().target().is_ok();
        let none = !self.views().any(|view| targeted(&view));
        // What its last month or quarter did is not how a year went.
        let is_year = matches!(self.figures.period, Period::Year(_));
        self.views()
            .filter(move |view| !(is_year && view.indicator().span.is_within_year()))
            .filter(move |view| targeted(view) || none && view.whole().value.is_ok())
    }

    /// The plans that cover the last day of the period.
    pub fn plans(&self) -> impl Iterator<Item = &'a Plan> + Clone {
        let end = self.figures.period.end();
        let plans = self.book().plans.iter().map(|filed| filed.record.as_ref());
        plans.filter(move |plan| plan.span.contains(end))
    }

    /// The campaign that the period is one edition of.
    pub fn campaign(&self) -> Option<&'a Campaign> {
        let Period::Campaign(id, _) = &self.figures.period else { return None };
        let plans = self.book().plans.iter().map(|filed| filed.record.as_ref());
        plans.flat_map(|plan| &plan.campaigns).find(|campaign| campaign.id.as_str() == id)
    }

    /// Every form of these plans, in their order.
    pub fn forms(&self) -> impl Iterator<Item = &'a Form> + Clone {
        self.plans().flat_map(|plan| &plan.forms)
    }

    /// The form with a name or id; the first one where none is named.
    pub fn form(&self, word: Option<&str>) -> Option<&'a Form> {
        self.forms().find(|form| word.is_none_or(|word| form.is_called(word)))
    }

    /// The units as they were on the last day of the period, as was known by the last cut-off.
    pub fn register(&self) -> Registered<'a> {
        self.book().registered(self.figures.period.end(), self.last_day())
    }

    /// What a scope is called in the period.
    pub fn name(&self, scope: &Scope) -> String {
        self.register().scope_name(scope)
    }

    /// What a unit is called in the period where there is little room.
    pub fn short_name(&self, scope: &Scope) -> String {
        self.register().short_name(scope)
    }

    /// What the rows of a form are about; a group stands for its units.
    pub fn rows_of(&self, form: &Form) -> Vec<Scope> {
        let of = |word: &ScopeRef| {
            let units = self.register().units_in(std::slice::from_ref(word));
            if units.is_empty() {
                self.register().scopes_called(word.as_str())
            } else {
                units.iter().map(|unit| Scope::Unit(unit.id.to_string())).collect()
            }
        };
        form.rows.iter().flat_map(of).collect()
    }

    /// The last day of which anything may be told: the end of the period or its last cut-off.
    pub fn last_day(&self) -> NaiveDate {
        self.last_known().unwrap_or(self.figures.period.end())
    }

    /// The last day of which anything is known: the last cut-off, or the day of issue where there is
    /// none; `None` where neither is declared, so that everything is.
    pub fn last_known(&self) -> Option<NaiveDate> {
        let issued = self.edition.and_then(|edition| edition.record.card.issued);
        let last = self.last_cutoff.or(issued)?;
        Some(last.max(self.figures.period.end()))
    }

    /// The project at a position as it was on the last day of the period, as was known by the last
    /// cut-off.
    pub fn project(&self, at: usize) -> &'a Project {
        let known = self.last_known().unwrap_or(NaiveDate::MAX);
        self.book().project_as_of(at, self.figures.period.end(), known)
    }

    /// The last day of the newest edition, whose pages the site has.
    pub fn newest_end(&self) -> NaiveDate {
        let newest = self.editions.last().map_or(self.figures, |(_, figures)| figures);
        newest.period.end()
    }
}

impl<'a> IndicatorView<'a> {
    /// The indicator.
    pub fn indicator(&self) -> &'a Indicator {
        self.series.indicator
    }

    /// The figure of a scope.
    pub fn figure(&self, scope: &Scope) -> Option<&'a Figure> {
        self.at.figure(scope)
    }

    /// The figure of the whole.
    pub fn whole(&self) -> &'a Figure {
        self.at.figure(&Scope::All).expect("every indicator has a figure for the whole")
    }

    /// The rows that facts are credited to in the period.
    pub fn rows(&self) -> &'a Rows {
        self.series.rows_at(&self.at.moment)
    }

    /// Whether the audience does not get the number of a scope.
    pub fn withholds(&self, scope: &Scope) -> bool {
        self.series.withheld(scope, self.sheet.figures.period.end()).is_some()
    }

    /// The same figure in the period before; `None` where that was under another plan or of other units.
    pub fn before(&self, figure: &Figure) -> Option<&'a Figure> {
        let before = self.sheet.previous?.indicator(self.indicator().id.as_str())?;
        let rolls = [self.at, before].map(|one| one.moment.roll);
        let is_same = before.series == self.at.series
            && self.sheet.book().has_same_units(rolls, &figure.scope);
        is_same.then(|| before.figure(&figure.scope))?
    }

    /// The project of a fact as it was on the fact's day, as was known by the cut-off of its kind;
    /// `None` if it is no project's.
    pub fn project(&self, fact: &Fact) -> Option<&'a Project> {
        let RecordAt::Project(at) = fact.record else { return None };
        let known = self.at.moment.known_by(fact.kind);
        Some(self.sheet.book().project_as_of(at, fact.when, known))
    }

    /// Every fact with whether it counts, as the edition tells of it: what came after that was issued
    /// is not told.
    pub fn judged(
        &self,
    ) -> impl Iterator<Item = (&'a Fact<'a>, &'a Judgement)> + use<'a> {
        let at = self.at;
        let judged = self.series.facts.iter().zip(&at.judgements);
        judged.filter(move |(fact, judgement)| at.tells(fact, judgement))
    }

    /// The same of the facts that a scope is credited with, each with its share.
    pub fn judged_of(
        &self,
        scope: &Scope,
    ) -> impl Iterator<Item = (&'a Fact<'a>, Decimal, &'a Judgement)> {
        let at = self.at;
        self.series.facts.of_scope(scope).filter_map(move |(position, fact)| {
            let mut credits = fact.credits_at(&at.moment).iter();
            let (_, share) = credits.find(|(credited, _)| credited == scope)?;
            let judgement = at.judgements.get(position)?;
            at.tells(fact, judgement).then_some((fact, *share, judgement))
        })
    }

    /// The figures of units, in the order of the book.
    pub fn units(&self) -> impl Iterator<Item = &'a Figure> + use<'a> {
        self.at.figures.iter().filter(|figure| matches!(figure.scope, Scope::Unit(_)))
    }

    /// What a scope is called.
    pub fn name(&self, scope: &Scope) -> String {
        self.sheet.name(scope)
    }

    /// The unit's word, such as 亿元.
    pub fn unit(&self) -> &'static str {
        self.indicator().unit.word
    }

    /// `（演示数据）` where a figure counts an invented record, else nothing.
    pub fn demo_mark(&self) -> &'static str {
        demo::after_title(self.at.figures.iter().any(|figure| figure.demo))
    }
}
