//! Sets of states over numbers: lamps, bands, grades; whether they leave a number out, share one, or cannot be reached.

mod space;

use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::plan::Plan;
use crate::model::plan::assessment::Assessment;
use crate::model::plan::assessment::lamp::{Lamp, LampBasis, LampSet};
use crate::model::plan::assessment::score_item::{ScoreInput, ScoreItem};
use crate::model::value::interval::Interval;

/// A set of states, each a union of boxes over some numbers; the first that holds decides.
pub(super) struct Thresholds {
    /// What it is called.
    pub(super) name: String,
    /// Where it is declared.
    pub(super) place: Place,
    /// The numbers: name, unit, and whether they can be negative.
    numbers: Vec<Number>,
    states: Vec<State>,
}

/// A state of a set.
pub(super) struct State {
    /// What it is called.
    pub(super) name: String,
    /// Where its condition is written; none for what no state is declared for.
    pub(super) place: Option<Place>,
    /// Whether it asks for more than the numbers, so that a later state may decide instead.
    gated: bool,
    /// Where it holds: a box has an interval for each number.
    boxes: Vec<Vec<Interval>>,
}

struct Number {
    name: String,
    unit: &'static str,
    negative: bool,
}

/// Every set of thresholds of a book's plans.
pub(super) fn thresholds(book: &Book) -> Vec<Thresholds> {
    let mut found = Vec::new();
    for plan in &book.plans {
        let place = |route| Place::value(plan.file, route);
        for (at, set) in plan.record.lamps.iter().enumerate() {
            let lamp = |index| place(route!(Plan.lamps[at].lamps[index].condition));
            found.push(of_lamps(set, place(route!(Plan.lamps[at].name)), lamp));
        }
        for (at, assessment) in plan.record.assessments.iter().enumerate() {
            let items = assessment.items.iter().enumerate();
            found.extend(items.filter(|(_, item)| !item.bands.is_empty()).map(
                |(index, item)| {
                    let band = |band| {
                        place(route!(
                            Plan.assessments[at].items[index].bands[band].condition
                        ))
                    };
                    of_bands(
                        item,
                        place(route!(Plan.assessments[at].items[index].name)),
                        band,
                    )
                },
            ));
            let grade = |index| place(route!(Plan.assessments[at].grades[index].total));
            found.extend(of_grades(
                assessment,
                place(route!(Plan.assessments[at].name)),
                grade,
            ));
        }
    }
    found
}

fn of_bands(item: &ScoreItem, place: Place, band: impl Fn(usize) -> Place) -> Thresholds {
    let seen = item.seen.unwrap_or(ScoreInput::Completion);
    let unit = match seen {
        ScoreInput::Lead => "个百分点",
        ScoreInput::Completion => "%",
        ScoreInput::Value | ScoreInput::Shortfall => "",
    };
    let number = Number {
        name: seen.label().to_owned(),
        unit: if item.over.is_some() { "%" } else { unit },
        negative: matches!(seen, ScoreInput::Lead | ScoreInput::Shortfall),
    };
    let states = item.bands.iter().enumerate().map(|(at, one)| State {
        name: format!("得{}的档", one.points.0.normalize()),
        place: Some(band(at)),
        gated: !one.gates.is_empty(),
        boxes: vec![vec![one.condition.clone()]],
    });
    Thresholds {
        name: item.name.clone(),
        place,
        numbers: vec![number],
        states: states.collect(),
    }
}

/// Grades that go by the total alone; below the lowest there may be none.
fn of_grades(
    assessment: &Assessment,
    place: Place,
    grade: impl Fn(usize) -> Place,
) -> Option<Thresholds> {
    let grades = &assessment.grades;
    let plain = grades.iter().all(|one| one.rank.is_none() && one.gates.is_empty());
    if grades.is_empty() || !plain {
        return None;
    }
    let state = |name: &str, place, condition| State {
        name: name.to_owned(),
        place,
        gated: false,
        boxes: vec![vec![condition]],
    };
    let declared = grades.iter().enumerate();
    let declared =
        declared.map(|(at, one)| state(&one.name, Some(grade(at)), one.total.clone()));
    let lowest = grades.iter().map(|one| one.total.from).min_by_key(|from| *from);
    let below = lowest.flatten().map(|(at, closed)| {
        state("不定等次", None, Interval { from: None, to: Some((at, !closed)) })
    });
    let number = Number { name: "得分".to_owned(), unit: "分", negative: true };
    Some(Thresholds {
        name: format!("{}的等次", assessment.name),
        place,
        numbers: vec![number],
        states: declared.chain(below).collect(),
    })
}

fn of_lamps(
    set: &LampSet,
    place: Place,
    lamp_place: impl Fn(usize) -> Place,
) -> Thresholds {
    let mut bases = vec![set.basis];
    let tests = |lamp: &Lamp| {
        let cases = lamp.or.iter().flat_map(|case| case.all.clone());
        lamp.also.iter().cloned().chain(cases).collect::<Vec<_>>()
    };
    for test in set.lamps.iter().flat_map(tests) {
        if !bases.contains(&test.basis) {
            bases.push(test.basis);
        }
    }
    let interval = |basis: LampBasis, all: &[(LampBasis, &Interval)]| {
        let own =
            all.iter().filter(|(of, _)| *of == basis).map(|(_, interval)| *interval);
        own.fold(Interval { from: None, to: None }, |both, one| both.and(one))
    };
    let boxed = |all: Vec<(LampBasis, &Interval)>| {
        bases.iter().map(|basis| interval(*basis, &all)).collect::<Vec<_>>()
    };
    let state = |(at, lamp): (usize, &Lamp)| {
        let also = lamp.also.iter().map(|test| (test.basis, &test.condition));
        let own = std::iter::once((set.basis, &lamp.condition)).chain(also);
        let mut boxes = vec![boxed(own.collect())];
        boxes.extend(lamp.or.iter().map(|case| {
            boxed(case.all.iter().map(|test| (test.basis, &test.condition)).collect())
        }));
        let name = lamp.name.clone();
        State { name, place: Some(lamp_place(at)), gated: false, boxes }
    };
    let number = |basis: &LampBasis| Number {
        name: basis.label().to_owned(),
        unit: basis.unit(),
        negative: basis.can_be_negative(),
    };
    Thresholds {
        name: set.name.clone(),
        place,
        numbers: bases.iter().map(number).collect(),
        states: set.lamps.iter().enumerate().map(state).collect(),
    }
}
