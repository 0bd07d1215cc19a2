//! Linear programming over all that the public gets of the books in use: what is not public
//! stays open, though nothing is below zero and a part is no more than its whole.

use std::collections::{BTreeMap, BTreeSet};

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use serde_json::Value;

use crate::audience::figures;
use crate::audience::search::Files;
use crate::audience::shipped::{INTERNAL, PUBLIC};

/// A figure: period, indicator, scope.
type Cell = (String, String, String);

/// The figures of a book in every edition, with the reason where one has no value.
fn cells(files: &Files, book: &str) -> BTreeMap<Cell, Result<f64, String>> {
    let mut cells = BTreeMap::new();
    for (path, bytes) in files {
        let Some(inside) = path.strip_prefix(&format!("{book}/")) else { continue };
        let Some(period) = inside.strip_suffix("/figures.json") else { continue };
        for figure in figures(bytes) {
            let text = |key: &str| figure[key].as_str().unwrap_or_default().to_owned();
            let cell = (period.to_owned(), text("indicator"), text("scope"));
            let value = text("value").parse().map_err(|_| text("unknown"));
            cells.insert(cell, value);
        }
    }
    cells
}

/// A sum of cells that is zero, or not below it.
struct Relation {
    terms: Vec<(Cell, f64)>,
    is_equal: bool,
}

impl Relation {
    fn whole(whole: Cell, parts: Vec<Cell>) -> Relation {
        let parts = parts.into_iter().map(|part| (part, -1.0));
        let terms = std::iter::once((whole, 1.0)).chain(parts).collect();
        Relation { terms, is_equal: true }
    }

    fn at_least(large: Cell, small: Cell) -> Relation {
        Relation { terms: vec![(large, 1.0), (small, -1.0)], is_equal: false }
    }

    /// Whether it is true of the book, as a reader who knows how the figures hang together knows.
    fn holds(&self, truth: &BTreeMap<Cell, Result<f64, String>>) -> bool {
        let value =
            |(cell, times): &(Cell, f64)| Some(truth.get(cell)?.as_ref().ok()? * times);
        let values: Option<Vec<f64>> = self.terms.iter().map(value).collect();
        let Some(sum) = values.map(|values| values.iter().sum::<f64>()) else {
            return false;
        };
        if self.is_equal { sum.abs() < 1e-6 } else { sum > -1e-6 }
    }
}

/// How the figures of a book hang together: by groups, rows, axes, parts and months.
fn relations(book: &str, truth: &BTreeMap<Cell, Result<f64, String>>) -> Vec<Relation> {
    let groups = groups(book);
    let parents = parents(book);
    let mut relations = Vec::new();
    let mut by_indicator: BTreeMap<(&String, &String), Vec<&String>> = BTreeMap::new();
    for (period, indicator, scope) in truth.keys() {
        by_indicator.entry((period, indicator)).or_default().push(scope);
    }
    let periods: Vec<&String> = truth
        .keys()
        .map(|(period, ..)| period)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    for ((period, indicator), scopes) in &by_indicator {
        let cell =
            |scope: &str| ((*period).clone(), (*indicator).clone(), scope.to_owned());
        let kind = |start: &str| -> Vec<Cell> {
            let single = scopes.iter().filter(|scope| !scope.contains('@'));
            single
                .filter(|scope| scope.starts_with(start))
                .map(|scope| cell(scope))
                .collect()
        };
        for start in ["unit:", "group:", "sector:", "chain:", "region:", "channel:"] {
            relations.push(Relation::whole(cell("all"), kind(start)));
            let mut with_rest = kind(start);
            with_rest.push(cell("unit:other"));
            relations.push(Relation::whole(cell("all"), with_rest));
        }
        for group in kind("group:") {
            let id = group.2.trim_start_matches("group:");
            let mut units = kind("unit:");
            units.retain(|unit| groups.get(&unit.2).is_some_and(|own| own == id));
            relations.push(Relation::whole(group.clone(), units));
        }
        for unit in kind("unit:") {
            let rows =
                scopes.iter().filter(|scope| scope.starts_with(&format!("{}@", unit.2)));
            relations
                .push(Relation::whole(unit.clone(), rows.map(|row| cell(row)).collect()));
        }
        if let Some(parent) = parents.get(*indicator) {
            for scope in scopes {
                let parent = ((*period).clone(), parent.clone(), (*scope).clone());
                relations.push(Relation::at_least(parent, cell(scope)));
            }
        }
        // A running total does not fall.
        let next =
            periods.iter().find(|other| other > &period && other[..4] == period[..4]);
        for (scope, next) in
            scopes.iter().flat_map(|scope| next.map(|next| (scope, next)))
        {
            let later = ((**next).clone(), (*indicator).clone(), (*scope).clone());
            relations.push(Relation::at_least(later, cell(scope)));
        }
    }
    relations.retain(|relation| relation.terms.len() > 1 && relation.holds(truth));
    relations
}

