//! The table of slots: which kind of record is in which file of a book, one line a kind.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::load::record::codec::Codec;
use crate::load::record::{
    Reader, below, below_revisions, below_sums, below_withdrawn, document, edition,
    record, released, sums, unreleased,
};
use crate::load::text::Keys;
use crate::model::below::release::BelowRelease;
use crate::model::below::revisions::BelowRevisions;
use crate::model::below::sums::{BELOW_SUMS, BelowSums};
use crate::model::below::withdrawn::BelowWithdrawn;
use crate::model::book::FileId;
use crate::model::book::filed::Filed;
use crate::model::book::records::{FileRecord, Place, Records};
use crate::model::dictionary::{Kind, Record, Shape, Value};
use crate::model::edition::release::Release;
use crate::model::edition::release::document::{DOCUMENT, IssuedDocument};
use crate::model::edition::release::sums::{SUMS, Sums, WITHDRAWN};
use crate::model::edition::release::unreleased::Unreleased;
use crate::model::edition::revision::RevisionFile;
use crate::model::edition::{Edition, EditionCard};
use crate::model::plan::Plan;
use crate::model::record::activity::Activity;
use crate::model::record::marks::MarksFile;
use crate::model::record::project::Project;
use crate::model::record::registry::{BookCard, Registry};
use crate::model::record::reported::ReportedFile;
use crate::model::value::word::Id;

/// All slots of a book's folder, in the order of the field reference.
pub const SLOTS: &[Slot] = &[
    Slot::once::<BookCard>("book.yaml", "补上 book.yaml，写明名称、发文机关等"),
    Slot::once::<Registry>("units.yaml", "补上 units.yaml，写明单位、分组、领域的名录"),
    Slot::of::<Plan>("plans/<编号>.yaml", Role::Rule),
    Slot::of::<Project>("projects/<年份>/<编号>.yaml", Role::Fact),
    Slot::of::<Activity>("activities/<年份>/<编号>.yaml", Role::Fact),
    Slot::of::<ReportedFile>("reported/<月份>.yaml", Role::Fact),
    Slot::of::<MarksFile>("marks/<期>.yaml", Role::Fact),
    Slot::with::<Edition>(
        "editions/<期>.md",
        Role::Text,
        Some(EditionCard::KIND),
        Reader::Text(edition),
    ),
    Slot::with::<Sums>(SUMS, Role::Published, None, Reader::Text(sums)),
    Slot::with::<Unreleased>(
        "released/<期>.withdrawn.json",
        Role::Published,
        None,
        Reader::Text(unreleased),
    ),
    Slot::with::<Release>(
        "released/<期>.json",
        Role::Published,
        None,
        Reader::Text(released),
    ),
    Slot::with::<IssuedDocument>(
        "released/<期>.pdf",
        Role::Published,
        None,
        Reader::Bytes(document),
    ),
    Slot::of::<RevisionFile>("revisions/<期>.yaml", Role::Published),
    Slot::with::<BelowSums>(BELOW_SUMS, Role::Published, None, Reader::Text(below_sums)),
    Slot::with::<BelowWithdrawn>(
        "below/<账本>/<期>.withdrawn.json",
        Role::Published,
        None,
        Reader::Text(below_withdrawn),
    ),
    Slot::with::<BelowRelease>(
        "below/<账本>/<期>.json",
        Role::Published,
        None,
        Reader::Text(below),
    ),
    Slot::with::<BelowRevisions>(
        "below/<账本>/revisions/<期>.yaml",
        Role::Published,
        None,
        Reader::Text(below_revisions),
    ),
];

/// What stands in a pattern for the folder of a book below.
const BOOK: &str = "<账本>";

/// The role of a slot's records in the calculation of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Facts are counted by these records.
    Rule,
    /// These records are counted.
    Fact,
    /// These records declare periods, their cut-offs, and their texts.
    Text,
    /// These records keep what was published.
    Published,
}

