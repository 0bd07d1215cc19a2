//! Months that nobody reported: what records add up to then is known of an earlier day alone.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::figures::facts::attribution::{Place, Rows};
use crate::figures::facts::collected::Facts;
use crate::figures::facts::fact::{Fact, Judgement, LeftOut};
use crate::figures::facts::ledger::Sum;
use crate::figures::facts::moment::Moment;
use crate::figures::facts::reporting::heard::Heard;
use crate::figures::facts::reporting::{Lack, Quiet, Silent};
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::plan::Plan;
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::indicator::{Indicator, MeasureKind};
use crate::model::plan::stage::Stage;

/// What was sent of the records that an indicator counts.
#[derive(Clone, Debug)]
pub struct Listening<'a> {
    /// For each duty that brings them.
    heard: Vec<Heard<'a>>,
    /// Whether units are told apart: the plan says what a sum prints without some of them.
    by_unit: bool,
}

impl<'a> Listening<'a> {
    /// Collects what was sent of the records that an indicator counts; nothing where no duty brings
    /// them.
    pub(in crate::figures) fn to(
        book: &Book,
        plan: &'a Plan,
        indicator: &Indicator,
    ) -> Listening<'a> {
        let by_unit = indicator.when_silent.is_some();
        let Some(kind) = kind(indicator) else {
            return Listening { heard: Vec::new(), by_unit };
        };
        let duties = plan.duties.iter().filter(|duty| duty.facts.contains(&kind));
        let heard = duties.map(|duty| Heard::of(book, plan, duty, kind)).collect();
        Listening { heard, by_unit }
    }

    /// Returns that nobody reported at a moment, or that a unit did not.
    fn quiet(&self, moment: &Moment, unit: Option<&str>) -> Option<Quiet> {
        self.heard.iter().find_map(|heard| heard.quiet(moment, unit))
    }

    /// Takes back what counts at a moment of which nobody reported, or its unit did not.
    pub(in crate::figures) fn hush(
        &self,
        facts: &Facts,
        judgements: &mut [Judgement],
        moment: &Moment,
    ) {
        if self.heard.is_empty() {
            return;
        }
        // A record of the days themselves is a report, whatever else a duty brings.
        let is_told = |quiet: &Quiet| {
            let mut judged = facts.iter().zip(&*judgements);
            judged.any(|(fact, judgement)| {
                matches!(judgement, Judgement::Counts(_)) && quiet.since <= fact.when
            })
        };
        let whole = self.quiet(moment, None).filter(|quiet| !is_told(quiet));
        let mut known: BTreeMap<String, Option<Quiet>> = BTreeMap::new();
        let mut of_unit = |fact: &Fact| {
            let scope = fact.reporter(moment).filter(|_| self.by_unit)?;
            let Scope::Unit(unit) = scope else { return None };
            let quiet = || self.quiet(moment, Some(unit));
            *known.entry(unit.clone()).or_insert_with(quiet)
        };
        for (fact, judgement) in facts.iter().zip(judgements) {
            let Judgement::Counts(amount) = judgement else { continue };
            if let Some(quiet) = whole.or_else(|| of_unit(fact)) {
                let until = quiet.until.unwrap_or(fact.when);
                *judgement = Judgement::LeftOut(LeftOut::Silent(until, *amount));
            }
        }
    }

    /// Remembers in sums who did not report: nobody, so that no scope has a number, or single units.
    pub(in crate::figures) fn silence(
        &self,
        sums: &mut BTreeMap<Scope, Sum>,
        rows: &Rows,
        judgements: &[Judgement],
        moment: &Moment,
    ) {
        let counts = |judgement: &Judgement| matches!(judgement, Judgement::Counts(_));
        let whole = self.quiet(moment, None).filter(|_| !judgements.iter().any(counts));
        if let Some(Quiet { until, .. }) = whole {
            for scope in rows.scopes() {
                let sum = sums.entry(scope.clone()).or_default();
                if sum.silent.is_empty() {
                    let scope = scope.clone();
                    sum.miss(Silent { scope, until, amount: Decimal::ZERO });
                }
            }
        } else if self.by_unit {
            self.heard.iter().for_each(|heard| miss(heard, sums, rows, moment));
        }
    }
}

/// Remembers in sums which units did not report that had to, and which periods they left out.
fn miss(heard: &Heard, sums: &mut BTreeMap<Scope, Sum>, rows: &Rows, moment: &Moment) {
    for unit in heard.bound(moment) {
        let quiet = heard.quiet(moment, Some(unit));
        let holes = if quiet.is_none() { heard.holes(moment, unit) } else { Vec::new() };
        let place = Place { unit, site: Some(unit) };
        for (credited, _) in rows.credit(place, None, Decimal::ONE) {
            let sum = sums.entry(credited).or_default();
            let scope = Scope::Unit(unit.to_owned());
            if let Some(Quiet { until, .. }) = quiet {
                let (scope, amount) = (scope.clone(), Decimal::ZERO);
                sum.miss(Silent { scope, until, amount });
            }
            let lack = |period| Lack { scope: scope.clone(), period: Some(period) };
            sum.holes.extend(holes.iter().cloned().map(lack));
        }
    }
}

/// Returns the kind of records that an indicator counts; `None` if it counts none that duties bring.
fn kind(indicator: &Indicator) -> Option<FactKind> {
    Some(match indicator.measure {
        MeasureKind::Funds => FactKind::Funds,
        MeasureKind::Contract => FactKind::Contract,
        MeasureKind::Activities | MeasureKind::Visited => FactKind::Work,
        MeasureKind::Projects | MeasureKind::StageAmount => {
            let filter = indicator.filter.as_ref();
            let stage = filter.and_then(|filter| filter.stage).unwrap_or(Stage::Signed);
            let has_permit = filter.is_some_and(|filter| filter.permit.is_some());
            let is_signed = stage == Stage::Signed && !has_permit;
            if is_signed { FactKind::Contract } else { FactKind::Stage }
        }
        _ => return None,
    })
}
