//! Marks (评分) and lapses (缺项) that were edited, or what the plan gives for each of them.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::check::moved::edition::ReleasedEdition;
use crate::check::moved::entry::Entry;
use crate::check::moved::hint::Hint;
use crate::check::moved::words::{correction, rule, withdrawal};
use crate::figures::basis::Basis;
use crate::figures::scores::context::{Context, Subject};
use crate::figures::scores::records::{lapses, marks};
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::{Field, field, route};
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::value::FrozenValue;
use crate::model::plan::Plan;
use crate::model::plan::assessment::score_item::{ScoreItem, ScoreShape};
use crate::model::record::marks::{Lapse, Mark, MarksFile};
use crate::model::value::word::Id;

/// The most records that are named as what may have been edited, and units that they move.
const MOST: usize = 3;

/// An item of an assessment, and the unit whose score of it moved.
type Scored<'a> = (&'a Id, &'a Id, &'a str);

/// A record that scores an item: its file and its position in the list there.
type At = (usize, usize);

/// An item that marks or lapses score, with the editions in which its score moved.
struct Course<'a> {
    plan: &'a Filed<Plan>,
    item: &'a ScoreItem,
    /// In which editions it moved, by what.
    moved: BTreeMap<usize, Option<Decimal>>,
    /// The records that count in editions.
    counted: BTreeMap<At, BTreeSet<usize>>,
}

/// Returns what was done to marks and lapses, or to what they count for.
pub(crate) fn hints(basis: &Basis, editions: &[ReleasedEdition]) -> Vec<Hint> {
    let mut courses: BTreeMap<Scored, Course> = BTreeMap::new();
    for (at, edition) in editions.iter().enumerate() {
        for (moved, part) in edition.parts() {
            let FigureId::Score(assessment, Scope::Unit(unit)) = &moved.figure.id else {
                continue;
            };
            let FrozenPart::Item(id) = &part.part else { continue };
            let Some((plan, item)) = item(basis.book, edition, assessment, id) else {
                continue;
            };
            let number = |value: &Option<FrozenValue>| value.as_ref()?.number();
            let by = number(&part.new).zip(number(&part.old)).map(|(new, old)| new - old);
            let of = courses.entry((assessment, id, unit.as_str()));
            of.or_insert_with(|| Course::new(plan, item)).moved.insert(at, by);
        }
    }
    count(basis, editions, &mut courses);
    let mut units: BTreeMap<(&Id, &Id), usize> = BTreeMap::new();
    courses.keys().for_each(|(one, item, _)| *units.entry((one, item)).or_default() += 1);
    let hints = |(scored, course): (&Scored, &Course)| {
        course.hints(basis.book, scored, units[&(scored.0, scored.1)] >= MOST)
    };
    courses.iter().flat_map(hints).collect()
}

/// Returns whether an item is scored by marks, and not by lapses; `None` if it is made from figures.
fn is_marked(item: &ScoreItem) -> Option<bool> {
    match item.shape {
        ScoreShape::Judged | ScoreShape::Imported => Some(true),
        ScoreShape::Deduction if item.indicator.is_none() => Some(false),
        _ => None,
    }
}

/// Returns an item that marks or lapses score, with the plan that an edition was released under.
fn item<'a>(
    book: &'a Book,
    edition: &ReleasedEdition,
    assessment: &Id,
    id: &Id,
) -> Option<(&'a Filed<Plan>, &'a ScoreItem)> {
    let end = edition.release.record.period.end();
    let mut plans = book.plans.iter().filter(|plan| plan.record.span.contains(end));
    plans.find_map(|plan| {
        let mut assessments = plan.record.assessments.iter();
        let assessment = assessments.find(|one| one.id == *assessment)?;
        let item = assessment.items.iter().find(|item| item.id == *id)?;
        is_marked(item).map(|_| (plan, item))
    })
}

/// Notes which records count for the items, in every edition.
fn count(
    basis: &Basis,
    editions: &[ReleasedEdition],
    courses: &mut BTreeMap<Scored, Course>,
) {
    for (at, edition) in editions.iter().enumerate() {
        let period = &edition.release.record.period;
        for (plan_at, plan) in basis.book.plans.iter().enumerate() {
            if !plan.record.span.contains(period.end()) {
                continue;
            }
            for (place, assessment) in plan.record.assessments.iter().enumerate() {
                let of = courses.iter_mut();
                let mut of = of.filter(|((id, ..), _)| **id == assessment.id).peekable();
                if of.peek().is_none() {
                    continue;
                }
                let totals = |_: &Context| Vec::new();
                let context = Context::new(basis, period, &[], (plan_at, place), totals);
                of.for_each(|((.., unit), course)| course.count(&context, at, unit));
            }
        }
    }
}

