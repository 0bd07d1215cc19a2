//! Which records changed: found by what they are, not by where they stand.

mod align;
mod entries;
mod fields;

use std::collections::BTreeMap;

use crate::diff::records::align::identity;
use crate::diff::records::entries::{entries, entry, shown};
use crate::diff::records::fields::fields;
use crate::load::pair::{ChangedFile, WrittenFile};
use crate::model::dictionary::written::Written;
use crate::model::dictionary::{Field, Kind, Shape, Step};
use crate::view::changes::{Change, FieldChange, RecordChange};

/// A record as it is written, with the file it stands in.
struct DatedRecord<'a> {
    kind: &'static Kind,
    record: &'a Written,
    body: &'a str,
    path: &'a str,
}

/// Records by kind and id; two with one id stand in the order of their files.
type Index<'a> = BTreeMap<(usize, String), Vec<DatedRecord<'a>>>;

/// The records of a book that changed: gone first, then changed, then new.
pub(super) fn records(files: &[&ChangedFile]) -> Vec<RecordChange> {
    let (mut before, mut after) = (Index::new(), Index::new());
    for file in files {
        put(&mut before, file, file.before.as_ref());
        put(&mut after, file, file.after.as_ref());
    }
    let mut found = changed(&before, &after);
    let (mut gone, mut new) = (surplus(&before, &after), surplus(&after, &before));
    for (old, own) in renamed(&mut gone, &mut new) {
        let change = record(own.0, own.1, Change::Changed, compared(old.1, own.1));
        found.push(RecordChange { was: Some(old.0.to_owned()), ..change });
    }
    let file = |one: &DatedRecord| files.iter().find(|file| file.path == one.path);
    for (id, old) in gone {
        let broken = file(old).is_some_and(|file| file.there.1 && file.after.is_none());
        let change = if broken { Change::Unreadable } else { Change::Gone };
        found.push(record(id, old, change, Vec::new()));
    }
    for (id, own) in new {
        let broken = file(own).is_some_and(|file| file.there.0 && file.before.is_none());
        let change = if broken { Change::WasUnreadable } else { Change::New };
        found.push(record(id, own, change, Vec::new()));
    }
    let order = |change: Change| match change {
        Change::Gone | Change::Unreadable => 0,
        Change::Changed => 1,
        Change::WasUnreadable => 2,
        Change::New => 3,
    };
    found.sort_by_key(|record| order(record.change));
    found
}

/// The records that both sides have under the same id, and that do not say the same.
fn changed(before: &Index, after: &Index) -> Vec<RecordChange> {
    let mut found = Vec::new();
    for (key, olds) in before {
        let news = after.get(key).map(Vec::as_slice).unwrap_or_default();
        for (old, new) in olds.iter().zip(news) {
            let fields = compared(old, new);
            if !fields.is_empty() {
                found.push(record(&key.1, new, Change::Changed, fields));
            }
        }
    }
    found
}

/// The records that one side has beyond those of the other.
fn surplus<'a>(has: &'a Index<'a>, lacks: &Index) -> Vec<Known<'a>> {
    let beyond = |(key, all): (&'a (usize, String), &'a Vec<DatedRecord<'a>>)| {
        let known = lacks.get(key).map_or(0, Vec::len);
        all.iter().skip(known).map(|one| (key.1.as_str(), one))
    };
    has.iter().flat_map(beyond).collect()
}

/// A record with its id.
type Known<'a> = (&'a str, &'a DatedRecord<'a>);

/// Takes out the records that are gone under one id and new under another: those that say the
/// same but for the id, then those that alone have their name on either side.
fn renamed<'a>(
    gone: &mut Vec<Known<'a>>,
    new: &mut Vec<Known<'a>>,
) -> Vec<(Known<'a>, Known<'a>)> {
    let mut pairs = Vec::new();
    for own in std::mem::take(new) {
        let alike = |old: &Known| same_kind(old, &own) && is_same(old.1, own.1);
        match gone.iter().position(alike) {
            Some(at) => pairs.push((gone.remove(at), own)),
            None => new.push(own),
        }
    }
    let (olds, news) = (gone.clone(), std::mem::take(new));
    for own in &news {
        let named =
            |other: &Known| same_kind(other, own) && title(other.1) == title(own.1);
        let alone = |all: &[Known]| all.iter().filter(|one| named(one)).count() == 1;
        match gone.iter().position(named) {
            Some(at) if title(own.1).is_some() && alone(&olds) && alone(&news) => {
                pairs.push((gone.remove(at), *own));
            }
            _ => new.push(*own),
        }
    }
    pairs
}

/// Whether two records are of a kind whose id is no more than a name for them.
fn same_kind(old: &Known, new: &Known) -> bool {
    old.1.kind.id == new.1.kind.id && new.1.kind.id_field().is_some()
}

/// Whether two records say the same but for their ids.
fn is_same(old: &DatedRecord, new: &DatedRecord) -> bool {
    compared(old, new).iter().all(|field| field.is_id)
}

fn compared(old: &DatedRecord, new: &DatedRecord) -> Vec<FieldChange> {
    let mut found = fields(new.kind, old.record, new.record);
    let words = |body: &str| body.split_whitespace().collect::<String>();
    if words(old.body) != words(new.body) {
        let length = |body: &str| format!("{}字", words(body).chars().count());
        found.push(FieldChange {
            label: "正文".to_owned(),
            before: length(old.body),
            after: length(new.body),
            difference: String::new(),
            lost: false,
            is_id: false,
        });
    }
    found
}

/// Puts the records of a file into an index; of a file of lists, each item is one of its own.
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
        let Shape::List(inner) = (field.shape)() else { continue };
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

/// What tells a record from the others of its kind.
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

/// What a record is called; `None` where it does not say.
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
    }
}
