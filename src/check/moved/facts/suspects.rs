//! The entries of records that were edited so that released figures moved.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::moved::edition::ReleasedEdition;
use crate::check::moved::facts::edit::{Edit, Sum, Suspect};
use crate::check::moved::facts::out::Out;
use crate::check::moved::facts::told::told;
use crate::check::moved::hint::Hint;
use crate::figures::basis::Basis;
use crate::figures::facts::entry::Entry;
use crate::figures::facts::fact::RecordAt;

/// So many records are left out for one reason, or chosen for one indicator, by a rule, not by hand.
const MANY: usize = 3;

/// A rule that moved many records, by the edit that each of them would have.
pub(crate) type Rules = BTreeMap<Edited, BTreeSet<Sum>>;

/// What a rule does to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Edited {
    /// It comes too late.
    Late,
    /// A condition is not met, or it is not chosen any more.
    Unmet,
    /// It is chosen, and was not.
    Chosen,
}

/// The entries that were found, and the rules that move many records at once.
#[derive(Debug)]
pub(crate) struct Found {
    /// The entries.
    pub(crate) suspects: Vec<Suspect>,
    /// The lines for entries and records that are gone.
    pub(crate) gone: Vec<Hint>,
    /// What moves more records than anybody edits by hand, with the sums.
    pub(crate) rules: Rules,
}

/// Returns what was edited so that sums of records moved.
pub(crate) fn found(basis: &Basis, editions: &[ReleasedEdition]) -> Found {
    let (mut suspects, gone) = told(basis, editions);
    let rules = rules(&mut suspects);
    Found { suspects: merged(suspects), gone, rules }
}

/// Takes out what more records have in common than anybody edits by hand.
fn rules(found: &mut Vec<Suspect>) -> Rules {
    let mut records: BTreeMap<Edited, BTreeSet<RecordAt>> = BTreeMap::new();
    for suspect in found.iter() {
        if let Some(edited) = by_rule(suspect) {
            records.entry(edited).or_default().insert(suspect.record);
        }
    }
    records.retain(|_, records| records.len() >= MANY);
    let mut rules = Rules::new();
    let is_by_rule = |suspect: &mut Suspect| {
        by_rule(suspect).is_some_and(|edited| records.contains_key(&edited))
    };
    for suspect in found.extract_if(.., is_by_rule) {
        let Some(edited) = by_rule(&suspect) else { continue };
        rules.entry(edited).or_default().extend(suspect.explains);
    }
    rules
}

fn by_rule(suspect: &Suspect) -> Option<Edited> {
    match suspect.edit {
        Edit::Out(Out::Late) => Some(Edited::Late),
        Edit::Out(Out::Unmet(_)) => Some(Edited::Unmet),
        Edit::Classed | Edit::Met => Some(Edited::Chosen),
        _ => None,
    }
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
