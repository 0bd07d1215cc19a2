//! What can have been done to an entry of a record so that released figures moved.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::check::moved::facts::pieces::Out;
use crate::figures::facts::entry::Entry;
use crate::figures::facts::fact::RecordAt;
use crate::model::book::scope::Scope;

/// A sum that moved: position of the edition and of the series, and the scope.
pub(crate) type Sum = (usize, usize, Scope);

/// What was done to an entry, or to the record that it is in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Edit {
    /// The record is credited to these scopes and was not before.
    Credited(BTreeSet<Scope>),
    /// The units of a joint project have other shares of it than before.
    Shares,
    /// The entry is left out and was not before, for this reason.
    Out(Out),
    /// The entry counted before, but not for this indicator.
    Classed,
    /// The date was changed, so that it counts in earlier editions than before.
    Dated,
    /// It counts to the end, and was out of the later editions before.
    Returned,
    /// The entry was not there before.
    Added,
    /// The amount was changed by so much from some edition on or up to one, in the base.
    Corrected(Decimal),
    /// The amount was changed by so much, in the base.
    Amount(Decimal),
}

impl Edit {
    /// Returns whether the figures moved by what the record says, and not by an amount that might be
    /// another record's as well.
    pub(super) fn is_exact(&self) -> bool {
        !matches!(self, Edit::Amount(_) | Edit::Corrected(_))
    }
}

/// An entry whose edit would have moved figures as they moved.
#[derive(Clone, Debug)]
pub(crate) struct Suspect {
    /// The record.
    pub(super) record: RecordAt,
    /// The entry in it.
    pub(super) entry: Entry,
    /// What was done to it.
    pub(super) edit: Edit,
    /// Whether the entry says when it became known.
    pub(super) has_day: bool,
    /// Whether a sum of amounts moved by what it says, and not only a number of pieces.
    pub(super) has_amount: bool,
    /// The sums that it moves.
    pub(crate) explains: BTreeSet<Sum>,
}

impl Suspect {
    /// Returns whether it is hardly a coincidence that figures moved by what it says.
    pub(crate) fn is_sure(&self) -> bool {
        self.edit.is_exact() && self.has_amount || self.is_new_without_day()
    }

    /// Returns whether the entry is new and does not say when it became known.
    pub(super) fn is_new_without_day(&self) -> bool {
        self.edit == Edit::Added && !self.has_day
    }

    /// Returns whether a sum moved because of it: one that it moves, one of the same scope, or one that
    /// others took over where it is credited to others.
    pub(crate) fn settles(&self, sum: &Sum) -> bool {
        let is_shifted = matches!(self.edit, Edit::Credited(_) | Edit::Shares);
        let mut explains = self.explains.iter();
        self.moves_scope_of(sum)
            || is_shifted
                && explains
                    .any(|(edition, series, _)| (*edition, *series) == (sum.0, sum.1))
    }

    /// Returns whether a sum is of a scope whose sums it moves in the same edition.
    pub(crate) fn moves_scope_of(&self, sum: &Sum) -> bool {
        let mut explains = self.explains.iter();
        explains.any(|(edition, _, scope)| (edition, scope) == (&sum.0, &sum.2))
    }
}
