//! 导入: a mark that others worked out, taken over as it is (K06, K30).

use crate::figures::scores::Unscored;
use crate::figures::scores::formula::Formula;
use crate::figures::scores::item::{Task, Worked};
use crate::figures::scores::records::marks;
use crate::figures::scores::shapes::{Shape, judged};
use crate::model::score_item::{Cause, ScoreShape};

pub(super) const SHAPE: Shape =
    Shape { kind: ScoreShape::Imported, manual: "照录评定的分", score };

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
