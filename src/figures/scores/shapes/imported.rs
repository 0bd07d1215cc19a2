//! 导入: a mark that others worked out, taken over as it is (K06, K30).

use crate::figures::scores::Unscored;
use crate::figures::scores::formula::Formula;
use crate::figures::scores::needs::POINTS;
use crate::figures::scores::records::marks;
use crate::figures::scores::shapes::{Shape, judged};
use crate::figures::scores::work::Task;
use crate::figures::scores::work::Worked;
use crate::model::plan::assessment::score_item::{Cause, ScoreItem, ScoreShape};

pub(super) const SHAPE: Shape = Shape {
    kind: ScoreShape::Imported,
    told,
    score,
    needs: &[POINTS],
    is_bounded: |_| false,
    unknown: |_| &[Cause::NoData],
};

/// How the score comes about.
fn told(_: &ScoreItem) -> String {
    "照录评定的分".to_owned()
}

fn score(task: &Task) -> Worked {
    let marks = marks(task.context, task.item, task.subject);
    let sources = judged::sources(&marks);
    match marks.last() {
        Some(placed) => {
            let points = placed.record.points.0;
            let formula = Formula::words("导入").declared(points);
            Worked { score: Ok(points), formula, sources }
        }
        None => {
            let reason = Unscored::new(Cause::NoData, "没有导入评分");
            Worked { sources, ..Worked::unknown(reason) }
        }
    }
}
