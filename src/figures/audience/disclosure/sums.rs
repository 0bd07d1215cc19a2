//! The sums that an audience gets, as sums of values that it does not get.
//!
//! To an audience, each hidden value is an unknown, and each published figure an equation over
//! unknowns: what the figure adds from records that the audience may see is known and drops out.
//! If a unit's figure holds the hidden months `x1` and `x2` of one project and the public month of
//! another, its form is `x1 + x2`. Published again a month later with a further hidden month, the
//! figure tells nothing new but its growth, so the second equation is the difference, `x3`: here a
//! hidden value is given away. Forms are compared over all indicators, scopes and days, since a
//! value may only come out by holding one against another; `span` does that.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::figures::audience::disclosure::hidden::{Hidden, Unknowns};
use crate::figures::audience::disclosure::span::{Form, less, put};
use crate::figures::basis::Basis;
use crate::figures::facts::fact::{Fact, Judgement};
use crate::figures::facts::moment::Moment;
use crate::figures::measures::measure;
use crate::figures::series::Series;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::indicator::MeasureKind;
use crate::model::plan::indicator::project_amount::ProjectAmount;

/// The part of a sum that is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it.
    Whole,
    /// Its growth since the day for which it was published before.
    Since(NaiveDate),
    /// The difference that a revision made.
    Revised,
}

/// A published sum, without what was published before.
#[derive(Clone, Debug)]
pub(super) struct Sum {
    /// Position of the series.
    pub(super) series: usize,
    pub(super) scope: Scope,
    /// Wider scopes of the same series with the same form.
    pub(super) same: Vec<Scope>,
    pub(super) day: NaiveDate,
    pub(super) part: Part,
    /// Whether it covers the same days of the year before.
    pub(super) before: bool,
    /// Hidden values by their numbers.
    pub(super) form: Form,
}

/// Every published sum that holds a hidden value, and the hidden values in the order of their numbers.
#[derive(Debug)]
pub(super) struct Sums<'a> {
    unknowns: Unknowns<'a>,
    /// The days on which something is published.
    pub(super) days: BTreeSet<NaiveDate>,
    pub(super) all: Vec<Sum>,
    pub(super) hidden: Vec<(Hidden<'a>, &'a Fact<'a>)>,
    numbers: BTreeMap<Hidden<'a>, usize>,
    /// The latest published sum of each scope, within one series.
    latest: BTreeMap<Scope, (NaiveDate, Form)>,
    /// The position of the sum that stands for all with the same form.
    by_form: BTreeMap<Form, usize>,
}

