//! The rolls of a book: its units on each span of days between which none of them changes, as was
//! known on each span of days on which nothing about them became known.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::record::registry::{Registry, Unit};
use crate::model::record::version::{Between, spans};

/// The units of a book as they were on some days, as was known on some days.
#[derive(Clone, Debug)]
pub(crate) struct Roll {
    /// The units, at their positions in the registry.
    pub(crate) units: Vec<Unit>,
    days: Between,
    known: Between,
}

/// All rolls of a book, in order of knowledge and then of time; one if no unit ever changes.
#[derive(Clone, Debug)]
pub(crate) struct Rolls(Vec<Roll>);

impl Roll {
    /// Returns a day on which the units were like this.
    pub(crate) fn day(&self) -> NaiveDate {
        self.days.from.unwrap_or(NaiveDate::MIN)
    }
}

impl Rolls {
    /// Makes the rolls of a registry.
    pub(crate) fn of(registry: &Registry) -> Rolls {
        let changes = registry.units.iter().flat_map(|unit| &unit.changes);
        let news: BTreeSet<NaiveDate> = changes.map(|change| change.submitted).collect();
        let rolls = spans(&news).into_iter().flat_map(|known| {
            let day = known.from.unwrap_or(NaiveDate::MIN);
            let turns = registry.units.iter().flat_map(|unit| unit.turns(day)).collect();
            spans(&turns).into_iter().map(move |days| {
                let units = registry.units.iter();
                let units = units.map(|unit| unit.as_of(days.from, day)).collect();
                Roll { units, days, known }
            })
        });
        Rolls(rolls.collect())
    }

    /// Returns the position of the roll of a day, as was known on another.
    pub(crate) fn position(&self, day: NaiveDate, known: NaiveDate) -> usize {
        let mut rolls = self.0.iter();
        let holds = |roll: &Roll| roll.known.holds(known) && roll.days.holds(day);
        rolls.position(holds).unwrap_or_default()
    }

    /// Returns the roll at a position.
    pub(crate) fn at(&self, position: usize) -> &Roll {
        &self.0[position]
    }

    /// Returns the roll of the last days, by all that is known.
    pub(crate) fn newest(&self) -> &Roll {
        &self.0[self.0.len() - 1]
    }

    /// Returns the rolls, one after the other.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Roll> {
        self.0.iter()
    }
}
