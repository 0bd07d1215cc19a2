//! The gaps, overlaps and unreachable states of a set of thresholds, found in the space of its
//! numbers, which is cut at every bound.

use rust_decimal::Decimal;

use crate::check::thresholds::{Number, Thresholds};
use crate::diagnostic::Place;
use crate::model::value::interval::Interval;

/// A stretch of one number: a bound of the set, or the open interval between two bounds.
#[derive(Clone, Copy, PartialEq)]
struct Cell {
    low: Option<Decimal>,
    high: Option<Decimal>,
}

/// Most cells of a space that is checked; a set of a document has some hundreds.
const MOST: usize = 20_000;

/// Most states of a set whose pairs are all checked; one of a document has some dozens.
const STATES: usize = 100;

/// The space of a set's numbers, in cells, with the states that hold in each cell.
struct Space<'a> {
    set: &'a Thresholds,
    /// The cells of each number.
    axes: Vec<Vec<Cell>>,
    /// The states of each cell; the cells of the last number are adjacent.
    states: Vec<Vec<usize>>,
}

impl Thresholds {
    /// Returns whether there are too many combinations to check all.
    pub(in crate::check) fn is_too_wide(&self) -> bool {
        self.space().is_none()
    }

    /// Returns the stretches that no state covers, in words.
    pub(in crate::check) fn gaps(&self) -> Vec<String> {
        let none = |states: &[usize]| states.iter().all(|at| self.states[*at].gated);
        self.space().map(|space| space.stretches(&none)).unwrap_or_default()
    }

    /// Returns pairs of states that overlap, with a common stretch in words.
    pub(in crate::check) fn overlaps(&self) -> Vec<(&str, &str, String)> {
        let Some(space) = self.space() else { return Vec::new() };
        let mut overlaps = Vec::new();
        let states = || self.states.iter().enumerate().filter(|(_, state)| !state.gated);
        for (at, first) in states() {
            for (after, second) in states().skip_while(|(after, _)| *after <= at) {
                let both =
                    |states: &[usize]| states.contains(&at) && states.contains(&after);
                if let Some(stretch) = space.stretches(&both).into_iter().next() {
                    overlaps.push((first.name.as_str(), second.name.as_str(), stretch));
                }
            }
        }
        overlaps
    }

    /// Returns states that no number reaches, with their places and the reasons.
    pub(in crate::check) fn unreachable(&self) -> Vec<(&str, Place, String)> {
        let Some(space) = self.space() else { return Vec::new() };
        let states = self.states.iter().enumerate();
        let reasons = states.filter_map(|(at, state)| {
            let mut holding = space.states.iter().filter(|states| states.contains(&at));
            let before = |other: &usize| *other < at && !self.states[*other].gated;
            let why = match (holding.clone().next(), state.boxes.as_slice()) {
                (None, [region]) if region.len() == 1 => {
                    format!("没有数能满足“{}”", region[0])
                }
                (None, _) => "没有数能满足它的条件".to_owned(),
                _ if holding.all(|states| states.iter().any(before)) => {
                    "前面的已经全部盖住".to_owned()
                }
                _ => return None,
            };
            Some((state.name.as_str(), state.place.clone()?, why))
        });
        reasons.collect()
    }

    /// Returns the space of the numbers; `None` if it has too many cells or states.
    fn space(&self) -> Option<Space<'_>> {
        if self.states.len() > STATES {
            return None;
        }
        let axes: Vec<Vec<Cell>> =
            (0..self.numbers.len()).map(|number| self.cells(number)).collect();
        let lengths: Vec<usize> = axes.iter().map(Vec::len).collect();
        let count =
            lengths.iter().try_fold(1usize, |count, length| count.checked_mul(*length));
        count.filter(|count| *count <= MOST)?;
        let states = every(&lengths).map(|cells| self.states_at(&axes, &cells)).collect();
        Some(Space { set: self, axes, states })
    }

    /// Returns the cells of a number, in order.
    fn cells(&self, number: usize) -> Vec<Cell> {
        let boxes = self.states.iter().flat_map(|state| &state.boxes);
        let mut bounds: Vec<Decimal> = boxes
            .flat_map(|region| [region[number].from, region[number].to])
            .flatten()
            .map(|(at, _)| at)
            .collect();
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
        let holds = |region: &Vec<Interval>| {
            region.iter().zip(&point).all(|(interval, number)| interval.contains(*number))
        };
        let states = self.states.iter().enumerate();
        let lit = states.filter(|(_, state)| state.boxes.iter().any(holds));
        lit.map(|(at, _)| at).collect()
    }
}