impl<'a> Sums<'a> {
    /// The sums of all series on all days for which values are published.
    pub(super) fn of(
        basis: &'a Basis,
        days: &[NaiveDate],
        unknowns: Unknowns<'a>,
    ) -> Sums<'a> {
        let mut sums = Sums {
            unknowns,
            days: BTreeSet::new(),
            all: Vec::new(),
            hidden: Vec::new(),
            numbers: BTreeMap::new(),
            latest: BTreeMap::new(),
            by_form: BTreeMap::new(),
        };
        for (at, series) in basis.series.iter().enumerate() {
            let days: BTreeSet<NaiveDate> =
                series.ends().chain(days.iter().copied()).collect();
            sums.latest.clear();
            sums.days.extend(&days);
            for moment in moments(basis, series, &days) {
                sums.add_published(basis, at, moment);
            }
        }
        if matches!(unknowns, Unknowns::OfHiddenRecords) {
            sums.add_revisions(basis);
        }
        // Short sums first, so that a finding names as few of them as possible.
        sums.all.sort_by_key(|sum| sum.form.len());
        sums
    }

    /// Adds the sums that a series publishes for a day. A growth reveals those of the year before:
    /// this year's are published by its base indicator.
    fn add_published(&mut self, basis: &'a Basis, at: usize, moment: Moment) {
        let (published, day) = (&basis.series[at], moment.days.end);
        let is_growth = published.indicator.measure == MeasureKind::Growth;
        let base = published
            .indicator
            .base
            .as_ref()
            .filter(|_| is_growth)
            .and_then(|base| basis.position(published, base));
        let (counted, moment) = match base {
            Some(base) => (base, moment.year_before()),
            None => (at, moment),
        };
        let series = &basis.series[counted];
        let is_unknown = match self.unknowns {
            Unknowns::OfHiddenRecords => is_amount(series),
            Unknowns::Of(measures) => measures.contains(&series.indicator.measure),
        };
        if !is_unknown {
            return;
        }
        let start = moment.days.start;
        let mut forms = self.forms(series, basis.audience.level, &moment);
        for scope in published.scopes() {
            let is_shown = basis.audience.gets(published, scope, day)
                && series.withheld(scope, day).is_none();
            if !is_shown {
                continue;
            }
            let whole = forms.remove(scope).unwrap_or_default();
            let (part, form) =
                match self.latest.insert(scope.clone(), (day, whole.clone())) {
                    // What began anew, or from nothing, has nothing of what it was before.
                    Some((since, before)) if start <= since && !before.is_empty() => {
                        (Part::Since(since), less(whole, &before))
                    }
                    _ => (Part::Whole, whole),
                };
            if !form.is_empty() {
                let (series, same, before) = (counted, Vec::new(), is_growth);
                let scope = scope.clone();
                self.add(Sum { series, scope, same, day, part, before, form });
            }
        }
    }

    /// Adds a sum; of sums with the same form, the one of the narrowest scope stands for all.
    pub(super) fn add(&mut self, sum: Sum) {
        match self.by_form.get(&sum.form) {
            None => {
                self.by_form.insert(sum.form.clone(), self.all.len());
                self.all.push(sum);
            }
            Some(at) => {
                let wider = &mut self.all[*at];
                if (wider.series, wider.day) == (sum.series, sum.day) {
                    wider.same.push(std::mem::replace(&mut wider.scope, sum.scope));
                }
            }
        }
    }

    /// The hidden values that each scope holds at a moment.
    pub(super) fn forms(
        &mut self,
        series: &'a Series<'a>,
        level: Level,
        moment: &Moment,
    ) -> BTreeMap<Scope, Form> {
        let mut forms: BTreeMap<Scope, Form> = BTreeMap::new();
        let mut seen: BTreeSet<(&Scope, &str)> = BTreeSet::new();
        for (fact, judgement) in series.facts.iter().zip(series.judge(moment)) {
            let Judgement::Counts(amount) = judgement else { continue };
            if amount.is_zero() {
                continue;
            }
            for (scope, share) in fact.credits_at(moment) {
                if fact.distinct.is_some_and(|name| !seen.insert((scope, name))) {
                    continue;
                }
                let Some((hidden, times)) =
                    self.unknowns.entry(series, fact, (amount, *share), level, moment)
                else {
                    continue;
                };
                let unknown = self.number(hidden, fact);
                put(forms.entry(scope.clone()).or_default(), unknown, times);
            }
        }
        forms
    }

    /// The number of a hidden value, which is given to it when it is first met.
    fn number(&mut self, hidden: Hidden<'a>, fact: &'a Fact<'a>) -> usize {
        if let Some(number) = self.numbers.get(&hidden) {
            return *number;
        }
        self.numbers.insert(hidden, self.hidden.len());
        self.hidden.push((hidden, fact));
        self.hidden.len() - 1
    }
}

/// The moments for which a series publishes values: the days, and each edition that has other
/// cut-offs than they.
fn moments(basis: &Basis, series: &Series, days: &BTreeSet<NaiveDate>) -> Vec<Moment> {
    let on_days = days.iter().filter_map(|day| series.moment_on(basis.book, *day));
    let mut moments: Vec<Moment> = on_days.collect();
    for edition in &basis.book.editions {
        let period = &edition.record.card.period;
        if let Some(moment) = series.moment(basis.book, period)
            && days.contains(&moment.days.end)
            && !moments.contains(&moment)
        {
            moments.push(moment);
        }
    }
    moments.sort_by_key(|moment| moment.days.end);
    moments
}

/// Whether a series adds up hidden amounts: a count reveals no value of a record, and derived
/// values have no records.
pub(super) fn is_amount(series: &Series) -> bool {
    let indicator = &series.indicator;
    // Hidden dates may say what is added up, while the amounts are public, as those of contracts.
    let is_public = matches!(
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
        && !is_public
}
