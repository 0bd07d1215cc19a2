//! Sets of thresholds: whether some number is in none of the states, or in two at once.

use rust_decimal::Decimal;

use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::lamp::{Lamp, LampBasis, LampSet};
use crate::model::score_item::Seen;
use crate::model::word::Interval;

use crate::diagnostic::route;

/// A set of states, each a union of boxes over some numbers.
pub(super) struct Thresholds {
    /// What it is called.
    pub(super) name: String,
    /// Where it is declared.
    pub(super) place: Place,
    /// The numbers: name, unit, and whether they can be negative.
    numbers: Vec<Number>,
    /// The states with their boxes; a box has an interval for each number.
    states: Vec<(String, Vec<Vec<Interval>>)>,
}

struct Number {
    name: String,
    unit: &'static str,
    negative: bool,
}

/// A stretch of one number between the bounds that the set names: a bound itself, or what lies between two.
#[derive(Clone, Copy, PartialEq)]
struct Cell {
    low: Option<Decimal>,
    high: Option<Decimal>,
}

/// Every set of thresholds of a book's plans.
pub(super) fn thresholds(book: &Book) -> Vec<Thresholds> {
    let mut found = Vec::new();
    for plan in &book.plans {
        let lamps = plan.record.lamps.iter().enumerate();
        found.extend(lamps.map(|(at, set)| {
            of_lamps(set, Place::value(plan.file, route!["灯组", at, "名称"]))
        }));
        for (at, assessment) in plan.record.assessments.iter().enumerate() {
            let items = assessment.items.iter().enumerate();
            // A band with a gate leaves its numbers to the bands below, so that overlaps are meant.
            let banded = items.filter(|(_, item)| {
                !item.bands.is_empty()
                    && item.bands.iter().all(|band| band.gates.is_empty())
            });
            found.extend(banded.map(|(index, item)| {
                let route = route!["考核", at, "计分", index, "名称"];
                let states = item.bands.iter().map(|band| {
                    (format!("{}分档", band.points.0), vec![vec![band.condition.clone()]])
                });
                Thresholds {
                    name: item.name.clone(),
                    place: Place::value(plan.file, route),
                    numbers: vec![Number {
                        name: "数".to_owned(),
                        unit: "",
                        negative: matches!(item.seen, Some(Seen::Lead | Seen::Shortfall)),
                    }],
                    states: states.collect(),
                }
            }));
        }
    }
    found
}

fn of_lamps(set: &LampSet, place: Place) -> Thresholds {
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
    let state = |lamp: &Lamp| {
        let also = lamp.also.iter().map(|test| (test.basis, &test.condition));
        let own = std::iter::once((set.basis, &lamp.condition)).chain(also);
        let mut boxes = vec![boxed(own.collect())];
        boxes.extend(lamp.or.iter().map(|case| {
            boxed(case.all.iter().map(|test| (test.basis, &test.condition)).collect())
        }));
        (lamp.name.clone(), boxes)
    };
    let number = |basis: &LampBasis| Number {
        name: basis.label().to_owned(),
        unit: basis.unit(),
        negative: !matches!(basis, LampBasis::Completion | LampBasis::Score),
    };
    Thresholds {
        name: set.name.clone(),
        place,
        numbers: bases.iter().map(number).collect(),
        states: set.lamps.iter().map(state).collect(),
    }
}

impl Thresholds {
    /// Every stretch that is in no state, as the reader sees it.
    pub(super) fn gaps(&self) -> Vec<String> {
        self.stretches(&|states| states.is_empty())
    }

    /// Every pair of states with a stretch that is in both.
    pub(super) fn overlaps(&self) -> Vec<(String, String, String)> {
        let mut found = Vec::new();
        for (at, first) in self.states.iter().enumerate() {
            for (after, second) in self.states.iter().enumerate().skip(at + 1) {
                let both =
                    |states: &[usize]| states.contains(&at) && states.contains(&after);
                let stretches = self.stretches(&both);
                if let Some(stretch) = stretches.into_iter().next() {
                    found.push((first.0.clone(), second.0.clone(), stretch));
                }
            }
        }
        found
    }

    /// The stretches whose states answer a question, each widened as far as the answer holds.
    fn stretches(&self, wanted: &dyn Fn(&[usize]) -> bool) -> Vec<String> {
        let axes: Vec<Vec<Cell>> =
            (0..self.numbers.len()).map(|number| self.cells(number)).collect();
        let holds = |cells: &[usize]| wanted(&self.states_at(&axes, cells));
        let mut seen: Vec<Vec<(usize, usize)>> = Vec::new();
        for cells in every(&axes) {
            let inside = |one: &Vec<(usize, usize)>| {
                one.iter().zip(&cells).all(|((low, high), at)| low <= at && at <= high)
            };
            if !holds(&cells) || seen.iter().any(inside) {
                continue;
            }
            let mut wide: Vec<(usize, usize)> =
                cells.iter().map(|at| (*at, *at)).collect();
            for (number, axis) in axes.iter().enumerate() {
                widen(&mut wide, number, axis.len(), &holds);
            }
            seen.push(wide);
        }
        seen.iter().map(|wide| self.words(&axes, wide)).collect()
    }

