//! A fact of a record as an indicator judges it, beside what a released edition says of it.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::check::moved::facts::edit::{Edit, Suspect};
use crate::check::moved::facts::out::{self, Out};
use crate::figures::facts::fact::{Fact, Judgement};
use crate::figures::facts::moment::Moment;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Word;
use crate::model::edition::release::told::ToldEntry;
use crate::model::value::quantity::Quantity;
use crate::results::told::held::{entry, said};

/// What is said of the entries of a record otherwise than it was.
pub(super) struct Changed {
    pub(super) said: BTreeSet<ToldEntry>,
    pub(super) now: BTreeSet<ToldEntry>,
    /// What is said as it was, by other indicators.
    pub(super) kept: BTreeSet<ToldEntry>,
}

/// A fact of a record as an indicator judges it.
pub(super) struct Seen<'s, 'a> {
    pub(super) series: usize,
    pub(super) fact: &'s Fact<'a>,
    pub(super) judgement: &'s Judgement,
    pub(super) moment: &'s Moment,
}

impl Seen<'_, '_> {
    /// What counts of it for the whole, in the base.
    pub(super) fn counted(&self) -> Decimal {
        let Judgement::Counts(amount) = self.judgement else { return Decimal::ZERO };
        let mut credits = self.fact.credits_at(self.moment).iter();
        let whole = credits.find(|(scope, _)| *scope == Scope::All);
        whole.map_or(Decimal::ZERO, |(_, share)| amount * share)
    }

    /// What was done to the entry, with what was said of it before; `None` if it is as it was.
    pub(super) fn edit(&self, changed: &Changed) -> Option<(Edit, Vec<ToldEntry>)> {
        let Seen { fact, judgement, moment, .. } = self;
        let out = Out::of(fact, judgement, moment);
        let Some(now) = entry(fact, judgement, moment) else {
            let before = [true, false].map(|counts| said(fact, counts));
            let before: Vec<ToldEntry> =
                before.into_iter().filter(|one| changed.said.contains(one)).collect();
            if !before.is_empty() {
                return Some((out.map_or(Edit::Classed, Edit::Out), before));
            }
            let own = said(fact, true);
            let is_moved = |one: &&ToldEntry| one.is_same_amount(&own);
            let before = changed.said.iter().find(is_moved)?;
            return fact.comes_after(moment).then(|| (Edit::Dated, vec![before.clone()]));
        };
        let before = |is_like: &dyn Fn(&ToldEntry) -> bool| {
            changed.said.iter().find(|one| is_like(one)).cloned()
        };
        let (turned, is_new) = (now.turned(), changed.now.contains(&now));
        let kept = changed.kept.get(&turned).filter(|_| is_new).cloned();
        if let Some(before) = before(&|one| *one == turned).or(kept) {
            let edit = match out {
                _ if now.counts => Edit::Met,
                Some(out) => Edit::Out(out),
                None => Edit::Classed,
            };
            return Some((edit, vec![before]));
        }
        if !is_new {
            return None;
        }
        if let Some(before) = before(&|one| one.is_same_day(&now)) {
            let old = Quantity::parse(&before.amount).ok()?.amount();
            let by = fact.recorded.amount() - old;
            return Some((Edit::Amount(by), vec![before]));
        }
        if let Some(before) = before(&|one| one.is_same_amount(&now)) {
            return Some((Edit::Dated, vec![before]));
        }
        Some((Edit::Added, Vec::new()))
    }

    pub(super) fn suspect(&self, book: &Book, at: usize, edit: Edit) -> Suspect {
        let Seen { series, fact, moment, .. } = self;
        let entry = match edit {
            Edit::Out(out) => out::entry(book, fact, out),
            _ => fact.entry,
        };
        let credits = fact.credits_at(moment).iter();
        Suspect {
            record: fact.record,
            entry,
            edit,
            has_day: fact.known.is_some(),
            explains: credits.map(|(scope, _)| (at, *series, scope.clone())).collect(),
        }
    }
}
