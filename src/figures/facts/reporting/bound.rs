//! The units that have to report an indicator, whether or not they ever do.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::figures::facts::attribution::{ByRoll, Place, Rows};
use crate::figures::facts::collected::Facts;
use crate::figures::facts::duties::periods::periods;
use crate::figures::facts::fact::Judgement;
use crate::figures::facts::ledger::Sum;
use crate::figures::facts::moment::Moment;
use crate::figures::facts::reporting::{Lack, Silent, TotalOf};
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::plan::Plan;
use crate::model::plan::duty::Duty;
use crate::model::plan::indicator::{Accrual, Indicator, MeasureKind};
use crate::model::value::date::Days;
use crate::model::value::period::Period;
use crate::model::value::reference::IndicatorRef;

/// A unit that has to report the totals of an indicator.
#[derive(Clone, Debug)]
pub struct Bound {
    unit: Scope,
    /// Scopes that its totals are credited to, by the units of the day.
    credits: ByRoll<Vec<Scope>>,
    /// The periods of its duty.
    periods: Vec<Period>,
}

impl Bound {
    /// Returns the units that the duties of a plan bind to report an indicator.
    pub(in crate::figures) fn to(
        book: &Book,
        plan: &Plan,
        indicator: &Indicator,
        rows: &ByRoll<Rows>,
    ) -> Vec<Bound> {
        if indicator.measure != MeasureKind::Reported {
            return Vec::new();
        }
        let is_meant = |named: &IndicatorRef| {
            indicator.is_called(named.as_str()) || indicator.reads.as_ref() == Some(named)
        };
        let brings = |duty: &&Duty| duty.indicators.iter().any(is_meant);
        let duties = plan.duties.iter().filter(brings);
        duties.flat_map(|duty| Bound::by(book, plan, duty, rows)).collect()
    }

    /// Binds whoever is a unit of the duty at the end of one of its periods, for these.
    fn by(book: &Book, plan: &Plan, duty: &Duty, rows: &ByRoll<Rows>) -> Vec<Bound> {
        let mut bound: BTreeMap<String, Vec<Period>> = BTreeMap::new();
        for period in periods(duty, plan.span.end) {
            let due = duty.due.for_end(period.end());
            for unit in book.registered(period.end(), due).units_in(&duty.units) {
                bound.entry(unit.id.to_string()).or_default().push(period.clone());
            }
        }
        let bound = bound.into_iter().map(|(unit, periods)| {
            let credits = rows.map(|rows| {
                let place = Place { unit: &unit, site: Some(&unit) };
                let credits = rows.credit(place, None, Decimal::ONE);
                credits.into_iter().map(|(scope, _)| scope).collect()
            });
            Bound { unit: Scope::Unit(unit), credits, periods }
        });
        bound.collect()
    }

    /// The totals of the unit that count, with the last day of each.
    fn counted<'a>(
        &self,
        (facts, judgements): (&'a Facts, &[Judgement]),
    ) -> Vec<(&'a TotalOf, NaiveDate)> {
        let counted = facts.of_scope(&self.unit).filter_map(|(at, fact)| {
            let total = fact.total.as_deref()?;
            let counts = matches!(judgements.get(at), Some(Judgement::Counts(_)));
            (counts && total.scope == self.unit).then_some((total, fact.when))
        });
        counted.collect()
    }

    /// Changes each sum that the unit belongs to; the whole is not made of units where it has totals
    /// of its own.
    fn each_sum(
        &self,
        roll: usize,
        sums: &mut BTreeMap<Scope, Sum>,
        change: impl Fn(&mut Sum),
    ) {
        let own_whole = sums.get(&Scope::All).is_some_and(|sum| sum.is_own);
        let credits = self.credits.at(roll).iter();
        for scope in credits.filter(|scope| !(own_whole && **scope == Scope::All)) {
            change(sums.entry(scope.clone()).or_default());
        }
    }
}

/// Remembers in sums who had to report by the end of some days and never did in them.
pub(in crate::figures) fn miss(
    sums: &mut BTreeMap<Scope, Sum>,
    bound: &[Bound],
    judged: (&Facts, &[Judgement]),
    moment: &Moment,
) {
    let days = moment.days;
    let is_due =
        |bound: &&Bound| bound.periods.iter().any(|period| days.contains(period.end()));
    // What a unit reported before it went on in another is in the sums of that.
    let is_silent = |bound: &&Bound| {
        !sums.contains_key(&bound.unit) && bound.counted(judged).is_empty()
    };
    let never: Vec<&Bound> = bound.iter().filter(is_due).filter(is_silent).collect();
    for bound in never {
        bound.each_sum(moment.roll, sums, |sum| {
            let (scope, amount) = (bound.unit.clone(), Decimal::ZERO);
            sum.miss(Silent { scope, until: None, amount });
        });
    }
}

/// Remembers in sums which single periods units left out that have reported later ones.
pub(in crate::figures) fn leave_holes(
    sums: &mut BTreeMap<Scope, Sum>,
    bound: &[Bound],
    judged: (&Facts, &[Judgement]),
    moment: &Moment,
) {
    for bound in bound {
        let counted = bound.counted(judged);
        let is_open = |period: &&Period| {
            moment.days.contains(period.end())
                && !counted.iter().any(|(total, when)| holds(total, *when, period))
        };
        let open = bound.periods.iter().filter(is_open);
        for period in open.filter(|_| !counted.is_empty()) {
            bound.each_sum(moment.roll, sums, |sum| {
                let (scope, period) = (bound.unit.clone(), Some(period.clone()));
                let lack = Lack { scope, period };
                if !sum.holes.contains(&lack) {
                    sum.holes.push(lack);
                }
            });
        }
    }
}

/// Returns whether a total up to a day holds a period.
fn holds(total: &TotalOf, when: NaiveDate, period: &Period) -> bool {
    let Days { start, end } = period.days();
    let begun = match total.accrual {
        Accrual::Flow => total.from <= start,
        Accrual::ToDate => when.year() == end.year(),
        Accrual::Stock => true,
    };
    begun && end <= when
}
