//! Marks (评分) and lapses (缺项) that were edited.

mod entry;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::check::moved::edition::ReleasedEdition;
use crate::check::moved::hint::Hint;
use crate::check::moved::hints::scores::entry::{At, Entry, List};
use crate::check::moved::words::{correction, withdrawal};
use crate::diagnostic::Place;
use crate::figures::basis::Basis;
use crate::figures::facts::moment::Cutoffs;
use crate::figures::scores::context::{Context, Subject};
use crate::figures::scores::records::{lapses, marks};
use crate::model::book::Book;
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::dictionary::field;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::value::FrozenValue;
use crate::model::plan::assessment::score_item::{ScoreItem, ScoreShape};
use crate::model::plan::fact_kind::FactKind;
use crate::model::record::marks::{Lapse, Mark, MarksFile};
use crate::model::value::date::Days;
use crate::model::value::word::Id;

/// The most records that are named as what may have been edited.
const MOST: usize = 3;

/// An item of a unit's score.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Scored {
    assessment: Id,
    item: Id,
    unit: String,
}

/// An item that moved, in which editions it was released, and in which of them it moved by what.
#[derive(Debug, Default)]
struct Course {
    moved: BTreeMap<usize, Option<Decimal>>,
    counted: BTreeMap<At, BTreeSet<usize>>,
    list: Option<List>,
    name: String,
    each: Option<Decimal>,
    windows: BTreeMap<usize, Window>,
}

/// From when to when a record must have been, and by when known, to count in an edition.
#[derive(Clone, Copy, Debug)]
struct Window {
    days: Days,
    cutoff: Option<NaiveDate>,
}

/// Returns what was done to marks and lapses.
pub(crate) fn hints(basis: &Basis, editions: &[ReleasedEdition]) -> Vec<Hint> {
    let mut courses = moved(editions);
    if courses.is_empty() {
        return Vec::new();
    }
    for (at, edition) in editions.iter().enumerate() {
        count(basis, (at, edition), &mut courses);
    }
    let hints = |(scored, course): (&Scored, &Course)| course.hints(basis.book, scored);
    courses.iter().flat_map(hints).collect()
}

/// Returns the items whose scores moved.
fn moved(editions: &[ReleasedEdition]) -> BTreeMap<Scored, Course> {
    let mut courses: BTreeMap<Scored, Course> = BTreeMap::new();
    for (at, edition) in editions.iter().enumerate() {
        for moved in &edition.moved {
            let FigureId::Score(assessment, Scope::Unit(unit)) = &moved.figure.id else {
                continue;
            };
            for part in &moved.parts {
                let FrozenPart::Item(item) = &part.part else { continue };
                let number = |value: &Option<FrozenValue>| value.as_ref()?.number();
                let both = number(&part.new).zip(number(&part.old));
                let by = both.map(|(new, old)| new - old);
                let (assessment, item) = (assessment.clone(), item.clone());
                let scored = Scored { assessment, item, unit: unit.clone() };
                courses.entry(scored).or_default().moved.insert(at, by);
            }
        }
    }
    courses
}

/// Notes which records count for the items in an edition.
fn count(
    basis: &Basis,
    (at, edition): (usize, &ReleasedEdition),
    courses: &mut BTreeMap<Scored, Course>,
) {
    let release = &edition.release.record;
    for (plan_at, plan) in basis.book.plans.iter().enumerate() {
        if !plan.record.span.contains(release.period.end()) {
            continue;
        }
        for (assessment_at, assessment) in plan.record.assessments.iter().enumerate() {
            let of = courses.iter_mut();
            let mut of = of.filter(|(scored, _)| scored.assessment == assessment.id);
            let Some(first) = of.next() else { continue };
            let context = Context::new(
                basis,
                &release.period,
                &[],
                (plan_at, assessment_at),
                |_| Vec::new(),
            );
            for (scored, course) in std::iter::once(first).chain(of) {
                let mut items = assessment.items.iter();
                if let Some(item) = items.find(|item| item.id == scored.item) {
                    course.count(&context, at, (scored, item));
                }
            }
        }
    }
}

/// Returns the list of records that score an item; `None` for one that is made from figures.
fn list(item: &ScoreItem) -> Option<List> {
    match item.shape {
        ScoreShape::Judged | ScoreShape::Imported => Some(List::Marks),
        ScoreShape::Deduction if item.indicator.is_none() => Some(List::Lapses),
        _ => None,
    }
}

