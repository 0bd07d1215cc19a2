//! Attribution: which rows of the target table a record is credited to, and all scopes above them.
//!
//! A target table lists units, and a unit that works in two sectors stands in two rows. A project
//! of the park in the sector of industry is credited to the row 园区/工业, and so to the unit 园区,
//! the sector 工业, the group of the unit and the whole; a project in a sector without a row of the
//! park goes to its first row, so that nothing is lost. A plan may also hold two kinds of tables,
//! one by the responsible unit and one by the unit where a project lands. A project then stands in
//! one row of each kind, but counts once in the whole. What is in no row of the first kind is
//! credited to 其他单位, so that the rows add up to the whole.

mod axes;
mod by_roll;
mod lines;

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::figures::facts::attribution::axes::axes;
pub use crate::figures::facts::attribution::by_roll::ByRoll;
use crate::figures::facts::attribution::lines::{Line, leaves_out, listed};
use crate::model::book::Book;
use crate::model::book::registered::Registered;
use crate::model::book::scope::Scope;
use crate::model::plan::Plan;
use crate::model::plan::credit::CreditBy;
use crate::model::plan::indicator::Indicator;
use crate::model::record::registry::{Life, Unit};

/// The rows that an indicator's facts are credited to, in the order of the target table.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    rows: Vec<Row>,
    /// The positions of each unit's rows.
    by_unit: BTreeMap<String, Vec<usize>>,
    /// The units that answer for what others did, by those others.
    successors: BTreeMap<String, String>,
    /// The units of the plan's time that went on in others, with their groups.
    merged: Vec<(String, Option<String>)>,
    /// All scopes that have figures, in the order of listings.
    scopes: Vec<Scope>,
    other: bool,
}

/// The unit that is responsible for a record, and the one where it lands.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// Responsible unit.
    pub unit: &'a str,
    /// Unit where the project lands.
    pub site: Option<&'a str>,
}

/// A row of a target table: a unit, or a unit within a sector.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    unit: String,
    sector: Option<String>,
    group: Option<String>,
    /// Whether the unit has several rows.
    several: bool,
    /// Whether the table refers to responsible units or to sites.
    by: CreditBy,
}

impl Rows {
    /// Returns the rows of the tables with targets for an indicator, or every unit if there are
    /// none, as the registry is in one of its states.
    pub fn of(
        register: Registered,
        book: &Book,
        plan: &Plan,
        indicator: &Indicator,
    ) -> Rows {
        let mut lines = listed(register, book, plan, indicator);
        let other = leaves_out(register, plan, &lines);
        if lines.is_empty() {
            lines = Line::of_all(register, plan);
        }
        let row = |line: &Line| Row::new(register, line, &lines);
        let rows: Vec<Row> = lines.iter().map(row).collect();
        let mut by_unit: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            by_unit.entry(row.unit.clone()).or_default().push(at);
        }
        let successors = successors(register);
        let merged = merged_units(register, plan, indicator);
        let mut rows =
            Rows { rows, by_unit, successors, merged, scopes: Vec::new(), other };
        rows.scopes = rows.listed(book, axes(book, plan, indicator));
        rows
    }

    /// Returns the rows as the registry is in each of its states.
    pub fn by_roll(book: &Book, plan: &Plan, indicator: &Indicator) -> ByRoll<Rows> {
        let registers = book.registers();
        ByRoll::of(registers.map(|register| Rows::of(register, book, plan, indicator)))
    }

    /// Returns all scopes that have figures, in the order of listings.
    pub fn scopes(&self) -> &[Scope] {
        &self.scopes
    }

    fn listed(&self, book: &Book, axes: Vec<Scope>) -> Vec<Scope> {
        let registry = &book.registry.record;
        let sectors = registry.sectors.iter().map(|sector| sector.id.to_string());
        let groups = registry.groups.iter().map(|group| group.id.to_string());
        let mut scopes = vec![Scope::All];
        let has = |test: &dyn Fn(&Row) -> bool| self.rows.iter().any(test);
        let sectors = sectors.filter(|id| has(&|row| row.is_in_sector(id)));
        scopes.extend(sectors.map(Scope::Sector));
        let groups = groups.filter(|id| has(&|row| row.is_in_group(id)));
        scopes.extend(groups.map(Scope::Group));
        let mut units: BTreeSet<&str> = BTreeSet::new();
        for row in self.rows.iter().filter(|row| units.insert(&row.unit)) {
            scopes.push(Scope::Unit(row.unit.clone()));
            let several = self.of_unit(&row.unit).filter(|row| row.several);
            scopes.extend(several.map(Row::scope));
        }
        let merged = self.merged.iter().map(|(unit, _)| unit);
        let listed = merged.filter(|unit| units.insert(unit.as_str()));
        scopes.extend(listed.map(|unit| Scope::Unit(unit.clone())));
        scopes.extend(self.other.then_some(Scope::Other));
        let mut seen: BTreeSet<Scope> = scopes.iter().cloned().collect();
        scopes.extend(axes.into_iter().filter(|axis| seen.insert(axis.clone())));
        scopes
    }

    /// Returns the rows of a unit, in the order of the target table.
    fn of_unit(&self, unit: &str) -> impl Iterator<Item = &Row> {
        let positions = self.by_unit.get(unit).into_iter().flatten();
        positions.map(|at| &self.rows[*at])
    }

    /// Returns the rows that add up to the whole: those of the first kind of table, and 其他单位.
    pub fn parts(&self) -> Vec<Scope> {
        self.rows
            .iter()
            .filter(|row| row.by == self.first())
            .map(Row::scope)
            .chain(self.other.then_some(Scope::Other))
            .collect()
    }

    /// Returns the first kind of table.
    fn first(&self) -> CreditBy {
        self.rows.first().map_or(CreditBy::Unit, |row| row.by)
    }

    /// Returns the scopes that a record is credited to, each with the share: the whole once, and
    /// one row of each kind of table with the scopes above it.
    pub fn credit(
        &self,
        place: Place,
        sector: Option<&str>,
        share: Decimal,
    ) -> Vec<(Scope, Decimal)> {
        let mut scopes = vec![Scope::All];
        let mut has_row = false;
        for by in [CreditBy::Unit, CreditBy::Site] {
            let Some(unit) = place.in_tables(by) else { continue };
            let unit = self.successors.get(unit).map_or(unit, String::as_str);
            let of_unit = || self.of_unit(unit).filter(|row| row.by == by);
            let row = of_unit()
                .find(|row| row.sector.as_deref() == sector)
                .or_else(|| of_unit().next());
            let Some(row) = row else { continue };
            scopes.push(Scope::Unit(row.unit.clone()));
            scopes.extend(row.several.then(|| row.scope()));
            scopes.extend(row.sector.clone().map(Scope::Sector));
            scopes.extend(row.group.clone().map(Scope::Group));
            has_row |= self.of_unit(unit).any(|row| row.by == self.first());
        }
        if !has_row {
            scopes.push(Scope::Other);
        }
        scopes.into_iter().map(|scope| (scope, share)).collect()
    }

    /// Returns the units of a group that went on in others, and so are in no row.
    pub fn merged_in(&self, group: &str) -> impl Iterator<Item = Scope> {
        let of_group = self
            .merged
            .iter()
            .filter(move |(_, its_group)| its_group.as_deref() == Some(group));
        of_group.map(|(unit, _)| Scope::Unit(unit.clone()))
    }

    /// Returns the scopes that add up to a scope: the rows of a group, a sector or a unit.
    pub fn below(&self, scope: &Scope) -> Vec<Scope> {
        let rows = self.rows.iter();
        match scope {
            Scope::All => self.parts(),
            Scope::Sector(id) => {
                rows.filter(|row| row.is_in_sector(id)).map(Row::scope).collect()
            }
            Scope::Group(id) => {
                rows.filter(|row| row.is_in_group(id)).map(Row::scope).collect()
            }
            Scope::Unit(id) => self
                .of_unit(id)
                .filter(|row| row.several && row.sector.is_some())
                .map(Row::scope)
                .collect(),
            _ => Vec::new(),
        }
    }
}

