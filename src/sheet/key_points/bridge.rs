//! The bridge: how far each group is from what was due, so that the groups add up to the whole.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::figures::exact::round;
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::sheet::key_points::focus::{Focus, Mark};
use crate::sheet::key_points::phrase::Phrase;
use crate::sheet::part::FigurePart;
use crate::words::number::fixed;

/// A group with how far it is below what was due, and of how many units it is.
struct Pier<'a> {
    figure: &'a Figure,
    behind: Decimal,
    units: usize,
}

/// How far the groups are from what was due; none where they do not add up to the whole, or are not
/// several.
pub(super) fn bridge(focus: &Focus) -> Option<Phrase> {
    let piers = piers(focus);
    let alone = |pier: &Pier| pier.units < 2 && !focus.names_all();
    let residue = residue(focus, &piers)?;
    if piers.len() < 2 || piers.iter().any(alone) {
        return None;
    }
    let (below, above): (Vec<&Pier>, Vec<&Pier>) =
        piers.iter().partition(|pier| focus.is_reached(pier.figure) == Some(false));
    let whole_is_below = focus.is_reached(focus.view.whole()) == Some(false);
    let other = other(focus);
    let sides = [ahead(focus, &above), owing(focus, &below, whole_is_below), other];
    let phrase = Phrase::joined(sides.into_iter().flatten(), "，");
    // What is lost by rounding is said, so that nobody looks for it.
    let unit = focus.view.unit();
    let places = focus.view.indicator().places();
    let tail = format!("（尾差{}{unit}）", fixed(residue.abs(), places));
    Some(if residue.is_zero() { phrase } else { phrase.text(tail) })
}

/// The groups by the size of what they owe.
fn piers<'a>(focus: &Focus<'a>) -> Vec<Pier<'a>> {
    let groups = focus.view.at.figures.iter();
    let groups = groups.filter(|figure| matches!(figure.scope, Scope::Group(_)));
    let pier = |figure: &'a Figure| {
        let behind = focus.behind(figure)?;
        Some(Pier { figure, behind, units: units(focus, &figure.scope) })
    };
    let mut piers: Vec<Pier> = groups.filter_map(pier).collect();
    piers.sort_by_key(|pier| -pier.behind);
    piers
}

/// How many units a group has; one that has several rows is one unit.
fn units(focus: &Focus, group: &Scope) -> usize {
    let rows = focus.view.rows().below(group).into_iter();
    let units: BTreeSet<String> =
        rows.filter_map(|row| row.unit().map(str::to_owned)).collect();
    units.len()
}

/// Whether the groups of an indicator add up to the whole, so that each has its part in it.
pub(super) fn closes(focus: &Focus) -> bool {
    let piers = piers(focus);
    piers.len() > 1 && residue(focus, &piers).is_some()
}

/// What the printed parts leave of the printed whole; none where that is more than rounding.
fn residue(focus: &Focus, piers: &[Pier]) -> Option<Decimal> {
    if focus.mark == Mark::None || focus.view.is_rate() {
        return None;
    }
    let places = focus.view.indicator().places();
    let other = focus.view.figure(&Scope::Other).and_then(|other| other.value.known());
    let parts: Decimal = piers.iter().map(|pier| pier.behind).sum();
    let parts = parts - round(other.unwrap_or_default(), places);
    let residue = focus.behind(focus.view.whole())? - parts;
    let most = Decimal::new(piers.len() as i64 + 1, places);
    (residue.abs() <= most).then_some(residue)
}

/// 招商部门总体达到节点（超0.13亿元）.
fn ahead(focus: &Focus, piers: &[&Pier]) -> Option<Phrase> {
    let reached = format!("总体达到{}", focus.short_aim());
    let more = |pier: &Pier| {
        let number = focus.distance(pier.figure).filter(|_| !pier.behind.is_zero());
        number.map(|number| Phrase::of("（超").number(number).text("）"))
    };
    match piers {
        [] => None,
        [pier] => Some(named(focus, pier.figure).text(reached).and("", more(pier))),
        several => {
            let each =
                several.iter().map(|pier| named(focus, pier.figure).and("", more(pier)));
            Some(Phrase::joined(each, "、").text(reached))
        }
    }
}

/// 差额主要在8个招商商务代表队（差1.87亿元）和2个招商分局（差0.58亿元）.
fn owing(focus: &Focus, piers: &[&Pier], whole_is_below: bool) -> Option<Phrase> {
    let each = piers.iter().filter_map(|pier| {
        let number = focus.distance(pier.figure)?;
        let count =
            if pier.units > 1 { format!("{}个", pier.units) } else { String::new() };
        let name = Phrase::of(count).then(named(focus, pier.figure));
        Some(name.text("（差").number(number).text("）"))
    });
    let stop = if piers.len() == 2 { "和" } else { "、" };
    let each = Phrase::joined(each, stop);
    let opening = match whole_is_below {
        true => "差额在",
        false if focus.is_over() => "没有达到的是",
        false => "低于进度的是",
    };
    (!each.is_empty()).then(|| Phrase::of(opening).then(each))
}

/// 其他单位另有0.40亿元: what those without a goal brought.
fn other(focus: &Focus) -> Option<Phrase> {
    let view = &focus.view;
    let other = view.figure(&Scope::Other)?;
    let value = other.value.known()?;
    let is_printed = !round(value, view.indicator().places()).is_zero();
    let number = view.number(other, FigurePart::Value, true);
    is_printed.then(|| named(focus, other).text("另有").number(number))
}

fn named(focus: &Focus, figure: &Figure) -> Phrase {
    Phrase::default().named(&figure.scope, focus.name(&figure.scope))
}
