//! What each entry of a record adds to the sums of the released editions, or would add if it were not
//! left out of them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::check::moved::edition::ReleasedEdition;
use crate::check::moved::facts::released::Released;
use crate::figures::basis::Basis;
use crate::figures::facts::entry::Entry;
use crate::figures::facts::fact::{Fact, Judgement, LeftOut, RecordAt};
use crate::figures::facts::ledger::judge;
use crate::figures::facts::moment::Moment;
use crate::figures::series::Series;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::dictionary::{Step, field};
use crate::model::plan::indicator::filter::Condition;
use crate::model::record::project::{Contract, ContractKind, Project};

/// Why an entry is left out of an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Out {
    /// It came after the cut-off.
    Late,
    /// A condition of the plan is not met.
    Unmet(Condition),
    /// The project was given up.
    Stopped,
    /// The project moved here from within the city.
    Relocated,
    /// It was withdrawn.
    Withdrawn,
    /// It happened after the end of the period.
    NotYet,
}

impl Out {
    /// Returns why a fact is left out, or that it happened after the end; `None` of what counts or has
    /// nothing to do with the moment.
    pub(super) fn of(fact: &Fact, judgement: &Judgement, moment: &Moment) -> Option<Out> {
        Some(match judgement {
            Judgement::LeftOut(LeftOut::Late(..)) => Out::Late,
            Judgement::LeftOut(LeftOut::Condition(unmet)) => Out::Unmet(unmet.condition),
            Judgement::LeftOut(LeftOut::Stopped(_)) => Out::Stopped,
            Judgement::LeftOut(LeftOut::Relocated(_)) => Out::Relocated,
            Judgement::LeftOut(LeftOut::Withdrawn) => Out::Withdrawn,
            Judgement::Outside if fact.comes_after(moment) => Out::NotYet,
            _ => return None,
        })
    }
}

/// Whose pieces belong together: an entry that counts, or what is left out for one reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    /// The record.
    pub(super) record: RecordAt,
    /// The entry, or the one that says the reason.
    pub(super) entry: Entry,
    /// Why it is left out; `None` for what counts.
    pub(super) out: Option<Out>,
}

/// What an entry adds to the sums of an edition; less than nothing for what is left out, since
/// leaving it out takes it from them.
#[derive(Debug)]
pub(super) struct Piece {
    /// Position of the edition.
    pub(super) edition: usize,
    /// The whole amount.
    pub(super) amount: Decimal,
    /// What each sum has of it.
    pub(super) adds: Vec<(Scope, Decimal)>,
    /// Whether the entry says when it became known.
    pub(super) has_day: bool,
}

impl Piece {
    /// Puts what another entry adds to the same sums to it.
    fn join(&mut self, other: Piece) {
        self.amount += other.amount;
        self.has_day &= other.has_day;
        for (scope, add) in other.adds {
            match self.adds.iter_mut().find(|(known, _)| *known == scope) {
                Some((_, sum)) => *sum += add,
                None => self.adds.push((scope, add)),
            }
        }
    }

    /// The moved sums that the entry is in.
    pub(super) fn moved<'s>(
        &'s self,
        released: &'s Released,
    ) -> impl Iterator<Item = &'s Scope> {
        let scopes = self.adds.iter().map(|(scope, _)| scope);
        scopes.filter(|scope| released.has_moved(scope))
    }
}

/// Returns what each entry adds to the sums that the editions released of a series, oldest first.
pub(super) fn pieces(
    basis: &Basis,
    series: &Series,
    editions: &[ReleasedEdition],
    released: &[Option<Released>],
) -> BTreeMap<Key, Vec<Piece>> {
    let mut pieces: BTreeMap<Key, Vec<Piece>> = BTreeMap::new();
    for (at, (edition, released)) in editions.iter().zip(released).enumerate() {
        let period = &edition.release.record.period;
        let moment = series.moment(basis.book, period);
        let (Some(moment), Some(released)) = (moment, released) else { continue };
        let judgements = judge(&series.facts, &moment);
        for (fact, judgement) in series.facts.iter().zip(judgements) {
            let Some((out, amount)) = taken(fact, &judgement, &moment) else { continue };
            let piece = piece(fact, (at, amount), &moment, released);
            if amount.is_zero() || piece.adds.is_empty() {
                continue;
            }
            let of_key = pieces.entry(key(basis.book, fact, out)).or_default();
            match of_key.last_mut().filter(|last| last.edition == at) {
                Some(last) => last.join(piece),
                None => of_key.push(piece),
            }
        }
    }
    pieces
}

fn piece(
    fact: &Fact,
    (edition, amount): (usize, Decimal),
    moment: &Moment,
    released: &Released,
) -> Piece {
    let credits = fact.credits_at(moment).iter();
    let adds = credits
        .filter(|(scope, share)| released.scopes.contains(scope) && !share.is_zero())
        .map(|(scope, share)| (scope.clone(), amount * share));
    Piece { edition, amount, adds: adds.collect(), has_day: fact.known.is_some() }
}

/// Returns why a fact is left out, if it is, and what that takes from the sums or else what it adds;
/// `None` for what has nothing to do with the moment.
fn taken(
    fact: &Fact,
    judgement: &Judgement,
    moment: &Moment,
) -> Option<(Option<Out>, Decimal)> {
    if let Judgement::Counts(amount) = judgement {
        return Some((None, *amount));
    }
    Some((Some(Out::of(fact, judgement, moment)?), -fact.amount?))
}

/// What is left out because of the whole project belongs together, under the entry that says so. What
/// is about the signing of a project is about its first formal contract.
pub(super) fn key(book: &Book, fact: &Fact, out: Option<Out>) -> Key {
    let contracts = field!(Project.contracts);
    let mut steps = fact.entry.steps();
    let is_contract = steps.next() == Some(Step::Field(contracts));
    let is_signing = is_contract && steps.next().is_none();
    let entry =
        match out {
            Some(Out::Stopped) => Entry::field(field!(Project.stopped)),
            Some(Out::Relocated) => Entry::field(field!(Project.relocation)),
            Some(Out::Unmet(Condition::Started | Condition::StartRecognised)) => {
                Entry::field(field!(Project.started))
            }
            Some(Out::Unmet(
                Condition::FormalContract | Condition::ContractRecognised,
            )) if !is_contract => Entry::item(contracts, first_formal(book, fact.record)),
            Some(Out::Unmet(Condition::Untagged)) => Entry::field(field!(Project.tags)),
            _ if is_signing => Entry::item(contracts, first_formal(book, fact.record)),
            _ => fact.entry,
        };
    Key { record: fact.record, entry, out }
}

/// Returns the position of the first formal contract of a project, or else of the first one.
fn first_formal(book: &Book, record: RecordAt) -> usize {
    let RecordAt::Project(at) = record else { return 0 };
    let is_formal = |contract: &Contract| contract.kind == ContractKind::Formal;
    book.projects[at].record.contracts.iter().position(is_formal).unwrap_or_default()
}
