//! The units whose lamps turned since the period before.

use std::collections::BTreeMap;

use crate::figures::figure::{Figure, lamp_set};
use crate::model::book::scope::Scope;
use crate::report::listings::links::unit_inline;
use crate::sheet::IndicatorView;
use crate::view::inline::Inline;
use crate::view::page::Term;
use crate::words::date;

/// Units that are named for one turn of a lamp.
const TURNED: usize = 5;

/// The units whose lamps are others than in the period before, by the way they turned; none
/// where the audience gets no lamp that could have turned.
pub(crate) fn turned(view: &IndicatorView) -> Option<Term> {
    let before = view.sheet.previous?;
    let mut compared = false;
    let mut turns: BTreeMap<(usize, usize), (String, Vec<&Figure>)> = BTreeMap::new();
    let set = lamp_set(view.series)?;
    let place = |figure: &Figure| {
        let lamp = figure.lamp.as_ref()?;
        set.lamps.iter().position(|other| other.id == lamp.id)
    };
    for figure in view.units() {
        let Some(earlier) = view.before(figure) else { continue };
        let Some((old, new)) = place(earlier).zip(place(figure)) else { continue };
        compared = true;
        if old != new {
            let word = format!("{}转{}", set.lamps[old].name, set.lamps[new].name);
            turns.entry((new, old)).or_insert((word, Vec::new())).1.push(figure);
        }
    }
    let mut inlines = Vec::new();
    for (word, figures) in turns.into_values() {
        let stop = if inlines.is_empty() { "" } else { "；" };
        inlines.push(Inline::text(format!("{stop}{word}：")));
        inlines.extend(names(view, &figures));
    }
    if inlines.is_empty() {
        inlines.push(Inline::text(format!(
            "与{}相比没有变化",
            date::period(&before.period)
        )));
    }
    let term = format!("{}亮灯变化", view.indicator().name);
    compared.then_some(Term { term, inlines })
}

fn names(view: &IndicatorView, figures: &[&Figure]) -> Vec<Inline> {
    let mut inlines = Vec::new();
    for (at, figure) in figures.iter().take(TURNED).enumerate() {
        inlines.push(Inline::text(if at == 0 { "" } else { "、" }));
        inlines.extend(unit(view, figure));
    }
    if figures.len() > TURNED {
        inlines.push(Inline::text(format!("等{}个", figures.len())));
    }
    inlines
}

fn unit(view: &IndicatorView, figure: &Figure) -> Option<Inline> {
    let Scope::Unit(id) = &figure.scope else { return None };
    Some(unit_inline(&view.name(&figure.scope), id))
}
