//! Figures that the plan keeps secret and that published figures give away by the rows they share.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::diagnostic::Place;
use crate::figures::audience::disclosure::Disclosure;
use crate::figures::audience::disclosure::span::{Form, Span};
use crate::figures::audience::scope_level;
use crate::figures::basis::Basis;
use crate::figures::series::Series;
use crate::model::book::scope::Scope;
use crate::model::dictionary::route;
use crate::model::plan::Plan;
use crate::words::date;

/// Each secret figure that can be recovered.
pub(super) fn given_away(basis: &Basis, days: &[NaiveDate]) -> Vec<Disclosure> {
    let summed =
        basis.series.iter().filter(|series| !series.indicator.measure.is_derived());
    summed.flat_map(|series| of_series(basis, series, days)).collect()
}

fn of_series(basis: &Basis, series: &Series, days: &[NaiveDate]) -> Vec<Disclosure> {
    let days: BTreeSet<NaiveDate> = series.ends().chain(days.iter().copied()).collect();
    let mut told = BTreeSet::new();
    let mut findings = Vec::new();
    let mut checked = BTreeSet::new();
    for day in days.into_iter().filter(|day| series.plan.span.contains(*day)) {
        let scopes = series.rows.scopes();
        let seen = scopes.iter().filter(|scope| basis.audience.sees(scope_level(scope)));
        let (shown, kept): (Vec<&Scope>, Vec<&Scope>) =
            seen.partition(|scope| series.withheld(scope, day).is_none());
        let is_secret = |scope: &&&Scope| {
            series.withheld(scope, day).is_some_and(|withheld| withheld.is_secret)
        };
        let secret: Vec<&Scope> = kept.iter().filter(is_secret).copied().collect();
        // The same scopes give the same away on every day.
        let same = (kept.into_iter().cloned().collect::<Vec<_>>(), secret.len());
        if secret.is_empty() || !checked.insert(same) {
            continue;
        }
        for (scope, from) in recovered(series, &shown, &secret) {
            if told.insert(scope.clone()) {
                findings.extend(self::told(basis, series, day, &scope, &from));
            }
        }
    }
    findings
}

/// The secret scopes that published ones give, each with those that give it.
fn recovered(
    series: &Series,
    shown: &[&Scope],
    secret: &[&Scope],
) -> Vec<(Scope, Vec<Scope>)> {
    let rows: Vec<Scope> =
        series.rows.scopes().iter().flat_map(|scope| series.rows.below(scope)).collect();
    let numbers: BTreeMap<&Scope, usize> =
        rows.iter().collect::<BTreeSet<_>>().into_iter().zip(0..).collect();
    let form = |scope: &Scope| -> Form {
        let below = series.rows.below(scope);
        let parts = if below.is_empty() { std::slice::from_ref(scope) } else { &below };
        parts.iter().filter_map(|part| Some((*numbers.get(part)?, 1))).collect()
    };
    let mut span = Span::default();
    for (number, scope) in shown.iter().enumerate() {
        span.add(number, &form(scope));
    }
    let given = |scope: &Scope| {
        let form = form(scope);
        let from = span.giving(&form).filter(|_| !form.is_empty())?.into_iter();
        Some((scope.clone(), from.map(|number| shown[number].clone()).collect()))
    };
    secret.iter().filter_map(|scope| given(scope)).collect()
}

fn told(
    basis: &Basis,
    series: &Series,
    day: NaiveDate,
    scope: &Scope,
    from: &[Scope],
) -> Option<Disclosure> {
    let book = basis.book;
    let plan = book.plans.iter().position(|filed| filed.record.id == series.plan.id)?;
    let at = series.withheld(scope, day)?.restriction?;
    let route = route!(Plan.restrictions[at]);
    let names: Vec<String> = from
        .iter()
        .take(3)
        .map(|scope| format!("“{}”", book.scope_name(scope)))
        .collect();
    let more = if from.len() > names.len() {
        format!("等{}个", from.len())
    } else {
        String::new()
    };
    let message = format!(
        "“{}的{}”写明不公开，却可以由公布的{}{more}范围的数推出（{}）",
        book.scope_name(scope),
        series.indicator.name,
        names.join("、"),
        date::day(day),
    );
    let help = "和它合成一个合计的范围里，再留下一个不公布；只要不单独列出、不怕推算的，处理写“合并”";
    let place = Place::value(book.plans[plan].file, route);
    Some(Disclosure { place, message, help: help.to_owned() })
}
