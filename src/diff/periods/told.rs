//! What the compared periods of a book come to, in the order in which it is told.

use std::collections::BTreeSet;

use crate::diff::period::Compared;
use crate::view::changes::edition::SentenceChange;
use crate::view::changes::{PeriodChanges, StatementChange};

/// What is told of the periods of a book, the newest first.
#[derive(Default)]
pub(crate) struct Told {
    /// The periods that are told in full: those in which a change counts first, then released ones
    /// that moved.
    pub results: Vec<PeriodChanges>,
    /// The others, in a line each.
    pub others: Vec<String>,
    /// Figures that are gone, each named once.
    pub gone: Vec<String>,
    /// Statements that only one side's figures agree with.
    pub statements: Vec<StatementChange>,
    /// Sentences that read otherwise, the typed ones first.
    pub sentences: Vec<SentenceChange>,
}

impl Told {
    /// Sorts the compared periods, of which some are the first of a change.
    pub(crate) fn of(compared: Vec<Compared>, firsts: &BTreeSet<usize>) -> Told {
        let mut told = Told::default();
        let mut released = Vec::new();
        for (at, mut one) in compared.into_iter().enumerate().rev() {
            one.changes.first = firsts.contains(&at);
            told.statements.append(&mut one.statements);
            told.sentences.append(&mut one.sentences);
            if one.changes.first {
                one.gone.retain(|line| !told.gone.contains(line));
                told.gone.append(&mut one.gone);
                told.results.push(one.changes);
            } else if one.changes.released && !one.changes.moves.is_empty() {
                released.push(one.changes);
            } else {
                told.others.extend(one.changes.summary());
            }
        }
        told.results.extend(released);
        told.sentences.sort_by_key(|sentence| !sentence.is_typed);
        told
    }
}
