//! Of the entries whose edit would have moved figures as they moved, the fewest that explain most.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::check::moved::facts::edit::{Edit, Sum, Suspect};
use crate::figures::facts::entry::Entry;
use crate::figures::facts::fact::RecordAt;

/// The most entries that are named; more would send a clerk to look at what is right.
const MOST: usize = 3;

/// Puts the same edit of the same entry, seen in several series, together. To whom a record is
/// credited is one edit, whichever of its entries shows it.
pub(super) fn merged(found: Vec<Suspect>) -> Vec<Suspect> {
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
        same.has_amount |= suspect.has_amount;
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
pub(super) fn fewest(suspects: Vec<Suspect>) -> Vec<Suspect> {
    let mut records: BTreeMap<RecordAt, Vec<Suspect>> = BTreeMap::new();
    for suspect in suspects {
        records.entry(suspect.record).or_default().push(suspect);
    }
    let all = records.values().flatten();
    let mut open: BTreeSet<Sum> =
        all.flat_map(|suspect| suspect.explains.iter().cloned()).collect();
    let mut chosen = Vec::new();
    while chosen.len() < MOST && !open.is_empty() {
        let tied = likeliest(&records, &open);
        let is_clear = chosen.len() + tied.len() <= MOST;
        let mut left = open.clone();
        for record in tied {
            let mut suspects = records.remove(&record).unwrap_or_default();
            keep_needed(&mut suspects, &open);
            for suspect in &suspects {
                left.retain(|sum| !explains(suspect, sum));
            }
            chosen.extend(suspects.into_iter().filter(|_| is_clear));
        }
        if left.len() == open.len() {
            break;
        }
        open = left;
    }
    chosen
}

/// Returns whether an edit moves a sum, or one of the same scope that follows from the same record.
fn explains(suspect: &Suspect, sum: &Sum) -> bool {
    suspect.explains.contains(sum) || suspect.is_sure() && suspect.moves_scope_of(sum)
}

/// Returns the records that explain most of what is open. Of those that explain as much, what moved
/// by what a record itself says is likelier, and what does not say when it became known.
fn likeliest(
    records: &BTreeMap<RecordAt, Vec<Suspect>>,
    open: &BTreeSet<Sum>,
) -> Vec<RecordAt> {
    let news = |suspects: &[Suspect]| {
        let explains: BTreeSet<&Sum> =
            suspects.iter().flat_map(|suspect| &suspect.explains).collect();
        explains.into_iter().filter(|sum| open.contains(*sum)).count()
    };
    let most = records.values().map(|suspects| news(suspects)).max().unwrap_or(0);
    let mut tied: Vec<RecordAt> = records
        .iter()
        .filter(|(_, suspects)| most > 0 && news(suspects) == most)
        .map(|(record, _)| *record)
        .collect();
    let likelier = [Suspect::is_sure, Suspect::is_new_without_day];
    for is_likelier in likelier {
        let has = |record: &RecordAt| records[record].iter().any(is_likelier);
        if tied.iter().any(has) {
            tied.retain(has);
        }
    }
    tied
}

/// Keeps the edits of a record without which less would be explained, the likelier first.
fn keep_needed(suspects: &mut Vec<Suspect>, open: &BTreeSet<Sum>) {
    suspects.sort_by_cached_key(|suspect| {
        let likelier = (suspect.is_new_without_day(), suspect.is_sure());
        (Reverse(likelier), suspect.edit.clone())
    });
    // The number of pieces follows from what moved an amount.
    if suspects.first().is_some_and(Suspect::is_sure) {
        let pieces: Vec<Suspect> =
            suspects.extract_if(1.., |one| !one.is_sure()).collect();
        let of_pieces = pieces.into_iter().flat_map(|one| one.explains);
        suspects[0].explains.extend(of_pieces);
    }
    let mut open = open.clone();
    suspects.retain(|suspect| {
        let before = open.len();
        open.retain(|sum| !suspect.explains.contains(sum));
        open.len() < before
    });
}
