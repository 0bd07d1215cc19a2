//! Scores on both sides: totals, lamps, ranks and grades that moved, and the items that moved them.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::diff::causes::ranks::{Ranks, phrases};
use crate::diff::frame::Frame;
use crate::diff::standing::Standing;
use crate::figures::scores::item::ItemScore;
use crate::figures::scores::score::Score;
use crate::figures::scores::unit::{AssessmentScores, UnitScore};
use crate::model::book::figure_id::FigureId;
use crate::model::plan::assessment::lamp::Lamp;
use crate::model::plan::assessment::{Assessment, Together};
use crate::sheet::Sheet;
use crate::sheet::score_text::{differing, worked};
use crate::view::changes::consequence::Consequence;
use crate::view::changes::part_change::{MovedPart, PartChange};
use crate::view::changes::{Cause, MovedFigure, Reach};
use crate::words::number::{DASH, exact, gained, shortest};

/// Fewest decimal places of a printed score.
const PLACES: u32 = 2;

/// Returns the scores that moved, in the order of the assessments and of the book's units; `moved` are
/// the ids of the figures that did.
pub(super) fn scores(frame: &Frame, moved: &BTreeSet<String>) -> Vec<MovedFigure> {
    let (before, after) = (&frame.before, &frame.after);
    let id = |sheet: &Sheet, scores: &AssessmentScores| {
        let (plan, assessment) = scores.declared(sheet.book());
        (plan.id.to_string(), assessment.id.to_string())
    };
    let olds: BTreeMap<(String, String), &AssessmentScores> =
        before.figures.scores.iter().map(|scores| (id(before, scores), scores)).collect();
    let mut movements = Vec::new();
    for scores in &after.figures.scores {
        let Some(old) = olds.get(&id(after, scores)) else { continue };
        let sides = Sides {
            old: old.declared(before.book()).1,
            new: scores.declared(after.book()).1,
            units: (old, scores),
            sheet: after,
            standing: &frame.standing,
            moved,
        };
        for unit in &scores.units {
            let before = old.unit(&unit.unit);
            movements.extend(before.and_then(|before| sides.movement(before, unit)));
        }
    }
    movements
}

/// An assessment on both sides.
struct Sides<'a> {
    old: &'a Assessment,
    new: &'a Assessment,
    units: (&'a AssessmentScores, &'a AssessmentScores),
    sheet: &'a Sheet<'a>,
    standing: &'a Standing<'a>,
    moved: &'a BTreeSet<String>,
}