impl Space<'_> {
    /// Returns the stretches whose states satisfy a predicate, each as wide as possible.
    fn stretches(&self, wanted: &dyn Fn(&[usize]) -> bool) -> Vec<String> {
        let lengths: Vec<usize> = self.axes.iter().map(Vec::len).collect();
        let index = |cells: &[usize]| {
            cells.iter().zip(&lengths).fold(0, |index, (at, length)| index * length + at)
        };
        let holds = |cells: &[usize]| wanted(&self.states[index(cells)]);
        let mut seen: Vec<Vec<(usize, usize)>> = Vec::new();
        for cells in every(&lengths) {
            let inside = |stretch: &Vec<(usize, usize)>| {
                stretch
                    .iter()
                    .zip(&cells)
                    .all(|((low, high), at)| low <= at && at <= high)
            };
            if !holds(&cells) || seen.iter().any(inside) {
                continue;
            }
            let mut wide: Vec<(usize, usize)> =
                cells.iter().map(|at| (*at, *at)).collect();
            for (number, length) in lengths.iter().enumerate() {
                widen(&mut wide, number, *length, &holds);
            }
            seen.push(wide);
        }
        seen.iter().map(|wide| self.words(wide)).collect()
    }

    fn words(&self, wide: &[(usize, usize)]) -> String {
        let part = |number: usize| {
            let (low, high) = wide[number];
            let axis = &self.axes[number];
            let whole = low == 0 && high + 1 == axis.len();
            let Number { name, unit, .. } = &self.set.numbers[number];
            (!whole || self.axes.len() == 1)
                .then(|| format!("{name}{}{unit}", stretch(&axis[low], &axis[high])))
        };
        (0..self.axes.len()).filter_map(part).collect::<Vec<_>>().join("，")
    }
}

/// Widens a stretch of cells along one number while the answer holds for all of it.
fn widen(
    wide: &mut [(usize, usize)],
    number: usize,
    length: usize,
    holds: &dyn Fn(&[usize]) -> bool,
) {
    // What was asked before is not asked again: only the slice that is added.
    let slice = |wide: &[(usize, usize)], at: usize| {
        let mut wide = wide.to_vec();
        wide[number] = (at, at);
        let lengths: Vec<usize> = wide.iter().map(|(low, high)| high - low + 1).collect();
        every(&lengths).all(|places| {
            let cells = places.iter().zip(&wide).map(|(place, (low, _))| low + place);
            holds(&cells.collect::<Vec<_>>())
        })
    };
    while wide[number].1 + 1 < length && slice(wide, wide[number].1 + 1) {
        wide[number].1 += 1;
    }
    while wide[number].0 > 0 && slice(wide, wide[number].0 - 1) {
        wide[number].0 -= 1;
    }
}

/// Returns all combinations of one index on each axis, given the lengths of the axes.
fn every(lengths: &[usize]) -> impl Iterator<Item = Vec<usize>> {
    let count: usize = lengths.iter().product();
    (0..count).map(|index| {
        let mut remainder = index;
        let mut cells: Vec<usize> = Vec::with_capacity(lengths.len());
        for length in lengths.iter().rev() {
            cells.push(remainder % length);
            remainder /= length;
        }
        cells.reverse();
        cells
    })
}

impl Cell {
    /// Returns a number inside the cell.
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
