//! The course of an assessment: the scores of its series in the plan's span, up to a period.

use crate::figures::Figures;
use crate::figures::scores::{AssessmentScores, UnitScore};
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
    /// The course up to the period of a assessment_view.
    pub(crate) fn of(assessment_view: &AssessmentView<'a>) -> LampCourse<'a> {
        let figures = assessment_view.sheet.figures;
        let earlier = assessment_view.sheet.course.iter().map(|(_, figures)| figures);
        let earlier = earlier.filter(|other| {
            other.period.same_series(&figures.period)
                && other.period.end() < figures.period.end()
                && assessment_view.plan.span.contains(other.period.end())
        });
        let same = |figures: &'a Figures| {
            let found = figures.scores.iter().find(|scores| {
                scores.plan == assessment_view.scores.plan
                    && scores.assessment == assessment_view.scores.assessment
            });
            Some((head(&figures.period), found?))
        };
        let (heads, scores) =
            earlier.chain(std::iter::once(figures)).filter_map(same).unzip();
        LampCourse { heads, scores }
    }

    /// What a unit scored in each period; none where it was not assessed or has no lamp.
    pub(crate) fn scores(
        &self,
        unit: &UnitScore,
    ) -> impl DoubleEndedIterator<Item = Option<&'a UnitScore>> {
        let lit = |scores: &&'a AssessmentScores| {
            scores.unit(&unit.unit).filter(|score| score.lamp.is_some())
        };
        self.scores.iter().map(lit)
    }
}

/// The head of a period's column: the month alone, since all are of one plan.
fn head(period: &Period) -> String {
    match period {
        Period::Month(month) => format!("{}月", month.month),
        other => date::period(other),
    }
}
