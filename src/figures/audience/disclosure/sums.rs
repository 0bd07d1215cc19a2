//! The sums that an audience gets, as sums of values that it does not get.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::audience::disclosure::span::{Form, less, number, sum};
use crate::figures::audience::scope_level;
use crate::figures::basis::Basis;
use crate::figures::derived::sources::position;
use crate::figures::facts::fact::{Fact, Judgement, RecordAt};
use crate::figures::facts::ledger::judge;
use crate::figures::facts::moment::Moment;
use crate::figures::measures::measure;
use crate::figures::series::Series;
use crate::model::book::scope::Scope;
use crate::model::dictionary::{Level, Step};
use crate::model::plan::indicator::{MeasureKind, ProjectAmount};

/// A value that is not published: what a place of a record adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hidden<'a> {
    pub(super) record: RecordAt,
    pub(super) route: &'a [Step],
    /// What it adds, less what the same record had added before.
    pub(super) amount: Decimal,
    /// The share of a joint record, where shares are what is hidden.
    share: Option<Decimal>,
}

/// What is known of a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it.
    Whole,
    /// By how much it grew since the day of which it was published before.
    Since(NaiveDate),
    /// By how much a revision moved it.
    Revised,
}

/// A sum that is published, as far as it tells anything new.
#[derive(Clone, Debug)]
pub(super) struct Sum {
    /// Position of the series.
    pub(super) series: usize,
    pub(super) scope: Scope,
    /// Wider scopes of the same series that grew by the same.
    pub(super) same: Vec<Scope>,
    pub(super) day: NaiveDate,
    pub(super) part: Part,
    /// Whether it is of the same days a year before.
    pub(super) before: bool,
    /// Hidden values by their numbers.
    pub(super) form: Form,
}

/// Every published sum that holds a hidden value, and the hidden values in the order of their numbers.
#[derive(Debug, Default)]
pub(super) struct Sums<'a> {
    pub(super) all: Vec<Sum>,
    pub(super) hidden: Vec<(Hidden<'a>, &'a Fact)>,
    numbers: BTreeMap<Hidden<'a>, usize>,
    /// The latest sums of the series that is gone through.
    latest: BTreeMap<Scope, (NaiveDate, Form)>,
    known: BTreeMap<Form, usize>,
}

impl<'a> Sums<'a> {
    /// The sums of all series on all days that values are shown of.
    pub(super) fn of(basis: &'a Basis, days: &[NaiveDate]) -> Sums<'a> {
        let mut sums = Sums::default();
        for (at, series) in basis.series.iter().enumerate() {
            let days: BTreeSet<NaiveDate> =
                series.ends().chain(days.iter().copied()).collect();
            sums.latest.clear();
            for day in days {
                sums.on(basis, at, day);
            }
        }
        sums.add_revisions(basis);
        // Short sums first, so that what gives a value away is told by as few as can be.
        sums.all.sort_by_key(|sum| sum.form.len());
        sums
    }

    fn on(&mut self, basis: &'a Basis, at: usize, day: NaiveDate) {
        let own = &basis.series[at];
        let Some(moment) = own.moment(basis.book, day) else { return };
        let growth = own.indicator.measure == MeasureKind::Growth;
        let base = own.indicator.base.as_ref().filter(|_| growth);
        let (counted, moment) = match base.and_then(|one| position(basis, own, one)) {
            Some(base) => (base, moment.year_before()),
            None => (at, moment),
        };
        let series = &basis.series[counted];
        if !is_amount(series) {
            return;
        }
        let level = basis.audience.level;
        let mut forms = self.forms(series, level, &moment);
        for scope in own.rows.scopes() {
            let shown = basis.audience.sees(scope_level(&scope))
                && own.withheld(&scope, day).is_none()
                && series.withheld(&scope, day).is_none();
            if !shown {
                continue;
            }
            let form = forms.remove(&scope).unwrap_or_default();
            let before = self.latest.insert(scope.clone(), (day, form.clone()));
            let part = before.as_ref().map_or(Part::Whole, |(day, _)| Part::Since(*day));
            let form = before.map_or(form.clone(), |(_, before)| less(form, &before));
            if !form.is_empty() {
                let (series, same, before) = (counted, Vec::new(), growth);
                self.add(Sum { series, scope, same, day, part, before, form });
            }
        }
    }

    /// Adds a sum; of sums that hold the same, the one of the narrowest scope stands for all.
    pub(super) fn add(&mut self, sum: Sum) {
        match self.known.get(&sum.form) {
            None => {
                self.known.insert(sum.form.clone(), self.all.len());
                self.all.push(sum);
            }
            Some(at) => {
                let known = &mut self.all[*at];
                if (known.series, known.day) == (sum.series, sum.day) {
                    known.same.push(std::mem::replace(&mut known.scope, sum.scope));
                }
            }
        }
    }

    /// What each scope holds of hidden values at a moment.
    pub(super) fn forms(
        &mut self,
        series: &'a Series,
        level: Level,
        moment: &Moment,
    ) -> BTreeMap<Scope, Form> {
        let mut forms: BTreeMap<Scope, Form> = BTreeMap::new();
        for (fact, judgement) in series.facts.iter().zip(judge(&series.facts, moment)) {
            let Judgement::Counts(amount) = judgement else { continue };
            if amount.is_zero() {
                continue;
            }
            let joint = *fact.credits_at(moment) != *fact.credits;
            for (scope, share) in fact.credits_at(moment) {
                let share_hides = joint && *share != Decimal::ONE;
                let own =
                    if share_hides { fact.credit_level(moment) } else { fact.level() };
                if own <= level || share.is_zero() {
                    continue;
                }
                let hidden = Hidden {
                    record: fact.record,
                    route: &fact.route,
                    amount: amount.normalize(),
                    share: share_hides.then(|| share.normalize()),
                };
                let times = if share_hides { 1 } else { number(*share) };
                let unknown = self.number(hidden, fact);
                let form = forms.entry(scope.clone()).or_default();
                let own = form.entry(unknown).or_default();
                *own = sum(*own, times);
            }
        }
        forms
    }

    fn number(&mut self, hidden: Hidden<'a>, fact: &'a Fact) -> usize {
        if let Some(number) = self.numbers.get(&hidden) {
            return *number;
        }
        self.numbers.insert(hidden, self.hidden.len());
        self.hidden.push((hidden, fact));
        self.hidden.len() - 1
    }
}

/// A count gives no value of a record away, and derived values have no records of their own.
pub(super) fn is_amount(series: &Series) -> bool {
    let indicator = &series.indicator;
    // What is added up by hidden dates may itself be public, as contract amounts are.
    let public = matches!(
        indicator.amount,
        Some(
            ProjectAmount::Contract
                | ProjectAmount::Investment
                | ProjectAmount::Output
                | ProjectAmount::Land
        )
    );
    measure(indicator.measure)
        .is_some_and(|measure| measure.adds.is_recorded(indicator.unit))
        && !public
}
