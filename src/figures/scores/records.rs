//! The marks, lapses and disqualifications of a unit that count at a period.

use chrono::NaiveDate;

use crate::figures::facts::moment::{calendar, cutoffs};
use crate::figures::scores::context::{Context, Subject};
use crate::model::book::Filed;
use crate::model::plan::FactKind;
use crate::model::plan::assessment::score_item::ScoreItem;
use crate::model::plan::indicator::SpanKind;
use crate::model::record::marks::{Lapse, Mark, MarksFile, Veto};
use crate::model::value::date::Days;
use crate::model::value::reference::UnitRef;

/// A record with its place: path of the file, its list and its position there.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed<T> {
    /// Path inside the book's folder.
    pub path: String,
    /// Position in its list.
    pub at: usize,
    /// The record.
    pub record: T,
}

fn placed<'a, T: Clone>(
    context: &Context<'a>,
    list: fn(&'a MarksFile) -> &'a [T],
) -> impl Iterator<Item = Placed<&'a T>> {
    let files = context.book().marks.iter();
    files.flat_map(move |filed: &'a Filed<MarksFile>| {
        let records = list(&filed.record).iter().enumerate();
        records.map(move |(at, record)| Placed { path: filed.path.clone(), at, record })
    })
}

fn is_own(context: &Context, unit: &UnitRef, subject: &Subject) -> bool {
    context.book().unit(unit).is_some_and(|found| found.id.as_str() == subject.unit)
}

/// The days that an item takes records from, and whether one of them was submitted in time.
struct Window {
    days: Days,
    cutoff: Option<NaiveDate>,
}

impl Window {
    fn of(context: &Context, item: &ScoreItem) -> Window {
        let (plan, end) = (context.plan, context.period.end());
        let start = match item.span.unwrap_or(SpanKind::Year) {
            SpanKind::Plan => plan.span.start,
            span => calendar(span, end).start.max(plan.span.start),
        };
        let cutoff = cutoffs(context.book(), plan, end).get(&FactKind::Work).copied();
        Window { days: Days { start, end }, cutoff }
    }

    fn holds(&self, day: NaiveDate, submitted: Option<NaiveDate>) -> bool {
        let late = submitted.zip(self.cutoff).is_some_and(|(day, cutoff)| day > cutoff);
        self.days.contains(day) && !late
    }
}

/// The marks of a unit for an item: those of the latest period that has any.
pub fn marks<'a>(
    context: &Context<'a>,
    item: &ScoreItem,
    subject: &Subject,
) -> Vec<Placed<&'a Mark>> {
    let window = Window::of(context, item);
    let mut found: Vec<Placed<&Mark>> = placed(context, |file| file.marks.as_slice())
        .filter(|placed| {
            let mark = placed.record;
            mark.assessment == context.assessment.id
                && mark.item == item.id
                && is_own(context, &mark.unit, subject)
                && window.holds(mark.period.end(), mark.submitted)
        })
        .collect();
    let latest = found.iter().map(|placed| placed.record.period.end()).max();
    found.retain(|placed| Some(placed.record.period.end()) == latest);
    found
}

/// The lapses of a unit for an item within its span.
pub fn lapses<'a>(
    context: &Context<'a>,
    item: &ScoreItem,
    subject: &Subject,
) -> Vec<Placed<&'a Lapse>> {
    let window = Window::of(context, item);
    placed(context, |file| file.lapses.as_slice())
        .filter(|placed| {
            let lapse = placed.record;
            lapse.assessment == context.assessment.id
                && lapse.item == item.id
                && is_own(context, &lapse.unit, subject)
                && window.holds(lapse.date, lapse.submitted)
        })
        .collect()
}

/// Why a unit is taken out of the assessment, if it is: known by the last cut-off at the latest.
pub fn veto(context: &Context, subject: &Subject) -> Option<Veto> {
    let end = context.period.end();
    let last =
        cutoffs(context.book(), context.plan, end).into_values().fold(end, Ord::max);
    let vetoes = placed(context, |file| file.vetoes.as_slice());
    let mut own = vetoes.map(|placed| placed.record).filter(|veto| {
        veto.assessment == context.assessment.id
            && is_own(context, &veto.unit, subject)
            && veto.from <= last
            && veto.to.is_none_or(|to| to >= end)
    });
    own.next().cloned()
}