    /// The cells of a number, in order.
    fn cells(&self, number: usize) -> Vec<Cell> {
        let boxes = self.states.iter().flat_map(|(_, boxes)| boxes);
        let bounds = boxes.flat_map(|one| [one[number].from, one[number].to]);
        let mut bounds: Vec<Decimal> = bounds.flatten().map(|(at, _)| at).collect();
        bounds.extend((!self.numbers[number].negative).then_some(Decimal::ZERO));
        bounds.sort();
        bounds.dedup();
        let mut cells = vec![Cell { low: None, high: bounds.first().copied() }];
        for (at, bound) in bounds.iter().enumerate() {
            cells.push(Cell { low: Some(*bound), high: Some(*bound) });
            cells.push(Cell { low: Some(*bound), high: bounds.get(at + 1).copied() });
        }
        if !self.numbers[number].negative {
            cells.retain(|cell| cell.low.is_some_and(|low| low >= Decimal::ZERO));
        }
        cells
    }

    fn states_at(&self, axes: &[Vec<Cell>], cells: &[usize]) -> Vec<usize> {
        let point: Vec<Decimal> =
            cells.iter().zip(axes).map(|(at, axis)| axis[*at].inside()).collect();
        let holds = |one: &Vec<Interval>| {
            one.iter().zip(&point).all(|(interval, number)| interval.contains(*number))
        };
        let states = self.states.iter().enumerate();
        let lit = states.filter(|(_, (_, boxes))| boxes.iter().any(holds));
        lit.map(|(at, _)| at).collect()
    }

    fn words(&self, axes: &[Vec<Cell>], wide: &[(usize, usize)]) -> String {
        let part = |number: usize| {
            let (low, high) = wide[number];
            let axis = &axes[number];
            let whole = low == 0 && high + 1 == axis.len();
            let Number { name, unit, .. } = &self.numbers[number];
            (!whole || axes.len() == 1)
                .then(|| format!("{name}{}{unit}", stretch(&axis[low], &axis[high])))
        };
        (0..axes.len()).filter_map(part).collect::<Vec<_>>().join("，")
    }
}

/// Widens a stretch of cells along one number while the answer holds for all of it.
fn widen(
    wide: &mut Vec<(usize, usize)>,
    number: usize,
    length: usize,
    holds: &dyn Fn(&[usize]) -> bool,
) {
    let all = |wide: &[(usize, usize)]| {
        let axes: Vec<Vec<usize>> =
            wide.iter().map(|(low, high)| (*low..=*high).collect()).collect();
        every(&axes).iter().all(|at| {
            let cells: Vec<usize> =
                at.iter().zip(&axes).map(|(place, axis)| axis[*place]).collect();
            holds(&cells)
        })
    };
    loop {
        let (low, high) = wide[number];
        let mut wider = wide.clone();
        if high + 1 < length {
            wider[number] = (low, high + 1);
            if all(&wider) {
                *wide = wider;
                continue;
            }
        }
        let Some(lower) = low.checked_sub(1) else { return };
        let mut wider = wide.clone();
        wider[number] = (lower, high);
        if !all(&wider) {
            return;
        }
        *wide = wider;
    }
}

/// Every choice of one place on each axis.
fn every<T>(axes: &[Vec<T>]) -> Vec<Vec<usize>> {
    let start = vec![Vec::new()];
    axes.iter().fold(start, |found, axis| {
        let longer = |head: Vec<usize>| {
            (0..axis.len()).map(move |at| [head.clone(), vec![at]].concat())
        };
        found.into_iter().flat_map(longer).collect()
    })
}

impl Cell {
    /// A number of the cell.
    fn inside(&self) -> Decimal {
        match (self.low, self.high) {
            (Some(low), Some(high)) => (low + high) / Decimal::TWO,
            (Some(low), None) => low + Decimal::ONE,
            (None, Some(high)) => high - Decimal::ONE,
            (None, None) => Decimal::ZERO,
        }
    }

    fn is_point(&self) -> bool {
        self.low.is_some() && self.low == self.high
    }
}

/// From one cell to another, in words.
fn stretch(first: &Cell, last: &Cell) -> String {
    if first.is_point() && first == last {
        return format!("等于{}", first.inside().normalize());
    }
    let closed = |cell: &Cell| cell.is_point();
    let interval = Interval {
        from: first.low.map(|at| (at.normalize(), closed(first))),
        to: last.high.map(|at| (at.normalize(), closed(last))),
    };
    interval.to_string()
}
