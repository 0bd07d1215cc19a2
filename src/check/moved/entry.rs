//! An entry of a record as it is written, and how a clerk says honestly that it is otherwise.

use std::collections::BTreeMap;

use crate::check::moved::words::{REPORTED, WHY, change, correction, withdrawal};
use crate::diagnostic::Place;
use crate::model::book::{FileId, Filed};
use crate::model::dictionary::{
    Field, Key, Kind, Leaf, Record, Shape, Step, Value, field,
};
use crate::model::record::activity::Activity;
use crate::model::record::project::{Contract, FundsEntry, Project};

/// An entry of a record: the record itself, a record in one of its fields, or an item of a list.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    path: &'a str,
    file: FileId,
    route: Vec<Step>,
    kind: &'static Kind,
    /// What stands in each of its fields.
    fields: BTreeMap<Key, Vec<String>>,
}

impl<'a> Entry<'a> {
    /// Returns the entry at a route; of a field that holds no record, the record that has it.
    pub(super) fn of<T: Record + Value>(
        filed: &'a Filed<T>,
        steps: &[Step],
    ) -> Entry<'a> {
        let (mut kind, mut length) = (T::KIND, 0);
        for (at, step) in steps.iter().enumerate() {
            match step {
                Step::Field(field) => match field.record() {
                    Some(inner) => (kind, length) = (inner, at + 1),
                    None => break,
                },
                Step::Index(_) | Step::Name(_) => length = at + 1,
            }
        }
        let mut fields: BTreeMap<Key, Vec<String>> = BTreeMap::new();
        filed.record.visit(&mut Vec::new(), &mut |at, leaf| {
            let inside = at.strip_prefix(&steps[..length]);
            if let Some([Step::Field(field), ..]) = inside {
                fields.entry(field.key).or_default().push(text(leaf));
            }
        });
        let route = steps[..length].to_vec();
        Entry { path: &filed.path, file: filed.file, route, kind, fields }
    }

    /// Returns its place.
    pub(super) fn place(&self) -> Place {
        Place::value(self.file, self.route.clone())
    }

    /// Returns a line with the path of its file.
    pub(super) fn says(&self, line: &str) -> String {
        format!("{}：{line}", self.path)
    }

    /// Returns whether nothing stands there any more.
    pub(super) fn is_gone(&self) -> bool {
        self.fields.is_empty()
    }

    /// Returns whether it does not say when it became known, though it could.
    pub(super) fn is_undated(&self) -> bool {
        let submitted = field!(Contract.submitted).key;
        self.kind.field_named(submitted.as_str()).is_some()
            && !self.fields.contains_key(&submitted)
    }

    /// Returns the first of some fields that it has.
    pub(super) fn first_of(&self, fields: &[&'static Field]) -> Option<&'static Field> {
        let mut fields = fields.iter();
        fields.find(|field| self.kind.fields.contains(field)).copied()
    }

    /// Returns the field that says when it happened.
    pub(super) fn day(&self) -> Option<&'static Field> {
        self.kind.day_field()
    }

    /// What it is called: `开工`, of a list with its number.
    fn name(&self) -> String {
        match self.route[..] {
            [Step::Field(field)] => field.key.to_string(),
            [Step::Field(list), Step::Index(at)] => format!("{}第{}条", list.key, at + 1),
            _ if self.kind.id == Activity::KIND.id => "这次活动".to_owned(),
            _ => String::new(),
        }
    }

    /// What stands in a field, as it is written.
    fn now(&self, field: &Field) -> String {
        match (self.fields.get(&field.key), field.shape) {
            (Some(items), Shape::List(_)) => format!("[{}]", items.join(", ")),
            (Some(one), _) => one.join(", "),
            (None, _) => "<改后的>".to_owned(),
        }
    }

    /// Returns whether a field is put right by a correction inside the entry.
    pub(super) fn corrects(&self, field: &Field) -> bool {
        let corrections = field!(Contract.corrections).key.as_str();
        let kind = self.kind.field_named(corrections).and_then(Field::record);
        kind.is_some_and(|kind| kind.fields.contains(field))
    }

    /// How a field that was edited says so: by a correction inside the entry, or by a change.
    pub(super) fn put_right(&self, field: &'static Field) -> String {
        let (name, key, now) = (self.name(), field.key, self.now(field));
        let (corrections, changes) =
            (field!(Contract.corrections).key, field!(Project.changes).key);
        if !self.corrects(field) {
            let change = change(key, now);
            return format!(
                "“{key}”改回原来的，另写 {change}；“{changes}”删了的恢复原来的"
            );
        }
        if self.fields.contains_key(&corrections) {
            return format!(
                "{name}的{key}和“{corrections}”改回原来的（报送、{key}），再改了的在“{corrections}”里另加一条 {{{REPORTED}, {key}: <改后的>, {WHY}}}"
            );
        }
        format!("{name}的{key}改回原来的，在这一条里写 {}", correction(key, now))
    }

    /// How a day that was edited says so.
    pub(super) fn dated(&self, day: &'static Field) -> String {
        let (name, key) = (self.name(), day.key);
        if self.corrects(day) {
            let correction = correction(key, self.now(day));
            return format!(
                "{name}改回原来的（{key}、报送、认定），{key}真写错的，在这一条里写 {correction}"
            );
        }
        let withdrawal = withdrawal();
        format!(
            "{name}的{key}改回原来的；{key}真写错的，在这一条里写 {withdrawal}，另写一条对的，写明报送"
        )
    }

    /// That it is to say when it came.
    pub(super) fn undated(&self) -> String {
        format!("“{}”没有写哪天报来，补上 {REPORTED}", self.name())
    }

    /// That it came too late by a day which was another one at the release.
    pub(super) fn late(&self) -> String {
        let vouched = self.vouched().map(|line| format!("；{line}")).unwrap_or_default();
        format!(
            "“{}”的报送改回原来的{vouched}；印发以前确实没有报来的，用 tongbao revise --kind 更正 公布",
            self.name()
        )
    }

    /// That a voucher came later than the entry, where it says so by itself.
    pub(super) fn vouched(&self) -> Option<String> {
        let vouched = field!(FundsEntry.vouched).key;
        self.kind.field_named(vouched.as_str())?;
        Some(format!("凭证后来才补齐的写 {vouched}: <补齐的日期>"))
    }

    /// That it came after the edition and says an earlier day.
    pub(super) fn backdated(&self) -> String {
        format!("“{}”的报送早于印发，照实写 {REPORTED}", self.name())
    }

    /// That it was withdrawn without saying since when that is known.
    pub(super) fn withdrawn(&self) -> String {
        format!(
            "“{}”的作废没有写从哪天起知道，改成 {}；写了“更正”的，照实写它的“报送”",
            self.name(),
            withdrawal()
        )
    }

    /// That it was deleted.
    pub(super) fn deleted(&self) -> String {
        let (name, withdrawal) = (self.name(), withdrawal());
        format!("删了的“{name}”恢复原来的；确实没有{name}的，在这一条里写 {withdrawal}")
    }

    /// That it is to be put back as a whole, and what is written besides.
    pub(super) fn put_back(&self, besides: &str) -> String {
        format!("{}改回原来的，{besides}", self.name())
    }
}

fn text(leaf: Leaf) -> String {
    match leaf {
        Leaf::Reference(_, text) => text.to_owned(),
        Leaf::Day(day) => day.to_string(),
        Leaf::Text(text) => text.to_string(),
    }
}
