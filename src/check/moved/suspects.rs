//! The entries of records whose edit would have moved the released figures as they moved.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::check::moved::course::{Addition, Course, Released, additions, released};
use crate::check::moved::edition::ReleasedEdition;
use crate::figures::basis::Basis;
use crate::figures::facts::entry::Entry;
use crate::figures::facts::fact::RecordAt;
use crate::model::book::scope::Scope;
use crate::model::value::quantity::Base;

/// The most entries that are named; more would send a clerk to look at what is right.
const MOST: usize = 3;

/// A sum that moved: position of the edition and of the series, and the scope.
type Sum = (usize, usize, Scope);

/// What was done to an entry, or to the record that it is in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Edit {
    /// The record is credited to these scopes and was not before.
    Credited(BTreeSet<Scope>),
    /// The amount was changed by so much, in the base.
    Amount(Decimal),
    /// The entry was not there before.
    Added,
    /// The entry counted before, but not for this indicator.
    Classed,
    /// The date was changed, so that it counts in earlier editions than before.
    Dated,
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
    explains: BTreeSet<Sum>,
}

impl Suspect {
    /// Returns whether it explains a figure of an edition, by its position.
    pub(crate) fn is_about(&self, edition: usize) -> bool {
        self.explains.iter().any(|(at, ..)| *at == edition)
    }
}

/// Returns the fewest entries that explain most of the sums that moved.
pub(super) fn suspects(basis: &Basis, editions: &[ReleasedEdition]) -> Vec<Suspect> {
    if editions.iter().all(|edition| edition.moved.is_empty()) {
        return Vec::new();
    }
    let mut found: Vec<Suspect> = Vec::new();
    let mut stood: BTreeSet<(RecordAt, Entry)> = BTreeSet::new();
    for (at, series) in basis.series.iter().enumerate() {
        if series.indicator.measure.is_derived() {
            continue;
        }
        let released = released(basis, series, editions);
        let added = additions(basis, series, editions, &released);
        for ((record, entry), additions) in added {
            let explained = explained(&additions, &released).filter(|explained| {
                // Of pieces, an entry adds one or none.
                let is_count = series.indicator.unit.base == Base::Count;
                !(is_count && matches!(explained, Explained::Edited(Edit::Amount(_))))
            });
            match explained {
                Some(Explained::Stood) => drop(stood.insert((record, entry))),
                Some(Explained::Edited(edit)) => found.push(Suspect {
                    record,
                    entry,
                    edit,
                    has_day: additions.iter().all(|addition| addition.has_day),
                    explains: sums(at, &additions, &released),
                }),
                None => {}
            }
        }
    }
    for suspect in &mut found {
        let counted = stood.contains(&(suspect.record, suspect.entry));
        if suspect.edit == Edit::Added && counted {
            suspect.edit = Edit::Classed;
        }
    }
    fewest(merged(found))
}

/// What an entry has to do with what moved.
enum Explained {
    /// Nothing: all sums that it is in stood.
    Stood,
    /// An edit of it moves them so.
    Edited(Edit),
}

/// Returns what an entry has to do with the sums of one series; `None` if it cannot be told.
fn explained(additions: &[Addition], released: &[Option<Released>]) -> Option<Explained> {
    let courses: Option<Vec<Course>> = additions
        .iter()
        .map(|addition| addition.course(released[addition.edition].as_ref()?))
        .collect();
    let courses = courses?;
    let is = |course: &Course| courses.contains(course);
    let credited: BTreeSet<Scope> = courses
        .iter()
        .filter_map(|course| match course {
            Course::Credited(scopes) => Some(scopes),
            _ => None,
        })
        .flatten()
        .cloned()
        .collect();
    Some(match courses.first()? {
        _ if !credited.is_empty() => Explained::Edited(Edit::Credited(credited)),
        Course::Stood if !is(&Course::Added) => courses
            .iter()
            .all(|course| *course == Course::Stood)
            .then_some(Explained::Stood)?,
        first @ Course::By(amount) if courses.iter().all(|course| course == first) => {
            Explained::Edited(Edit::Amount(*amount))
        }
        _ if courses.iter().all(|course| *course == Course::Added) => {
            Explained::Edited(Edit::Added)
        }
        // An earlier day adds it to the first of the editions that it counts in.
        _ if courses.is_sorted_by_key(|course| *course == Course::Stood)
            && courses.iter().all(|one| matches!(one, Course::Added | Course::Stood)) =>
        {
            Explained::Edited(Edit::Dated)
        }
        _ => return None,
    })
}

