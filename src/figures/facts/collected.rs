//! The facts of an indicator, with the ways to those of a record and those of a scope.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::figures::facts::fact::{Fact, RecordAt};
use crate::figures::facts::terms::Terms;
use crate::model::book::scope::Scope;
use crate::model::plan::fact_kind::FactKind;
use crate::model::work::{FACTS, Looks};

/// The facts of an indicator, in the order of their records. Each that is looked at is counted as
/// work.
#[derive(Debug)]
pub struct Facts<'a> {
    all: Vec<Fact<'a>>,
    index: OnceLock<Index>,
}

/// What is asked of the facts again and again; made when it is first asked for.
#[derive(Debug, Default)]
struct Index {
    /// The positions of the facts that a scope is ever credited with.
    by_scope: BTreeMap<Scope, Vec<u32>>,
    kinds: BTreeSet<FactKind>,
}

impl<'a> Facts<'a> {
    pub(in crate::figures) fn of(all: Vec<Fact<'a>>) -> Facts<'a> {
        Facts { all, index: OnceLock::new() }
    }

    /// Returns the facts, one after the other.
    pub fn iter(&self) -> Looks<'_, Fact<'a>> {
        Looks::at(&self.all, &FACTS)
    }

    /// Returns the facts of a record, which stand together, with their positions.
    pub fn of_record(
        &self,
        record: RecordAt,
    ) -> impl Iterator<Item = (usize, &Fact<'a>)> + Clone {
        let start = self.all.partition_point(|fact| fact.record < record);
        let facts = (start..).zip(Looks::at(&self.all[start..], &FACTS));
        facts.take_while(move |(_, fact)| fact.record == record)
    }

    /// Returns the facts that a scope is credited with at some moment, with their positions.
    pub fn of_scope(&self, scope: &Scope) -> impl Iterator<Item = (usize, &Fact<'a>)> {
        let positions = self.index().by_scope.get(scope).into_iter().flatten();
        positions.map(|at| {
            FACTS.count();
            (*at as usize, &self.all[*at as usize])
        })
    }

    /// Returns whether one of the facts is of a kind.
    pub fn has(&self, kind: FactKind) -> bool {
        self.index().kinds.contains(&kind)
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let mut index = Index::default();
            for (at, fact) in (0..).zip(self.iter()) {
                index.kinds.insert(fact.kind);
                for scope in scopes(&fact.terms) {
                    index.add(scope, at);
                }
            }
            index
        })
    }
}

/// Returns the scopes that facts are credited to at some moment; some of them twice.
fn scopes(terms: &Terms) -> impl Iterator<Item = &Scope> {
    let joint = terms.joint.iter().flat_map(|joint| joint.credits.iter());
    terms.credits.iter().chain(joint).flatten().map(|(scope, _)| scope)
}

impl Index {
    /// Adds a fact to a scope, once.
    fn add(&mut self, scope: &Scope, at: u32) {
        match self.by_scope.get_mut(scope) {
            Some(positions) if positions.last() == Some(&at) => {}
            Some(positions) => positions.push(at),
            None => drop(self.by_scope.insert(scope.clone(), vec![at])),
        }
    }
}
