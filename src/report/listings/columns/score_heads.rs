//! Heads of the columns of score sheets, with or without formulas.

use crate::model::plan::assessment::Assessment;
use crate::model::plan::assessment::score_item::ScoreItem;
use crate::words::number::exact;

/// What a column of scores is called: the item with its full marks.
pub(crate) fn item_head(item: &ScoreItem) -> String {
    match item.points {
        Some(points) => format!("{}（{}分）", item.short(), exact(points.0)),
        None => item.short().to_owned(),
    }
}

/// What the column of converted totals is called; empty where totals are not converted.
pub(crate) fn scaled_head(assessment: &Assessment) -> String {
    assessment.scale.map_or_else(String::new, |scale| format!("折算{}分", exact(scale.0)))
}
