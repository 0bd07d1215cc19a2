//! How the sums that an entry is in moved over the released editions, and what edit of the entry
//! moves them so.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::check::moved::facts::edit::Edit;
use crate::check::moved::facts::pieces::{Out, Piece};
use crate::check::moved::facts::released::Released;
use crate::model::book::scope::Scope;

/// How the sums that an entry is in moved in one edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Course {
    /// None of them moved.
    Stood,
    /// They moved by what the entry adds.
    Added,
    /// They moved by another amount, the same for all by their shares.
    By(Decimal),
    /// Some of them moved by what the entry adds, and others stood.
    Credited(BTreeSet<Scope>),
}

/// What an entry has to do with the sums that it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// Nothing: all of them stood.
    Stood,
    /// An edit of it moves them so.
    By(Edit),
}

/// Returns what an entry has to do with the sums of one series; `None` if that cannot be told, or
/// it alone cannot have moved them so.
pub(super) fn told(
    out: Option<Out>,
    pieces: &[Piece],
    released: &[Option<Released>],
) -> Option<Told> {
    let courses: Option<Vec<Course>> = pieces
        .iter()
        .map(|piece| course(piece, released[piece.edition].as_ref()?))
        .collect();
    let courses = courses?;
    if courses.iter().all(|course| *course == Course::Stood) {
        return Some(Told::Stood);
    }
    match out {
        Some(out) => left_out(&courses).then_some(Told::By(Edit::Out(out))),
        None => counted(&courses).map(Told::By),
    }
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

/// Returns whether the sums fell by what is left out, in all editions after or before one of them.
fn left_out(courses: &[Course]) -> bool {
    let is_either = |course: &Course| matches!(course, Course::Added | Course::Stood);
    courses.iter().all(is_either) && turns(courses) < 2
}

/// Returns the edit of an entry that counts.
fn counted(courses: &[Course]) -> Option<Edit> {
    let credited: BTreeSet<Scope> = courses
        .iter()
        .filter_map(|course| match course {
            Course::Credited(scopes) => Some(scopes),
            _ => None,
        })
        .flatten()
        .cloned()
        .collect();
    if !credited.is_empty() {
        return Some(Edit::Credited(credited));
    }
    let mut moved = courses.iter().filter(|course| **course != Course::Stood);
    let first = moved.next()?;
    if !moved.all(|course| course == first) {
        return None;
    }
    let is_always = !courses.contains(&Course::Stood);
    Some(match first {
        Course::By(amount) if is_always => Edit::Amount(*amount),
        Course::By(amount) => Edit::Corrected(*amount),
        _ if is_always => Edit::Added,
        _ if turns(courses) > 1 => return None,
        // An earlier day adds it to the first of the editions that it counts in.
        _ if courses.last() == Some(&Course::Stood) => Edit::Dated,
        _ => Edit::Returned,
    })
}

/// Returns how often the sums began or ceased to move.
fn turns(courses: &[Course]) -> usize {
    let stood = |course: &Course| *course == Course::Stood;
    courses.windows(2).filter(|pair| stood(&pair[0]) != stood(&pair[1])).count()
}
