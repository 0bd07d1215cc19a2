//! The entries of records whose edit would have moved the released figures as they moved.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::moved::edition::ReleasedEdition;
use crate::check::moved::facts::choice::{fewest, merged};
use crate::check::moved::facts::course::{Told, told};
use crate::check::moved::facts::edit::{Edit, Sum, Suspect};
use crate::check::moved::facts::entries::position;
use crate::check::moved::facts::pieces::{Key, Out, Piece, pieces};
use crate::check::moved::facts::released::{Released, released};
use crate::check::moved::facts::shares::Joint;
use crate::figures::basis::Basis;
use crate::figures::facts::entry::Entry;
use crate::figures::facts::fact::RecordAt;
use crate::figures::measures::measure;
use crate::figures::series::Series;
use crate::model::book::Book;
use crate::model::dictionary::field;
use crate::model::record::project::Project;

/// So many records are left out for one reason by a rule, not by hand.
const MANY: usize = 3;

/// The entry of a record.
type At = (RecordAt, Entry);

/// What was seen of the entries, series by series.
#[derive(Default)]
struct Seen {
    found: Vec<Suspect>,
    joint: Joint,
    /// Entries that count where the sums stood.
    stood: BTreeSet<At>,
    /// Entries whose amount cannot have been changed alone, since a sum that it is in stood, or
    /// moved otherwise.
    whole: BTreeSet<At>,
    /// How the sums that something is in moved, over all series.
    seen: BTreeMap<Key, Editions>,
}

/// Positions of the editions in which sums moved or stood.
#[derive(Default)]
struct Editions {
    moved: BTreeSet<usize>,
    stood: BTreeSet<usize>,
    /// Whether sums moved otherwise than by what is said.
    is_broken: bool,
}

impl Editions {
    /// Returns whether the same can be said of all series.
    fn agree(&self) -> bool {
        !self.is_broken && self.moved.is_disjoint(&self.stood)
    }
}

/// The entries that were found, and the rules that leave many records out at once, each with the
/// positions of the editions.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// The fewest entries that explain most of the sums that moved.
    pub(crate) suspects: Vec<Suspect>,
    /// What leaves out more records than anybody edits by hand.
    pub(crate) rules: BTreeMap<Out, BTreeSet<usize>>,
}

/// Returns what may have been edited so that sums of records moved.
pub(crate) fn found(basis: &Basis, editions: &[ReleasedEdition]) -> Found {
    if editions.iter().all(|edition| edition.moved.is_empty()) {
        return Found::default();
    }
    let mut seen = Seen::default();
    for (at, series) in basis.series.iter().enumerate() {
        if series.indicator.measure.is_derived() {
            continue;
        }
        let released = released(basis, series, editions);
        let pieces = pieces(basis, series, editions, &released);
        for (key, pieces) in &pieces {
            seen.look_at((at, series), *key, pieces, &released);
        }
        seen.joint.look_at(basis.book, at, &pieces, &released);
    }
    seen.into_found(basis.book)
}

impl Seen {
    fn look_at(
        &mut self,
        (at, series): (usize, &Series),
        key: Key,
        pieces: &[Piece],
        released: &[Option<Released>],
    ) {
        let Key { record, entry, out } = key;
        let told = told(out, pieces, released);
        let editions = self.seen.entry(key).or_default();
        editions.is_broken |= told.is_none();
        for piece in pieces {
            let has_moved = released[piece.edition]
                .as_ref()
                .is_some_and(|released| piece.moved(released).next().is_some());
            let at = if has_moved { &mut editions.moved } else { &mut editions.stood };
            at.insert(piece.edition);
        }
        if out.is_none() {
            let is_amount = has_amounts(series);
            let moves_alone = match &told {
                None => false,
                Some(Told::Stood) => !is_amount,
                Some(Told::By(edit)) => edit.is_exact() || is_amount,
            };
            if !moves_alone {
                self.whole.insert((record, entry));
            }
            if told == Some(Told::Stood) {
                self.stood.insert((record, entry));
            }
        }
        if let Some(Told::By(edit)) = told {
            let has_day = pieces.iter().all(|piece| piece.has_day);
            let explains = sums(at, pieces, released);
            let has_amount = has_amounts(series);
            let suspect = Suspect { record, entry, edit, has_day, has_amount, explains };
            self.found.push(suspect);
        }
    }

