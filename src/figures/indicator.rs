//! The figures of one indicator at a period, one for each scope.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::figures::basis::Basis;
use crate::figures::entrance::{Course, Entrance};
use crate::figures::facts::fact::{Fact, Judgement};
use crate::figures::facts::moment::Moment;
use crate::figures::figure::Figure;
use crate::model::book::scope::Scope;
use crate::model::value::period::Period;

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
    /// The position of each scope's figure.
    positions: HashMap<Scope, usize>,
    /// What comes after the period; made when a fact is first too late for it.
    course: OnceLock<Course>,
    /// The same as the edition could know it when it was issued.
    foreseen: OnceLock<Course>,
}

impl IndicatorFigures {
    /// Collects the figures of a series at a moment.
    pub(super) fn new(
        series: usize,
        moment: Moment,
        judgements: Vec<Judgement>,
        figures: Vec<Figure>,
    ) -> IndicatorFigures {
        let positions = positions(&figures);
        let (course, foreseen) = (OnceLock::new(), OnceLock::new());
        IndicatorFigures {
            series,
            moment,
            judgements,
            figures,
            positions,
            course,
            foreseen,
        }
    }

    /// Returns whether the edition tells of a fact: of what it leaves out only what was there when it
    /// was issued.
    pub fn tells(&self, fact: &Fact, judgement: &Judgement) -> bool {
        matches!(judgement, Judgement::Counts(_)) || self.moment.tells(fact.known)
    }

    /// Returns where a fact counts that was too late for the period of the figures.
    pub fn entrance(&self, basis: &Basis, period: &Period, fact: &Fact) -> Entrance {
        self.course(basis, period).entrance(basis, fact)
    }

    /// Returns the same as the edition could know it when it was issued, so that what an issued
    /// edition says stays as it is.
    pub fn foreseen(&self, basis: &Basis, period: &Period, fact: &Fact) -> Entrance {
        let Some(issued) = self.moment.cutoffs.issued() else {
            return self.entrance(basis, period, fact);
        };
        let foreseen = || self.course(basis, period).as_known_on(issued);
        self.foreseen.get_or_init(foreseen).entrance(basis, fact)
    }

    fn course(&self, basis: &Basis, period: &Period) -> &Course {
        let course = || Course::after(basis, (self.series, &self.moment), period);
        self.course.get_or_init(course)
    }

    /// Keeps only the figures of some scopes.
    pub(super) fn retain(&mut self, keeps: impl Fn(&Scope) -> bool) {
        self.figures.retain(|figure| keeps(&figure.scope));
        self.positions = positions(&self.figures);
    }

    /// Returns the figure of a scope.
    pub fn figure(&self, scope: &Scope) -> Option<&Figure> {
        self.position(scope).map(|at| &self.figures[at])
    }

    /// Returns the position of a scope's figure.
    pub fn position(&self, scope: &Scope) -> Option<usize> {
        self.positions.get(scope).copied()
    }
}

fn positions(figures: &[Figure]) -> HashMap<Scope, usize> {
    let scopes = figures.iter().map(|figure| figure.scope.clone()).enumerate();
    // Of a scope that is listed twice, the first figure is the one that is found.
    scopes.rev().map(|(at, scope)| (scope, at)).collect()
}
