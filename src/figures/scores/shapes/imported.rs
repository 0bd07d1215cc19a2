//! 导入: a mark that others calculated, taken over unchanged (K06, K30).

use crate::figures::scores::formula::Formula;
use crate::figures::scores::needs::POINTS;
use crate::figures::scores::records::{mark_sources, marks};
use crate::figures::scores::score::Unscored;
use crate::figures::scores::work::{Shape, Task, Worked};
use crate::model::plan::assessment::score_item::{Cause, ScoreItem, ScoreShape};

pub(super) const SHAPE: Shape = Shape {
    kind: ScoreShape::Imported,
    manual,
    score,
    needs: &[POINTS],
    is_bounded: |_| false,
    unknown: |_| &[Cause::NoData],
};

fn manual(_: &ScoreItem) -> String {
    "照录评定的分".to_owned()
}

fn score(task: &Task) -> Worked {
    let marks = marks(task.context, task.item, task.subject);
    let sources = mark_sources(&marks);
    let Some(newest) = marks.last() else {
        return Worked { sources, ..Worked::unknown(Unscored::NotImported) };
    };
    let points = newest.record.points.0;
    let formula = Formula::words("导入").declared(points);
    Worked { score: Ok(points), formula, sources }
}
