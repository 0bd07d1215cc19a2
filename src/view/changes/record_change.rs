//! A record that changed, field by field, in words.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::model::dictionary::Kind;
use crate::view::changes::contents::Contents;

/// A record that changed.
#[derive(Clone, Debug, Serialize)]
pub struct RecordChange {
    /// Kind.
    #[serde(flatten, serialize_with = "names")]
    pub kind: &'static Kind,
    /// Id of the record.
    pub id: String,
    /// Its id before; `None` unless it was renamed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// Name.
    pub title: String,
    /// Path inside the book's folder.
    pub path: String,
    /// New, gone or changed.
    pub change: Change,
    /// Field by field.
    pub fields: Vec<FieldChange>,
    /// The first period in which it counts, in words; `None` if it counts in none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<String>,
    /// That it counts in no period, with the reason for which it is left out; empty if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uncounted: Option<String>,
    /// Why it is no loss that it, or something in it, is gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub excuse: Option<String>,
    /// What it holds, if it is new or gone as a whole.
    #[serde(skip)]
    pub contents: Contents,
}

/// What happened to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// 新增.
    New,
    /// 删除.
    Gone,
    /// It cannot be read any more.
    Unreadable,
    /// Its file was there and could not be read.
    WasUnreadable,
    /// 修改.
    Changed,
}

impl Change {
    /// The Chinese word.
    pub fn label(self) -> &'static str {
        match self {
            Change::New => "新增",
            Change::Gone => "删除",
            Change::Unreadable => "读不出",
            Change::WasUnreadable => "原来读不出",
            Change::Changed => "修改",
        }
    }
}

/// A field that changed.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FieldChange {
    /// The path of keys, as the clerk writes them.
    pub label: String,
    /// Before; empty if there was nothing.
    pub before: String,
    /// After; empty if there is nothing.
    pub after: String,
    /// Difference of two amounts, with sign and unit; empty otherwise.
    pub difference: String,
    /// How many times the amount before the one after is, where they are far apart; empty otherwise.
    #[serde(skip)]
    pub times: String,
    /// Whether a fact was removed.
    pub lost: bool,
    /// Whether what is there now is a sentence about the life of the record.
    #[serde(skip)]
    pub is_told: bool,
    /// Whether it is the id of the record.
    #[serde(skip)]
    pub is_id: bool,
}

/// The English id and the Chinese name of a kind.
fn names<S: Serializer>(kind: &Kind, serializer: S) -> Result<S::Ok, S::Error> {
    let mut names = serializer.serialize_map(Some(2))?;
    names.serialize_entry("kind", kind.id)?;
    names.serialize_entry("label", kind.name)?;
    names.end()
}

impl RecordChange {
    /// Returns the title: `项目“高唐街道港口仓储配送中心项目”（ws-2023-001）`.
    pub fn name(&self) -> String {
        let Kind { name, is_single, .. } = self.kind;
        // What several fields tell apart has no id that a reader could use.
        let id = if *is_single || self.kind.identity_fields().count() > 1 {
            String::new()
        } else {
            format!("（{}）", self.id)
        };
        format!("{name}“{}”{id}", self.title)
    }

    /// Returns the first fields that changed, in one line.
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

impl FieldChange {
    /// Returns the change in words: `到位资金〔2023-06〕金额：1680万元→1980万元（+300万元）`.
    pub fn text(&self) -> String {
        let difference = match (self.difference.as_str(), self.times.as_str()) {
            ("", _) => String::new(),
            (difference, "") => format!("（{difference}）"),
            (difference, times) => format!("（{difference}，{times}）"),
        };
        match (self.before.as_str(), self.after.as_str()) {
            (before, after) if self.is_id => format!("编号由 {before} 改为 {after}"),
            ("", after) if self.is_told => format!("{}：{after}", self.label),
            ("", after) => format!("{}：新增 {after}", self.label),
            (before, "") => format!("{}：删去 {before}", self.label),
            (before, after) => format!("{}：{before}→{after}{difference}", self.label),
        }
    }
}
