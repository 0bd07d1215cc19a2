//! Which kind of record stands in which file.

use crate::model::dictionary::{Kind, Record};
use crate::model::edition::EditionCard;
use crate::model::edition::revision::RevisionFile;
use crate::model::plan::Plan;
use crate::model::record::activity::Activity;
use crate::model::record::marks::MarksFile;
use crate::model::record::project::Project;
use crate::model::record::registry::{BookCard, Registry};
use crate::model::record::reported::ReportedFile;

/// Every kind that has files of its own, in the order of the reference.
pub const KINDS: &[&Kind] = &[
    BookCard::KIND,
    Registry::KIND,
    Plan::KIND,
    Project::KIND,
    Activity::KIND,
    ReportedFile::KIND,
    MarksFile::KIND,
    EditionCard::KIND,
    RevisionFile::KIND,
];

/// The kind of the record in a file of a book's folder.
pub fn kind_at(path: &str) -> Option<&'static Kind> {
    Slot::of(path).ok()?.kind()
}

/// What a file of a book's folder holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// `book.yaml`
    Card,
    /// `units.yaml`
    Registry,
    /// `plans/<id>.yaml`
    Plan,
    /// `projects/<year>/<id>.yaml`
    Project,
    /// `activities/<year>/<id>.yaml`
    Activity,
    /// `reported/<month>.yaml`
    Reported,
    /// `marks/<period>.yaml`
    Marks,
    /// `editions/<period>.md`
    Edition,
    /// `released/<period>.json`
    Released,
    /// `revisions/<period>.yaml`
    Revision,
}

impl Slot {
    /// The kind of the record in it; none for what the program froze, which is not edited.
    pub(super) fn kind(self) -> Option<&'static Kind> {
        Some(match self {
            Slot::Card => BookCard::KIND,
            Slot::Registry => Registry::KIND,
            Slot::Plan => Plan::KIND,
            Slot::Project => Project::KIND,
            Slot::Activity => Activity::KIND,
            Slot::Reported => ReportedFile::KIND,
            Slot::Marks => MarksFile::KIND,
            Slot::Edition => EditionCard::KIND,
            Slot::Revision => RevisionFile::KIND,
            Slot::Released => return None,
        })
    }

    /// The slot of a path inside a book's folder, or what is wrong with the path.
    pub(super) fn of(path: &str) -> Result<Slot, String> {
        let parts: Vec<&str> = path.split('/').collect();
        let named = |name: &str| {
            let fits = name.strip_suffix(".yaml").is_some_and(is_plain);
            let advice = "这里的文件名应是小写字母、数字和连字符，加扩展名 .yaml";
            fits.then_some(()).ok_or(advice.to_owned())
        };
        let year = |year: &str| {
            let digits =
                year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
            digits.then_some(()).ok_or("这一层文件夹应是四位年份，如 2023".to_owned())
        };
        // A week's period has a capital letter, so only its shape is checked later.
        let period = |name: &str, ending: &str| {
            let stem = name.strip_suffix(ending).unwrap_or("");
            let fits = is_plain(&stem.to_ascii_lowercase());
            fits.then_some(()).ok_or(format!("这里的文件应是 <期>{ending}"))
        };
        match parts.as_slice() {
            ["book.yaml"] => Ok(Slot::Card),
            ["units.yaml"] => Ok(Slot::Registry),
            ["plans", name] => named(name).map(|_| Slot::Plan),
            ["projects", folder, name] => {
                year(folder)?;
                named(name).map(|_| Slot::Project)
            }
            ["activities", folder, name] => {
                year(folder)?;
                named(name).map(|_| Slot::Activity)
            }
            ["reported", name] => named(name).map(|_| Slot::Reported),
            ["marks", name] => named(name).map(|_| Slot::Marks),
            ["editions", name] => period(name, ".md").map(|_| Slot::Edition),
            ["released", name] => period(name, ".json").map(|_| Slot::Released),
            ["revisions", name] => period(name, ".yaml").map(|_| Slot::Revision),
            _ => Err("账本里可放：book.yaml、units.yaml、plans/<编号>.yaml、\
                projects/<年份>/<编号>.yaml、activities/<年份>/<编号>.yaml、\
                reported/<月份>.yaml、marks/<期>.yaml、editions/<期>.md、\
                released/<期>.json、revisions/<期>.yaml"
                .to_owned()),
        }
    }
}

fn is_plain(stem: &str) -> bool {
    let plain =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !stem.is_empty() && stem.bytes().all(plain)
}
