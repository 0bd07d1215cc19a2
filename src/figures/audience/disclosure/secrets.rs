//! Figures that are kept secret and that published figures give away.
//!
//! Whatever a figure counts is an unknown here, and each published figure an equation over these
//! unknowns. Parts and wholes, rows, groups, chains and channels, months and running totals,
//! years and currencies need no equations of their own: two figures that count the same money
//! hold the same unknowns. What is derived is given away by the figures that it is derived from.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::diagnostic::Place;
use crate::figures::audience::disclosure::Disclosure;
use crate::figures::audience::disclosure::certificate::{Certificate, Term, name};
use crate::figures::audience::disclosure::hidden::Unknowns;
use crate::figures::audience::disclosure::span::{Form, Span, less};
use crate::figures::audience::disclosure::sums::Sums;
use crate::figures::audience::scope_level;
use crate::figures::basis::Basis;
use crate::figures::derived::bases;
use crate::figures::facts::moment::Moment;
use crate::figures::measures::MEASURES;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::dictionary::route;
use crate::model::plan::Plan;
use crate::model::plan::indicator::MeasureKind;
use crate::model::record::reported::{Total, TotalKind};
use crate::words::date;

/// Each secret figure that can be worked out, once for all its days.
pub(super) fn given_away(basis: &Basis, days: &[NaiveDate]) -> Vec<Disclosure> {
    let secrets = secrets(basis, days);
    if secrets.is_empty() {
        return Vec::new();
    }
    let measures = measures(basis, &secrets);
    let mut published = Published {
        basis,
        measures: &measures,
        sums: Sums::of(basis, days, Unknowns::Of(&measures)),
        span: Span::default(),
        totals: reported(basis.audience.book),
        forms: (None, 0, BTreeMap::new()),
    };
    for (number, sum) in published.sums.all.iter().enumerate() {
        published.span.add(number, &sum.form);
    }
    let mut told = BTreeSet::new();
    let mut findings = Vec::new();
    for secret in secrets {
        if told.contains(&(secret.series, secret.scope.clone())) {
            continue;
        }
        if let Some(disclosure) = published.disclosure(&secret) {
            told.insert((secret.series, secret.scope.clone()));
            findings.push(disclosure);
        }
    }
    findings
}

/// The figures that the audience must not get in any way, on the days that others are published.
fn secrets(basis: &Basis, days: &[NaiveDate]) -> Vec<Term> {
    let mut secrets = Vec::new();
    for (at, series) in basis.series.iter().enumerate() {
        let scopes = series.scopes().filter(|scope| {
            basis.audience.sees(scope_level(scope)) && series.withheld.contains_key(scope)
        });
        let scopes: Vec<&Scope> = scopes.collect();
        let ends: BTreeSet<NaiveDate> =
            series.ends().chain(days.iter().copied()).collect();
        for day in ends.into_iter().filter(|day| series.plan.span.contains(*day)) {
            let secret = scopes.iter().filter(|scope| {
                series.withheld(scope, day).is_some_and(|withheld| withheld.is_secret)
            });
            secrets.extend(secret.map(|scope| Term {
                series: at,
                scope: (*scope).clone(),
                day,
                before: false,
            }));
        }
    }
    secrets
}

/// The totals that units reported and that the audience sees, by the last day of their periods.
fn reported(book: &Book) -> BTreeMap<NaiveDate, Vec<&Total>> {
    let mut by_day: BTreeMap<NaiveDate, Vec<&Total>> = BTreeMap::new();
    let totals = book.reported.iter().flat_map(|filed| &filed.record.totals);
    for total in totals.filter(|total| total.kind == TotalKind::Reported) {
        by_day.entry(total.period.end()).or_default().push(total);
    }
    by_day
}

/// The measures of which something is secret, directly or by what is derived from them.
fn measures(basis: &Basis, secrets: &[Term]) -> Vec<MeasureKind> {
    let mut series: Vec<usize> = secrets.iter().map(|secret| secret.series).collect();
    let mut measures = Vec::new();
    while let Some(at) = series.pop() {
        let kind = basis.series[at].indicator.measure;
        if measures.contains(&kind) {
            continue;
        }
        series.extend(bases(basis, &basis.series[at]));
        if MEASURES.iter().any(|measure| measure.kind == kind) {
            measures.push(kind);
        }
    }
    // They count the same pieces on other days.
    let supports = [MeasureKind::SupportDue, MeasureKind::SupportDone];
    if measures.iter().any(|kind| supports.contains(kind)) {
        measures.extend(supports);
    }
    measures
}

/// What is published, and what follows from it.
struct Published<'b> {
    basis: &'b Basis<'b>,
    measures: &'b [MeasureKind],
    sums: Sums<'b>,
    span: Span,
    /// The totals that units reported, by the last day of their periods.
    totals: BTreeMap<NaiveDate, Vec<&'b Total>>,
    /// The forms of the last series and moment that were asked for.
    forms: (Option<Moment>, usize, BTreeMap<Scope, Form>),
}

