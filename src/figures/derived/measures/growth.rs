//! 同比: growth on the year before, from the records of a year earlier or as a quoted total printed it (A05).

use rust_decimal::Decimal;

use crate::figures::derived::input::{Input, PRINTED};
use crate::figures::derived::measure::DerivedMeasure;
use crate::figures::derived::sources::Sources;
use crate::figures::derived::year_before::{YearBefore, growth};
use crate::figures::facts::fact::{Judgement, RecordAt};
use crate::figures::indicator::IndicatorFigures;
use crate::figures::outcome::{Missing, Outcome, bounded};
use crate::figures::series::Series;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::plan::indicator::{MeasureKind, SourceKind};
use crate::model::value::quantity::{Base, Denomination};

pub(super) const MEASURE: DerivedMeasure = DerivedMeasure {
    kind: MeasureKind::Growth,
    manual: "本期减上年同期，再除以上年同期；引用的数照原文印的增速",
    named: |indicator| vec![&indicator.base],
    inputs,
    value,
};

/// This year's number, with that of the year before or with the growth as it was printed.
fn inputs(sources: &Sources, scope: &Scope) -> Vec<Input> {
    let base = &sources.series.indicator.base;
    let now = sources.input("本期", base, scope);
    let finished = base.as_ref().and_then(|base| sources.finished(base));
    let Some((series, figures)) = finished else { return vec![now] };
    let other = match printed_growth(sources.basis.book, series, figures, scope) {
        Some(growth) => printed(growth, now.demo),
        None => sources
            .year_before
            .get_or_init(|| YearBefore::of(series, &figures.moment))
            .input(scope),
    };
    vec![now, other]
}

fn value(inputs: &[Input]) -> Outcome {
    match inputs {
        [now] => now.in_base(),
        [_, printed] if printed.role == PRINTED => printed.in_base(),
        [now, before] => growth(now.in_base()?, before.in_base()?),
        _ => Err(Missing::Overflow),
    }
}

fn printed(growth: Decimal, demo: bool) -> Input {
    let unit = Denomination { word: "%", base: Base::Share, power: -2 };
    Input {
        role: PRINTED,
        name: "原文印的同比".to_owned(),
        figure: None,
        value: bounded(unit.of_base(growth)),
        unit,
        demo,
        lacks: Vec::new(),
        is_own: true,
    }
}

/// Returns the growth that was published with the latest total that counts for a scope.
fn printed_growth(
    book: &Book,
    series: &Series,
    figures: &IndicatorFigures,
    scope: &Scope,
) -> Option<Decimal> {
    if series.indicator.source != SourceKind::Quoted {
        return None;
    }
    let counts =
        |at: usize| matches!(figures.judgements.get(at), Some(Judgement::Counts(_)));
    let (_, fact) = series
        .facts
        .of_scope(scope)
        .filter(|(at, _)| counts(*at))
        .max_by_key(|(_, fact)| fact.when)?;
    match fact.record {
        RecordAt::Total(file, at) => {
            book.reported[file].record.totals[at].growth.map(|growth| growth.0)
        }
        _ => None,
    }
}