fn sums(
    at: usize,
    additions: &[Addition],
    released: &[Option<Released>],
) -> BTreeSet<Sum> {
    let of = |addition: &Addition| -> Vec<Sum> {
        let edition = addition.edition;
        released[edition]
            .iter()
            .flat_map(|released| addition.sums(released))
            .map(|scope| (edition, at, scope.clone()))
            .collect()
    };
    additions.iter().flat_map(of).collect()
}

/// Puts the same edit of the same entry, seen in several series, together. To whom a record is
/// credited is one edit, whichever of its entries shows it.
fn merged(found: Vec<Suspect>) -> Vec<Suspect> {
    let mut merged: BTreeMap<(RecordAt, Option<Entry>, Option<Edit>), Suspect> =
        BTreeMap::new();
    for suspect in found {
        let (entry, edit) = (Some(suspect.entry), Some(suspect.edit.clone()));
        let is_credited = matches!(suspect.edit, Edit::Credited(_));
        let key = if is_credited { (None, None) } else { (entry, edit) };
        let key = (suspect.record, key.0, key.1);
        let Some(same) = merged.get_mut(&key) else {
            merged.insert(key, suspect);
            continue;
        };
        same.explains.extend(suspect.explains);
        same.has_day &= suspect.has_day;
        if let (Edit::Credited(scopes), Edit::Credited(others)) =
            (&mut same.edit, suspect.edit)
        {
            scopes.extend(others);
        }
    }
    merged.into_values().collect()
}

/// Chooses the records that explain most, one after the other, with the edits of each. What more
/// records than can be named explain equally well stays unexplained.
fn fewest(suspects: Vec<Suspect>) -> Vec<Suspect> {
    let mut records: BTreeMap<RecordAt, Vec<Suspect>> = BTreeMap::new();
    for suspect in suspects {
        records.entry(suspect.record).or_default().push(suspect);
    }
    let mut open: BTreeSet<Sum> = records
        .values()
        .flatten()
        .flat_map(|suspect| suspect.explains.iter().cloned())
        .collect();
    let mut chosen = Vec::new();
    while chosen.len() < MOST && !open.is_empty() {
        let news = |suspects: &[Suspect]| {
            let explains: BTreeSet<&Sum> =
                suspects.iter().flat_map(|suspect| &suspect.explains).collect();
            explains.into_iter().filter(|sum| open.contains(*sum)).count()
        };
        let most = records.values().map(|suspects| news(suspects)).max().unwrap_or(0);
        let mut tied: Vec<RecordAt> = records
            .iter()
            .filter(|(_, suspects)| news(suspects) == most)
            .map(|(record, _)| *record)
            .collect();
        // Of those that explain as much, one that does not say when it became known is likelier.
        let lacks_day = |record: &RecordAt| {
            records[record].iter().any(|one| one.edit == Edit::Added && !one.has_day)
        };
        if tied.iter().any(lacks_day) {
            tied.retain(lacks_day);
        }
        let is_clear = chosen.len() + tied.len() <= MOST;
        let mut left = open.clone();
        for record in tied {
            let mut suspects = records.remove(&record).unwrap_or_default();
            keep_needed(&mut suspects, &open);
            for suspect in &suspects {
                left.retain(|sum| !suspect.explains.contains(sum));
            }
            chosen.extend(suspects.into_iter().filter(|_| is_clear));
        }
        open = left;
        if records.is_empty() || most == 0 {
            break;
        }
    }
    chosen
}

/// Keeps the edits of a record without which less would be explained, the likelier first.
fn keep_needed(suspects: &mut Vec<Suspect>, open: &BTreeSet<Sum>) {
    suspects.sort_by_cached_key(|suspect| match &suspect.edit {
        Edit::Credited(_) => 0,
        Edit::Added if !suspect.has_day => 1,
        Edit::Classed => 2,
        Edit::Amount(_) => 3,
        Edit::Dated => 4,
        Edit::Added => 5,
    });
    let mut open = open.clone();
    suspects.retain(|suspect| {
        let before = open.len();
        open.retain(|sum| !suspect.explains.contains(sum));
        open.len() < before
    });
}