/// The group of each unit, by the scope of the unit.
fn groups(book: &str) -> BTreeMap<String, String> {
    let registry = yaml(&format!("data/{book}/units.yaml"));
    let list = |key: &str| registry[key].as_array().cloned().unwrap_or_default();
    let ids: BTreeMap<String, String> = list("分组")
        .iter()
        .flat_map(|group| {
            let id = group["编号"].as_str().unwrap().to_owned();
            [&group["编号"], &group["名称"]]
                .map(|name| (name.as_str().unwrap().to_owned(), id.clone()))
        })
        .collect();
    let units = list("单位");
    let unit = |unit: &Value| {
        let scope = format!("unit:{}", unit["编号"].as_str()?);
        Some((scope, ids.get(unit["分组"].as_str()?)?.clone()))
    };
    units.iter().filter_map(unit).collect()
}

/// The indicator that each one is a part of, by their ids.
fn parents(book: &str) -> BTreeMap<String, String> {
    let mut parents = BTreeMap::new();
    for plan in std::fs::read_dir(crate::stage::repository(&format!("data/{book}/plans")))
        .unwrap()
    {
        let name = plan.unwrap().file_name().into_string().unwrap();
        let plan = yaml(&format!("data/{book}/plans/{name}"));
        let indicators = plan["指标"].as_array().unwrap();
        for one in indicators {
            let whole = indicators.iter().find(|other| {
                one["其中"].is_string()
                    && [&other["编号"], &other["名称"]].contains(&&one["其中"])
            });
            if let Some(whole) = whole {
                let id = |one: &Value| one["编号"].as_str().unwrap().to_owned();
                parents.insert(id(one), id(whole));
            }
        }
    }
    parents
}

/// What is known of a hidden cell: from where to where it can lie.
fn range(
    cell: &Cell,
    relations: &[&Relation],
    public: &BTreeMap<Cell, Result<f64, String>>,
) -> Option<(f64, f64)> {
    let solve = |direction| {
        let mut problem = Problem::new(direction);
        let mut variables: BTreeMap<&Cell, Variable> = BTreeMap::new();
        for relation in relations {
            for (term, _) in &relation.terms {
                if public.get(term).is_some_and(Result::is_err) {
                    let aim = f64::from(u8::from(term == cell));
                    variables
                        .entry(term)
                        .or_insert_with(|| problem.add_var(aim, (0.0, 1e7)));
                }
            }
        }
        for relation in relations {
            let mut hidden = Vec::new();
            let mut sum = 0.0;
            for (term, times) in &relation.terms {
                match (variables.get(term), public.get(term)) {
                    (Some(variable), _) => hidden.push((*variable, *times)),
                    (None, Some(Ok(value))) => sum += value * times,
                    _ => {}
                }
            }
            let operator =
                if relation.is_equal { ComparisonOp::Eq } else { ComparisonOp::Ge };
            if !hidden.is_empty() {
                problem.add_constraint(hidden.as_slice(), operator, -sum);
            }
        }
        Some(problem.solve().ok()?.into_solution().ok()?.objective())
    };
    Some((
        solve(OptimizationDirection::Minimize)?,
        solve(OptimizationDirection::Maximize)?,
    ))
}

/// The relations that a cell is tied to through other hidden cells.
fn component<'a>(
    cell: &Cell,
    by_cell: &BTreeMap<&'a Cell, Vec<&'a Relation>>,
    public: &BTreeMap<Cell, Result<f64, String>>,
) -> Vec<&'a Relation> {
    let mut open = vec![cell.clone()];
    let mut seen: BTreeSet<Cell> = open.iter().cloned().collect();
    let mut relations: Vec<&Relation> = Vec::new();
    while let Some(cell) = open.pop() {
        for relation in by_cell.get(&cell).into_iter().flatten() {
            if relations.iter().any(|one| std::ptr::eq(*one, *relation)) {
                continue;
            }
            relations.push(relation);
            let hidden = relation.terms.iter().map(|(term, _)| term);
            let hidden =
                hidden.filter(|term| public.get(*term).is_some_and(Result::is_err));
            open.extend(hidden.filter(|term| seen.insert((*term).clone())).cloned());
        }
    }
    relations
}

#[test]
#[ignore = "takes a minute; `.ci/run` runs it"]
fn no_number_that_is_not_public_can_be_pinned() {
    let mut asked = 0;
    for book in ["wushan", "guangyuan", "dazhou", "fuling", "ankang", "luan"] {
        let (public, truth) = (cells(&PUBLIC.0, book), cells(&INTERNAL.0, book));
        let relations = relations(book, &truth);
        let mut by_cell: BTreeMap<&Cell, Vec<&Relation>> = BTreeMap::new();
        for relation in &relations {
            for (term, _) in &relation.terms {
                by_cell.entry(term).or_default().push(relation);
            }
        }
        let secret = public.iter().filter(|(_, value)| {
            matches!(value, Err(reason) if ["不公开", "已撤回"].contains(&reason.as_str()))
        });
        for (cell, _) in secret {
            // That there is nothing of nothing is no secret.
            let Some(Ok(value)) = truth.get(cell) else { continue };
            if *value == 0.0 {
                continue;
            }
            let tied = component(cell, &by_cell, &public);
            if tied.is_empty() {
                continue;
            }
            let (low, high) = range(cell, &tied, &public).unwrap();
            assert!(high - low > 1e-6, "{book} {cell:?} is {low}");
            asked += 1;
        }
    }
    assert!(asked > 100, "{asked}");
}

/// A file of the repository, as it is written.
fn yaml(path: &str) -> serde_json::Value {
    serde_yaml::from_slice(&std::fs::read(crate::stage::repository(path)).unwrap())
        .unwrap()
}
