//! 分档: the points of the first band that holds the number and whose further conditions are met.

use crate::figures::scores::Unscored;
use crate::figures::scores::formula::Formula;
use crate::figures::scores::gate::passage;
use crate::figures::scores::item::{Task, Worked};
use crate::figures::scores::shapes::{Measured, Shape, measured};
use crate::model::score_item::{Band, Cause, ScoreShape};

pub(super) const SHAPE: Shape =
    Shape { kind: ScoreShape::Bands, manual: "按数所在的档得分", score };

fn score(task: &Task) -> Worked {
    let Measured { number, is_share, formula, mut sources } = match measured(task) {
        Ok(measured) => measured,
        Err(worked) => return worked,
    };
    let holds = |band: &&Band| {
        band.condition.contains(number)
            && band.gates.iter().all(|gate| {
                let passage = passage(task.context, gate, task.subject);
                sources.add(passage.figures, passage.demo);
                passage.open
            })
    };
    let band = task.item.bands.iter().find(holds);
    let Some(band) = band else {
        let reason = Unscored::new(Cause::NoData, "不在任何一档");
        return Worked { score: Err(reason), formula, sources };
    };
    let unit = if is_share { "%" } else { "" };
    let formula = formula.text(format!("，{}{unit}", band.condition));
    let formula = formula.then(Formula::new().sign("得").declared(band.points.0));
    Worked { score: Ok(band.points.0), formula, sources }
}
