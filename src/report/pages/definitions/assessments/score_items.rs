//! A score item in words: how a number becomes its score, its bounds, what an unknown does.

use crate::figures::scores::operand::gate::asked;
use crate::figures::scores::shapes::shape;
use crate::model::plan::assessment::score_item::{Cap, ScoreItem, UnknownRule};
use crate::words::number::exact;

/// How the score comes about.
pub(super) fn how(item: &ScoreItem) -> String {
    let mut text = (shape(item.shape).manual)(item);
    for gate in &item.gates {
        text.push_str(&format!("；{}，不满足的不予计分", asked(gate)));
    }
    for rule in &item.overrides {
        let gate = asked(&rule.condition);
        text.push_str(&format!("；{gate}的，直接得{}分", exact(rule.points.0)));
    }
    text
}

/// The bounds of the score.
pub(super) fn bounds(item: &ScoreItem) -> String {
    let cap = match item.cap {
        Some(Cap::At(cap)) => format!("封顶{}", exact(cap)),
        Some(Cap::Open) => "不封顶".to_owned(),
        None => {
            item.points.map_or(String::new(), |points| format!("封顶{}", exact(points.0)))
        }
    };
    match item.floor {
        Some(floor) => format!("{cap}，保底{}", exact(floor.0)),
        None => cap,
    }
}

/// What an unknown number does.
pub(super) fn unknowns(item: &ScoreItem) -> String {
    let several = item.unknown.len() > 1;
    let words = |rule: &UnknownRule| match rule.cause {
        Some(cause) => format!("{}：{}", cause.label(), rule.treatment.label()),
        None if several => format!("其他：{}", rule.treatment.label()),
        None => rule.treatment.label().to_owned(),
    };
    item.unknown.iter().map(words).collect::<Vec<_>>().join("；")
}
