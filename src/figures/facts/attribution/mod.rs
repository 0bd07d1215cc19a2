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

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::figures::facts::attribution::axes::axes;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::plan::Plan;
use crate::model::plan::credit::CreditBy;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::target::TargetRow;
use crate::model::record::registry::{Sector, Unit};

/// The rows that an indicator's facts are credited to, in the order of the target table.
#[derive(Clone, Debug)]
pub struct Rows {
    rows: Vec<Row>,
    /// The positions of each unit's rows.
    by_unit: BTreeMap<String, Vec<usize>>,
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
#[derive(Clone, Debug)]
struct Row {
    unit: String,
    sector: Option<String>,
    group: Option<String>,
    /// Whether the unit has several rows.
    several: bool,
    /// Whether the table refers to responsible units or to sites.
    by: CreditBy,
}

/// A line of a target table, or a unit if no table has targets.
#[derive(Clone, Copy)]
struct Line<'a> {
    unit: &'a Unit,
    sector: Option<&'a Sector>,
    by: CreditBy,
}

impl Rows {
    /// Returns the rows of the tables with targets for an indicator, or every unit if there are
    /// none.
    pub fn of(book: &Book, plan: &Plan, indicator: &Indicator) -> Rows {
        let mut lines = listed(book, plan, indicator);
        let other = leaves_out(book, &lines);
        let registry = &book.registry.record;
        if lines.is_empty() {
            let units = registry.units.iter();
            lines = units
                .map(|unit| Line { unit, sector: None, by: CreditBy::Unit })
                .collect();
        }
        let rows: Vec<Row> =
            lines.iter().map(|line| Row::new(book, line, &lines)).collect();
        let mut by_unit: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            by_unit.entry(row.unit.clone()).or_default().push(at);
        }
        let mut rows = Rows { rows, by_unit, scopes: Vec::new(), other };
        rows.scopes = rows.listed(book, axes(book, plan, indicator));
        rows
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

impl Line<'_> {
    fn is(&self, other: &Line) -> bool {
        self.unit.id == other.unit.id
            && self.sector.map(|sector| &sector.id)
                == other.sector.map(|sector| &sector.id)
            && self.by == other.by
    }
}

/// Returns the lines of the tables that set targets of an indicator, each once.
fn listed<'a>(book: &'a Book, plan: &'a Plan, indicator: &Indicator) -> Vec<Line<'a>> {
    let covers = |row: &TargetRow| row.targets.keys().any(|key| indicator.is_called(key));
    let tables = plan.tables.iter().filter(|table| table.rows.iter().any(covers));
    let rows = tables.flat_map(|table| table.rows.iter().map(move |row| (table, row)));
    let mut listed: Vec<Line> = Vec::new();
    for (table, row) in rows {
        let Some(unit) = book.unit(&row.unit) else { continue };
        let sector = row.sector.as_ref().and_then(|sector| book.sector(sector));
        let line = Line { unit, sector, by: table.by.unwrap_or(CreditBy::Unit) };
        // A later version of a table lists the same lines again.
        if !listed.iter().any(|earlier| earlier.is(&line)) {
            listed.push(line);
        }
    }
    listed
}

/// Returns whether records can be in no line: a unit has none, or the lines are of both kinds.
fn leaves_out(book: &Book, listed: &[Line]) -> bool {
    let Some(first) = listed.first() else { return false };
    let has_line = |unit: &Unit| listed.iter().any(|line| line.unit.id == unit.id);
    listed.iter().any(|line| line.by != first.by)
        || !book.registry.record.units.iter().all(has_line)
}

impl Row {
    fn new(book: &Book, line: &Line, listed: &[Line]) -> Row {
        let of_unit = listed
            .iter()
            .filter(|other| other.unit.id == line.unit.id && other.by == line.by);
        Row {
            unit: line.unit.id.to_string(),
            sector: line.sector.map(|sector| sector.id.to_string()),
            group: book.group(&line.unit.group).map(|group| group.id.to_string()),
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
