//! Records that changed, found by their ids, regardless of their files.

mod align;
mod contents;
mod entries;
mod excuses;
mod fields;
mod life;

use std::collections::{BTreeMap, BTreeSet};

use crate::diff::records::align::identity;
use crate::diff::records::contents::contents;
use crate::diff::records::entries::{entries, entry, shown};
use crate::diff::records::excuses::{ended, is_twin};
use crate::diff::records::fields::fields;
use crate::load::pair::{ChangedFile, WrittenFile};
use crate::model::dictionary::written::Written;
use crate::model::dictionary::{Field, Kind, Shape, Step};
use crate::view::changes::allowance::Allowance;
use crate::view::changes::{Change, FieldChange, RecordChange};

/// A record's content, with its file.
struct DatedRecord<'a> {
    kind: &'static Kind,
    record: &'a Written,
    body: &'a str,
    path: &'a str,
}

/// Records by kind and id. Records with the same id are in the order of their files.
type Index<'a> = BTreeMap<(usize, String), Vec<DatedRecord<'a>>>;

/// Returns the changed records of a book: gone first, then changed, then new.
pub(super) fn records(files: &[ChangedFile]) -> Vec<RecordChange> {
    let (mut before, mut after) = (Index::new(), Index::new());
    for file in files {
        put(&mut before, file, file.before.as_ref());
        put(&mut after, file, file.after.as_ref());
    }
    let mut changes = changed(&before, &after);
    let (mut gone, mut added) = (surplus(&before, &after), surplus(&after, &before));
    for ((old_id, old), (id, new)) in renamed(&mut gone, &mut added) {
        let change = record(id, new, Change::Changed, compared(old, new));
        changes.push(RecordChange { was: Some(old_id.to_owned()), ..change });
    }
    let by_path: BTreeMap<&str, &ChangedFile> =
        files.iter().map(|file| (file.path.as_str(), file)).collect();
    let file = |record: &DatedRecord| by_path.get(record.path);
    for (id, old) in gone {
        let broken = file(old).is_some_and(|file| file.there.1 && file.after.is_none());
        let change = if broken { Change::Unreadable } else { Change::Gone };
        let excuse = if broken { None } else { excuse((id, old), &after) };
        changes.push(RecordChange { excuse, ..record(id, old, change, Vec::new()) });
    }
    for (id, new) in added {
        let broken = file(new).is_some_and(|file| file.there.0 && file.before.is_none());
        let change = if broken { Change::WasUnreadable } else { Change::New };
        changes.push(record(id, new, change, Vec::new()));
    }
    changes.sort_by_key(|record| order(record.change));
    changes
}

/// Returns why it is no loss that a record is gone; `None` if it is one.
fn excuse((id, gone): Named, after: &Index) -> Option<String> {
    let kind = gone.kind;
    ended(kind, gone.record).or_else(|| {
        let all =
            after.iter().flat_map(|((_, id), all)| all.iter().map(move |one| (id, one)));
        let mut others = all.filter(|(_, left)| left.kind.id == kind.id);
        let twin = others.find(|(_, left)| is_twin(kind, (id, gone.record), left.record));
        twin.map(|(other, _)| format!("与 {other} 重复，已写明"))
    })
}

/// Enters what commits allow with the records that they name.
pub(super) fn allow(records: &mut [RecordChange], allowances: &[Allowance]) {
    for record in records {
        let is_loss =
            record.change == Change::Gone || record.fields.iter().any(|field| field.lost);
        let allowed = allowances.iter().find(|one| one.record == record.id);
        if let Some(allowed) = allowed.filter(|_| is_loss && record.excuse.is_none()) {
            record.excuse = Some(allowed.text());
        }
    }
}

fn order(change: Change) -> u32 {
    match change {
        Change::Gone | Change::Unreadable => 0,
        Change::Changed => 1,
        Change::WasUnreadable => 2,
        Change::New => 3,
    }
}

/// Returns the records with the same id on both sides and different content.
fn changed(before: &Index, after: &Index) -> Vec<RecordChange> {
    let mut changes = Vec::new();
    for (key, olds) in before {
        let news = after.get(key).map(Vec::as_slice).unwrap_or_default();
        for (old, new) in olds.iter().zip(news) {
            let fields = compared(old, new);
            if !fields.is_empty() {
                changes.push(record(&key.1, new, Change::Changed, fields));
            }
        }
    }
    changes
}

/// Returns the records that one side has more than the other.
fn surplus<'a>(has: &'a Index<'a>, lacks: &Index) -> Vec<Named<'a>> {
    let beyond = |(key, all): (&'a (usize, String), &'a Vec<DatedRecord<'a>>)| {
        let count = lacks.get(key).map_or(0, Vec::len);
        all.iter().skip(count).map(|record| (key.1.as_str(), record))
    };
    has.iter().flat_map(beyond).collect()
}

/// A record with its id.
type Named<'a> = (&'a str, &'a DatedRecord<'a>);

/// Removes the records that are gone under one id and new under another, and returns them in pairs:
/// first those that differ only in the id, then those whose title occurs once on each side.
fn renamed<'a>(
    gone: &mut Vec<Named<'a>>,
    added: &mut Vec<Named<'a>>,
) -> Vec<(Named<'a>, Named<'a>)> {
    let mut pairs = paired(gone, added, |_, old, new| is_same(old.1, new.1));
    pairs.extend(paired(gone, added, |counts, _, new| {
        counts == (1, 1) && title(new.1).is_some()
    }));
    pairs
}

