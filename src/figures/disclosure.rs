//! Which hidden values an audience could work out from one published sum.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::figures::Basis;
use crate::figures::fact::{Fact, Judgement, RecordAt};
use crate::figures::ledger::judge;
use crate::figures::moment::Moment;
use crate::figures::series::Series;
use crate::model::dictionary::Level;
use crate::model::indicator::{MeasureKind, ProjectAmount};
use crate::model::scope::Scope;
use crate::model::written::Step;
use crate::words::date;

/// A hidden value that a published sum gives away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recoverable {
    /// Position of the series.
    pub series: usize,
    /// The published sum.
    pub scope: Scope,
    /// Whether published parts have to be taken off the sum first.
    pub less_parts: bool,
    /// The record whose value is the rest.
    pub record: RecordAt,
    /// The first and the last day of which the sum is published.
    pub days: (NaiveDate, NaiveDate),
}

/// A finding for each hidden value that can be recovered, with what the plan can do about it.
pub fn given_away(basis: &Basis) -> Vec<Diagnostic> {
    recoverable(basis).iter().map(|one| finding(basis, one)).collect()
}

fn finding(basis: &Basis, found: &Recoverable) -> Diagnostic {
    let series = &basis.series[found.series];
    let (indicator, book) = (&series.indicator.name, basis.book);
    let scope = book.scope_name(&found.scope);
    let (first, last) = found.days;
    let days = match first == last {
        true => date::day(first),
        false => format!("{}至{}", date::day(first), date::day(last)),
    };
    let sum = match found.less_parts {
        true => format!("{scope}的{indicator}减去已公布的各部分"),
        false => format!("{scope}的{indicator}"),
    };
    let (file, route, name) = match found.record {
        RecordAt::Project(at) => {
            let filed = &book.projects[at];
            (filed.file, Vec::new(), filed.record.name.clone())
        }
        RecordAt::Activity(at) => {
            let filed = &book.activities[at];
            (filed.file, Vec::new(), filed.record.subject.clone())
        }
        RecordAt::Duty(plan, at) => {
            let filed = &book.plans[plan];
            (filed.file, Vec::new(), filed.record.duties[at].name.clone())
        }
        RecordAt::Total(file, at) => {
            let filed = &book.reported[file];
            (filed.file, vec![Step::from("总数"), Step::from(at)], scope.clone())
        }
    };
    let audience = basis.audience.level.label();
    let place = match route.is_empty() {
        true => Place::whole(file),
        false => Place::value(file, route),
    };
    let message = format!(
        "{audience}版的“{sum}”（{days}）只含一条不公开的记录，由此可以推出“{name}”的数"
    );
    let mut finding = Diagnostic::new(CODE, Severity::Error, place, message);
    finding.help(format!(
        "在方案“{}”的“公开限制”里写明这个数不公开，或合并到更大的范围；或另外再留下一个范围不公布",
        series.plan.name
    ));
    finding
}

/// What a record adds to a scope, and whether any of it is hidden.
#[derive(Clone, Copy, Debug, Default)]
struct Addend {
    amount: Decimal,
    hidden: bool,
}

/// Code of the findings.
const CODE: &str = "hidden-value";

type Addends = BTreeMap<RecordAt, Addend>;

/// Every hidden value that can be recovered from one sum that the audience gets, or from such
/// a sum less its published parts, on any day that values are shown of.
pub fn recoverable(basis: &Basis) -> Vec<Recoverable> {
    let mut found: Vec<Recoverable> = Vec::new();
    for (at, series) in basis.series.iter().enumerate().filter(|(_, one)| is_amount(one))
    {
        for day in series.ends() {
            let Some(moment) = series.moment(basis.book, day) else { continue };
            for (scope, less_parts, record) in
                at_moment(series, basis.audience.level, &moment)
            {
                let same = found.iter_mut().find(|one| {
                    one.series == at && one.scope == scope && one.record == record
                });
                match same {
                    Some(one) => one.days.1 = day,
                    None => {
                        let days = (day, day);
                        found.push(Recoverable {
                            series: at,
                            scope,
                            less_parts,
                            record,
                            days,
                        });
                    }
                }
            }
        }
    }
    found
}

