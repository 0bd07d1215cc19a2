//! Sets of states over numbers, such as lamps, bands and grades, for checks of gaps, overlaps and
//! unreachable states.

mod space;

use rust_decimal::Decimal;

use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Route, route};
use crate::model::plan::Plan;
use crate::model::plan::assessment::Assessment;
use crate::model::plan::assessment::lamp::{Lamp, LampBasis, LampSet};
use crate::model::plan::assessment::score_item::{ScoreInput, ScoreItem};
use crate::model::value::interval::Interval;

/// A set of states, each a union of boxes over some numbers. The first state that holds decides.
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
    /// Place of its condition; `None` for numbers that no state is declared for.
    pub(super) place: Option<Place>,
    /// Whether it has further conditions, so that a later state may decide instead.
    gated: bool,
    /// The boxes in which it holds; a box has an interval for each number.
    boxes: Vec<Vec<Interval>>,
}

struct Number {
    name: String,
    unit: &'static str,
    negative: bool,
}

impl Thresholds {
    /// Returns the number whose bounds, which are to be per cent, are all parts of one, with the
    /// largest of them and the places where they stand.
    pub(super) fn parts_of_one(&self) -> Option<(&str, Decimal, Vec<&Place>)> {
        let rates = self.numbers.iter().enumerate();
        let mut rates =
            rates.filter(|(_, number)| number.unit == "%" && !number.negative);
        rates.find_map(|(at, number)| {
            let intervals = self.states.iter().flat_map(|state| {
                state.boxes.iter().map(move |bounds| (&state.place, &bounds[at]))
            });
            let stated: Vec<(&Option<Place>, Decimal)> = intervals
                .flat_map(|(place, it)| {
                    it.from.iter().chain(&it.to).map(move |(bound, _)| (place, *bound))
                })
                .filter(|(_, bound)| !bound.is_zero())
                .collect();
            let largest = stated.iter().map(|(_, bound)| *bound).max()?;
            let mut places: Vec<&Place> =
                stated.iter().filter_map(|(place, _)| place.as_ref()).collect();
            places.dedup();
            let is_part = stated.iter().any(|(_, bound)| !bound.fract().is_zero());
            (is_part && largest <= Decimal::ONE).then_some((
                number.name.as_str(),
                largest,
                places,
            ))
        })
    }
}

/// Returns every set of thresholds of a book's plans.
pub(super) fn thresholds(book: &Book) -> Vec<Thresholds> {
    let mut thresholds = Vec::new();
    for plan in &book.plans {
        let place = |route| Place::value(plan.file, route);
        for (at, set) in plan.record.lamps.iter().enumerate() {
            let lamp = |index| place(route!(Plan.lamps[at].lamps[index].condition));
            thresholds.push(of_lamps(set, place(route!(Plan.lamps[at].name)), lamp));
        }
        for (at, assessment) in plan.record.assessments.iter().enumerate() {
            let items = assessment.items.iter().enumerate();
            for (index, item) in items.filter(|(_, item)| !item.bands.is_empty()) {
                let start = Route::<Plan>::start().assessments().at(at).items().at(index);
                let band = |band| place(route!(start => bands[band].condition));
                thresholds.push(of_bands(item, place(route!(start => name)), band));
            }
            let grade = |index| place(route!(Plan.assessments[at].grades[index].total));
            thresholds.extend(of_grades(
                assessment,
                place(route!(Plan.assessments[at].name)),
                grade,
            ));
        }
    }
    thresholds
}

fn of_bands(
    item: &ScoreItem,
    place: Place,
    place_of: impl Fn(usize) -> Place,
) -> Thresholds {
    let seen = item.seen.unwrap_or(ScoreInput::Completion);
    let number = Number {
        name: seen.label().to_owned(),
        unit: if item.over.is_some() { "%" } else { seen.unit() },
        negative: seen.is_signed(),
    };
    let states = item.bands.iter().enumerate().map(|(index, band)| State {
        name: format!("得{}的档", band.points.0.normalize()),
        place: Some(place_of(index)),
        gated: !band.gates.is_empty(),
        boxes: vec![vec![band.condition.clone()]],
    });
    Thresholds {
        name: item.name.clone(),
        place,
        numbers: vec![number],
        states: states.collect(),
    }
}

/// Returns the grades as thresholds if they depend on the total alone; there may be no grade below
/// the lowest.
fn of_grades(
    assessment: &Assessment,
    place: Place,
    place_of: impl Fn(usize) -> Place,
) -> Option<Thresholds> {
    let grades = &assessment.grades;
    let plain = grades.iter().all(|grade| grade.rank.is_none() && grade.gates.is_empty());
    if grades.is_empty() || !plain {
        return None;
    }
    let state = |name: &str, place, condition| State {
        name: name.to_owned(),
        place,
        gated: false,
        boxes: vec![vec![condition]],
    };
    let declared = grades
        .iter()
        .enumerate()
        .map(|(at, grade)| state(&grade.name, Some(place_of(at)), grade.total.clone()));
    let lowest = grades.iter().map(|grade| grade.total.from).min_by_key(|from| *from);
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
        let of_basis =
            all.iter().filter(|(of, _)| *of == basis).map(|(_, interval)| *interval);
        of_basis
            .fold(Interval { from: None, to: None }, |both, interval| both.and(interval))
    };
    let boxed = |all: Vec<(LampBasis, &Interval)>| {
        bases.iter().map(|basis| interval(*basis, &all)).collect::<Vec<_>>()
    };
    let state = |(at, lamp): (usize, &Lamp)| {
        let also = lamp.also.iter().map(|test| (test.basis, &test.condition));
        let conditions = std::iter::once((set.basis, &lamp.condition)).chain(also);
        let mut boxes = vec![boxed(conditions.collect())];
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
