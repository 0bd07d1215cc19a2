//! The projects that an indicator counts because they have not reached a stage, and are past its day.

use chrono::NaiveDate;

use crate::figures::facts::fact::Judgement;
use crate::model::plan::stage::Stage;
use crate::model::record::project::Project;
use crate::sheet::IndicatorView;

impl IndicatorView<'_> {
    /// How many of the projects that count have agreed to be further by now; `None` of an indicator
    /// that counts others.
    pub fn overdue(&self) -> Option<usize> {
        let awaited = self.indicator().filter.as_ref()?.without?;
        let end = self.sheet.figures.period.end();
        let counted = self
            .judged()
            .filter(|(_, judgement)| matches!(judgement, Judgement::Counts(_)))
            .filter_map(|(fact, _)| self.project(fact));
        let late =
            |project: &&Project| agreed(project, awaited).is_some_and(|day| day < end);
        Some(counted.filter(late).count())
    }
}

/// The day by which a project agreed to reach a stage.
pub fn agreed(project: &Project, stage: Stage) -> Option<NaiveDate> {
    let agreement = project.agreed.iter().find(|agreement| agreement.stage == stage);
    agreement.map(|agreement| agreement.date)
}
