//! The course of an assessment: the scores of its series in the plan's span, up to a period.

use crate::figures::scores::unit::{AssessmentScores, UnitScore};
use crate::model::value::period::Period;
use crate::sheet::assessment::AssessmentView;
use crate::words::date;

/// The scores of the periods so far, the newest last.
pub(crate) struct LampCourse<'a> {
    /// The periods as heads of columns.
    pub(crate) heads: Vec<String>,
    scores: Vec<&'a AssessmentScores>,
}

impl<'a> LampCourse<'a> {
    /// The course up to the period of an assessment's scores.
    pub(crate) fn of(view: &AssessmentView<'a>) -> LampCourse<'a> {
        let newest = view.sheet.figures;
        let editions = view.sheet.editions.iter().map(|(_, figures)| figures);
        let earlier = editions.filter(|edition| {
            edition.period.same_series(&newest.period)
                && edition.period.end() < newest.period.end()
                && view.plan.span.contains(edition.period.end())
        });
        let (heads, scores) = earlier
            .chain([newest])
            .filter_map(|edition| Some((head(&edition.period), view.scores_in(edition)?)))
            .unzip();
        LampCourse { heads, scores }
    }

    /// What a unit scored in each period; `None` where it was not assessed or has no lamp.
    pub(crate) fn scores(
        &self,
        unit: &UnitScore,
    ) -> impl DoubleEndedIterator<Item = Option<&'a UnitScore>> {
        (0..self.scores.len()).map(|at| self.score(at, unit))
    }

    /// What a unit scored in the period at a position; `None` where it was not assessed or has
    /// no lamp.
    pub(crate) fn score(&self, at: usize, unit: &UnitScore) -> Option<&'a UnitScore> {
        self.scores[at].unit(&unit.unit).filter(|score| score.lamp.is_some())
    }
}

/// The head of a period's column: the month alone, since all are of one plan.
fn head(period: &Period) -> String {
    match period {
        Period::Month(month) => format!("{}月", month.month),
        other => date::period(other),
    }
}
