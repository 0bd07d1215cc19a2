//! Which records changed: found by what they are, not by where they stand.

mod align;
mod fields;

use std::collections::BTreeMap;

use crate::diff::records::align::identity;
use crate::diff::records::fields::{fields, keyed, shown};
use crate::load::pair::{ChangedFile, WrittenFile};
use crate::model::dictionary::written::Written;
use crate::model::dictionary::{Kind, Shape, Step};
use crate::view::changes::{Change, FieldChange, ID, RecordChange};

/// A record as it is written, with the file it stands in.
struct DatedRecord<'a> {
    kind: &'static Kind,
    record: &'a Written,
    body: &'a str,
    path: &'a str,
}

/// Kinds of files that only hold lists of records.
const LISTS: &[&str] = &["reported", "marks"];

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
        let named = |other: &Known| same_kind(other, own) && name(other.1) == name(own.1);
        let alone = |all: &[Known]| all.iter().filter(|one| named(one)).count() == 1;
        match gone.iter().position(named) {
            Some(at) if name(own.1).is_some() && alone(&olds) && alone(&news) => {
                pairs.push((gone.remove(at), *own));
            }
            _ => new.push(*own),
        }
    }
    pairs
}

/// Kinds of records whose id is no more than a name for them.
fn same_kind(old: &Known, new: &Known) -> bool {
    old.1.kind.id == new.1.kind.id
        && matches!(old.1.kind.id, "project" | "activity" | "plan")
}

/// Whether two records say the same but for their ids.
fn is_same(old: &DatedRecord, new: &DatedRecord) -> bool {
    compared(old, new).iter().all(|field| field.label == ID)
}

fn name(dated: &DatedRecord) -> Option<String> {
    text(dated.record, "名称").or_else(|| text(dated.record, "事项"))
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
    let rank = rank(file.kind.id);
    if !LISTS.contains(&file.kind.id) {
        let dated = DatedRecord { kind: file.kind, record, body, path };
        index.entry((rank, id(file.kind.id, record, path))).or_default().push(dated);
        return;
    }
    for field in file.kind.fields {
        let Shape::List(inner) = (field.shape)() else { continue };
        let Shape::Record(kind) = *inner else { continue };
        let Some((_, Written::List { items, .. })) = record.at(&[Step::Field(field)])
        else {
            continue;
        };
        for item in items {
            let dated = DatedRecord { kind, record: item, body: "", path };
            let id = if kind.id == "total" { total_key(item) } else { identity(item) };
            index.entry((rank, id)).or_default().push(dated);
        }
    }
}

/// The order in which kinds are told: facts before rules before texts.
fn rank(kind: &str) -> usize {
    const ORDER: &[&str] =
        &["project", "reported", "activity", "marks", "plan", "units", "book", "edition"];
    ORDER.iter().position(|known| *known == kind).unwrap_or(ORDER.len())
}

fn id(kind: &str, record: &Written, path: &str) -> String {
    let key = match kind {
        "book" | "units" => return kind.to_owned(),
        "edition" => "期",
        _ => ID,
    };
    match text(record, key) {
        Some(text) => text,
        None => path.to_owned(),
    }
}

/// What tells a total from the others: indicator, scope, period, kind.
fn total_key(record: &Written) -> String {
    let parts =
        ["指标", "范围", "期", "性质"].map(|key| text(record, key).unwrap_or_default());
    parts.join("/")
}

fn text(record: &Written, key: &str) -> Option<String> {
    let Written::Map { entries, .. } = record else { return None };
    keyed(entries, key).map(shown).filter(|text| !text.is_empty())
}

fn record(
    id: &str,
    dated: &DatedRecord,
    change: Change,
    fields: Vec<FieldChange>,
) -> RecordChange {
    let own = |key| text(dated.record, key);
    let title = match dated.kind.id {
        "total" => {
            let part = |key| own(key).unwrap_or_default();
            format!("{} {} {}", part("范围"), part("指标"), part("期"))
        }
        "mark" | "lapse" | "veto" => identity(dated.record),
        "units" => "单位和领域名录".to_owned(),
        "edition" => own("标题").unwrap_or_default(),
        _ => name(dated).unwrap_or_else(|| id.to_owned()),
    };
    RecordChange {
        kind: dated.kind.id,
        label: dated.kind.name,
        id: id.to_owned(),
        was: None,
        title,
        path: dated.path.to_owned(),
        change,
        fields,
    }
}

impl RecordChange {
    /// Whether it is a rule: what facts are counted by, not a fact.
    pub fn is_rule(&self) -> bool {
        matches!(self.kind, "plan" | "units" | "book" | "edition")
    }

    /// `项目“高唐街道港口仓储配送中心项目”（ws-2023-001）`.
    pub fn name(&self) -> String {
        let id = match self.kind {
            "total" | "mark" | "lapse" | "veto" | "units" | "book" => String::new(),
            _ => format!("（{}）", self.id),
        };
        format!("{}“{}”{id}", self.label, self.title)
    }

    /// The first fields that changed, in one line.
    pub fn note(&self, most: usize) -> String {
        let shown: Vec<String> =
            self.fields.iter().take(most).map(FieldChange::text).collect();
        let more = match self.fields.len().saturating_sub(most) {
            0 => String::new(),
            more => format!("；另{more}处"),
        };
        match self.change {
            Change::Changed => format!("{}{more}", shown.join("；")),
            other => other.label().to_owned(),
        }
    }
}