/// A count gives no value of a record away, and derived values have no records of their own.
fn is_amount(series: &Series) -> bool {
    let counts = [
        MeasureKind::Projects,
        MeasureKind::Activities,
        MeasureKind::Visited,
        MeasureKind::Missed,
    ];
    let measure = series.indicator.measure;
    // What is added up by hidden dates may itself be public, as contract amounts are.
    let public = matches!(
        series.indicator.amount,
        Some(
            ProjectAmount::Contract
                | ProjectAmount::Investment
                | ProjectAmount::Output
                | ProjectAmount::Land
        )
    );
    !counts.contains(&measure) && !measure.is_derived() && !public
}

fn at_moment(
    series: &Series,
    level: Level,
    moment: &Moment,
) -> Vec<(Scope, bool, RecordAt)> {
    let addends = addends(series, level, moment);
    let none = Addends::new();
    let of = |scope: &Scope| addends.get(scope).unwrap_or(&none);
    let is_published = |scope: &Scope| !series.withheld.contains_key(scope);
    let mut found = Vec::new();
    for scope in series.rows.scopes().into_iter().filter(|scope| is_published(scope)) {
        found.extend(single(of(&scope)).map(|record| (scope.clone(), false, record)));
        for parts in divisions(series, &scope) {
            let (shown, kept): (Vec<&Scope>, Vec<&Scope>) =
                parts.iter().partition(|part| is_published(part));
            if shown.is_empty() || kept.is_empty() {
                continue;
            }
            let shown: Vec<&Addends> = shown.into_iter().map(of).collect();
            let rest =
                less(of(&scope), &shown, &kept.into_iter().map(of).collect::<Vec<_>>());
            found.extend(single(&rest).map(|record| (scope.clone(), true, record)));
        }
    }
    found
}

/// What each record adds to each scope.
fn addends(series: &Series, level: Level, moment: &Moment) -> BTreeMap<Scope, Addends> {
    let mut addends: BTreeMap<Scope, Addends> = BTreeMap::new();
    let judgements = judge(&series.facts, moment);
    for (fact, judgement) in series.facts.iter().zip(judgements) {
        let Judgement::Counts(amount) = judgement else { continue };
        for (scope, share) in fact.credits_at(moment) {
            let own =
                addends.entry(scope.clone()).or_default().entry(fact.record).or_default();
            own.amount += amount * share;
            own.hidden |= is_hidden(fact, moment, *share, level);
        }
    }
    addends
}

/// Of a joint record that is itself seen, only the shares are hidden.
fn is_hidden(fact: &Fact, moment: &Moment, share: Decimal, level: Level) -> bool {
    let own =
        if share == Decimal::ONE { fact.level() } else { fact.credit_level(moment) };
    own > level
}

/// The ways in which a scope is published in parts.
fn divisions(series: &Series, scope: &Scope) -> Vec<Vec<Scope>> {
    let rows = &series.rows;
    let mut divisions = vec![rows.below(scope)];
    if *scope == Scope::All {
        let scopes = rows.scopes();
        let group = |scope: &Scope| matches!(scope, Scope::Group(_) | Scope::Other);
        divisions.push(scopes.iter().filter(|scope| group(scope)).cloned().collect());
        let within: Vec<Scope> = scopes
            .iter()
            .filter(|scope| matches!(scope, Scope::Sector(_)))
            .flat_map(|sector| rows.below(sector))
            .collect();
        let outside = rows.parts().into_iter().filter(|row| !within.contains(row));
        let sectors = scopes.iter().filter(|scope| matches!(scope, Scope::Sector(_)));
        divisions.push(sectors.cloned().chain(outside).collect());
    }
    divisions
}

/// What is left of a sum when its published parts are taken off, by record.
fn less(sum: &Addends, shown: &[&Addends], kept: &[&Addends]) -> Addends {
    let mut rest = sum.clone();
    for (record, addend) in shown.iter().flat_map(|part| part.iter()) {
        rest.entry(*record).or_default().amount -= addend.amount;
    }
    for (record, addend) in kept.iter().flat_map(|part| part.iter()) {
        rest.entry(*record).or_default().hidden |= addend.hidden;
    }
    rest
}

/// The only record whose hidden amount is in a sum.
fn single(addends: &Addends) -> Option<RecordAt> {
    let mut hidden =
        addends.iter().filter(|(_, addend)| addend.hidden && !addend.amount.is_zero());
    let (record, _) = hidden.next()?;
    hidden.next().is_none().then_some(*record)
}
