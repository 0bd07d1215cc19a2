//! The marks, lapses and disqualifications of a unit that count at a period.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::facts::moment::{calendar, cutoffs};
use crate::figures::scores::context::{Context, Subject};
use crate::figures::scores::work::{SourceRecord, Sources};
use crate::model::book::Filed;
use crate::model::plan::assessment::score_item::ScoreItem;
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::indicator::span_kind::SpanKind;
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

fn is_of(context: &Context, unit: &UnitRef, subject: &Subject) -> bool {
    context.book().unit(unit).is_some_and(|unit| unit.id.as_str() == subject.unit)
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
        let cutoffs = cutoffs(context.book(), plan, context.period);
        let cutoff = cutoffs.get(&FactKind::Work).copied();
        Window { days: Days { start, end }, cutoff }
    }

    fn holds(&self, day: NaiveDate, submitted: Option<NaiveDate>) -> bool {
        let late = submitted.zip(self.cutoff).is_some_and(|(day, cutoff)| day > cutoff);
        self.days.contains(day) && !late
    }
}

/// Returns the marks of a unit for an item: those of the latest period that has any.
pub fn marks<'a>(
    context: &Context<'a>,
    item: &ScoreItem,
    subject: &Subject,
) -> Vec<Placed<&'a Mark>> {
    let window = Window::of(context, item);
    let mut marks: Vec<Placed<&Mark>> = placed(context, |file| file.marks.as_slice())
        .filter(|placed| {
            let mark = placed.record;
            mark.assessment == context.assessment.id
                && mark.item == item.id
                && is_of(context, &mark.unit, subject)
                && window.holds(mark.period.end(), mark.submitted)
        })
        .collect();
    let newest = marks.iter().map(|placed| placed.record.period.end()).max();
    marks.retain(|placed| Some(placed.record.period.end()) == newest);
    marks
}

/// Marks as the sources of a score.
pub fn mark_sources(marks: &[Placed<&Mark>]) -> Sources {
    Sources {
        figures: Vec::new(),
        records: marks.iter().map(mark_record).collect(),
        demo: marks.iter().any(|placed| placed.record.demo.is_some_and(|flag| flag.0)),
    }
}

fn mark_record(placed: &Placed<&Mark>) -> SourceRecord {
    let mark = placed.record;
    SourceRecord {
        name: mark.judge.clone().unwrap_or_else(|| "评分".to_owned()),
        project: None,
        file: placed.path.clone(),
        at: Some(("评分", placed.at)),
        when: mark.period.to_string(),
        amount: None,
        share: Decimal::ONE,
        points: mark.points.0,
        note: String::new(),
        evidence: mark.evidence.clone(),
        counted: true,
    }
}

/// Returns the lapses of a unit for an item within its span.
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
                && is_of(context, &lapse.unit, subject)
                && window.holds(lapse.date, lapse.submitted)
        })
        .collect()
}

/// Returns why a unit is excluded from the assessment, as known at the last cut-off; `None` if it
/// is not.
pub fn veto(context: &Context, subject: &Subject) -> Option<Veto> {
    let end = context.period.end();
    let cutoffs = cutoffs(context.book(), context.plan, context.period);
    let last = cutoffs.into_values().fold(end, Ord::max);
    placed(context, |file| file.vetoes.as_slice())
        .map(|placed| placed.record)
        .find(|veto| {
            veto.assessment == context.assessment.id
                && is_of(context, &veto.unit, subject)
                && veto.from <= last
                && veto.to.is_none_or(|to| to >= end)
        })
        .cloned()
}
