//! What the public learns when a published sum is revised: the difference of the old and the new.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::figures::audience::disclosure::span::Form;
use crate::figures::audience::disclosure::sums::{Part, Sum, Sums, is_amount};
use crate::figures::basis::Basis;
use crate::figures::facts::fact::RecordAt;
use crate::figures::series::Series;
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::value::FrozenValue;
use crate::model::edition::revision::DisclosedFigure;
use crate::model::value::number::is_bounded;
use crate::model::value::period::Period;

/// A sum by which a revision moved a figure.
struct Moved<'a> {
    series: usize,
    scope: Scope,
    /// In the base of the indicator's unit.
    by: Decimal,
    period: &'a Period,
}

impl<'a> Sums<'a> {
    /// Adds the differences that equal what a record, or an entry of it, adds to the sum. The data
    /// before the revision is not there, so a record counts as revised if all its sums moved.
    pub(super) fn add_revisions(&mut self, basis: &'a Basis) {
        let book = basis.audience.book;
        for release in &book.releases {
            let period = &release.record.period;
            for (_, changed) in book.disclosed_figures(period) {
                if let Some(moved) = moved(basis, period, changed) {
                    self.add_moved(basis, &moved);
                }
            }
        }
    }

    fn add_moved(&mut self, basis: &'a Basis, moved: &Moved) {
        let Moved { series: at, scope, by, period } = moved;
        let series = &basis.series[*at];
        let day = period.end();
        let Some(moment) = series.moment(basis.book, period) else { return };
        let mut forms = self.forms(series, basis.audience.level, &moment);
        let form = forms.remove(scope).unwrap_or_default();
        let mut records: BTreeMap<RecordAt, Vec<(usize, Decimal)>> = BTreeMap::new();
        for unknown in form.keys() {
            let (hidden, fact) = &self.hidden[*unknown];
            let mut credits = fact.credits_at(&moment).iter();
            let share =
                credits.find(|(credited, _)| credited == scope).map(|(_, share)| *share);
            let all_moved = fact.credits_at(&moment).iter().all(|(credited, _)| {
                let id =
                    FigureId::Indicator(series.indicator.id.clone(), credited.clone());
                credited == scope
                    || !is_shown(basis, series, credited, period)
                    || basis.audience.book.is_revised(period, &id, &FrozenPart::Value)
            });
            if let Some(share) = share.filter(|_| all_moved) {
                let adds = (*unknown, hidden.adds(fact) * share);
                records.entry(fact.record).or_default().push(adds);
            }
        }
        let single = records.values().flatten().map(std::slice::from_ref);
        let whole = records.values().map(Vec::as_slice);
        let given = single
            .chain(whole)
            .find(|adds| adds.iter().map(|(_, amount)| *amount).sum::<Decimal>() == *by);
        let Some(given) = given else { return };
        let form: Form =
            given.iter().map(|(unknown, _)| (*unknown, form[unknown])).collect();
        let (scope, same) = (scope.clone(), Vec::new());
        let part = Part::Revised;
        self.add(Sum { series: *at, scope, same, day, part, before: false, form });
    }
}

/// The sum that a revision moved; `None` if it holds no hidden values or the audience got none.
fn moved<'a>(
    basis: &Basis,
    period: &'a Period,
    changed: &DisclosedFigure,
) -> Option<Moved<'a>> {
    let number =
        |value: Option<FrozenValue>| value?.number().filter(|number| is_bounded(*number));
    let (old, new) = (number(changed.before())?, number(changed.after())?);
    let FigureId::Indicator(indicator, scope) = &changed.figure else { return None };
    let at = basis.series.iter().position(|series| {
        series.indicator.id == *indicator && series.plan.span.contains(period.end())
    })?;
    let series = &basis.series[at];
    let scope = series.scopes().find(|row| *row == scope)?;
    let by = series.indicator.unit.to_base(new - old)?;
    let is_sum = changed.part == FrozenPart::Value && is_amount(series);
    let holds_hidden = is_sum && is_shown(basis, series, scope, period);
    holds_hidden.then(|| Moved { series: at, scope: scope.clone(), by, period })
}

/// Whether the audience got the number of a scope when it was released.
fn is_shown(basis: &Basis, series: &Series, scope: &Scope, period: &Period) -> bool {
    let id = FigureId::Indicator(series.indicator.id.clone(), scope.clone());
    let release = basis.audience.book.release(period);
    basis.audience.gets(series, scope, period.end())
        && release.is_some_and(|release| {
            release.record.gave(&id, &FrozenPart::Value, basis.audience.level)
        })
}
