//! What a set of thresholds leaves out, shares or cannot reach: the space of its numbers, cut at every bound it names.

use rust_decimal::Decimal;

use crate::check::thresholds::{Number, Thresholds};
use crate::diagnostic::Place;
use crate::model::word::Interval;

/// A stretch of one number between the bounds that the set names: a bound itself, or what lies between two.
#[derive(Clone, Copy, PartialEq)]
struct Cell {
    low: Option<Decimal>,
    high: Option<Decimal>,
}

impl Thresholds {
    /// Every stretch that is in no state, as the reader sees it.
    pub(in crate::check) fn gaps(&self) -> Vec<String> {
        self.stretches(&|states| states.iter().all(|at| self.states[*at].gated))
    }

    /// Every pair of states with a stretch that is in both.
    pub(in crate::check) fn overlaps(&self) -> Vec<(&str, &str, String)> {
        let mut found = Vec::new();
        let states = || self.states.iter().enumerate().filter(|(_, one)| !one.gated);
        for (at, first) in states() {
            for (after, second) in states().skip_while(|(after, _)| *after <= at) {
                let both =
                    |states: &[usize]| states.contains(&at) && states.contains(&after);
                let stretches = self.stretches(&both);
                if let Some(stretch) = stretches.into_iter().next() {
                    found.push((first.name.as_str(), second.name.as_str(), stretch));
                }
            }
        }
        found
    }

    /// Every state that no number reaches, with its place and the reason.
    pub(in crate::check) fn unreachable(&self) -> Vec<(&str, Place, String)> {
        let axes = self.axes();
        let points: Vec<Vec<usize>> =
            every(&axes).iter().map(|cells| self.states_at(&axes, cells)).collect();
        let states = self.states.iter().enumerate();
        let reasons = states.filter_map(|(at, state)| {
            let mut holding = points.iter().filter(|states| states.contains(&at));
            let before = |other: &usize| *other < at && !self.states[*other].gated;
            let why = match (holding.clone().next(), state.boxes.as_slice()) {
                (None, [one]) if one.len() == 1 => format!("没有数能满足“{}”", one[0]),
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

    /// The stretches whose states answer a question, each widened as far as the answer holds.
    fn stretches(&self, wanted: &dyn Fn(&[usize]) -> bool) -> Vec<String> {
        let axes = self.axes();
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

    /// The cells of every number.
    fn axes(&self) -> Vec<Vec<Cell>> {
        (0..self.numbers.len()).map(|number| self.cells(number)).collect()
    }

    /// The cells of a number, in order.
    fn cells(&self, number: usize) -> Vec<Cell> {
        let boxes = self.states.iter().flat_map(|state| &state.boxes);
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
        let lit = states.filter(|(_, state)| state.boxes.iter().any(holds));
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