/// A place for files of one kind in a book's folder.
#[derive(Debug)]
pub struct Slot {
    /// Pattern of the path inside the book's folder.
    pub path: &'static str,
    /// The role of its records.
    pub role: Role,
    /// Kind of its records; `None` for frozen files, which nobody edits.
    pub kind: Option<&'static Kind>,
    /// Reads a file.
    pub(super) read: Reader,
    /// How its records are kept in a cache; `None` if they are not.
    pub(super) codec: Option<Codec>,
    /// What to do if the file is missing; `None` if it is optional.
    pub(super) required: Option<Required>,
    copy: fn(&Records, &mut Records),
    is_same: fn(&Records, &Records) -> bool,
}

/// A file that every book must have.
#[derive(Debug)]
pub(super) struct Required {
    /// Advice to the user if it is missing.
    pub help: &'static str,
    /// Puts an empty record in its place, so that the rest can still be checked.
    pub stand_in: fn(&mut Records, FileId, String),
}

/// Returns the kinds of records that have files of their own, in the order of the field reference.
pub fn kinds() -> impl Iterator<Item = &'static Kind> {
    SLOTS.iter().filter_map(|slot| slot.kind)
}

/// Returns the kind of record in a file of a book's folder; `None` if the path is no slot's.
pub fn kind_at(path: &str) -> Option<&'static Kind> {
    Slot::at(path).ok()?.kind
}

/// Returns every key of every kind of record.
pub(super) static KEYS: LazyLock<Keys> = LazyLock::new(|| {
    let mut keys = BTreeSet::new();
    kinds().for_each(|kind| add_keys(kind, &mut keys));
    keys
});

fn add_keys(kind: &'static Kind, keys: &mut Keys) {
    for field in kind.fields {
        keys.insert(field.key.as_str());
        let mut shape = field.shape;
        while let Shape::List(inner) | Shape::Map(inner) = shape {
            shape = *inner;
        }
        if let Shape::Record(inner) = shape {
            add_keys(inner, keys);
        }
    }
}

impl Slot {
    /// Makes a slot for YAML files.
    const fn of<T: FileRecord + Record + Value>(path: &'static str, role: Role) -> Slot {
        let slot = Slot::with::<T>(path, role, Some(T::KIND), Reader::Text(record::<T>));
        Slot { codec: Some(Codec::of::<T>()), ..slot }
    }

    /// Makes the slot for a YAML file that every book must have exactly once.
    const fn once<T>(path: &'static str, help: &'static str) -> Slot
    where
        T: FileRecord + Record + Value + Default,
    {
        let slot = Slot::of::<T>(path, Role::Rule);
        Slot { required: Some(Required { help, stand_in: stand_in::<T> }), ..slot }
    }

    /// Makes a slot for files with a reader of their own.
    const fn with<T: FileRecord>(
        path: &'static str,
        role: Role,
        kind: Option<&'static Kind>,
        read: Reader,
    ) -> Slot {
        let (copy, is_same) = (copy::<T>, is_same::<T>);
        Slot { path, role, kind, read, codec: None, required: None, copy, is_same }
    }

    /// Copies the records of this slot.
    pub fn copy(&self, from: &Records, to: &mut Records) {
        (self.copy)(from, to);
    }

    /// Returns whether two books have the same records in this slot, in whichever files.
    pub fn is_same(&self, left: &Records, right: &Records) -> bool {
        (self.is_same)(left, right)
    }

