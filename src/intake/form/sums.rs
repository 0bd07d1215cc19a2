//! What had come of a year before a period, as the records say.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::model::book::Book;
use crate::model::dictionary::Correctable;
use crate::model::plan::indicator::{Accrual, Indicator};
use crate::model::record::project::Project;
use crate::model::record::reported::TotalKind;
use crate::model::value::date::Month;
use crate::model::value::period::Period;
use crate::model::value::quantity::{Base, Denomination, Quantity};

/// Returns the money of a project in a year before a month, in 元; `None` if some of it is in
/// another currency.
pub fn before(project: &Project, month: Month) -> Option<Decimal> {
    let own = project
        .funds
        .iter()
        .filter(|entry| entry.month.year == month.year && entry.month < month);
    own.map(|entry| entry.amount.0.in_base(Base::Yuan)).sum()
}

/// Returns the money of a project in a month, if there is any; `None` if it is of several
/// currencies, which never add up.
pub fn of_month(project: &Project, month: Month) -> Option<Option<Quantity>> {
    let mut own = project.funds.iter().filter(|entry| entry.month == month);
    own.try_fold(None, |sum: Option<Quantity>, entry| match sum {
        Some(sum) => Some(Some(sum.plus(&entry.amount.0)?)),
        None => Some(Some(entry.amount.0)),
    })
}

/// Returns the sum of what was reported of an indicator for a scope in a year before a period, in
/// the indicator's unit; `None` where sums of it say nothing or nothing was reported.
pub fn reported_before(
    book: &Book,
    indicator: &Indicator,
    scope: &str,
    period: &Period,
) -> Option<Decimal> {
    let start = period.days().start;
    let mut sum: Option<Decimal> = None;
    let mut newest: Option<NaiveDate> = None;
    for total in book.reported.iter().flat_map(|file| &file.record.totals) {
        let is_meant = total.kind == TotalKind::Reported
            && !total.is_withdrawn()
            && indicator.is_called(total.indicator.as_str())
            && is_same_scope(book, total.scope.as_str(), scope);
        let end = total.period.end();
        if !is_meant || end >= start || end.year() != start.year() {
            continue;
        }
        let value = total.known_on(NaiveDate::MAX).value;
        let number = value.in_unit(indicator.unit)?;
        if total.is_cumulative() || indicator.accrual() == Accrual::ToDate {
            if newest.is_none_or(|day| day < end) {
                (newest, sum) = (Some(end), Some(number));
            }
        } else {
            sum = Some(sum.unwrap_or_default() + number);
        }
    }
    sum.filter(|_| adds(indicator))
}

/// Returns what was reported of an indicator for a scope and a period.
pub(super) fn reported_of(
    book: &Book,
    indicator: &Indicator,
    scope: &str,
    period: &Period,
) -> Option<Quantity> {
    let mut totals = book.reported.iter().flat_map(|file| &file.record.totals);
    let total = totals.find(|total| {
        total.kind == TotalKind::Reported
            && !total.is_withdrawn()
            && total.period == *period
            && indicator.is_called(total.indicator.as_str())
            && is_same_scope(book, total.scope.as_str(), scope)
    })?;
    Some(total.known_on(NaiveDate::MAX).value)
}

/// Whether what is reported of an indicator adds up over a year.
pub fn adds(indicator: &Indicator) -> bool {
    indicator.accrual() != Accrual::Stock
}

/// Whether two words are of one scope.
pub fn is_same_scope(book: &Book, left: &str, right: &str) -> bool {
    let unit = |word: &str| book.unit_called(word).map(|unit| &unit.id);
    left == right || unit(left).is_some() && unit(left) == unit(right)
}

/// Returns an amount of 元 in 万元.
pub(super) fn in_ten_thousands(amount: Decimal) -> Option<Decimal> {
    let unit = Denomination::of("万元")?;
    Quantity::of_base(amount, unit).in_unit(unit)
}
