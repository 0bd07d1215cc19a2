//! Who leads and who lags: the ends of each group of units, by an indicator and by the scores.

use rust_decimal::Decimal;

use crate::figures::figure::Figure;
use crate::figures::scores::UnitScore;
use crate::model::assessment::Together;
use crate::model::scope::Scope;
use crate::report::marking::Marking;
use crate::report::page::{Fact, Inline};
use crate::report::part::{Part, inline};
use crate::report::sheet::{Sheet, View};
use crate::report::tables::unit_inline;

/// Units among which there are ends.
const ENOUGH: usize = 4;

/// A group of units that are compared with one another, the best first.
struct Group {
    name: String,
    units: Vec<[Inline; 2]>,
}

/// The ends by the first headline indicator that compares units, and by the first assessment.
pub(super) fn ends(sheet: &Sheet) -> Vec<Fact> {
    let mut views = sheet.headline().chain(sheet.views());
    let compared = views.find_map(|view| Some((basis(&view)?, view)));
    let mut facts = Vec::new();
    if let Some((part, view)) = compared {
        facts.extend(told(&view.indicator().name, by_figure(&view, part)));
    }
    if let Some(marking) = sheet.markings().next() {
        facts.extend(told("考核得分", by_score(&marking)));
    }
    facts
}

/// What units are compared by: their lead, else how far they are; what has no targets is
/// compared only where the plan ranks it.
fn basis(view: &View) -> Option<Part> {
    let known = |part: Part| {
        view.units().filter(|figure| view.outcome(figure, part).known().is_some()).count()
    };
    let parts = [Part::Lead, Part::Completion, Part::Gap, Part::Rank];
    parts.into_iter().find(|part| known(*part) > 1)
}

/// The units by their groups, the furthest first.
fn by_figure(view: &View, part: Part) -> Vec<Group> {
    let book = view.sheet.book();
    let mut known: Vec<(Decimal, &Figure)> = view
        .units()
        .filter_map(|figure| Some((view.outcome(figure, part).known()?, figure)))
        .collect();
    known.sort_by_key(|(value, _)| std::cmp::Reverse(*value));
    // The first rank is the smallest number.
    if part == Part::Rank {
        known.reverse();
    }
    let shown = if matches!(part, Part::Rank | Part::Gap) { Part::Value } else { part };
    let named = |name: &String| Group { name: name.clone(), units: Vec::new() };
    let mut groups: Vec<Group> =
        book.registry.record.groups.iter().map(|group| named(&group.name)).collect();
    for (_, figure) in known {
        let Scope::Unit(id) = &figure.scope else { continue };
        let group = book.unit_called(id).and_then(|unit| book.group(&unit.group));
        let name = group.map(|group| group.name.clone()).unwrap_or_default();
        let number = view.number(figure, shown, true);
        let unit = [unit_inline(&view.name(&figure.scope), id), inline(number)];
        place(&mut groups, name, unit);
    }
    groups
}

/// The ranked units, in their groups where each group has ranks of its own.
fn by_score(marking: &Marking) -> Vec<Group> {
    let apart = marking.assessment.together == Some(Together::Groups);
    let mut groups: Vec<Group> = Vec::new();
    let ranked = marking.ranked();
    for unit in ranked.into_iter().filter(|unit: &&UnitScore| unit.rank.is_some()) {
        let name = if apart { marking.group(unit) } else { String::new() };
        let mut total = marking.total(unit);
        total.text.push('分');
        place(
            &mut groups,
            name,
            [unit_inline(&marking.name(unit), &unit.unit), inline(total)],
        );
    }
    groups
}

fn place(groups: &mut Vec<Group>, name: String, unit: [Inline; 2]) {
    match groups.iter_mut().find(|group| group.name == name) {
        Some(group) => group.units.push(unit),
        None => groups.push(Group { name, units: vec![unit] }),
    }
}

/// Both ends of every group; nobody stands on both, and in a few there are no ends, unless
/// there are no more.
fn told(what: &str, mut groups: Vec<Group>) -> Vec<Fact> {
    let largest = groups.iter().map(|group| group.units.len()).max().unwrap_or_default();
    groups.retain(|group| group.units.len() >= largest.clamp(2, ENOUGH));
    let most = match groups.len() {
        0 => return Vec::new(),
        1 => 3,
        2 => 2,
        _ => 1,
    };
    let (mut front, mut behind) = (Vec::new(), Vec::new());
    for group in &groups {
        let named = most.min(group.units.len() / 2);
        let head = if groups.len() > 1 { group.name.as_str() } else { "" };
        listed(&mut front, head, group.units.iter().take(named));
        listed(&mut behind, head, group.units.iter().rev().take(named));
    }
    let fact = |word: &str, inlines| Fact { term: format!("{what}{word}"), inlines };
    vec![fact("领先", front), fact("靠后", behind)]
}

/// Units with their numbers: 园区：白涛园区（111.48%）、…
fn listed<'a>(
    inlines: &mut Vec<Inline>,
    head: &str,
    units: impl Iterator<Item = &'a [Inline; 2]>,
) {
    let stop = if inlines.is_empty() { "" } else { "；" };
    let colon = if head.is_empty() { "" } else { "：" };
    inlines.push(Inline::text(format!("{stop}{head}{colon}")));
    for (at, [unit, number]) in units.enumerate() {
        inlines.push(Inline::text(if at == 0 { "" } else { "、" }));
        inlines.extend([
            unit.clone(),
            Inline::text("（"),
            number.clone(),
            Inline::text("）"),
        ]);
    }
}
