//! What of a change an audience may have: files without what it does not see, and what of the
//! results tells nothing hidden.

use std::collections::BTreeMap;

use crate::diff::account::account;
use crate::diff::period::Compared;
use crate::figures::audience::Audience;
use crate::figures::audience::disclosure::is_open;
use crate::figures::basis::Basis;
use crate::load::pair::{ChangedFile, WrittenFile};
use crate::model::book::Book;
use crate::model::book::figure_id::FigureId;
use crate::model::book::redacted::PATHS;
use crate::model::dictionary::written::{Entry, Written};
use crate::model::dictionary::{Kind, Level, Shape};
use crate::model::value::word::Id;
use crate::view::changes::BookChanges;

/// What stands for the changes that are not told.
const UNTOLD: &str = "另有数随不公开的记录变动，差额等于这些记录的数，不列";

/// A book as a level may see it; `None` for those who may see everything.
pub(super) fn seen(book: &Book, level: Level) -> Option<Book> {
    (level < Level::Leader).then(|| book.redacted_for(level))
}

/// Facts as those get them who see a book so.
pub(super) fn shown<'a>(
    basis: Basis<'a>,
    seen: Option<&'a Book>,
    level: Level,
) -> Basis<'a> {
    match seen {
        Some(book) => basis.shown_to(Audience { level, book }),
        None => basis,
    }
}

/// A file that differs, as far as a level may see it.
pub(super) fn redacted(file: &ChangedFile, level: Level) -> ChangedFile {
    let written = |state: &Option<WrittenFile>| {
        let state = state.as_ref()?;
        let record = record(file.kind, &state.record, level)?;
        // A narrative is for those who may see the files.
        let body = if level >= PATHS { state.body.clone() } else { String::new() };
        Some(WrittenFile { record, body })
    };
    ChangedFile {
        book: file.book.clone(),
        path: file.path.clone(),
        kind: file.kind,
        before: written(&file.before),
        after: written(&file.after),
        there: file.there,
    }
}

/// A record without the fields above a level, and without those that nobody has declared;
/// `None` if nothing is left.
fn record(kind: &Kind, written: &Written, level: Level) -> Option<Written> {
    let Written::Map { entries, span } = written else { return None };
    let seen = entries.iter().filter_map(|entry| {
        let field = kind.field_named(&entry.key)?;
        let value = (field.level <= level).then_some(&entry.value)?;
        Some(Entry { value: value_of(&field.shape, value, level)?, ..entry.clone() })
    });
    let entries: Vec<Entry> = seen.collect();
    (!entries.is_empty()).then_some(Written::Map { entries, span: *span })
}

fn value_of(shape: &Shape, written: &Written, level: Level) -> Option<Written> {
    match (shape, written) {
        (Shape::Record(kind), _) => record(kind, written, level),
        (Shape::List(inner), Written::List { items, span }) => {
            let items = items.iter().filter_map(|item| value_of(inner, item, level));
            let items: Vec<Written> = items.collect();
            (!items.is_empty()).then_some(Written::List { items, span: *span })
        }
        _ => Some(written.clone()),
    }
}

/// Leaves out the figures that hidden records enter, and whatever says how they moved: their change is
/// what these records add. Returns whether there are any.
pub(super) fn tell(compared: &mut Compared, after: &Basis) -> bool {
    let changes = &mut compared.changes;
    let count = changes.moves.len();
    let mut open: BTreeMap<Id, bool> = BTreeMap::new();
    let mut is_told = |id: &str| {
        let Ok(FigureId::Indicator(indicator, _)) = id.parse() else { return false };
        *open.entry(indicator).or_insert_with_key(|id| {
            let at = after.series.iter().position(|series| series.indicator.id == *id);
            at.is_some_and(|at| is_open(after, at))
        })
    };
    changes.moves.retain(|moved| is_told(&moved.figure));
    let is_untold = changes.moves.len() < count;
    if is_untold {
        changes.account = account(&changes.moves);
        // Sentences tell the numbers of both sides, whichever these are.
        compared.sentences.clear();
        compared.statements.clear();
    }
    is_untold
}

/// Says that something is not told, and takes the places of files away.
pub(super) fn finish(changes: &mut BookChanges, is_untold: bool, level: Level) {
    if is_untold {
        changes.cautions.push(UNTOLD.to_owned());
    }
    if level < PATHS {
        changes.records.iter_mut().for_each(|record| record.path.clear());
    }
}
