//! What moved in a period, in the order in which a reviewer reads it: the whole, the goals, the lamps,
//! the ranks, the scores, then the parts.

pub(super) mod edits;
pub(super) mod headline;
pub(super) mod verdict;

use std::collections::BTreeMap;

use crate::diff::account::headline::line;
use crate::view::changes::consequence::Consequence;
use crate::view::changes::part_change::MovedPart;
use crate::view::changes::{MovedFigure, Passage, Reach};
use crate::words::number::exact;

/// Parts of a figure that say how much there is.
const AMOUNTS: [MovedPart; 4] =
    [MovedPart::Value, MovedPart::Target, MovedPart::Completion, MovedPart::Lead];

/// Returns what moved; passages that have nothing to say are left out.
pub(super) fn account(moves: &[MovedFigure]) -> Vec<Passage> {
    let mut passages = vec![whole(moves)];
    for (label, consequence) in [
        ("目标达成", Consequence::Goal),
        ("节点判定", Consequence::Verdict),
        ("灯", Consequence::Lamp),
    ] {
        let concerned =
            moves.iter().filter(|one| one.consequences.contains(&consequence));
        let lines: Vec<String> = concerned.map(|one| line(consequence, one)).collect();
        passages.push(Passage::new(label, consequence.counted(lines.len()), lines));
    }
    passages.push(ranks(moves));
    passages.push(scores(moves));
    passages.push(parts(moves));
    passages.retain(|passage| !passage.lines.is_empty());
    passages
}

/// What moved of the whole, what has a target first.
fn whole(moves: &[MovedFigure]) -> Passage {
    let mut wholes: Vec<&MovedFigure> =
        moves.iter().filter(|one| one.reach == Reach::Whole && is_amount(one)).collect();
    wholes.sort_by_key(|one| one.part(MovedPart::Completion).is_none());
    let name = wholes.first().map_or(String::new(), |one| one.scope.clone());
    let lines = wholes.iter().map(|one| amounts(one, &one.indicator)).collect();
    Passage::new(&name, String::new(), lines)
}

/// What moved of the units, then of groups and sectors.
fn parts(moves: &[MovedFigure]) -> Passage {
    let is_part = |one: &&MovedFigure| {
        one.reach != Reach::Whole
            && is_amount(one)
            && one.part(MovedPart::Total).is_none()
    };
    let mut parts: Vec<&MovedFigure> = moves.iter().filter(is_part).collect();
    parts.sort_by_key(|one| one.reach);
    let lines: Vec<String> = parts.iter().map(|one| amounts(one, &one.title())).collect();
    Passage::new("各单位和分项", Consequence::Value.counted(lines.len()), lines)
}

fn is_amount(movement: &MovedFigure) -> bool {
    movement.parts.iter().any(|part| AMOUNTS.contains(&part.part))
}

/// A figure with the parts that say how much there is: `到位资金 54.08→54.46亿元，完成率 67.60→68.08%`.
fn amounts(movement: &MovedFigure, name: &str) -> String {
    let parts = movement.parts.iter().filter(|part| AMOUNTS.contains(&part.part));
    let texts: Vec<String> = parts.map(|part| part.text()).collect();
    format!("{name} {}", texts.join("，"))
}

/// The ranks in a sentence for each indicator: who moved, and how many went with them.
fn ranks(moves: &[MovedFigure]) -> Passage {
    let mut by_indicator: BTreeMap<&str, Vec<&MovedFigure>> = BTreeMap::new();
    let mut order: Vec<&str> = Vec::new();
    for one in moves.iter().filter(|one| one.part(MovedPart::Rank).is_some()) {
        let known = by_indicator.entry(&one.indicator).or_default();
        if known.is_empty() {
            order.push(&one.indicator);
        }
        known.push(one);
    }
    let count = by_indicator.values().map(Vec::len).sum();
    let lines = order.iter().map(|name| ranked(name, &by_indicator[name])).collect();
    Passage::new("名次", Consequence::Rank.counted(count), lines)
}

/// The largest moves named in a sentence.
const NAMED: usize = 3;

fn ranked(indicator: &str, moved: &[&MovedFigure]) -> String {
    let (mut active, passive): (Vec<&MovedFigure>, Vec<&MovedFigure>) =
        moved.iter().partition(|one| !one.is_passive() && one.beside.is_empty());
    active.sort_by_key(|one| std::cmp::Reverse(steps(one).map_or(0, i64::abs)));
    let named = if active.is_empty() { &passive } else { &active };
    let mut words: Vec<String> = named.iter().take(NAMED).map(|one| place(one)).collect();
    let rest = moved.len() - words.len();
    if rest > 0 {
        let others = if active.len() <= NAMED { passive.as_slice() } else { &[] };
        words.push(together(others, rest));
    }
    format!("{indicator} {}", words.join("，"))
}

fn place(movement: &MovedFigure) -> String {
    let rank = movement.part(MovedPart::Rank);
    let (before, after) =
        rank.map_or(("", ""), |rank| (rank.before.as_str(), rank.after.as_str()));
    format!("{} {before}→{after}", movement.scope)
}

/// How many places a unit went up or, below zero, down.
fn steps(movement: &MovedFigure) -> Option<i64> {
    movement.ranks.map(|(before, after)| i64::from(before) - i64::from(after))
}

/// Those that went along: `14家各退1位` where all went alike.
fn together(others: &[&MovedFigure], count: usize) -> String {
    let first = others.first().and_then(|one| steps(one));
    let alike = others.len() == count && others.iter().all(|one| steps(one) == first);
    match first.filter(|_| alike) {
        Some(steps) if steps > 0 => format!("{count}家各进{steps}位"),
        Some(steps) if steps < 0 => format!("{count}家各退{}位", -steps),
        _ => format!("另{count}家名次随之变动"),
    }
}

/// The scores: those that moved by what the unit did, then how many moved with what they are held
/// against, by their one cause.
fn scores(moves: &[MovedFigure]) -> Passage {
    let scores: Vec<&MovedFigure> =
        moves.iter().filter(|one| one.part(MovedPart::Total).is_some()).collect();
    let own = scores.iter().filter(|one| one.beside.is_empty());
    let mut lines: Vec<String> = own.map(|one| total(one)).collect();
    let mut causes: BTreeMap<&[String], Vec<&MovedFigure>> = BTreeMap::new();
    for one in scores.iter().filter(|one| !one.beside.is_empty()) {
        causes.entry(&one.beside).or_default().push(one);
    }
    for (cause, moved) in causes {
        lines.push(match moved.as_slice() {
            [one] => format!("因{}，{}", cause.join("、"), total(one)),
            several => format!(
                "因{}，{}家得分变动{}",
                cause.join("、"),
                several.len(),
                within(several)
            ),
        });
    }
    Passage::new("得分", Consequence::Score.counted(scores.len()), lines)
}

fn total(movement: &MovedFigure) -> String {
    let total = movement.part(MovedPart::Total).map(|part| part.text());
    let difference = movement.part(MovedPart::Total).map(|part| part.difference.as_str());
    let note =
        difference.filter(|text| !text.is_empty()).map(|text| format!("（{text}）"));
    format!(
        "{} {}{}",
        movement.title(),
        total.unwrap_or_default(),
        note.unwrap_or_default()
    )
}

/// The bound of some movements in words.
fn within(moved: &[&MovedFigure]) -> String {
    let gained = moved.iter().filter_map(|one| one.gained);
    let largest = gained.map(|gained| gained.abs()).max();
    largest.map_or(String::new(), |most| format!("，最多{}分", exact(most)))
}