impl Course {
    fn count(
        &mut self,
        context: &Context,
        at: usize,
        (scored, item): (&Scored, &ScoreItem),
    ) {
        let Some(list) = list(item) else { return };
        self.list = Some(list);
        self.name.clone_from(&item.name);
        self.each = item.each.map(|each| each.0.abs());
        let cutoffs = Cutoffs::of(context.book(), context.plan, context.period);
        let days = Days { start: context.plan.span.start, end: context.period.end() };
        let cutoff = cutoffs.last_day(FactKind::Work);
        self.windows.insert(at, Window { days, cutoff });
        let subject =
            Subject { unit: scored.unit.clone(), group: String::new(), gone: None };
        let counted: Vec<(String, usize)> = match list {
            List::Marks => {
                let marks = marks(context, item, &subject).into_iter();
                marks.map(|placed| (placed.path, placed.at)).collect()
            }
            List::Lapses => {
                let lapses = lapses(context, item, &subject).into_iter();
                lapses.map(|placed| (placed.path, placed.at)).collect()
            }
        };
        for (path, position) in counted {
            let mut files = context.book().marks.iter();
            if let Some(file) = files.position(|file| file.path == path) {
                self.counted.entry((file, position)).or_default().insert(at);
            }
        }
    }

    fn hints(&self, book: &Book, scored: &Scored) -> Vec<Hint> {
        let Some(list) = self.list else { return Vec::new() };
        let editions: BTreeSet<usize> = self.moved.keys().copied().collect();
        let counting = self.counted.iter().filter(|(_, counted)| **counted == editions);
        let entries = counting.map(|(at, _)| Entry::of(book, list, *at));
        let mut entries: Vec<Entry> = entries.filter(|one| self.fits(one)).collect();
        if entries.iter().any(|entry| entry.known.is_none()) {
            entries.retain(|entry| entry.known.is_none());
        }
        if entries.is_empty() {
            entries = self.left_out(book, (list, scored));
        }
        let hint = |line: String, undated: Option<Place>| Hint {
            editions: editions.clone(),
            line: Some(line),
            undated,
            is_sure: true,
        };
        if entries.is_empty() || entries.len() > MOST {
            return vec![hint(self.line(book, (list, scored)), None)];
        }
        let hints = entries.iter().map(|entry| {
            let is_undated = entry.is_counted && entry.known.is_none();
            let line = entry.line(self.is_whole(entry));
            hint(line, is_undated.then(|| entry.place()))
        });
        hints.collect()
    }

    /// Returns whether the item can have moved because a lapse is new or counts for more.
    fn fits(&self, entry: &Entry) -> bool {
        let fell = |by: &Option<Decimal>| by.is_none_or(|by| by.is_sign_negative());
        entry.count.is_none() || self.moved.values().all(fell)
    }

    /// Returns the records that would count in the editions, and do not.
    fn left_out<'b>(
        &self,
        book: &'b Book,
        (list, scored): (List, &Scored),
    ) -> Vec<Entry<'b>> {
        let is_of = |entry: &Entry| {
            let unit = book.unit_called(entry.unit);
            entry.assessment == &scored.assessment
                && entry.item == &scored.item
                && unit.is_some_and(|unit| unit.id.as_str() == scored.unit)
        };
        let is_out = |entry: &Entry| {
            let counted = self.counted.get(&entry.at);
            let counts = |at: &usize| counted.is_some_and(|counted| counted.contains(at));
            !self.moved.keys().any(counts)
                && self.moved.keys().all(|at| self.leaves_out(entry, *at))
        };
        let files = book.marks.iter().enumerate();
        let entries = files.flat_map(|(file, filed)| {
            let count = match list {
                List::Marks => filed.record.marks.len(),
                List::Lapses => filed.record.lapses.len(),
            };
            (0..count).map(move |at| Entry::of(book, list, (file, at)))
        });
        let found = entries.filter(|entry| is_of(entry) && is_out(entry));
        found.map(Entry::uncounted).collect()
    }

    /// Returns whether an edition leaves a record out that is of its time.
    fn leaves_out(&self, entry: &Entry, edition: usize) -> bool {
        let Some(window) = self.windows.get(&edition) else { return false };
        let late = entry.known.zip(window.cutoff);
        let is_late = late.is_some_and(|(known, cutoff)| known > cutoff);
        window.days.contains(entry.day) && (entry.is_withdrawn || is_late)
    }

    /// Returns whether the score fell by the whole lapse.
    fn is_whole(&self, entry: &Entry) -> bool {
        let whole = entry.each.or(self.each).zip(entry.count);
        let whole = whole.map(|(each, count)| -(each * Decimal::from(count)));
        self.moved.values().all(|by| *by == whole)
    }

    /// Returns the line where no record can be told.
    fn line(&self, book: &Book, (list, scored): (List, &Scored)) -> String {
        let unit = book.scope_name(&Scope::Unit(scored.unit.clone()));
        let (what, key) = match list {
            List::Marks => (field!(MarksFile.marks).key, field!(Mark.points).key),
            List::Lapses => (field!(MarksFile.lapses).key, field!(Lapse.count).key),
        };
        let (correction, withdrawal) = (correction(key, "<改后的>"), withdrawal());
        format!(
            "marks：{unit}“{}”的{what}改了的改回原来的、删了的恢复，另在那一条里写 {correction}，不算了的写 {withdrawal}",
            self.name
        )
    }
}