    fn into_found(self, book: &Book) -> Found {
        let Seen { mut found, joint, stood, whole, seen } = self;
        found.retain(|one| {
            let (record, entry) = (one.record, one.entry);
            let of = |out| seen.get(&Key { record, entry, out });
            match &one.edit {
                Edit::Amount(_) => !whole.contains(&(record, entry)),
                Edit::Corrected(_) => {
                    !whole.contains(&(record, entry)) && can_turn(book, record, entry)
                }
                Edit::Out(out) => of(Some(*out)).is_some_and(Editions::agree),
                _ => of(None).is_some_and(|editions| !editions.is_broken),
            }
        });
        for suspect in &mut found {
            let counted = stood.contains(&(suspect.record, suspect.entry));
            if suspect.edit == Edit::Added && counted {
                suspect.edit = Edit::Classed;
            }
        }
        let rules = rules(&mut found);
        found.extend(joint.suspects());
        Found { suspects: fewest(merged(found)), rules }
    }
}

/// Takes out what is left out by one reason of more records than anybody edits by hand.
fn rules(found: &mut Vec<Suspect>) -> BTreeMap<Out, BTreeSet<usize>> {
    let mut records: BTreeMap<Out, BTreeSet<RecordAt>> = BTreeMap::new();
    for suspect in found.iter() {
        if let Edit::Out(out @ (Out::Late | Out::Unmet(_))) = suspect.edit {
            records.entry(out).or_default().insert(suspect.record);
        }
    }
    records.retain(|_, records| records.len() >= MANY);
    let is_by_rule = |suspect: &mut Suspect| matches!(suspect.edit, Edit::Out(out) if records.contains_key(&out));
    let mut rules: BTreeMap<Out, BTreeSet<usize>> = BTreeMap::new();
    for suspect in found.extract_if(.., is_by_rule) {
        let Edit::Out(out) = suspect.edit else { continue };
        let editions = suspect.explains.iter().map(|(edition, ..)| *edition);
        rules.entry(out).or_default().extend(editions);
    }
    rules
}

/// Returns whether an entry can have another amount from a day on: what was corrected, or a field of a
/// project that changed.
fn can_turn(book: &Book, record: RecordAt, entry: Entry) -> bool {
    let RecordAt::Project(at) = record else { return true };
    let project = &book.projects[at].record;
    match position(entry) {
        Some((list, Some(at))) if list == field!(Project.contracts) => {
            !project.contracts[at].corrections.is_empty()
        }
        Some((list, _)) if list == field!(Project.filing) => {
            project.filing.iter().any(|filing| !filing.corrections.is_empty())
        }
        Some((_, Some(_))) | None => false,
        Some((_, None)) => !project.changes.is_empty(),
    }
}

/// Returns whether a series adds up what is recorded, and not pieces.
fn has_amounts(series: &Series) -> bool {
    let measure = measure(series.indicator.measure);
    measure.is_some_and(|measure| measure.adds.is_recorded(series.indicator.unit))
}

fn sums(at: usize, pieces: &[Piece], released: &[Option<Released>]) -> BTreeSet<Sum> {
    let of = |piece: &Piece| -> Vec<Sum> {
        let edition = piece.edition;
        let released = released[edition].iter();
        let scopes = released.flat_map(|released| piece.moved(released));
        scopes.map(|scope| (edition, at, scope.clone())).collect()
    };
    pieces.iter().flat_map(of).collect()
}
