//! What can have been done to an entry of a record so that released figures moved.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::check::moved::facts::pieces::{Out, Piece};
use crate::check::moved::facts::released::Released;
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
    /// It counts to the end, and was out of the later editions before.
    Returned,
    /// The entry was not there before.
    Added,
    /// The entry was left out before, and what it lacked is there as if it had been then.
    Met,
    /// The amount was changed by so much, in the base; in all editions, or from one on.
    Amount(Decimal, bool),
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
    /// Whether the edition kept what it says of the record, so that this is no guess.
    pub(crate) is_told: bool,
    /// The sums that it moves.
    pub(crate) explains: BTreeSet<Sum>,
}

impl Suspect {
    /// Returns whether it is hardly a coincidence that figures moved by what it says, and not by an
    /// amount that might be another record's as well.
    pub(crate) fn is_sure(&self) -> bool {
        let is_exact = self.is_told || !matches!(self.edit, Edit::Amount(..));
        is_exact && self.has_amount || self.is_new_without_day()
    }

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
    pub(crate) fn moves_scope_of(&self, sum: &Sum) -> bool {
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

/// How the sums that an entry is in moved in one edition.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Course {
    /// None of them moved.
    Stood,
    /// They moved by what the entry adds.
    Added,
    /// They moved by another amount, the same for all by their shares.
    By(Decimal),
    /// Some of them moved by what the entry adds, and others stood.
    Credited(BTreeSet<Scope>),
}

/// Returns the edit of an entry that moves the sums of one series as they moved: `Some(None)` if none
/// moved, `None` if it alone cannot have moved them so.
pub(super) fn told(
    out: Option<Out>,
    pieces: &[Piece],
    released: &[Option<Released>],
) -> Option<Option<Edit>> {
    let courses = pieces.iter().map(|one| course(one, released[one.edition].as_ref()?));
    let courses: Vec<Course> = courses.collect::<Option<_>>()?;
    let stood = |course: &Course| *course == Course::Stood;
    if courses.iter().all(stood) {
        return Some(None);
    }
    // What began or ceased to move more than once is no edit of one thing.
    let turns = courses.windows(2).filter(|pair| stood(&pair[0]) != stood(&pair[1]));
    let turns = turns.count();
    let Some(out) = out else { return counted(&courses, turns).map(Some) };
    let is_either = |course: &Course| matches!(course, Course::Added | Course::Stood);
    (courses.iter().all(is_either) && turns < 2).then_some(Some(Edit::Out(out)))
}

/// Returns how the sums moved; `None` if the entry alone cannot have moved them so.
fn course(piece: &Piece, released: &Released) -> Option<Course> {
    let adds = || piece.adds.iter().map(|(scope, add)| (released.by(scope), *add));
    let stood = adds().filter(|(by, _)| by.is_zero()).count();
    let exact = piece.adds.iter().filter(|(scope, add)| released.by(scope) == *add);
    let exact: BTreeSet<Scope> = exact.map(|(scope, _)| scope.clone()).collect();
    let (first, share) = adds().next()?;
    if stood == piece.adds.len() {
        Some(Course::Stood)
    } else if stood > 0 {
        (!exact.is_empty()).then_some(Course::Credited(exact))
    } else if !exact.is_empty() {
        Some(Course::Added)
    } else {
        let is_even = adds().all(|(by, its)| by * share == first * its);
        let amount = first.checked_mul(piece.amount)?.checked_div(share)?;
        is_even.then_some(Course::By(amount))
    }
}

/// Returns the edit of an entry that counts.
fn counted(courses: &[Course], turns: usize) -> Option<Edit> {
    let credited = courses.iter().filter_map(|course| match course {
        Course::Credited(scopes) => Some(scopes),
        _ => None,
    });
    let credited: BTreeSet<Scope> = credited.flatten().cloned().collect();
    if !credited.is_empty() {
        return Some(Edit::Credited(credited));
    }
    let mut moved = courses.iter().filter(|course| **course != Course::Stood);
    let first = moved.next()?;
    if !moved.all(|course| course == first) {
        return None;
    }
    match first {
        Course::By(amount) => Some(Edit::Amount(*amount, turns == 0)),
        _ if turns == 0 => Some(Edit::Added),
        _ if turns > 1 => None,
        // An earlier day adds it to the first of the editions that it counts in.
        _ if courses.last() == Some(&Course::Stood) => Some(Edit::Dated),
        _ => Some(Edit::Returned),
    }
}
