//! The same question asked of another solver: which secrets do published figures pin?
//!
//! It knows nothing of facts: it writes down how the figures of a small county hang together,
//! puts in those that are published, and solves by hand, as one does on paper.

use std::collections::{BTreeMap, BTreeSet};

use tongbao::figures::audience::Audience;
use tongbao::figures::audience::disclosure::given_away;
use tongbao::figures::basis::Basis;
use tongbao::load::load;
use tongbao::model::dictionary::Level;

use crate::audience::county::{County, funds};

const INDICATORS: [(&str, &str); 4] = [
    ("funds", "到位资金"),
    ("out", "省外到位资金"),
    ("in", "市外到位资金"),
    ("month", "当月到位资金"),
];
const SCOPES: [&str; 9] = [
    "全县",
    "商贸物流",
    "生态工业",
    "县级部门",
    "县交通局",
    "县商务委",
    "县经信委",
    "食品加工",
    "木材加工",
];

/// A figure of May or June: indicator, scope, month.
type Cell = (usize, usize, usize);
type Equation = BTreeMap<Cell, f64>;

/// Whether an indicator has a figure for a scope: only the first has targets of sectors.
fn is_listed(indicator: usize, scope: usize) -> bool {
    indicator == 0 || ![1, 2].contains(&scope)
}

/// Everything that holds between the figures, as sums that are zero.
fn equations() -> Vec<Equation> {
    let mut equations = Vec::new();
    let mut holds =
        |terms: &[(Cell, f64)]| equations.push(terms.iter().copied().collect());
    for month in 0..2 {
        for at in 0..4 {
            let cell = |scope| (at, scope, month);
            if at == 0 {
                holds(&[(cell(0), 1.0), (cell(1), -1.0), (cell(2), -1.0)]);
                holds(&[(cell(1), 1.0), (cell(4), -1.0), (cell(5), -1.0)]);
                holds(&[(cell(2), 1.0), (cell(6), -1.0)]);
            }
            holds(&[(cell(0), 1.0), (cell(4), -1.0), (cell(5), -1.0), (cell(6), -1.0)]);
            holds(&[(cell(0), 1.0), (cell(3), -1.0)]);
            holds(&[(cell(0), 1.0), (cell(7), -1.0), (cell(8), -1.0)]);
        }
        for scope in (0..9).filter(|scope| is_listed(1, *scope)) {
            let cell = |at| (at, scope, month);
            holds(&[(cell(0), 1.0), (cell(1), -1.0), (cell(2), -1.0)]);
        }
    }
    for scope in (0..9).filter(|scope| is_listed(3, *scope)) {
        holds(&[((3, scope, 0), 1.0), ((0, scope, 0), -1.0)]);
        holds(&[((3, scope, 1), 1.0), ((0, scope, 1), -1.0), ((0, scope, 0), 1.0)]);
    }
    equations
}

/// The hidden cells that the equations pin, where all others are known.
fn pinned(hidden: &BTreeSet<Cell>) -> BTreeSet<Cell> {
    let mut rows: Vec<Equation> = Vec::new();
    for mut equation in equations() {
        equation.retain(|cell, _| hidden.contains(cell));
        for row in &rows {
            let lead = *row.keys().next().unwrap();
            if equation.contains_key(&lead) {
                subtract(&mut equation, row, lead);
            }
        }
        let Some((first, lead)) = equation.iter().next().map(|(at, lead)| (*at, *lead))
        else {
            continue;
        };
        equation.values_mut().for_each(|times| *times /= lead);
        for row in &mut rows {
            if row.contains_key(&first) {
                subtract(row, &equation, first);
            }
        }
        rows.push(equation);
    }
    let single = rows.iter().filter(|row| row.len() == 1);
    single.filter_map(|row| row.keys().next().copied()).collect()
}

/// Takes as much of a row from an equation that a cell falls out of it.
fn subtract(equation: &mut Equation, row: &Equation, at: Cell) {
    let times = equation[&at];
    for (cell, value) in row {
        let entry = equation.entry(*cell).or_default();
        *entry -= times * value;
        if entry.abs() < 1e-9 {
            equation.remove(cell);
        }
    }
}

/// What the program says is given away of a county with these restrictions, by name.
fn found(restricted: &BTreeSet<(usize, usize)>) -> BTreeSet<(usize, usize)> {
    let lines = restricted.iter().map(|(at, scope)| {
        let (indicator, scope) = (INDICATORS[*at].1, SCOPES[*scope]);
        format!("  - {{指标: {indicator}, 范围: [{scope}], 处理: 不公开, 理由: 保密}}\n")
    });
    let restrictions = format!("公开限制:\n{}", lines.collect::<String>());
    let part = |at: usize, rest: &str| {
        let (id, name) = INDICATORS[at];
        funds(id, name, &format!(", 分列: [产业链]{rest}"))
    };
    let county = County {
        indicators: [
            part(0, ""),
            part(1, ", 其中: funds, 范围: {来源地: [省外]}"),
            part(2, ", 其中: funds, 范围: {来源地: [市外]}"),
            part(3, "").replace("本年累计", "当月"),
        ]
        .concat(),
        restrictions: restrictions.leak(),
        months: &[5, 6],
        ..County::default()
    };
    let loaded = load(&county.case());
    let book = &loaded.books[0];
    let redacted = book.redacted_for(Level::Public);
    let audience = Audience { level: Level::Public, book: &redacted };
    let until = book.counted_until().unwrap();
    let basis = Basis::for_audience(audience, book, until);
    let messages = given_away(&basis, &[until]).into_iter().map(|one| one.message);
    let messages: Vec<String> = messages.collect();
    let is_told = |(at, scope): &&(usize, usize)| {
        let name = format!("“{}·{}”写明不公开", INDICATORS[*at].1, SCOPES[*scope]);
        messages.iter().any(|message| message.starts_with(&name))
    };
    restricted.iter().filter(is_told).copied().collect()
}

/// Numbers that are the same in every run.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: u64) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from((self.0 >> 33) % limit).unwrap()
    }
}

#[test]
fn another_solver_pins_the_same_secrets() {
    let mut draw = Draw(2023);
    let (mut safe, mut given) = (0, 0);
    for _ in 0..120 {
        // Of each indicator nothing is restricted, or all, or something.
        let ways: Vec<usize> = (0..4).map(|_| draw.below(5)).collect();
        let restricted: BTreeSet<(usize, usize)> = (0..4)
            .flat_map(|at| (0..9).map(move |scope| (at, scope)))
            .filter(|(at, scope)| is_listed(*at, *scope))
            .filter(|(at, _)| match ways[*at] {
                0 | 1 => false,
                2 | 3 => true,
                _ => draw.below(3) == 0,
            })
            .collect();
        let cells = restricted
            .iter()
            .flat_map(|(at, scope)| [(*at, *scope, 0), (*at, *scope, 1)]);
        let pinned: BTreeSet<(usize, usize)> = pinned(&cells.collect())
            .into_iter()
            .map(|(at, scope, _)| (at, scope))
            .collect();
        assert_eq!(found(&restricted), pinned, "{restricted:?}");
        safe += usize::from(pinned.is_empty());
        given += usize::from(!pinned.is_empty());
    }
    assert!(safe > 5 && given > 5, "{safe} safe, {given} given away");
}