/// Removes the records of one kind and title that belong together, the first first; `belong` is
/// also told how many there are on each side.
fn paired<'a>(
    gone: &mut Vec<Named<'a>>,
    added: &mut Vec<Named<'a>>,
    belong: impl Fn((usize, usize), &Named, &Named) -> bool,
) -> Vec<(Named<'a>, Named<'a>)> {
    let (mut olds, news) = (by_title(gone), by_title(added));
    let counts: BTreeMap<Titled, (usize, usize)> = (news.into_iter())
        .filter_map(|(key, news)| {
            Some((key.clone(), (olds.get(&key)?.len(), news.len())))
        })
        .collect();
    let (mut pairs, mut taken) = (Vec::new(), BTreeSet::new());
    added.retain(|new| {
        let Some(key) = titled(new) else { return true };
        let Some(open) = olds.get_mut(&key) else { return true };
        let is_old = |at: &usize| belong(counts[&key], &gone[*at], new);
        let Some(found) = open.iter().position(is_old) else { return true };
        let at = open.remove(found);
        taken.insert(at);
        pairs.push((gone[at], *new));
        false
    });
    let mut positions = 0..;
    gone.retain(|_| positions.next().is_some_and(|at| !taken.contains(&at)));
    pairs
}

/// What two records have in common that may be one under two ids: their kind and their title.
type Titled = (&'static str, Option<String>);

/// Returns the kind and the title of a record; `None` if its kind has no ids that can be renamed.
fn titled((_, dated): &Named) -> Option<Titled> {
    dated.kind.id_field().map(|_| (dated.kind.id, title(dated)))
}

/// Returns the positions of the records by kind and title.
fn by_title(records: &[Named]) -> BTreeMap<Titled, Vec<usize>> {
    let mut positions: BTreeMap<Titled, Vec<usize>> = BTreeMap::new();
    for (at, record) in records.iter().enumerate() {
        if let Some(key) = titled(record) {
            positions.entry(key).or_default().push(at);
        }
    }
    positions
}

/// Returns whether two records differ only in their ids.
fn is_same(old: &DatedRecord, new: &DatedRecord) -> bool {
    compared(old, new).iter().all(|field| field.is_id)
}

fn compared(old: &DatedRecord, new: &DatedRecord) -> Vec<FieldChange> {
    let mut changes = fields(new.kind, old.record, new.record);
    let words = |body: &str| body.split_whitespace().collect::<String>();
    if words(old.body) != words(new.body) {
        changes.push(FieldChange {
            label: "正文".to_owned(),
            after: "有改动".to_owned(),
            is_told: true,
            ..FieldChange::default()
        });
    }
    changes
}

/// Adds the records of a file to an index; in a file of lists, each item is a record.
fn put<'a>(
    index: &mut Index<'a>,
    file: &'a ChangedFile,
    written: Option<&'a WrittenFile>,
) {
    let Some(written) = written else { return };
    let (record, body, path) =
        (&written.record, written.body.as_str(), file.path.as_str());
    let mut add = |dated: DatedRecord<'a>| {
        index.entry((file.kind.order, id(&dated))).or_default().push(dated);
    };
    if !file.kind.is_list {
        return add(DatedRecord { kind: file.kind, record, body, path });
    }
    for field in file.kind.fields {
        let Shape::List(inner) = field.shape else { continue };
        let Shape::Record(kind) = *inner else { continue };
        let Some((_, Written::List { items, .. })) = record.at(&[Step::Field(field)])
        else {
            continue;
        };
        for item in items {
            add(DatedRecord { kind, record: item, body: "", path });
        }
    }
}

/// Returns what distinguishes a record from the others of its kind.
fn id(dated: &DatedRecord) -> String {
    let kind = dated.kind;
    let words: Vec<Option<String>> =
        kind.key_fields().map(|field| text(dated.record, field)).collect();
    match words.as_slice() {
        [] if kind.is_single => kind.id.to_owned(),
        [] => Some(identity(&Shape::Record(kind), dated.record))
            .filter(|identity| !identity.is_empty())
            .unwrap_or_else(|| dated.path.to_owned()),
        [word] => word.clone().unwrap_or_else(|| dated.path.to_owned()),
        several => joined(several, "/"),
    }
}

/// Returns the title of a record; `None` if it has none.
fn title(dated: &DatedRecord) -> Option<String> {
    let words: Vec<Option<String>> =
        dated.kind.title_fields().map(|field| text(dated.record, field)).collect();
    Some(joined(&words, " ")).filter(|title| !title.trim().is_empty())
}

fn joined(words: &[Option<String>], between: &str) -> String {
    let words = words.iter().map(|word| word.as_deref().unwrap_or_default());
    words.collect::<Vec<_>>().join(between)
}

fn text(record: &Written, field: &Field) -> Option<String> {
    entry(entries(record), field).map(shown).filter(|text| !text.is_empty())
}

fn record(
    id: &str,
    dated: &DatedRecord,
    change: Change,
    fields: Vec<FieldChange>,
) -> RecordChange {
    let kind = dated.kind;
    let title = title(dated).unwrap_or_else(|| match kind.called {
        "" => id.to_owned(),
        called => called.to_owned(),
    });
    RecordChange {
        kind,
        id: id.to_owned(),
        was: None,
        title,
        path: dated.path.to_owned(),
        change,
        fields,
        first: None,
        uncounted: None,
        excuse: None,
        contents: contents(kind, dated.record),
    }
}