impl Place<'_> {
    /// Returns the unit that tables of a kind refer to.
    fn in_tables(&self, by: CreditBy) -> Option<&str> {
        match by {
            CreditBy::Unit => Some(self.unit),
            CreditBy::Site => self.site,
        }
    }
}

impl Row {
    fn new(register: Registered, line: &Line, listed: &[Line]) -> Row {
        let of_unit = listed
            .iter()
            .filter(|other| other.unit.id == line.unit.id && other.by == line.by);
        Row {
            unit: line.unit.id.to_string(),
            sector: line.sector.map(|sector| sector.id.to_string()),
            group: group_id(register, line.unit),
            several: of_unit.count() > 1,
            by: line.by,
        }
    }

    fn is_in_sector(&self, id: &str) -> bool {
        self.sector.as_deref() == Some(id)
    }

    fn is_in_group(&self, id: &str) -> bool {
        self.group.as_deref() == Some(id)
    }

    fn scope(&self) -> Scope {
        match &self.sector {
            Some(sector) if self.several => {
                Scope::UnitInSector(self.unit.clone(), sector.clone())
            }
            _ => Scope::Unit(self.unit.clone()),
        }
    }
}

fn group_id(register: Registered, unit: &Unit) -> Option<String> {
    register.group_of(unit).map(|group| group.id.to_string())
}

/// Returns the units that answer for what others did, by those others.
fn successors(register: Registered) -> BTreeMap<String, String> {
    let merged = register.units().iter().filter(|unit| is_merged(register, unit));
    merged
        .map(|unit| (unit.id.to_string(), register.answering(unit).id.to_string()))
        .collect()
}

fn is_merged(register: Registered, unit: &Unit) -> bool {
    matches!(register.life(unit), Life::Merged(_))
}

/// Returns the units that went on in others, with their groups.
fn merged_units(
    register: Registered,
    plan: &Plan,
    indicator: &Indicator,
) -> Vec<(String, Option<String>)> {
    let merged = lines::merged(register, plan, indicator).into_iter();
    merged.map(|unit| (unit.id.to_string(), group_id(register, unit))).collect()
}

/// Adds up shares of equal scopes; a scope never gets more than the whole.
pub fn merged(credits: impl Iterator<Item = (Scope, Decimal)>) -> Vec<(Scope, Decimal)> {
    let mut merged: Vec<(Scope, Decimal)> = Vec::new();
    for (scope, share) in credits {
        match merged.iter_mut().find(|(other, _)| *other == scope) {
            Some((_, sum)) => *sum = (*sum + share).min(Decimal::ONE),
            None => merged.push((scope, share)),
        }
    }
    merged
}
