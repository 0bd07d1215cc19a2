//! Who leads and who lags: the ends of each group of units, by an indicator and by the scores.

use rust_decimal::Decimal;

use crate::model::book::scope::Scope;
use crate::model::plan::assessment::Together;
use crate::report::listings::links::unit_inline;
use crate::sheet::assessment::AssessmentView;
use crate::sheet::part::{FigurePart, inline};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Inline;
use crate::view::page::Term;

/// Units among which there are ends.
const ENOUGH: usize = 4;

/// A group of units that are compared with one another, the best first.
struct Group {
    name: String,
    units: Vec<Compared>,
}

/// A unit with its number.
struct Compared {
    /// What it is compared by; the more the better.
    worth: Decimal,
    unit: Inline,
    number: Inline,
}

/// The ends by the first headline indicator that compares units, and by the first assessment.
pub(super) fn leaders_and_laggards(sheet: &Sheet) -> Vec<Term> {
    let mut views = sheet.headline().chain(sheet.views());
    let compared = views.find_map(|view| Some((basis(&view)?, view)));
    let mut terms = Vec::new();
    if let Some((part, view)) = compared {
        terms.extend(facts(&view.indicator().name, by_figure(&view, part)));
    }
    if let Some(assessment_view) = sheet.assessment_views().next() {
        terms.extend(facts("考核得分", by_score(&assessment_view)));
    }
    terms
}

/// What units are compared by: their lead, else how far they are; what has no targets is
/// compared only where the plan ranks it.
fn basis(view: &IndicatorView) -> Option<FigurePart> {
    let compares = |part: &FigurePart| {
        let numbers = view.units().filter_map(|figure| view.outcome(figure, *part).ok());
        numbers.count() > 1
    };
    let parts =
        [FigurePart::Lead, FigurePart::Completion, FigurePart::Gap, FigurePart::Rank];
    parts.into_iter().find(compares)
}

/// The units by their groups, the furthest first.
fn by_figure(view: &IndicatorView, part: FigurePart) -> Vec<Group> {
    let (book, register) = (view.sheet.book(), view.sheet.register());
    let figures = view
        .units()
        .filter_map(|figure| Some((view.outcome(figure, part).ok()?, figure)));
    let shown = if matches!(part, FigurePart::Rank | FigurePart::Gap) {
        FigurePart::Value
    } else {
        part
    };
    let named = |name: &String| Group { name: name.clone(), units: Vec::new() };
    let mut groups: Vec<Group> =
        book.registry.record.groups.iter().map(|group| named(&group.name)).collect();
    for (value, figure) in figures {
        let Scope::Unit(id) = &figure.scope else { continue };
        let group = register.unit_called(id).and_then(|unit| register.group_of(unit));
        let name = group.map(|group| group.name.clone()).unwrap_or_default();
        let number = view.number(figure, shown, true);
        let unit = unit_inline(&view.name(&figure.scope), id);
        // The first rank is the smallest number.
        let worth = if part == FigurePart::Rank { -value } else { value };
        place(&mut groups, name, Compared { worth, unit, number: inline(number) });
    }
    groups.iter_mut().for_each(|group| {
        group.units.sort_by_key(|unit| std::cmp::Reverse(unit.worth));
    });
    groups
}

/// The ranked units, in their groups where each group has ranks of its own.
fn by_score(assessment_view: &AssessmentView) -> Vec<Group> {
    let apart = assessment_view.assessment.together == Some(Together::Groups);
    let mut groups: Vec<Group> = Vec::new();
    let ranked = assessment_view.ranked();
    for unit in ranked {
        let Ok(worth) = unit.total else { continue };
        let name = if apart { assessment_view.group(unit) } else { String::new() };
        let mut total = assessment_view.total(unit);
        total.text.push_unit("分");
        let compared = Compared {
            worth,
            unit: unit_inline(&assessment_view.name(unit), &unit.unit),
            number: inline(total),
        };
        place(&mut groups, name, compared);
    }
    groups
}

fn place(groups: &mut Vec<Group>, name: String, unit: Compared) {
    match groups.iter_mut().find(|group| group.name == name) {
        Some(group) => group.units.push(unit),
        None => groups.push(Group { name, units: vec![unit] }),
    }
}

/// Both ends of every group; a group of a few has none, unless there are no more, but whoever
/// stands further out than one that is named is named as well.
fn facts(what: &str, mut groups: Vec<Group>) -> Vec<Term> {
    groups.retain(|group| !group.units.is_empty());
    let largest = groups.iter().map(|group| group.units.len()).max().unwrap_or_default();
    let enough = largest.clamp(2, ENOUGH);
    let most = match groups.iter().filter(|group| group.units.len() >= enough).count() {
        0 => return Vec::new(),
        1 => 3,
        2 => 2,
        _ => 1,
    };
    let side = |word: &str, behind: bool| {
        let large = groups.iter().filter(|group| group.units.len() >= enough);
        let named = large.flat_map(|group| group.end(most, behind).units);
        let worths = named.map(|unit| unit.worth);
        let inner = if behind { worths.max() } else { worths.min() };
        let outside = |unit: &&Compared| match inner {
            Some(inner) => (unit.worth < inner) == behind && unit.worth != inner,
            None => true,
        };
        let mut ends: Vec<(&Group, End)> = Vec::new();
        for group in &groups {
            let mut end = group.end(most, behind);
            if group.units.len() < enough {
                end.units.retain(outside);
            }
            ends.extend((!end.units.is_empty()).then_some((group, end)));
        }
        let mut inlines = Vec::new();
        for (group, end) in &ends {
            let head = if ends.len() > 1 { group.name.as_str() } else { "" };
            listed(&mut inlines, head, end);
        }
        (!inlines.is_empty()).then(|| Term { term: format!("{what}{word}"), inlines })
    };
    [side("靠前", false), side("靠后", true)].into_iter().flatten().collect()
}

