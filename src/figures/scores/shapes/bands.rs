//! 分档: the points of the first band that holds the number and whose further conditions are met.

use crate::figures::scores::inputs::{Measured, input_name, measured};
use crate::figures::scores::needs::{INDICATOR, Need};
use crate::figures::scores::operand::gate::{asked, passage};
use crate::figures::scores::score::Unscored;
use crate::figures::scores::work::{Shape, Task, Worked};
use crate::model::plan::assessment::score_item::{Band, Cause, ScoreItem, ScoreShape};
use crate::words::number::exact;

pub(super) const SHAPE: Shape = Shape {
    kind: ScoreShape::Bands,
    manual,
    score,
    needs: &[INDICATOR, BANDS],
    is_bounded: |item| item.bands.iter().all(|band| band.points.0 <= item.full()),
    unknown: |_| Cause::ALL,
};

const BANDS: Need = Need { label: "“档”", is_given: |item| !item.bands.is_empty() };

fn manual(item: &ScoreItem) -> String {
    let bands: Vec<String> = item.bands.iter().map(band_words).collect();
    format!("看{}：{}", input_name(item), bands.join("；"))
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
    let Some(band) = task.item.bands.iter().find(holds) else {
        return Worked { score: Err(Unscored::NoBand), formula, sources };
    };
    let unit = if is_share { "%" } else { "" };
    let passed_over: String =
        missed.iter().map(|gate| format!("，没有达到“{gate}”")).collect();
    let formula = formula
        .text(format!("{passed_over}，{}{unit}", band.condition))
        .sign("得")
        .declared(band.points.0);
    Worked { score: Ok(band.points.0), formula, sources }
}

fn band_words(band: &Band) -> String {
    let gates: Vec<String> = band.gates.iter().map(asked).collect();
    let and = if gates.is_empty() { "" } else { "且" };
    format!("{}{and}{}得{}", band.condition, gates.join("、"), exact(band.points.0))
}