impl<'a> Course<'a> {
    fn new(plan: &'a Filed<Plan>, item: &'a ScoreItem) -> Course<'a> {
        let (moved, counted) = Default::default();
        Course { plan, item, moved, counted }
    }

    fn count(&mut self, context: &Context, at: usize, unit: &str) {
        let subject = Subject { unit: unit.to_owned(), group: String::new(), gone: None };
        let counted: Vec<(String, usize)> = if is_marked(self.item) == Some(true) {
            let marks = marks(context, self.item, &subject).into_iter();
            marks.map(|placed| (placed.path, placed.at)).collect()
        } else {
            let lapses = lapses(context, self.item, &subject).into_iter();
            lapses.map(|placed| (placed.path, placed.at)).collect()
        };
        for (path, position) in counted {
            let mut files = context.book().marks.iter();
            if let Some(file) = files.position(|file| file.path == path) {
                self.counted.entry((file, position)).or_default().insert(at);
            }
        }
    }

    fn hints(&self, book: &Book, scored: &Scored, is_many: bool) -> Vec<Hint> {
        let editions: BTreeSet<usize> = self.moved.keys().copied().collect();
        let name = &self.item.name;
        let rule = rule(&self.plan.path, format!("计分项“{name}”的“每项”“分值”等"));
        if is_many {
            return vec![Hint::line(editions, rule)];
        }
        let counting = self.counted.iter().filter(|(_, counted)| **counted == editions);
        let counting = counting.filter(|_| self.is_by_records());
        let mut entries: Vec<Entry> =
            counting.map(|(at, _)| self.entry(book, *at)).collect();
        if entries.iter().any(Entry::is_undated) {
            entries.retain(Entry::is_undated);
        }
        let hint = |entry: &Entry| {
            if entry.is_undated() {
                return Hint::undated(editions.clone(), entry);
            }
            let line = entry.says(&self.counts_for(entry, &rule));
            Hint::line(editions.clone(), line)
        };
        let hints: Vec<Hint> = entries.iter().map(hint).collect();
        if !hints.is_empty() && hints.len() <= MOST {
            return hints;
        }
        let unit = book.scope_name(&Scope::Unit(scored.2.to_owned()));
        let correction = correction(self.points().0.key, "<改后的>");
        let withdrawal = withdrawal();
        vec![Hint::line(
            editions,
            format!(
                "marks：{unit}“{name}”的记录改了的改回原来的、删了的恢复，另在那一条里写 {correction}，不算了的写 {withdrawal}；没有改记录的，{rule}"
            ),
        )]
    }

    /// That a record counts for something else; a lapse does too if the plan says so.
    fn counts_for(&self, entry: &Entry, rule: &str) -> String {
        let (points, is_lapse) = self.points();
        let line = format!("{}；补记的照实写报送", entry.put_right(points));
        if is_lapse { format!("{line}；没有改它的，{rule}") } else { line }
    }

    /// The field that says what a record counts for, and whether the records are lapses.
    fn points(&self) -> (&'static Field, bool) {
        match is_marked(self.item) {
            Some(true) => (field!(Mark.points), false),
            _ => (field!(Lapse.count), true),
        }
    }

    /// Returns whether the item can have moved because a record is new or counts for more: a lapse takes
    /// whole items away.
    fn is_by_records(&self) -> bool {
        let each = self.item.each.map_or(Decimal::ZERO, |each| each.0.abs());
        let is_whole = |by: &Decimal| {
            let left = by.checked_rem(each);
            by.is_sign_negative() && left.is_none_or(|left| left.is_zero())
        };
        !self.points().1 || self.moved.values().flatten().all(is_whole)
    }

    fn entry<'b>(&self, book: &'b Book, (file, at): At) -> Entry<'b> {
        let route = if self.points().1 {
            route!(MarksFile.lapses[at])
        } else {
            route!(MarksFile.marks[at])
        };
        Entry::of(&book.marks[file], &route)
    }
}
