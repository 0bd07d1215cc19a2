//! Who has newly fallen.

use rust_decimal::Decimal;

use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::sheet::key_points::attention::turns::{fall, has_stopped, owes};
use crate::sheet::key_points::focus::Focus;
use crate::sheet::key_points::phrase::Phrase;
use crate::sheet::key_points::timing::rest;
use crate::sheet::part::FigurePart;

/// Units that are named.
const NAMED: usize = 3;

/// 工贸园区管委会：由蓝转黄，差0.43亿元，任务最重，四季度还需3.63亿元.
pub(super) fn line(focus: &Focus) -> Option<Phrase> {
    let owing = focus.owing();
    let first = owing.first().map(|(_, figure)| &figure.scope);
    let mut fallen: Vec<(Decimal, &Figure, String)> = focus
        .view
        .units()
        .filter(|figure| first != Some(&figure.scope) && is_told(focus, figure))
        .filter_map(|figure| {
            let behind = focus.behind(figure).unwrap_or_default();
            Some((behind, figure, fall(focus, figure)?))
        })
        .collect();
    fallen.sort_by_key(|(behind, ..)| -*behind);
    let all = fallen.len();
    let each = fallen.into_iter().take(NAMED).map(|(_, figure, turn)| {
        Phrase::default()
            .named(&figure.scope, focus.name(&figure.scope))
            .text(format!("：{turn}"))
            .and("，", owes(focus, figure))
            .and("，", weight(focus, figure))
    });
    let line = Phrase::joined(each, "；");
    let rest = if all > NAMED {
        format!("；另有{}个单位转差", all - NAMED)
    } else {
        String::new()
    };
    (all > 0).then(|| line.text(rest))
}

/// Whether a unit is below and not said to have stopped.
fn is_told(focus: &Focus, figure: &Figure) -> bool {
    focus.is_reached(figure) == Some(false) && !has_stopped(focus, figure)
}

/// That a unit has the largest goal of all, and what it still needs.
fn weight(focus: &Focus, figure: &Figure) -> Option<Phrase> {
    let view = &focus.view;
    let most = view.units().filter_map(|unit| unit.target().ok()).max()?;
    let is_largest = figure.target().ok()? == most && figure.needed.is_ok();
    figure.remaining.known().filter(|_| is_largest)?;
    Some(Phrase::of(format!("任务最重，{}还需", rest(view))).number(view.number(
        figure,
        FigurePart::Remaining,
        true,
    )))
}
