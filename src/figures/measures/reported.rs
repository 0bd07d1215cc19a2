//! 上报数: totals as units reported them, or as they were published and are quoted.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::figures::facts::attribution::Place;
use crate::figures::facts::entry::{Entry, Evidence, Written};
use crate::figures::facts::fact::{Fact, RecordAt};
use crate::figures::facts::knowledge::{Holding, Knowledge};
use crate::figures::facts::reporting::TotalOf;
use crate::figures::facts::source::Source;
use crate::figures::facts::terms::{Credits, JointCredits, Terms};
use crate::figures::measures::{Addend, Measure};
use crate::model::book::scope::Scope;
use crate::model::dictionary::{Correctable, field};
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::indicator::{Accrual, MeasureKind, SourceKind};
use crate::model::record::reported::{ReportedFile, Total, TotalKind};
use crate::model::value::quantity::Quantity;

pub(super) const MEASURE: Measure = Measure {
    kind: MeasureKind::Reported,
    manual: "各单位逐期上报数之和",
    adds: Addend::Values,
    facts,
};

fn facts<'a>(source: &Source<'a, '_>) -> Vec<Fact<'a>> {
    let wholes = Wholes::of(source);
    let states = |(file, at, total)| states(source, (file, at), total, &wholes);
    totals(source).flat_map(states).collect()
}

/// Returns the totals of the indicator, or of the one it reads, with their positions.
fn totals<'a>(
    source: &Source<'a, '_>,
) -> impl Iterator<Item = (usize, usize, &'a Total)> {
    let Source { book, indicator, .. } = *source;
    let kind = match indicator.source {
        SourceKind::Quoted => TotalKind::Quoted,
        SourceKind::Below => TotalKind::Below,
        _ => TotalKind::Reported,
    };
    let series = match &indicator.reads {
        Some(other) => {
            book.indicator(other.as_str()).map_or(indicator, |(_, indicator)| indicator)
        }
        None => indicator,
    };
    book.reported
        .iter()
        .enumerate()
        .flat_map(|(file, filed)| {
            let totals = filed.record.totals.iter().enumerate();
            totals.map(move |(at, total)| (file, at, total))
        })
        .filter(move |(_, _, total)| {
            total.kind == kind && series.is_called(total.indicator.as_str())
        })
}

fn scope(source: &Source, total: &Total) -> Option<Scope> {
    source.book.scope_called(total.scope.as_str())
}

/// From when on it is known, for each year, that the whole has totals of its own. Those of units
/// are not added to it then.
struct Wholes(BTreeMap<i32, NaiveDate>);

impl Wholes {
    fn of(source: &Source) -> Wholes {
        let mut known: BTreeMap<i32, NaiveDate> = BTreeMap::new();
        for (.., total) in totals(source) {
            if scope(source, total) == Some(Scope::All) {
                let end = total.period.end();
                let day = total.known().map_or(end, |day| day.max(end));
                let first = known.entry(end.year()).or_insert(day);
                *first = day.min(*first);
            }
        }
        Wholes(known)
    }
}

/// What is known of a total from a day on.
#[derive(Clone, Copy)]
struct State {
    value: Quantity,
    accrual: Accrual,
    with_merged: bool,
    withdrawn: bool,
    correction: bool,
}

/// Returns a fact for each state of knowledge of a total.
fn states<'a>(
    source: &Source<'a, '_>,
    place: (usize, usize),
    total: &'a Total,
    wholes: &Wholes,
) -> Vec<Fact<'a>> {
    let Some(scope) = scope(source, total) else { return Vec::new() };
    let state = |total: &Total, correction| State {
        value: total.value,
        accrual: match source.indicator.accrual() {
            Accrual::Flow if total.is_cumulative() => Accrual::ToDate,
            accrual => accrual,
        },
        with_merged: total.with_merged.is_some_and(|flag| flag.0),
        withdrawn: total.is_withdrawn(),
        correction,
    };
    let (end, kind) = (total.period.end(), FactKind::Report);
    let known = |known| Knowledge { happened: end, known, kind };
    let mut course = vec![(known(total.known()), state(total, false))];
    let days: BTreeSet<NaiveDate> = total.correction_days().collect();
    course.extend(
        days.into_iter().map(|day| (known(Some(day)), state(&total.known_on(day), true))),
    );
    let whole = fact(source, place, total, (&scope, wholes));
    let is_corrected = course.len() > 1;
    let stated = |(holding, state): (Holding, State)| Fact {
        recorded: state.value,
        amount: state.value.in_base(source.indicator.unit.base),
        total: Some(Box::new(TotalOf {
            scope: scope.clone(),
            from: total.period.days().start,
            accrual: state.accrual,
            with_merged: state.with_merged,
        })),
        known: holding.since.known,
        correction: state.correction,
        withdrawn: state.withdrawn,
        holdings: if is_corrected { Box::new([holding]) } else { Box::default() },
        ..whole.clone()
    };
    Holding::each(&course).map(stated).collect()
}

/// Returns the fact of a total as it was reported.
fn fact<'a>(
    source: &Source<'a, '_>,
    (file, at): (usize, usize),
    total: &'a Total,
    (scope, wholes): (&Scope, &Wholes),
) -> Fact<'a> {
    let end = total.period.end();
    let entry = Entry::item(field!(ReportedFile.totals), at);
    let adds = source.indicator.unit.base.adds();
    let credits = source.rows.map(|rows| match scope {
        Scope::Unit(unit) if adds => {
            let place = Place { unit, site: Some(unit) };
            rows.credit(place, None, Decimal::ONE)
        }
        scope => vec![(scope.clone(), Decimal::ONE)],
    });
    let without_whole = |credits: &Credits| -> Credits {
        credits.iter().filter(|(scope, _)| *scope != Scope::All).cloned().collect()
    };
    let joint = |reported: &NaiveDate| JointCredits {
        reported: *reported,
        credits: credits.map(without_whole),
    };
    let joint = wholes.0.get(&end.year()).filter(|_| *scope != Scope::All).map(joint);
    let terms = Terms { joint, ..Terms::credited(credits) };
    let place = (RecordAt::Total(file, at), entry);
    Fact {
        written: Written::Period(Box::new(total.period.clone())),
        kind: FactKind::Report,
        evidence: if total.kind == TotalKind::Below {
            Evidence::Released(total.wording.as_slice())
        } else {
            Evidence::Documents(total.wording.as_slice())
        },
        demo: total.demo.is_some_and(|flag| flag.0),
        level: total.level(),
        ..Fact::plain(place, end, total.value, source.terms.shared(terms))
    }
}
