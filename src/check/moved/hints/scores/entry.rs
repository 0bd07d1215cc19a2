//! A mark or a lapse, as what may have been edited.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::check::moved::words::{backdated, corrected, late, undated, withdrawal};
use crate::diagnostic::Place;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::{Correctable, field, route};
use crate::model::record::marks::{Lapse, Mark, MarksFile};
use crate::model::value::word::Id;

/// A record that scores an item: its file and its position in the list there.
pub(super) type At = (usize, usize);

/// Which records score an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Marks,
    Lapses,
}

/// A mark or a lapse.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    filed: &'a Filed<MarksFile>,
    pub(super) at: At,
    pub(super) list: List,
    pub(super) assessment: &'a Id,
    pub(super) item: &'a Id,
    pub(super) unit: &'a str,
    pub(super) day: NaiveDate,
    pub(super) known: Option<NaiveDate>,
    pub(super) is_withdrawn: bool,
    /// The points of a mark.
    pub(super) points: Option<Decimal>,
    /// The points that a lapse takes for each of its items, where it says so.
    pub(super) each: Option<Decimal>,
    /// The items of a lapse.
    pub(super) count: Option<u32>,
    pub(super) is_counted: bool,
}

impl<'a> Entry<'a> {
    pub(super) fn of(book: &'a Book, list: List, at: At) -> Entry<'a> {
        let filed = &book.marks[at.0];
        match list {
            List::Marks => {
                let mark = &filed.record.marks[at.1];
                Entry {
                    filed,
                    at,
                    list,
                    assessment: &mark.assessment,
                    item: &mark.item,
                    unit: mark.unit.as_str(),
                    day: mark.period.end(),
                    known: mark.submitted,
                    is_withdrawn: mark.known_on(NaiveDate::MAX).is_withdrawn(),
                    points: Some(mark.points.0),
                    each: None,
                    count: None,
                    is_counted: true,
                }
            }
            List::Lapses => {
                let lapse = &filed.record.lapses[at.1];
                Entry {
                    filed,
                    at,
                    list,
                    assessment: &lapse.assessment,
                    item: &lapse.item,
                    unit: lapse.unit.as_str(),
                    day: lapse.date,
                    known: lapse.submitted,
                    is_withdrawn: lapse.known_on(NaiveDate::MAX).is_withdrawn(),
                    points: None,
                    each: lapse.points.map(|points| points.0.abs()),
                    count: Some(lapse.count()),
                    is_counted: true,
                }
            }
        }
    }

    /// Returns it as one that does not count.
    pub(super) fn uncounted(self) -> Entry<'a> {
        Entry { is_counted: false, ..self }
    }

    pub(super) fn place(&self) -> Place {
        let (file, at) = (self.filed.file, self.at.1);
        match self.list {
            List::Marks => Place::value(file, route!(MarksFile.marks[at])),
            List::Lapses => Place::value(file, route!(MarksFile.lapses[at])),
        }
    }

    fn name(&self) -> String {
        let list = match self.list {
            List::Marks => field!(MarksFile.marks),
            List::Lapses => field!(MarksFile.lapses),
        };
        format!("{}第{}条", list.key, self.at.1 + 1)
    }

    /// Returns the line that says an edit of it honestly; `is_whole` if the score fell by the whole lapse.
    pub(super) fn line(&self, is_whole: bool) -> String {
        let name = self.name();
        let line = if !self.is_counted && self.is_withdrawn {
            format!("{name}的作废改回原来的，另写 {}", withdrawal())
        } else if !self.is_counted {
            late(&name)
        } else if self.known.is_none() {
            undated(&name)
        } else if let Some(points) = self.points {
            let corrected = corrected(&name, field!(Mark.points).key, points);
            format!("{corrected}；补记的照实写报送")
        } else if is_whole {
            backdated(&name)
        } else {
            let count = self.count.unwrap_or(1);
            corrected(&name, field!(Lapse.count).key, count)
        };
        format!("{}：{line}", self.filed.path)
    }
}
