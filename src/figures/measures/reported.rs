//! 上报数: totals as units reported them, or as they were published and are quoted.

use rust_decimal::Decimal;

use crate::figures::facts::attribution::Place;
use crate::figures::facts::entry::{Entry, Evidence, Written};
use crate::figures::facts::fact::{Fact, RecordAt, Terms};
use crate::figures::facts::source::Source;
use crate::figures::measures::{Addend, Measure};
use crate::model::book::scope::Scope;
use crate::model::dictionary::field;
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::indicator::{MeasureKind, SourceKind};
use crate::model::record::reported::{ReportedFile, Total, TotalKind};

pub(super) const MEASURE: Measure = Measure {
    kind: MeasureKind::Reported,
    manual: "各单位逐期上报数之和",
    adds: Addend::Values,
    facts,
};

fn facts<'a>(source: &Source<'a, '_>) -> Vec<Fact<'a>> {
    let has_whole =
        totals(source).any(|(_, _, total)| scope(source, total) == Some(Scope::All));
    totals(source).filter_map(|total| fact(source, total, has_whole)).collect()
}

/// Returns the totals of the indicator, or of the one it reads, with their positions.
fn totals<'a>(
    source: &Source<'a, '_>,
) -> impl Iterator<Item = (usize, usize, &'a Total)> {
    let Source { book, indicator, .. } = *source;
    let kind = match indicator.source {
        SourceKind::Quoted => TotalKind::Quoted,
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

/// Returns the fact of a total. If the whole has totals of its own, those of units are not added to
/// it.
fn fact<'a>(
    source: &Source<'a, '_>,
    (file, at, total): (usize, usize, &'a Total),
    has_whole: bool,
) -> Option<Fact<'a>> {
    let scope = scope(source, total)?;
    let is_cumulative = total.cumulative.is_some_and(|flag| flag.0);
    let credits = source.rows.map(|rows| match scope.clone() {
        Scope::Unit(unit) => {
            let place = Place { unit: &unit, site: Some(&unit) };
            let mut credits = rows.credit(place, None, Decimal::ONE);
            credits.retain(|(scope, _)| !(has_whole && *scope == Scope::All));
            credits
        }
        scope => vec![(scope, Decimal::ONE)],
    });
    let amount = (total.value.unit.base == source.indicator.unit.base)
        .then_some(total.value.amount);
    let entry = Entry::item(field!(ReportedFile.totals), at);
    let place = (RecordAt::Total(file, at), entry);
    let terms = source.terms.shared(Terms::credited(credits));
    Some(Fact {
        written: Written::Period(Box::new(total.period.clone())),
        amount,
        total_of: is_cumulative.then(|| Box::new(scope)),
        kind: FactKind::Report,
        known: total.submitted,
        evidence: Evidence::Documents(total.wording.as_slice()),
        demo: total.demo.is_some_and(|flag| flag.0),
        ..Fact::plain(place, total.period.end(), total.value, terms)
    })
}
