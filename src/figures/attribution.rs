//! Attribution: which rows of the target table a record is credited to, and all scopes above them.

use rust_decimal::Decimal;

use crate::model::book::Book;
use crate::model::indicator::Indicator;
use crate::model::plan::Plan;
use crate::model::registry::{Sector, Unit};
use crate::model::scope::Scope;
use crate::model::target::TargetRow;

/// The rows that an indicator's facts are credited to, in the order of the target table.
#[derive(Clone, Debug)]
pub struct Rows {
    rows: Vec<Row>,
    sectors: Vec<String>,
    groups: Vec<String>,
    other: bool,
}

/// A row: a unit, within a sector where the table says so.
#[derive(Clone, Debug)]
struct Row {
    unit: String,
    sector: Option<String>,
    group: Option<String>,
    /// Whether the unit stands in several rows.
    several: bool,
}

impl Rows {
    /// The rows of the tables that set targets of an indicator; every unit where none does.
    pub fn of(book: &Book, plan: &Plan, indicator: &Indicator) -> Rows {
        let covers =
            |row: &&TargetRow| row.targets.keys().any(|key| indicator.is_called(key));
        let tables =
            plan.tables.iter().filter(|table| table.rows.iter().any(|row| covers(&row)));
        let listed: Vec<(&Unit, Option<&Sector>)> = tables
            .flat_map(|table| &table.rows)
            .filter_map(|row| {
                Some((
                    book.unit(&row.unit)?,
                    row.sector.as_ref().and_then(|at| book.sector(at)),
                ))
            })
            .collect();
        let registry = &book.registry.record;
        let other = !listed.is_empty()
            && registry
                .units
                .iter()
                .any(|unit| !listed.iter().any(|row| row.0.id == unit.id));
        let listed = match listed.is_empty() {
            true => registry.units.iter().map(|unit| (unit, None)).collect(),
            false => listed,
        };
        let rows: Vec<Row> =
            listed.iter().map(|row| Row::new(book, row, &listed)).collect();
        let named = |ids: Vec<&str>, has: &dyn Fn(&Row, &str) -> bool| {
            ids.into_iter()
                .filter(|id| rows.iter().any(|row| has(row, id)))
                .map(str::to_owned)
                .collect()
        };
        let sectors = named(
            registry.sectors.iter().map(|sector| sector.id.as_str()).collect(),
            &|row, id| row.sector.as_deref() == Some(id),
        );
        let groups = named(
            registry.groups.iter().map(|group| group.id.as_str()).collect(),
            &|row, id| row.group.as_deref() == Some(id),
        );
        Rows { rows, sectors, groups, other }
    }

    /// Every scope that has figures, in the order they are listed.
    pub fn scopes(&self) -> Vec<Scope> {
        let mut scopes = vec![Scope::All];
        scopes.extend(self.sectors.iter().cloned().map(Scope::Sector));
        scopes.extend(self.groups.iter().cloned().map(Scope::Group));
        for row in &self.rows {
            let unit = Scope::Unit(row.unit.clone());
            if !scopes.contains(&unit) {
                scopes.push(unit);
                let own = self
                    .rows
                    .iter()
                    .filter(|other| other.unit == row.unit && other.several);
                scopes.extend(own.map(Row::scope));
            }
        }
        scopes.extend(self.other.then_some(Scope::Other));
        scopes
    }

    /// The rows that make up a scope: what a row-wise sum runs over; `unit:other` beside them.
    pub fn parts(&self) -> Vec<Scope> {
        let rows = self.rows.iter().map(Row::scope);
        rows.chain(self.other.then_some(Scope::Other)).collect()
    }

    /// All scopes that a share of a unit's record enters, each with that share.
    pub fn credit(
        &self,
        unit: &str,
        sector: Option<&str>,
        share: Decimal,
    ) -> Vec<(Scope, Decimal)> {
        let own = || self.rows.iter().filter(|row| row.unit == unit);
        let row =
            own().find(|row| row.sector.as_deref() == sector).or_else(|| own().next());
        let Some(row) = row else {
            return vec![(Scope::All, share), (Scope::Other, share)];
        };
        let mut scopes = vec![Scope::All, Scope::Unit(row.unit.clone())];
        scopes.extend(row.several.then(|| row.scope()));
        scopes.extend(row.sector.clone().map(Scope::Sector));
        scopes.extend(row.group.clone().map(Scope::Group));
        scopes.into_iter().map(|scope| (scope, share)).collect()
    }

    /// The units within a group or a sector, or the rows of a unit: what a sum is made of.
    pub fn below(&self, scope: &Scope) -> Vec<Scope> {
        let rows = self.rows.iter();
        match scope {
            Scope::All => self.parts(),
            Scope::Sector(id) => rows
                .filter(|row| row.sector.as_ref() == Some(id))
                .map(Row::scope)
                .collect(),
            Scope::Group(id) => rows
                .filter(|row| row.group.as_ref() == Some(id))
                .map(Row::scope)
                .collect(),
            Scope::Unit(id) => rows
                .filter(|row| row.unit == *id && row.several)
                .map(Row::scope)
                .collect(),
            _ => Vec::new(),
        }
    }
}

impl Row {
    fn new(
        book: &Book,
        (unit, sector): &(&Unit, Option<&Sector>),
        listed: &[(&Unit, Option<&Sector>)],
    ) -> Row {
        Row {
            unit: unit.id.to_string(),
            sector: sector.map(|sector| sector.id.to_string()),
            group: book.group(&unit.group).map(|group| group.id.to_string()),
            several: listed.iter().filter(|other| other.0.id == unit.id).count() > 1,
        }
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
        match merged.iter_mut().find(|(known, _)| *known == scope) {
            Some((_, sum)) => *sum = (*sum + share).min(Decimal::ONE),
            None => merged.push((scope, share)),
        }
    }
    merged
}
