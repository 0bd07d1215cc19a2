//! 分档: the points of the first band that holds the number and whose further conditions are met.

use crate::figures::scores::Unscored;
use crate::figures::scores::formula::Formula;
use crate::figures::scores::gate::{asked, passage};
use crate::figures::scores::needs::{INDICATOR, Need};
use crate::figures::scores::shapes::{Measured, Shape, looked, measured};
use crate::figures::scores::work::Task;
use crate::figures::scores::work::Worked;
use crate::model::plan::assessment::score_item::{Band, Cause, ScoreItem, ScoreShape};
use crate::words::number::exact;

pub(super) const SHAPE: Shape = Shape {
    kind: ScoreShape::Bands,
    told,
    score,
    needs: &[INDICATOR, BANDS],
    is_bounded: |item| item.bands.iter().all(|band| band.points.0 <= item.full()),
    unknown: |_| Cause::ALL,
};

const BANDS: Need = Need { label: "“档”", is_given: |item| !item.bands.is_empty() };

/// How the score comes about.
fn told(item: &ScoreItem) -> String {
    let bands: Vec<String> = item.bands.iter().map(band).collect();
    format!("看{}：{}", looked(item), bands.join("；"))
}

fn score(task: &Task) -> Worked {
    let Measured { number, is_share, formula, mut sources } = match measured(task) {
        Ok(measured) => measured,
        Err(worked) => return worked,
    };
    let mut missed = Vec::new();
    let holds = |band: &&Band| {
        band.condition.contains(number)
            && band.gates.iter().all(|gate| {
                let passage = passage(task.context, gate, task.subject);
                sources.add(passage.figures, passage.demo);
                missed.extend((!passage.open).then(|| asked(gate)));
                passage.open
            })
    };
    let band = task.item.bands.iter().find(holds);
    let Some(band) = band else {
        let reason = Unscored::new(Cause::NoData, "不在任何一档");
        return Worked { score: Err(reason), formula, sources };
    };
    let unit = if is_share { "%" } else { "" };
    let passed_over = missed.iter().map(|gate| format!("，没有达到“{gate}”"));
    let passed_over = passed_over.collect::<String>();
    let formula = formula.text(format!("{passed_over}，{}{unit}", band.condition));
    let formula = formula.then(Formula::new().sign("得").declared(band.points.0));
    Worked { score: Ok(band.points.0), formula, sources }
}

fn band(band: &Band) -> String {
    let gates: Vec<String> = band.gates.iter().map(asked).collect();
    let gates = if gates.is_empty() {
        String::new()
    } else {
        format!("且{}", gates.join("、"))
    };
    format!("{}{gates}得{}", band.condition, exact(band.points.0))
}
