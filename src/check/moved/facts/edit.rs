//! What can have been done to an entry of a record so that released figures moved.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::check::moved::facts::out::Out;
use crate::figures::basis::Basis;
use crate::figures::facts::entry::Entry;
use crate::figures::facts::fact::RecordAt;
use crate::model::book::scope::Scope;
use crate::model::dictionary::field;
use crate::model::plan::indicator::Indicator;

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
    /// The entry was not there before.
    Added,
    /// The entry was left out before, and what it lacked is there as if it had been then.
    Met,
    /// The amount was changed by so much, in the base.
    Amount(Decimal),
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
    /// The sums that it moves.
    pub(crate) explains: BTreeSet<Sum>,
}

impl Suspect {
    /// Returns whether the entry is new and does not say when it became known.
    pub(super) fn is_new_without_day(&self) -> bool {
        self.edit == Edit::Added && !self.has_day
    }

    /// Returns whether a sum moved because of it: one of a scope that it moves, or one that others took
    /// over where it is credited to others.
    pub(crate) fn settles(&self, sum: &Sum) -> bool {
        let is_shifted = matches!(self.edit, Edit::Credited(_) | Edit::Shares);
        let is_of = |(edition, series, _): &Sum| (*edition, *series) == (sum.0, sum.1);
        self.moves_scope_of(sum) || is_shifted && self.explains.iter().any(is_of)
    }

    /// Returns whether a sum is of a scope whose sums it moves in the same edition.
    fn moves_scope_of(&self, sum: &Sum) -> bool {
        let mut explains = self.explains.iter();
        explains.any(|(edition, _, scope)| (edition, scope) == (&sum.0, &sum.2))
    }
}

/// What chooses the facts of the indicators of some sums: `指标“到位资金”的“范围”“计入”`.
pub(crate) fn named(basis: &Basis, sums: &BTreeSet<Sum>) -> String {
    let series: BTreeSet<usize> = sums.iter().map(|(_, series, _)| *series).collect();
    let names = series.iter().map(|at| basis.series[*at].indicator.name.as_str());
    let names: Vec<&str> = names.take(3).collect();
    let (filter, conditions) =
        (field!(Indicator.filter).key, field!(Indicator.conditions).key);
    format!("指标“{}”的“{filter}”“{conditions}”", names.join("”“"))
}
