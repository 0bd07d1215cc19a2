//! The entries of records whose edit would have moved the released figures as they moved.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::moved::edition::ReleasedEdition;
use crate::check::moved::facts::choice::{fewest, merged};
use crate::check::moved::facts::edit::{self, Edit, Sum, Suspect};
use crate::check::moved::facts::joint::joint;
use crate::check::moved::facts::pieces::{Key, Out, Piece, pieces};
use crate::check::moved::facts::released::{Released, released};
use crate::check::moved::facts::told::told;
use crate::check::moved::hint::Hint;
use crate::figures::basis::Basis;
use crate::figures::facts::entry::Entry;
use crate::figures::facts::fact::RecordAt;
use crate::figures::measures::measure;
use crate::figures::series::Series;
use crate::model::book::Book;
use crate::model::dictionary::{Step, field};
use crate::model::record::project::Project;

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
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// The fewest entries that explain most of the sums that moved.
    pub(crate) suspects: Vec<Suspect>,
    /// The lines for entries and records that are gone.
    pub(crate) gone: Vec<Hint>,
    /// What moves more records than anybody edits by hand, with the sums.
    pub(crate) rules: Rules,
}

/// What was seen of an entry in one series.
struct Seen {
    out: Option<Out>,
    /// The edit that moves the sums so, `Some(None)` if they stood; `None` if it alone cannot have.
    told: Option<Option<Edit>>,
    has_day: bool,
    has_amount: bool,
    explains: BTreeSet<Sum>,
    /// Positions of the editions in which none of the sums moved.
    stood: BTreeSet<usize>,
}

/// Returns what may have been edited so that sums of records moved.
pub(crate) fn found(basis: &Basis, editions: &[ReleasedEdition]) -> Found {
    let (mut told, gone) = told(basis, editions);
    let mut by_rules = rules(&mut told);
    let is_open =
        |edition: &ReleasedEdition| !edition.is_told() && !edition.moved.is_empty();
    if !editions.iter().any(is_open) {
        return Found { suspects: merged(told), gone, rules: by_rules };
    }
    let mut seen: BTreeMap<(RecordAt, Entry), Vec<Seen>> = BTreeMap::new();
    let mut all = Vec::new();
    for (at, series) in basis.series.iter().enumerate() {
        if series.indicator.measure.is_derived() {
            continue;
        }
        let released = released(basis, series, editions);
        for (key, pieces) in pieces(basis, series, editions, &released) {
            let of = seen.entry((key.record, key.entry)).or_default();
            of.push(Seen::of((at, series), key, &pieces, &released));
        }
        all.push((at, released));
    }
    let mut found = Vec::new();
    for (entry, seen) in &seen {
        found.extend(suspects(basis.book, *entry, seen));
    }
    for (edited, sums) in rules(&mut found) {
        by_rules.entry(edited).or_default().extend(sums);
    }
    found.extend(joint(basis.book, &all));
    let mut suspects = merged(told);
    suspects.extend(fewest(merged(found)));
    Found { suspects, gone, rules: by_rules }
}

impl Seen {
    fn of(
        (at, series): (usize, &Series),
        key: Key,
        pieces: &[Piece],
        released: &[Option<Released>],
    ) -> Seen {
        let (mut explains, mut stood) = (BTreeSet::new(), BTreeSet::new());
        for piece in pieces {
            let (edition, before) = (piece.edition, explains.len());
            let moved = released[edition].iter().flat_map(|one| piece.moved(one));
            explains.extend(moved.map(|scope| (edition, at, scope.clone())));
            if explains.len() == before {
                stood.insert(edition);
            }
        }
        let measure = measure(series.indicator.measure);
        let adds = measure.map(|measure| measure.adds);
        Seen {
            out: key.out,
            told: edit::told(key.out, pieces, released),
            has_day: pieces.iter().all(|piece| piece.has_day),
            has_amount: adds.is_some_and(|adds| adds.is_recorded(series.indicator.unit)),
            explains,
            stood,
        }
    }

    /// Returns whether the amount can have been changed alone: no sum that it is in stood or moved
    /// otherwise, but numbers of pieces.
    fn lets_amount_move(&self) -> bool {
        match &self.told {
            None => false,
            Some(None) => !self.has_amount,
            Some(Some(edit)) => !matches!(edit, Edit::Amount(..)) || self.has_amount,
        }
    }
}

/// Returns the edits of an entry that can be true of all series that it is in.
fn suspects(
    book: &Book,
    (record, entry): (RecordAt, Entry),
    seen: &[Seen],
) -> Vec<Suspect> {
    let counted = || seen.iter().filter(|one| one.out.is_none());
    let is_broken = counted().any(|one| one.told.is_none());
    let has_stood = counted().any(|one| one.told == Some(None));
    let is_amount = counted().all(Seen::lets_amount_move);
    let agrees = |out: Out| {
        let same = || seen.iter().filter(move |one| one.out == Some(out));
        let moved: BTreeSet<usize> =
            same().flat_map(|one| &one.explains).map(|sum| sum.0).collect();
        let mut stood = same().flat_map(|one| &one.stood);
        same().all(|one| one.told.is_some()) && !stood.any(|at| moved.contains(at))
    };
    let suspect = |one: &Seen| {
        let edit = one.told.clone()??;
        let is_possible = match &edit {
            Edit::Amount(_, is_always) => {
                is_amount && (*is_always || can_turn(book, record, entry))
            }
            Edit::Out(out) => agrees(*out),
            _ => !is_broken,
        };
        let is_chosen = edit == Edit::Added && has_stood;
        is_possible.then(|| Suspect {
            record,
            entry,
            edit: if is_chosen { Edit::Classed } else { edit },
            has_day: one.has_day,
            has_amount: one.has_amount,
            is_told: false,
            explains: one.explains.clone(),
        })
    };
    seen.iter().filter_map(suspect).collect()
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

/// Returns whether an entry can have another amount from a day on: what was corrected, or a field of a
/// project that changed.
fn can_turn(book: &Book, record: RecordAt, entry: Entry) -> bool {
    let RecordAt::Project(at) = record else { return true };
    let project = &book.projects[at].record;
    let mut steps = entry.steps();
    match (steps.next(), steps.next()) {
        (Some(Step::Field(list)), Some(Step::Index(at))) => {
            list == field!(Project.contracts)
                && !project.contracts[at].corrections.is_empty()
        }
        (Some(Step::Field(one)), _) if one == field!(Project.filing) => {
            project.filing.iter().any(|filing| !filing.corrections.is_empty())
        }
        (field, _) => field.is_some() && !project.changes.is_empty(),
    }
}
