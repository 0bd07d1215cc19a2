//! The figures of one indicator at a period, one for each scope.

use std::collections::HashMap;

use crate::figures::facts::fact::Judgement;
use crate::figures::facts::moment::Moment;
use crate::figures::figure::Figure;
use crate::model::book::scope::Scope;

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
        IndicatorFigures { series, moment, judgements, figures, positions }
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
