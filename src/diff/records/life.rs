//! What becomes of a record, told as a sentence: what changes in it, what is put right, how it ends.

use crate::diff::records::entries::{amounts, entries, entry, keyed, shown};
use crate::model::dictionary::written::{Entry, Written};
use crate::model::dictionary::{Kind, Record, Shape, field};
use crate::model::record::project::{Contract, ProjectChange, Relocation, Stopped};

/// A record with the changes that are written for it.
#[derive(Clone, Copy)]
pub(super) struct Changing<'a> {
    /// Kind of the changes.
    pub(super) kind: &'static Kind,
    /// Content of the record.
    pub(super) record: &'a [Entry],
    /// All changes of it.
    pub(super) changes: &'a [Written],
}

/// A field that a change sets: the keys that lead to it, and its content.
type Setting<'a> = (Vec<&'a str>, &'a Written);

impl<'a> Changing<'a> {
    /// Tells a change or a correction: `责任单位 县规划自然资源局→县交通局，自2023-10-01（职能调整），2023-10-09报送`.
    pub(super) fn told(&self, change: &Written) -> String {
        let own = entries(change);
        let mut settings: Vec<Setting> = Vec::new();
        for entry in own.iter().filter(|entry| !is_own(&entry.key)) {
            self.settings(self.kind, entry, &[], &mut settings);
        }
        let parts = settings.into_iter().map(|setting| self.part(change, setting));
        let mut sentence = parts.collect::<Vec<_>>().join("，");
        let word = |field| entry(own, field).map(shown);
        if let Some(since) = word(field!(ProjectChange.since)) {
            sentence += &format!("，自{since}");
        }
        if let Some(reason) = word(field!(ProjectChange.reason)) {
            sentence += &format!("（{reason}）");
        }
        if let Some(submitted) = word(field!(ProjectChange.submitted)) {
            sentence += &format!("，{submitted}报送");
        }
        sentence
    }

    /// Adds the fields that an entry of a change sets; those of an inner record one by one.
    fn settings<'w>(
        &self,
        kind: &'static Kind,
        entry: &'w Entry,
        way: &[&'w str],
        settings: &mut Vec<Setting<'w>>,
    ) {
        let way = [way, &[entry.key.as_str()]].concat();
        let inner = kind.field_named(&entry.key).and_then(|field| field.record());
        match (inner, &entry.value) {
            (Some(inner), Written::Map { entries, .. }) if inner.is_change => {
                for entry in entries {
                    self.settings(inner, entry, &way, settings);
                }
            }
            (_, value) => settings.push((way, value)),
        }
    }

    fn part(&self, change: &Written, (way, after): Setting) -> String {
        let name = way.concat();
        let after_text = shown(after);
        if name == field!(Contract.withdrawn).key.as_str() {
            let word = if after_text == "是" { "作废" } else { "不作废" };
            return word.to_owned();
        }
        let before = self.before(change, &way).filter(|before| !before.is_blank());
        let difference = before.and_then(|before| amounts(before, after));
        let difference = match difference {
            Some(amounts) if !amounts.are_equal => format!("（{}）", amounts.difference),
            _ => String::new(),
        };
        let [before, after] = [before.map(shown), Some(after_text)]
            .map(|text| text.filter(|text| !text.is_empty()));
        let word = |text: Option<String>| text.unwrap_or_else(|| "无".to_owned());
        format!("{name} {}→{}{difference}", word(before), word(after))
    }

    /// What a field was before a change: as the change before it set it, or as the record has it.
    fn before(&self, change: &Written, way: &[&str]) -> Option<&'a Written> {
        let day = order(change);
        let earlier = self.changes.iter().filter(|other| order(other) < day);
        let set =
            earlier.filter_map(|other| Some((order(other), at(entries(other), way)?)));
        let newest = set.max_by(|(one, _), (other, _)| one.cmp(other));
        newest.map(|(_, value)| value).or_else(|| at(self.record, way))
    }
}

/// Tells how a project ended or from where it came; `None` for any other kind of record.
pub(super) fn told(kind: &Kind, written: &Written) -> Option<String> {
    let own = entries(written);
    let word = |field| entry(own, field).map(shown).filter(|text| !text.is_empty());
    let reported = |day: Option<String>| day.map(|day| format!("{day}报送"));
    let parts = if kind.id == Stopped::KIND.id {
        vec![
            word(field!(Stopped.date)).map(|day| format!("{day}终止")),
            word(field!(Stopped.reason)),
            reported(word(field!(Stopped.submitted))),
        ]
    } else if kind.id == Relocation::KIND.id {
        vec![
            word(field!(Relocation.date)).map(|day| format!("{day}搬迁")),
            word(field!(Relocation.within)),
            word(field!(Relocation.from)).map(|from| format!("由{from}迁来")),
            word(field!(Relocation.cause)).map(|cause| format!("因{cause}")),
            word(field!(Relocation.paper)).map(|paper| format!("凭{paper}")),
            reported(word(field!(Relocation.submitted))),
        ]
    } else {
        return None;
    };
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join("，"))
}

/// Returns whether an entry or a record is withdrawn as a whole, at once or by a correction.
pub(super) fn is_withdrawn(kind: &Kind, written: &Written) -> bool {
    let key = field!(Contract.withdrawn).key.as_str();
    let own = entries(written);
    let says = |own: &_| keyed(own, key).is_some_and(|word| shown(word) == "是");
    let changes = kind.fields.iter().filter(|field| {
        matches!(field.shape, Shape::List(Shape::Record(inner)) if inner.is_change)
    });
    let lists = changes.filter_map(|field| entry(own, field));
    says(own)
        || lists.into_iter().any(|list| match list {
            Written::List { items, .. } => items.iter().any(|item| says(entries(item))),
            _ => false,
        })
}

/// Whether a key tells of a change itself, not of what it sets.
fn is_own(key: &str) -> bool {
    let own = [
        field!(ProjectChange.since),
        field!(ProjectChange.submitted),
        field!(ProjectChange.reason),
    ];
    own.iter().any(|field| field.key.as_str() == key)
}

/// What orders changes: since when, and then since when it is known.
fn order(change: &Written) -> [Option<String>; 2] {
    [field!(ProjectChange.since), field!(ProjectChange.submitted)]
        .map(|field| entry(entries(change), field).map(shown))
}

/// Returns what stands at the end of a way of keys.
fn at<'a>(record: &'a [Entry], way: &[&str]) -> Option<&'a Written> {
    let (first, rest) = way.split_first()?;
    let value = keyed(record, first)?;
    if rest.is_empty() { Some(value) } else { at(entries(value), rest) }
}
