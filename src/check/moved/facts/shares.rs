//! Joint projects whose units have other shares than when an edition was released.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::check::moved::facts::edit::{Edit, Sum, Suspect};
use crate::check::moved::facts::pieces::{Key, Piece};
use crate::check::moved::facts::released::Released;
use crate::figures::facts::entry::Entry;
use crate::figures::facts::fact::RecordAt;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::dictionary::field;
use crate::model::record::project::{JointShare, Project};

/// How the sums of the units of joint projects moved, by the project's position.
#[derive(Debug, Default)]
pub(super) struct Joint(BTreeMap<usize, Vec<Moved>>);

/// How the sums of the units of a project moved in an edition.
#[derive(Debug)]
struct Moved {
    /// Position of the edition and of the series.
    at: (usize, usize),
    /// What the whole project adds.
    total: Decimal,
    units: BTreeMap<Scope, Decimal>,
}

impl Joint {
    /// Looks at what joint projects add to a series.
    pub(super) fn look_at(
        &mut self,
        book: &Book,
        series: usize,
        pieces: &BTreeMap<Key, Vec<Piece>>,
        released: &[Option<Released>],
    ) {
        let mut totals: BTreeMap<(usize, usize), Decimal> = BTreeMap::new();
        for (key, pieces) in pieces.iter().filter(|(key, _)| key.out.is_none()) {
            let RecordAt::Project(project) = key.record else { continue };
            if agreed(&book.projects[project].record).next().is_none() {
                continue;
            }
            for piece in pieces {
                *totals.entry((project, piece.edition)).or_default() += piece.amount;
            }
        }
        for ((project, edition), total) in totals {
            let Some(released) = &released[edition] else { continue };
            let units = units(book, &book.projects[project].record, released);
            let moved = Moved { at: (edition, series), total, units };
            self.0.entry(project).or_default().push(moved);
        }
    }

    /// Returns the projects whose shares explain how the sums of their units moved.
    pub(super) fn suspects(self) -> impl Iterator<Item = Suspect> {
        self.0.into_iter().filter_map(|(project, mut moved)| {
            moved.retain(|one| one.units.values().any(|by| !by.is_zero()));
            let first = moved.first()?;
            let is_same =
                |one: &Moved| {
                    one.units.len() == first.units.len()
                        && one.units.iter().zip(&first.units).all(
                            |((_, by), (_, its))| by * first.total == its * one.total,
                        )
                };
            let adds_up = |one: &Moved| one.units.values().sum::<Decimal>().is_zero();
            let is_so = moved.iter().all(|one| adds_up(one) && is_same(one));
            is_so.then(|| Suspect {
                record: RecordAt::Project(project),
                entry: Entry::field(field!(Project.shares)),
                edit: Edit::Shares,
                has_day: true,
                has_amount: true,
                explains: moved.iter().flat_map(Moved::sums).collect(),
            })
        })
    }
}

impl Moved {
    fn sums(&self) -> BTreeSet<Sum> {
        let (edition, series) = self.at;
        let moved = self.units.iter().filter(|(_, by)| !by.is_zero());
        moved.map(|(scope, _)| (edition, series, scope.clone())).collect()
    }
}

/// Returns every share that was ever agreed of a project.
pub(super) fn agreed(project: &Project) -> impl Iterator<Item = &JointShare> {
    let changed = project.changes.iter().filter_map(|change| change.shares.0.as_ref());
    project.shares.iter().chain(changed.flatten())
}

/// Returns by how much the sum of each unit that has a share moved.
fn units(
    book: &Book,
    project: &Project,
    released: &Released,
) -> BTreeMap<Scope, Decimal> {
    let lead = book.unit(&project.unit).into_iter();
    let shares = agreed(project).filter_map(|joint| book.unit(&joint.unit)).chain(lead);
    let scopes = shares.map(|unit| Scope::Unit(unit.id.to_string()));
    scopes.map(|scope| (scope.clone(), released.by(&scope))).collect()
}
