//! What two states of a book with the same rules share: projects, and with them their facts.

use std::sync::Arc;

use crate::figures::facts::fact::{Fact, RecordAt};
use crate::model::book::{Book, Filed};
use crate::model::record::project::Project;

/// The projects that two states of a book have in common, by position.
#[derive(Debug)]
pub struct Shared {
    /// For each project of the first where it stands in the second; none where it is not the same.
    pub first: Vec<Option<usize>>,
    /// The same for each project of the second.
    pub second: Vec<Option<usize>>,
}

impl Shared {
    /// What two states share; files stand in the order of their paths.
    pub fn of(first: &Book, second: &Book) -> Shared {
        Shared { first: positions(first, second), second: positions(second, first) }
    }

    /// The facts of the first: its own new ones, and those of the second that they share.
    pub(in crate::figures) fn facts(&self, own: Vec<Fact>, second: &[Fact]) -> Vec<Fact> {
        let shared = second.iter().filter_map(|fact| match fact.record {
            RecordAt::Project(at) => {
                let record = RecordAt::Project(self.second[at]?);
                Some(Fact { record, ..fact.clone() })
            }
            _ => None,
        });
        let mut facts: Vec<Fact> = shared.collect();
        if facts.is_empty() {
            return own;
        }
        facts.extend(own);
        facts.sort_by_key(|fact| fact.record);
        facts
    }
}

fn positions(book: &Book, other: &Book) -> Vec<Option<usize>> {
    let mut others = other.projects.iter().enumerate().peekable();
    let position = |own: &Filed<Project>| {
        while others.next_if(|(_, one)| one.path < own.path).is_some() {}
        let (at, one) = others.peek()?;
        Arc::ptr_eq(&one.record, &own.record).then_some(*at)
    };
    book.projects.iter().map(position).collect()
}