    /// Returns the slot for a path inside a book's folder; the error says what is wrong with the
    /// path.
    pub(super) fn at(path: &str) -> Result<&'static Slot, String> {
        let slot = SLOTS.iter().find(|slot| slot.is_for(path)).ok_or_else(|| {
            let patterns: Vec<&str> = SLOTS.iter().map(|slot| slot.path).collect();
            format!("账本里可放：{}", patterns.join("、"))
        })?;
        if slot.path == path {
            return Ok(slot);
        }
        for (pattern, name) in slot.path.split('/').zip(path.split('/')).skip(1) {
            slot.check(pattern, name)?;
        }
        Ok(slot)
    }

    /// Returns whether a path has the folder and the depth of the slot's paths, or the only name that
    /// the slot has.
    fn is_for(&self, path: &str) -> bool {
        if !self.path.contains('<') {
            return self.path == path;
        }
        let is_other = |end| self.path.ends_with(end) != path.ends_with(end);
        if [WITHDRAWN, DOCUMENT].into_iter().any(is_other) {
            return false;
        }
        let (mut pattern, mut path) = (self.path.split('/'), path.split('/'));
        pattern.next() == path.next() && pattern.count() == path.count()
    }

    /// Checks the name of a folder or a file; the error says what is wrong with it.
    fn check(&self, pattern: &str, name: &str) -> Result<(), String> {
        let Some((_, ending)) = pattern.split_once('.') else {
            if !pattern.contains('<') {
                let problem = format!("这一层文件夹应是 {pattern}");
                return (pattern == name).then_some(()).ok_or(problem);
            }
            if pattern == BOOK {
                let problem = "这一层文件夹应是下级账本的编号";
                return Id::is_plain(name).then_some(()).ok_or(problem.to_owned());
            }
            let is_year =
                name.len() == 4 && name.bytes().all(|byte| byte.is_ascii_digit());
            let problem = "这一层文件夹应是四位年份，如 2023";
            return is_year.then_some(()).ok_or(problem.to_owned());
        };
        let stem = (name.strip_suffix(ending))
            .and_then(|name| name.strip_suffix('.'))
            .unwrap_or_default();
        // The period of an edition may have a capital letter; its shape is checked later.
        if matches!(self.role, Role::Text | Role::Published) {
            let is_plain = Id::is_plain(&stem.to_ascii_lowercase());
            return is_plain.then_some(()).ok_or(format!("这里的文件应是 <期>.{ending}"));
        }
        let problem = "这里的文件名应是小写字母、数字和连字符（最多64个，不用 con、nul 等 \
            Windows 保留的名字），加扩展名 .yaml";
        Id::is_plain(stem).then_some(()).ok_or(problem.to_owned())
    }
}

fn stand_in<T: FileRecord + Default>(records: &mut Records, file: FileId, path: String) {
    T::place_mut(records).put(Filed { file, path, record: Default::default() });
}

fn copy<T: FileRecord>(from: &Records, to: &mut Records) {
    *T::place_mut(to) = T::place(from).clone();
}

fn is_same<T: FileRecord>(left: &Records, right: &Records) -> bool {
    let records = |side| T::place(side).all().map(|filed| &filed.record);
    records(left).eq(records(right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_the_slot_of_its_folder_or_advice() {
        let slot = |path| Slot::at(path).map(|slot| slot.path);
        assert_eq!(slot("book.yaml"), Ok("book.yaml"));
        assert_eq!(slot(SUMS), Ok(SUMS));
        assert_eq!(slot("released/2023-06.pdf"), Ok("released/<期>.pdf"));
        assert_eq!(slot("editions/2023-W23.md"), Ok("editions/<期>.md"));
        assert_eq!(slot("projects/2023/x-1.yaml"), Ok("projects/<年份>/<编号>.yaml"));
        for (path, advice) in [
            ("projects/23/x-1.yaml", "四位年份"),
            ("projects/2023/X.yaml", "小写字母"),
            ("plans/甲.yaml", "小写字母"),
            ("plans/.yaml", "小写字母"),
            ("revisions/2023-06.md", "<期>.yaml"),
            ("released/.json", "<期>.json"),
            ("released/SHA512SUMS", "<期>.json"),
            ("plans/a/b.yaml", "账本里可放：book.yaml、units.yaml、plans/<编号>.yaml、"),
            ("notes.txt", "released/<期>.pdf、revisions/<期>.yaml"),
        ] {
            assert!(slot(path).unwrap_err().contains(advice), "{path}");
        }
    }
}