impl Published<'_> {
    fn disclosure(&mut self, secret: &Term) -> Option<Disclosure> {
        let basis = self.basis;
        let series = &basis.series[secret.series];
        let (equation, help) = if series.indicator.measure.is_derived() {
            self.derived(secret)?
        } else {
            self.reported(secret).or_else(|| self.counted(secret))?
        };
        let book = basis.book;
        let plan =
            book.plans.iter().position(|filed| filed.record.id == series.plan.id)?;
        let file = book.plans[plan].file;
        let place = match series.withheld(&secret.scope, secret.day)?.restriction {
            Some(at) => Place::value(file, route!(Plan.restrictions[at])),
            None => Place::whole(file),
        };
        let name = name(basis, secret);
        let day = date::day(secret.day);
        let message = format!(
            "“{name}”写明不公开，却可以由公布的数推出：{equation} ＝ {name}（不公开），{day}"
        );
        Some(Disclosure { place, message, help })
    }

    /// How what is counted follows from other figures that count the same.
    fn counted(&mut self, secret: &Term) -> Option<(String, String)> {
        let certificate = self.certificate(secret)?;
        let beside = match certificate.beside(secret)? {
            Term { before: true, .. } => "推得出上年同期数的同比".to_owned(),
            term => format!("“{}”", name(self.basis, term)),
        };
        Some((certificate.words(self.basis, secret.day), help(&beside)))
    }

    /// A certificate that holds in exact decimals: of two figures where there is one.
    fn certificate(&mut self, secret: &Term) -> Option<Certificate> {
        let form = self.form(secret)?;
        let giving = self.span.giving(&form)?;
        let certificate = match self.short(secret, &form) {
            Some(certificate) => certificate,
            None => Certificate::of(&self.sums, &giving)?,
        };
        certificate.holds(self.basis, secret).then_some(certificate)
    }

    /// One or two figures of the day, or of the one before, that give a form.
    fn short(&mut self, secret: &Term, form: &Form) -> Option<Certificate> {
        let (basis, measures) = (self.basis, self.measures);
        let days = self.sums.days.range(..=secret.day).rev().take(2);
        let days: Vec<NaiveDate> = days.copied().collect();
        let mut shown: Vec<(Term, Form)> = Vec::new();
        for (at, series) in basis.series.iter().enumerate() {
            for day in &days {
                if !measures.contains(&series.indicator.measure) {
                    continue;
                }
                for scope in series.scopes() {
                    let is_shown = basis.audience.gets(series, scope, *day);
                    let scope = scope.clone();
                    let term = Term { series: at, scope, day: *day, before: false };
                    if is_shown && let Some(form) = self.form(&term) {
                        shown.push((term, form));
                    }
                }
            }
        }
        // Of equal figures the one of the same scope is named, of the plan's first indicator.
        shown.sort_by_key(|(term, _)| term.scope != secret.scope);
        let mut by_form: BTreeMap<&Form, &Term> = BTreeMap::new();
        for (term, form) in &shown {
            by_form.entry(form).or_insert(term);
        }
        if let Some(same) = by_form.get(form) {
            return Some(Certificate::difference(same, None));
        }
        shown.iter().find_map(|(term, whole)| {
            let rest = by_form.get(&less(whole.clone(), form))?;
            Some(Certificate::difference(term, Some(rest)))
        })
    }

    /// What a figure counts; `None` where it counts nothing.
    fn form(&mut self, term: &Term) -> Option<Form> {
        let series = &self.basis.series[term.series];
        let moment = series.moment_on(self.basis.book, term.day)?;
        let moment = if term.before { moment.year_before() } else { moment };
        if (self.forms.0.as_ref(), self.forms.1) != (Some(&moment), term.series) {
            let forms = self.sums.forms(series, self.basis.audience.level, &moment);
            self.forms = (Some(moment), term.series, forms);
        }
        self.forms.2.get(&term.scope).cloned()
    }

    /// How a derived figure follows from those it is worked out from, all of which are given.
    fn derived(&mut self, secret: &Term) -> Option<(String, String)> {
        let inputs = inputs(self.basis, secret);
        for input in &inputs {
            self.certificate(input)?;
        }
        let audience = self.basis.audience.level.label();
        let named: Vec<String> = inputs
            .iter()
            .map(|input| format!("{}（{audience}）", name(self.basis, input)))
            .collect();
        let between = match self.basis.series[secret.series].indicator.measure {
            MeasureKind::Difference => " − ",
            MeasureKind::Capped | MeasureKind::Scaled => "、",
            _ => " ÷ ",
        };
        let first = format!("“{}”", name(self.basis, inputs.first()?));
        Some((named.join(between), help(&first)))
    }

    /// The total of the same figure that its unit reported, which stands beside it; what is
    /// quoted had been published before, and is no secret.
    fn reported(&self, secret: &Term) -> Option<(String, String)> {
        let Term { series, scope, day, .. } = secret;
        let (book, series) = (self.basis.audience.book, &self.basis.series[*series]);
        if series.indicator.measure == MeasureKind::Reported {
            return None;
        }
        let total = self.totals.get(day)?.iter().find(|total| {
            series.indicator.is_called(total.indicator.as_str())
                && book.scope_called(total.scope.as_str()).as_ref() == Some(scope)
        })?;
        let equation = format!("上报的总数{}（公开）", total.value);
        let help = "上报的总数公开版也看得到：去掉这条“公开限制”，或者不登记这条总数";
        Some((equation, help.to_owned()))
    }
}

fn help(beside: &str) -> String {
    format!("在“公开限制”里连{beside}也不公布；只要不单独列出、不怕推算的，处理写“合并”")
}

/// The figures that a derived one is worked out from.
fn inputs(basis: &Basis, secret: &Term) -> Vec<Term> {
    let series = &basis.series[secret.series];
    let bases = bases(basis, series);
    let term = |at: usize, scope: &Scope, before: bool| Term {
        series: at,
        scope: scope.clone(),
        day: secret.day,
        before,
    };
    let mut inputs: Vec<Term> =
        bases.iter().map(|at| term(*at, &secret.scope, false)).collect();
    match series.indicator.measure {
        MeasureKind::ShareOfWhole => {
            inputs.extend(bases.iter().map(|at| term(*at, &Scope::All, false)));
        }
        MeasureKind::Growth => {
            inputs.extend(bases.iter().map(|at| term(*at, &secret.scope, true)));
        }
        _ => {}
    }
    inputs
}
