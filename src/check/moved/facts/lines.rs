//! The line that says honestly what an edit of a record says in silence.

use crate::check::moved::facts::edit::{Edit, Suspect};
use crate::check::moved::facts::entries::{name, position};
use crate::check::moved::facts::pieces::Out;
use crate::check::moved::facts::project;
use crate::check::moved::hint::Hint;
use crate::check::moved::words::{
    backdated, corrected, correction, late, undated, withdrawal,
};
use crate::diagnostic::Place;
use crate::figures::facts::fact::RecordAt;
use crate::model::book::scope::Scope;
use crate::model::book::{Book, FileId};
use crate::model::dictionary::{Key, Shape, field};
use crate::model::record::activity::Activity;
use crate::model::record::project::Contract;
use crate::model::record::reported::Total;

impl Suspect {
    /// Returns the edit with its line.
    pub(crate) fn hint(&self, book: &Book) -> Option<Hint> {
        let (file, path) = self.file(book)?;
        let line = self.line(book).map(|line| format!("{path}：{line}"));
        let place = || Place::value(file, self.entry.steps().collect());
        Some(Hint {
            editions: self.explains.iter().map(|(edition, ..)| *edition).collect(),
            line,
            undated: self.is_undated(book).then(place),
            is_sure: self.is_sure(),
        })
    }

    /// Returns the file of the record, with its path; `None` for one that has no entries with days.
    fn file<'a>(&self, book: &'a Book) -> Option<(FileId, &'a str)> {
        Some(match self.record {
            RecordAt::Project(at) => {
                (book.projects[at].file, book.projects[at].path.as_str())
            }
            RecordAt::Activity(at) => {
                (book.activities[at].file, book.activities[at].path.as_str())
            }
            RecordAt::Total(at, _) => {
                (book.reported[at].file, book.reported[at].path.as_str())
            }
            RecordAt::Duty(..) => return None,
        })
    }

    /// Returns whether the entry is new and could say when it became known, but does not.
    fn is_undated(&self, book: &Book) -> bool {
        match (&self.edit, self.record) {
            (Edit::Out(Out::Stopped), RecordAt::Project(at)) => {
                let stopped = book.projects[at].record.stopped.as_ref();
                stopped.is_some_and(|stopped| stopped.submitted.is_none())
            }
            (Edit::Added, _) => !self.has_day && self.can_be_dated(),
            _ => false,
        }
    }

    /// Returns whether the entry has a field for the day on which it became known.
    fn can_be_dated(&self) -> bool {
        if !matches!(self.record, RecordAt::Project(_)) {
            return true;
        }
        let submitted = field!(Contract.submitted);
        position(self.entry).is_some_and(|(declared, at)| {
            let is_one = at.is_some() || matches!(declared.shape, Shape::Record(_));
            let kind = declared.record().filter(|_| is_one);
            kind.is_some_and(|kind| kind.fields.contains(submitted))
        })
    }

    /// Returns the line without its file; `None` where it depends on what only the clerk knows.
    fn line(&self, book: &Book) -> Option<String> {
        let name = self.name();
        match &self.edit {
            Edit::Added if self.is_undated(book) => return Some(undated(&name)),
            Edit::Added if !self.has_day => return None,
            Edit::Added => return Some(backdated(&name)),
            Edit::Out(Out::Late) => return Some(late(&name)),
            Edit::Out(Out::Withdrawn) => {
                let line = withdrawal();
                let silent = format!("“{name}”的作废没有写从哪天起知道，改成 {line}");
                return Some(format!("{silent}；写了“更正”的，照实写它的“报送”"));
            }
            _ => {}
        }
        match self.record {
            RecordAt::Project(at) => project::line(book, &book.projects[at].record, self),
            RecordAt::Total(file, at) => {
                let total = &book.reported[file].record.totals[at];
                total_line(&name, total, &self.edit)
            }
            RecordAt::Activity(at) => {
                activity_line(&book.activities[at].record, &self.edit)
            }
            RecordAt::Duty(..) => None,
        }
    }

    fn name(&self) -> String {
        match self.record {
            RecordAt::Activity(_) => "这次活动".to_owned(),
            _ => name(self.entry),
        }
    }
}

fn total_line(name: &str, total: &Total, edit: &Edit) -> Option<String> {
    Some(match edit {
        Edit::Amount(_) | Edit::Corrected(_) => {
            corrected(name, field!(Total.value).key, total.value)
        }
        Edit::Out(Out::NotYet) | Edit::Dated | Edit::Returned => {
            let withdrawal = withdrawal();
            format!(
                "{name}的期改回原来的；期真写错的，在这一条里写 {withdrawal}，另写一条对的，写明报送"
            )
        }
        _ => return None,
    })
}

fn activity_line(activity: &Activity, edit: &Edit) -> Option<String> {
    Some(match edit {
        Edit::Amount(_) | Edit::Corrected(_) => {
            let count = activity.count.map_or(1, |count| count.0);
            corrected("这次活动", field!(Activity.count).key, count)
        }
        Edit::Dated | Edit::Returned | Edit::Out(Out::NotYet) => {
            corrected("这次活动", field!(Activity.date).key, activity.date)
        }
        Edit::Credited(scopes) => {
            let is_led = scopes.iter().any(|scope| matches!(scope, Scope::Leader(_)));
            let leaders = activity.leaders.iter().map(|leader| leader.as_str());
            let units = activity.units.iter().map(|unit| unit.as_str());
            let (key, now): (Key, Vec<&str>) = if is_led {
                (field!(Activity.leaders).key, leaders.collect())
            } else {
                (field!(Activity.units).key, units.collect())
            };
            corrected("这次活动", key, format!("[{}]", now.join(", ")))
        }
        Edit::Classed => {
            let correction = correction(field!(Activity.valid).key, "<现在的>");
            format!("这次活动的类别、有效等改回原来的，另写 {correction}（改哪项写哪项）")
        }
        _ => return None,
    })
}