/// One end of a group.
struct End<'a> {
    /// Those who are named, the outermost first.
    units: Vec<&'a Compared>,
    /// How many stand there, with all who tie with the last that is named.
    all: usize,
}

impl Group {
    /// The outermost units at an end, as many as may be named; nobody stands on both.
    fn end(&self, most: usize, behind: bool) -> End<'_> {
        let units = &self.units;
        let (best, worst) = (units[0].worth, units[units.len() - 1].worth);
        // One alone may lag behind others, but leads nobody.
        let half = (units.len() / 2).max(usize::from(behind && units.len() == 1));
        let named = most.min(half);
        let (near, far) = if behind { (worst, best) } else { (best, worst) };
        // Who ties with the middle stands at an end only if nobody stands further out.
        let middle = (named > 0 && units.len() > 1)
            .then(|| units[named - 1].worth)
            .filter(|worth| units[units.len() - named].worth == *worth);
        let stands = |unit: &&Compared| {
            let worth = unit.worth;
            units.len() == 1 || worth != far && (middle != Some(worth) || worth == near)
        };
        let mut outer: Vec<&Compared> = units.iter().filter(stands).collect();
        if behind {
            outer.reverse();
        }
        let cut = outer.get(named.saturating_sub(1)).or(outer.last());
        let inside = |worth: Decimal, cut: Decimal| {
            if behind { worth <= cut } else { worth >= cut }
        };
        let all = cut.map_or(0, |cut| {
            outer.iter().filter(|unit| inside(unit.worth, cut.worth)).count()
        });
        outer.truncate(named);
        End { units: outer, all }
    }
}

/// Units with their numbers: 园区：白涛园区（111.48%）、…
fn listed(inlines: &mut Vec<Inline>, head: &str, end: &End) {
    let stop = if inlines.is_empty() { "" } else { "；" };
    let colon = if head.is_empty() { "" } else { "：" };
    inlines.push(Inline::text(format!("{stop}{head}{colon}")));
    for (at, compared) in end.units.iter().enumerate() {
        inlines.push(Inline::text(if at == 0 { "" } else { "、" }));
        inlines.extend([
            compared.unit.clone(),
            Inline::text("（"),
            compared.number.clone(),
            Inline::text("）"),
        ]);
    }
    let more = end.all > end.units.len();
    inlines.extend(more.then(|| Inline::text(format!("等{}个", end.all))));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The two rows of groups whose units have these numbers.
    fn rows(groups: &[(&str, &[i64])]) -> Vec<String> {
        let group = |(name, worths): &(&str, &[i64])| Group {
            name: (*name).to_owned(),
            units: worths
                .iter()
                .enumerate()
                .map(|(at, worth)| Compared {
                    worth: Decimal::from(*worth),
                    unit: Inline::text(format!("{name}{}", at + 1)),
                    number: Inline::text(worth.to_string()),
                })
                .collect(),
        };
        let facts = facts("得分", groups.iter().map(group).collect());
        let row = |fact: Term| format!("{} {}", fact.term, Inline::words(&fact.inlines));
        facts.into_iter().map(row).collect()
    }

    #[test]
    fn both_ends_of_a_group_are_named() {
        let lines = rows(&[("甲", &[9, 8, 7, 6, 5])]);
        assert_eq!(lines, ["得分靠前 甲1（9）、甲2（8）", "得分靠后 甲5（5）、甲4（6）"]);
    }

    #[test]
    fn who_ties_with_the_last_that_is_named_is_counted() {
        let lines = rows(&[("甲", &[9, 9, 9, 9, 5, 4, 3, 1])]);
        assert_eq!(lines[0], "得分靠前 甲1（9）、甲2（9）、甲3（9）等4个");
        assert_eq!(lines[1], "得分靠后 甲8（1）、甲7（3）、甲6（4）");
    }

    #[test]
    fn nobody_stands_at_both_ends() {
        let lines = rows(&[("甲", &[9, 0, 0, 0, 0, 0, 0])]);
        assert_eq!(
            lines,
            ["得分靠前 甲1（9）", "得分靠后 甲7（0）、甲6（0）、甲5（0）等6个"]
        );
        let lines = rows(&[("甲", &[9, 5, 5, 5, 5, 1])]);
        assert_eq!(lines, ["得分靠前 甲1（9）", "得分靠后 甲6（1）"]);
        assert!(rows(&[("甲", &[3, 3, 3, 3])]).is_empty());
    }

    #[test]
    fn the_worst_of_a_small_group_is_named_where_it_lags_behind_those_who_are() {
        let lines = rows(&[("甲", &[9, 8, 7, 6]), ("乙", &[5, -3]), ("丙", &[-5])]);
        assert_eq!(lines[0], "得分靠前 甲1（9）、甲2（8）");
        assert_eq!(
            lines[1],
            "得分靠后 甲：甲4（6）、甲3（7）；乙：乙2（-3）；丙：丙1（-5）"
        );
        let lines = rows(&[("甲", &[9, 8, 1, 0]), ("乙", &[5, 3])]);
        assert_eq!(lines[1], "得分靠后 甲4（0）、甲3（1）");
    }
}
