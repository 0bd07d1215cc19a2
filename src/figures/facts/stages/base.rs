//! The base of a part or a rate: what is counted of a project has the attributes that the project
//! had on the day of the base, so that numerator and denominator never part.

use crate::figures::facts::knowledge::AsOf;
use crate::figures::facts::stages::{proved, reached};
use crate::model::plan::Plan;
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::indicator::{Indicator, MeasureKind};
use crate::model::plan::stage::{PermitKind, Stage};
use crate::model::record::project::{Project, Support};

/// The event of a project that a part or a rate is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// It reached a stage.
    Stage(Stage),
    /// It was granted a permit.
    Permit(PermitKind),
    /// What was promised to it fell due.
    Due,
}

impl Base {
    /// Returns the event that an indicator counts; `None` where it counts money or no projects.
    fn counted_by(indicator: &Indicator) -> Option<Base> {
        let filter = indicator.filter.as_ref();
        match indicator.measure {
            MeasureKind::Contract => Some(Base::Stage(Stage::Signed)),
            MeasureKind::Projects | MeasureKind::StageAmount => {
                let permit = filter.and_then(|filter| filter.permit);
                let stage = filter.and_then(|filter| filter.stage);
                let stage = Base::Stage(stage.unwrap_or(Stage::Signed));
                Some(permit.map_or(stage, Base::Permit))
            }
            MeasureKind::SupportDue => Some(Base::Due),
            _ => None,
        }
    }

    /// Returns what an indicator is a part of: the indicator whose 其中 it is, or the signing where
    /// it counts those who signed in some days. `None` if it counts the same event itself.
    pub fn of(plan: &Plan, indicator: &Indicator) -> Option<Base> {
        let cohort = indicator.filter.as_ref().and_then(|filter| filter.signed_within);
        let cohort = cohort.map(|_| Base::Stage(Stage::Signed));
        let base = cohort.or_else(|| Base::counted_by(whole(plan, indicator)?));
        base.filter(|base| Base::counted_by(indicator) != Some(*base))
    }

    /// Returns what a rate of two indicators is about; `None` if both count the same event.
    pub fn of_rate(plan: &Plan, above: &Indicator, below: &Indicator) -> Option<Base> {
        let base = Base::of(plan, below).or_else(|| Base::counted_by(below))?;
        let other = Base::of(plan, above).or_else(|| Base::counted_by(above));
        (is_of_projects(above) && other != Some(base)).then_some(base)
    }

    /// Returns the day of the base for a project; `None` if it never came to that.
    pub(in crate::figures) fn day(self, plan: &Plan, project: &Project) -> Option<AsOf> {
        let (reached, kind) = match self {
            Base::Stage(Stage::Signed) => {
                (reached(plan, project, Stage::Signed), FactKind::Contract)
            }
            Base::Stage(stage) => (reached(plan, project, stage), FactKind::Stage),
            Base::Permit(permit) => (proved(project, &[permit]), FactKind::Stage),
            Base::Due => return None,
        };
        reached.first().map(|first| AsOf { day: first.when, kind })
    }

    /// Returns the day of the base for something promised to a project.
    pub(in crate::figures) fn due(self, support: &Support) -> Option<AsOf> {
        let due = AsOf { day: support.due, kind: FactKind::Work };
        (self == Base::Due).then_some(due)
    }

    /// The base as the reader sees it.
    pub fn label(self) -> &'static str {
        match self {
            Base::Stage(stage) => stage.label(),
            Base::Permit(permit) => permit.label(),
            Base::Due => "应办",
        }
    }
}

/// Returns the indicator that one is a part of in the end; a circle of parts has none.
fn whole<'a>(plan: &'a Plan, indicator: &'a Indicator) -> Option<&'a Indicator> {
    let above = |part: &Indicator| {
        let name = part.part_of.as_ref()?;
        plan.indicators.iter().find(|other| other.is_called(name.as_str()))
    };
    let mut whole = above(indicator)?;
    for _ in &plan.indicators {
        let Some(next) = above(whole) else { return Some(whole) };
        whole = next;
    }
    None
}

fn is_of_projects(indicator: &Indicator) -> bool {
    indicator.measure == MeasureKind::Funds
        || indicator.measure == MeasureKind::SupportDone
        || Base::counted_by(indicator).is_some()
}
