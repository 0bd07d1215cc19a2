//! The marks and lapses of a unit that count at a period.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::facts::moment::{Cutoffs, calendar};
use crate::figures::scores::context::{Context, Subject};
use crate::figures::scores::work::{SourceRecord, Sources};
use crate::model::dictionary::Correctable;
use crate::model::plan::assessment::score_item::ScoreItem;
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::record::marks::{Lapse, Mark, MarksFile, MarksOf};
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

/// Returns the records of a list as they were known at the last cut-off, without those that were
/// withdrawn by then.
fn placed<'a, T: Correctable>(
    context: &Context<'a>,
    list: fn(&'a MarksFile) -> &'a [T],
    is_wanted: impl Fn(&T) -> bool,
) -> Vec<Placed<T>> {
    let mut found = Vec::new();
    for filed in &context.book().marks {
        let records = list(&filed.record).iter().enumerate();
        for (at, record) in records.filter(|(_, record)| is_wanted(record)) {
            let record = record.known_on(context.known);
            if !record.is_withdrawn() {
                found.push(Placed { path: filed.path.clone(), at, record });
            }
        }
    }
    found
}

/// Returns whether a unit's records are a subject's: its own, and those of the units that went on in
/// it.
fn is_of(context: &Context, unit: &UnitRef, subject: &Subject) -> bool {
    let register = context.register();
    let answering = register.unit(unit).map(|unit| register.answering(unit));
    answering.is_some_and(|unit| unit.id.as_str() == subject.unit)
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
        let cutoffs = Cutoffs::of(context.book(), plan, context.period);
        let cutoff = cutoffs.last_day(FactKind::Work);
        Window { days: Days { start, end }, cutoff }
    }

    fn holds(&self, day: NaiveDate, submitted: Option<NaiveDate>) -> bool {
        let late = submitted.zip(self.cutoff).is_some_and(|(day, cutoff)| day > cutoff);
        self.days.contains(day) && !late
    }
}

/// Returns the marks of a unit for an item: those of the latest period that has any, or of all its
/// periods, as the item declares.
pub fn marks(
    context: &Context,
    item: &ScoreItem,
    subject: &Subject,
) -> Vec<Placed<Mark>> {
    let window = Window::of(context, item);
    let mut marks = placed(
        context,
        |file| file.marks.as_slice(),
        |mark| {
            mark.assessment == context.assessment.id
                && mark.item == item.id
                && is_of(context, &mark.unit, subject)
                && window.holds(mark.period.end(), mark.submitted)
        },
    );
    if item.marks.unwrap_or(MarksOf::Newest) == MarksOf::Newest {
        let newest = marks.iter().map(|placed| placed.record.period.end()).max();
        marks.retain(|placed| Some(placed.record.period.end()) == newest);
    }
    marks
}

/// Marks as the sources of a score.
pub fn mark_sources(marks: &[Placed<Mark>]) -> Sources {
    Sources {
        figures: Vec::new(),
        records: marks.iter().map(mark_record).collect(),
        demo: marks.iter().any(|placed| placed.record.demo.is_some_and(|flag| flag.0)),
    }
}

fn mark_record(placed: &Placed<Mark>) -> SourceRecord {
    let mark = &placed.record;
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
pub fn lapses(
    context: &Context,
    item: &ScoreItem,
    subject: &Subject,
) -> Vec<Placed<Lapse>> {
    let window = Window::of(context, item);
    placed(
        context,
        |file| file.lapses.as_slice(),
        |lapse| {
            lapse.assessment == context.assessment.id
                && lapse.item == item.id
                && is_of(context, &lapse.unit, subject)
                && window.holds(lapse.date, lapse.submitted)
        },
    )
}
