//! The single spans of an indicator, such as its quarters so far, each with its own sums.

use std::collections::BTreeMap;

use crate::figures::facts::ledger::Sum;
use crate::figures::indicator::IndicatorFigures;
use crate::figures::series::Series;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::value::date::Days;

/// A span of an indicator with what its facts add up to.
#[derive(Debug)]
pub struct SpanSums {
    /// Its days; of the last one, up to the end of the period.
    pub days: Days,
    /// What its facts add up to.
    pub sums: BTreeMap<Scope, Sum>,
}

/// Returns the spans of an indicator since the plan began, the newest first, all by the knowledge of
/// one period.
pub(super) fn spans(
    book: &Book,
    series: &Series,
    figures: &IndicatorFigures,
) -> Vec<SpanSums> {
    let mut spans = Vec::new();
    let mut end = figures.moment.days.end;
    while let Some(mut moment) = series.moment_on(book, end) {
        moment.cutoffs = figures.moment.cutoffs.clone();
        let sums = series.sums(&series.judge(&moment), &moment);
        spans.push(SpanSums { days: moment.days, sums });
        let Some(before) = moment.days.start.pred_opt() else { break };
        end = before;
    }
    spans
}
