//! The values that an audience does not get, as unknowns of the sums that it gets.

use rust_decimal::Decimal;

use crate::figures::audience::disclosure::span::{number, product, ratio};
use crate::figures::facts::entry::Entry;
use crate::figures::facts::fact::{Fact, RecordAt};
use crate::figures::facts::moment::Moment;
use crate::figures::series::Series;
use crate::model::dictionary::Level;
use crate::model::plan::indicator::MeasureKind;
use crate::model::plan::indicator::project_amount::ProjectAmount;

/// Whose values are unknown.
#[derive(Clone, Copy, Debug)]
pub(super) enum Unknowns<'m> {
    /// Those of records that the audience does not see.
    OfHiddenRecords,
    /// All that series of some measures count: what figures are made of is not told.
    Of(&'m [MeasureKind]),
}

/// A value that is not published: what one place of a record adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hidden<'a> {
    /// What is counted of the record: its filing is no contract, though they may be equal.
    counted: (MeasureKind, Option<ProjectAmount>),
    pub(super) record: RecordAt,
    entry: Option<Entry>,
    /// The amount as it is recorded, in whatever currency; where the record had added something
    /// before, what it adds beyond that.
    amount: Decimal,
    /// The share of a joint record, if the share is what is hidden.
    share: Option<Decimal>,
    /// The name that counts once, whatever record it stands in.
    name: Option<&'a str>,
}

impl Hidden<'_> {
    /// What it adds, in the base of the unit of the indicator that a fact was taken for.
    pub(super) fn adds(&self, fact: &Fact) -> Decimal {
        let is_recorded = self.amount == fact.recorded.amount().normalize();
        fact.amount.filter(|_| is_recorded).unwrap_or(self.amount)
    }
}

impl Unknowns<'_> {
    /// The unknown that a fact is to a scope that has a share of it, and how often it enters;
    /// `None` where it is known.
    pub(super) fn entry<'a>(
        self,
        series: &Series,
        fact: &Fact<'a>,
        (amount, share): (Decimal, Decimal),
        level: Level,
        moment: &Moment,
    ) -> Option<(Hidden<'a>, u64)> {
        let is_joint = fact.is_joint_at(moment);
        let (share, times) = match self {
            Unknowns::OfHiddenRecords => {
                let is_shared = is_joint && share != Decimal::ONE;
                let fact_level =
                    if is_shared { fact.credit_level(moment) } else { fact.level() };
                if fact_level <= level {
                    return None;
                }
                if is_shared {
                    (Some(share.normalize()), 1)
                } else {
                    (None, number(share))
                }
            }
            Unknowns::Of(_) => (None, number(share)),
        };
        // The same amount in another currency is no other unknown.
        let recorded = fact.recorded.amount();
        let is_recorded = fact.amount == Some(amount) && !recorded.is_zero();
        let (amount, rate) =
            if is_recorded { (recorded, ratio(amount, recorded)) } else { (amount, 1) };
        let name = fact.distinct;
        let (record, entry) = match name {
            Some(_) => (RecordAt::Project(0), None),
            None => (fact.record, Some(fact.entry)),
        };
        let (counted, amount) = (counted(series), amount.normalize());
        let hidden = Hidden { counted, record, entry, amount, share, name };
        (times != 0).then(|| (hidden, product(times, rate)))
    }
}

/// What a series counts of a record; support that is due is counted again once it is done.
fn counted(series: &Series) -> (MeasureKind, Option<ProjectAmount>) {
    let measure = match series.indicator.measure {
        MeasureKind::SupportDone => MeasureKind::SupportDue,
        measure => measure,
    };
    (measure, series.indicator.amount)
}
