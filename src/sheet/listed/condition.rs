//! The conditions of lists of units: which units each holds for.

use rust_decimal::Decimal;

use crate::figures::figure::Figure;
use crate::figures::outcome::{Known, Missing};
use crate::sheet::IndicatorView;
use crate::sheet::part::FigurePart;

/// What is held of the units that are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// 完成: the goal is reached.
    Done,
    /// 未完成: it is not.
    Undone,
    /// 达到序时: what is due by now is there.
    OnSchedule,
    /// 低于序时: it is not.
    Behind,
    /// 未动: there is a goal, and nothing.
    Nothing,
    /// 前三: the first three.
    First,
    /// 后三: the last three.
    Last,
    /// 未报: nothing was reported.
    Silent,
    /// 报了零: zero was reported.
    Zero,
}

/// Every condition with its word; 亮红灯 and the like name a lamp.
pub const CONDITIONS: &[(&str, Condition)] = &[
    ("完成", Condition::Done),
    ("未完成", Condition::Undone),
    ("达到序时", Condition::OnSchedule),
    ("低于序时", Condition::Behind),
    ("未动", Condition::Nothing),
    ("前三", Condition::First),
    ("后三", Condition::Last),
    ("未报", Condition::Silent),
    ("报了零", Condition::Zero),
];

impl Condition {
    /// The condition with a word.
    pub fn called(word: &str) -> Option<Condition> {
        CONDITIONS.iter().find(|(name, _)| *name == word).map(|(_, condition)| *condition)
    }

    /// Whether it tells of those who lag behind.
    pub(super) fn is_of_laggards(self) -> bool {
        !matches!(self, Condition::Done | Condition::OnSchedule | Condition::First)
    }

    /// The part that tells how far a unit is.
    pub(super) fn part(self) -> Option<FigurePart> {
        match self {
            Condition::Done | Condition::Undone => Some(FigurePart::Completion),
            Condition::OnSchedule | Condition::Behind => Some(FigurePart::Shortfall),
            Condition::First | Condition::Last => Some(FigurePart::Completion),
            Condition::Nothing | Condition::Silent | Condition::Zero => None,
        }
    }

    /// Whether it holds for a figure by itself.
    pub(super) fn holds(self, view: &IndicatorView, figure: &Figure) -> bool {
        let met = figure.targets.first().and_then(|target| target.met);
        let is_zero = figure.value.known().is_some_and(|value| value.is_zero());
        let on_schedule = || {
            let due = figure.target().ok()? * figure.schedule.known()?;
            Some(figure.value.known()? >= due)
        };
        match self {
            Condition::Done => met == Some(true),
            Condition::Undone => met == Some(false),
            Condition::OnSchedule => on_schedule() == Some(true),
            Condition::Behind => on_schedule() == Some(false),
            Condition::Nothing => is_zero && figure.target().is_ok(),
            Condition::Zero => is_zero && !is_silent(view, figure),
            Condition::Silent => is_silent(view, figure),
            Condition::First | Condition::Last => reach(view, figure).is_some(),
        }
    }
}

/// Whether nothing was reported for a unit.
fn is_silent(view: &IndicatorView, figure: &Figure) -> bool {
    let lacks = &view.whole().lacks;
    lacks.iter().any(|lack| lack.scope == figure.scope)
        || matches!(figure.value, Err(Missing::NotReported | Missing::Since(_)))
}

/// What units are put in order by: how far they are, or how much they have.
pub(super) fn reach(view: &IndicatorView, figure: &Figure) -> Option<Decimal> {
    let done = view.outcome(figure, FigurePart::Completion).ok();
    done.or_else(|| {
        figure.value.known().filter(|_| figure.target().is_err() || view.is_rate())
    })
}
