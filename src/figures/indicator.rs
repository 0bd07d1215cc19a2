//! The figures of one indicator at a period, one for each scope.

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
}

impl IndicatorFigures {
    /// Returns the figure of a scope.
    pub fn figure(&self, scope: &Scope) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.scope == *scope)
    }
}