impl Sides<'_> {
    fn movement(&self, old: &UnitScore, new: &UnitScore) -> Option<MovedFigure> {
        let parts = parts(old, new);
        if parts.is_empty() {
            return None;
        }
        let mut consequences: Vec<Consequence> = parts
            .iter()
            .map(|part| match part.part {
                MovedPart::Lamp => Consequence::Lamp,
                MovedPart::Rank => Consequence::Rank,
                _ => Consequence::Score,
            })
            .collect();
        let figure = FigureId::Score(self.new.id.clone(), new.scope());
        consequences.extend(self.standing.consequence(&figure));
        consequences.sort();
        consequences.dedup();
        Some(MovedFigure {
            figure: figure.to_string(),
            scope: self.sheet.name(&new.scope()),
            indicator: self.new.name.clone(),
            consequences,
            parts,
            turns: Vec::new(),
            causes: self.causes(old, new),
            ratio: Vec::new(),
            passed: self.passed(new),
            demo: old.demo || new.demo,
            reach: Reach::Answerable,
            beside: self.beside(old, new),
            gained: known(old.counted())
                .zip(known(new.counted()))
                .map(|(was, is)| is - was),
            ranks: old.rank.zip(new.rank),
        })
    }

    /// Returns what a score is held against, in words, if nothing but that moved it: every item that
    /// moved has one number in its formula that moved, and no figure of the unit did.
    fn beside(&self, old: &UnitScore, new: &UnitScore) -> Vec<String> {
        let mut beside = Vec::new();
        for (was, is) in old.items.iter().zip(&new.items) {
            if was.score == is.score {
                continue;
            }
            let mut sources = was.sources.figures.iter().chain(&is.sources.figures);
            let is_own = sources.any(|figure| self.moved.contains(&figure.to_string()));
            let Some((before, after)) = differing(&was.formula, &is.formula) else {
                return Vec::new();
            };
            if is_own {
                return Vec::new();
            }
            let name = &self.new.items[is.item].name;
            beside.push(format!("“{name}”所比的数 {before}→{after}"));
        }
        beside
    }

    /// Returns phrases on the units that a unit passed, and those that passed it.
    fn passed(&self, unit: &UnitScore) -> Vec<String> {
        let ranks = |unit: &UnitScore| {
            Some(Ranks {
                name: self.sheet.name(&unit.scope()),
                before: self.units.0.unit(&unit.unit)?.rank?,
                after: unit.rank?,
            })
        };
        let Some(unit_ranks) = ranks(unit) else { return Vec::new() };
        let apart = self.new.together == Some(Together::Groups);
        let others = (self.units.1.units.iter())
            .filter(|other| other.unit != unit.unit)
            .filter(|other| !apart || other.group == unit.group);
        phrases(&unit_ranks, others.filter_map(ranks).collect())
    }

    /// Returns the items that moved, with their calculations. What they do not explain is a cause
    /// of its own, so that all add up.
    fn causes(&self, old: &UnitScore, new: &UnitScore) -> Vec<Cause> {
        let mut causes = Vec::new();
        let mut explained = Decimal::ZERO;
        let items = |assessment: &Assessment| -> Vec<String> {
            assessment.items.iter().map(|item| item.id.to_string()).collect()
        };
        let (olds, news) = (items(self.old), items(self.new));
        let gone = olds.iter().filter(|id| !news.contains(id));
        for id in news.iter().chain(gone) {
            let (was, is) = (item(old, id, &olds), item(new, id, &news));
            let points = |item: Option<&ItemScore>| known(&item?.score);
            let amount = points(is).unwrap_or_default() - points(was).unwrap_or_default();
            if points(was) == points(is) {
                continue;
            }
            explained += amount;
            let text = |assessment: &Assessment, item: Option<&ItemScore>| {
                item.map_or_else(|| DASH.to_owned(), |item| worked(assessment, item))
            };
            let note = format!("{}→{}", text(self.old, was), text(self.new, is));
            causes.push(cause("item", id, self.name(id), amount, note));
        }
        let sides = known(old.counted()).zip(known(new.counted()));
        let remainder = sides.map(|(old, new)| new - old - explained).unwrap_or_default();
        if !remainder.is_zero() {
            let note = "各项相加后的折算、封顶和资格".to_owned();
            causes.push(cause("rule", "", "折算和封顶".to_owned(), remainder, note));
        }
        causes
    }

    fn name(&self, id: &str) -> String {
        let items = self.new.items.iter().chain(&self.old.items);
        let mut named = items.filter(|item| item.id.as_str() == id);
        named.next().map_or_else(|| id.to_owned(), |item| item.name.clone())
    }
}

/// Returns the score of an item that counts, by its id; `ids` are those of the assessment.
fn item<'a>(unit: &'a UnitScore, id: &str, ids: &[String]) -> Option<&'a ItemScore> {
    let at = ids.iter().position(|other| other == id)?;
    unit.item(at).filter(|item| !item.excluded)
}

fn cause(
    by: &'static str,
    id: &str,
    title: String,
    amount: Decimal,
    note: String,
) -> Cause {
    let text = format!("{}分", gained(amount, PLACES));
    Cause { by, record: id.to_owned(), title, amount: exact(amount), text, note }
}

/// Returns the parts of a score that moved.
fn parts(old: &UnitScore, new: &UnitScore) -> Vec<PartChange> {
    let part = |part, label: &str, before: String, after: String| PartChange {
        part,
        label: label.to_owned(),
        before,
        after,
        unit: String::new(),
        difference: String::new(),
    };
    let mut parts = Vec::new();
    let (was, is) = (known(old.counted()), known(new.counted()));
    if was != is {
        let difference =
            was.zip(is).map(|(was, is)| format!("{}分", gained(is - was, PLACES)));
        parts.push(PartChange {
            unit: "分".to_owned(),
            difference: difference.unwrap_or_default(),
            ..part(MovedPart::Total, "得分", points(was), points(is))
        });
    }
    let lamp = |score: &UnitScore| {
        score.lamp.as_ref().map_or_else(|| DASH.to_owned(), Lamp::label)
    };
    let rank = |score: &UnitScore| {
        score.rank.map_or_else(|| DASH.to_owned(), |rank| rank.to_string())
    };
    let grade = |score: &UnitScore| {
        score.grade.as_ref().map_or_else(|| DASH.to_owned(), |grade| grade.name.clone())
    };
    let others = [
        part(MovedPart::Lamp, "灯", lamp(old), lamp(new)),
        part(MovedPart::Rank, "名次", rank(old), rank(new)),
        part(MovedPart::Grade, "等次", grade(old), grade(new)),
    ];
    parts.extend(others.into_iter().filter(|part| part.before != part.after));
    parts
}

fn known(score: &Score) -> Option<Decimal> {
    score.as_ref().ok().copied()
}

fn points(score: Option<Decimal>) -> String {
    score.map_or_else(|| DASH.to_owned(), |score| shortest(score, PLACES))
}
