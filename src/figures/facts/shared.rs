//! The projects that two states of a book with the same rules share, and with them their facts.

use std::sync::Arc;

use crate::figures::facts::collected::Facts;
use crate::figures::facts::fact::{Fact, RecordAt};
use crate::model::book::{Book, Filed};
use crate::model::record::project::Project;

/// The projects that two states of a book have in common, by position.
#[derive(Debug)]
pub struct Shared {
    /// For each project of the first state, its position in the second; `None` if it is not the
    /// same.
    pub first: Vec<Option<usize>>,
    /// For each project of the second state, its position in the first.
    pub second: Vec<Option<usize>>,
}

impl Shared {
    /// Returns the projects that two states share; both are sorted by path.
    pub fn of(first: &Book, second: &Book) -> Shared {
        Shared { first: positions(first, second), second: positions(second, first) }
    }

    /// Returns all facts of the first state, given those that it does not share and all facts of
    /// the second.
    pub(in crate::figures) fn facts<'a>(
        &self,
        facts_of_book: Vec<Fact<'a>>,
        second: &Facts<'a>,
    ) -> Vec<Fact<'a>> {
        let shared = second.iter().filter_map(|fact| match fact.record {
            RecordAt::Project(at) => {
                let record = RecordAt::Project(self.second[at]?);
                Some(Fact { record, ..fact.clone() })
            }
            _ => None,
        });
        let mut facts: Vec<Fact> = shared.collect();
        if facts.is_empty() {
            return facts_of_book;
        }
        facts.extend(facts_of_book);
        facts.sort_by_key(|fact| fact.record);
        facts
    }
}

fn positions(book: &Book, other: &Book) -> Vec<Option<usize>> {
    let mut others = other.projects.iter().enumerate().peekable();
    let position = |filed: &Filed<Project>| {
        while others.next_if(|(_, other)| other.path < filed.path).is_some() {}
        let (at, other) = others.peek()?;
        Arc::ptr_eq(&other.record, &filed.record).then_some(*at)
    };
    book.projects.iter().map(position).collect()
}
