//! The records of a trace: those that count, those left out, and those that an audience does not see.

use std::collections::BTreeSet;

use chrono::Datelike;
use rust_decimal::Decimal;

use crate::figures::facts::entry::Entry;
use crate::figures::facts::fact::{Fact, Judgement, LeftOut, RecordAt};
use crate::figures::figure::Figure;
use crate::model::book::redacted::PATHS;
use crate::model::book::scope::Scope;
use crate::model::dictionary::{Level, Record, Set, Step, Value};
use crate::model::record::project::Project;
use crate::model::value::date::Month;
use crate::report::paths;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Link;
use crate::view::trace::{RecordPlace, TraceRecord};
use crate::words::date;
use crate::words::number::{exact, share};

/// Who may see why a record is left out, which tells of dates and evidence that are internal.
const REASONS: Level = Level::Internal;

/// The records of a figure, in the order of the book.
#[derive(Default)]
pub(crate) struct Entries<'a> {
    pub(crate) counted: Vec<EnteredFact<'a>>,
    pub(crate) left_out: Vec<EnteredFact<'a>>,
    /// The records that count and that the audience may not see.
    pub(crate) kept: Kept,
    /// All of them, also those that stand with a row of the sum.
    pub(crate) all: Count,
}

/// A fact that enters a figure with its share, or that a rule leaves out.
pub(crate) struct EnteredFact<'a> {
    fact: &'a Fact<'a>,
    share: Decimal,
    counted: Result<Decimal, &'a LeftOut>,
}

/// How many records enter a figure, and how many a rule leaves out.
#[derive(Clone, Copy, Default)]
pub(crate) struct Count {
    pub(crate) counted: usize,
    pub(crate) left_out: usize,
}

/// How many records are kept from the audience, and what they add, in the base of the unit.
#[derive(Clone, Copy, Default)]
pub(crate) struct Kept {
    pub(crate) records: usize,
    amount: Decimal,
    /// Whether several may count as one, so that their amounts do not add up.
    distinct: bool,
}

/// The records that enter a figure and those that a rule leaves out; none of a figure that
/// the audience does not get. Those that are credited to one of the rows are counted, and stand there.
pub(crate) fn entries<'a>(
    view: &IndicatorView<'a>,
    figure: &Figure,
    rows: &[Scope],
) -> Entries<'a> {
    let mut entries = Entries::default();
    if view.withholds(&figure.scope) {
        return entries;
    }
    let (sheet, moment) = (view.sheet, &view.at.moment);
    let rows: BTreeSet<&Scope> = rows.iter().collect();
    for (fact, share, judgement) in view.judged_of(&figure.scope) {
        // A fact outside the period needs no look at the rows.
        let in_row = || {
            let mut credits = fact.credits_at(moment).iter();
            !rows.is_empty() && credits.any(|(scope, _)| rows.contains(scope))
        };
        match judgement {
            Judgement::Counts(amount) => {
                entries.all.counted += 1;
                if in_row() {
                    continue;
                }
                if sheet.sees(fact.credit_level(moment)) {
                    let counted = Ok(*amount);
                    entries.counted.push(EnteredFact { fact, share, counted });
                } else {
                    entries.kept.add(*amount * share, fact);
                }
            }
            Judgement::LeftOut(reason) if sheet.sees(REASONS) => {
                entries.all.left_out += 1;
                let entered = EnteredFact { fact, share, counted: Err(reason) };
                entries.left_out.extend((!in_row()).then_some(entered));
            }
            Judgement::LeftOut(_) | Judgement::Outside => {}
        }
    }
    entries
}

impl Kept {
    fn add(&mut self, amount: Decimal, fact: &Fact) {
        self.records += 1;
        self.distinct |= fact.distinct.is_some();
        self.amount += amount;
    }

    /// One line for all of them: how many they are and what they come to.
    pub(crate) fn line(&self, view: &IndicatorView) -> Option<TraceRecord> {
        let text = format!("另有{}条内部记录", self.records);
        (self.records > 0).then(|| TraceRecord {
            record: Link::new(text, ""),
            place: RecordPlace::default(),
            when: String::new(),
            amount: String::new(),
            share: String::new(),
            counted: if self.distinct {
                String::new()
            } else {
                in_unit(view, self.amount)
            },
            note: "不逐条公布".to_owned(),
        })
    }
}

impl<'a> EnteredFact<'a> {
    /// The fact itself.
    pub(crate) fn fact(&self) -> &'a Fact<'a> {
        self.fact
    }

    /// What part of it the scope is credited with.
    pub(crate) fn share(&self) -> Decimal {
        self.share
    }

    /// What it adds to the figure, in the unit of that; `None` if it is left out.
    pub(crate) fn adds(&self, view: &IndicatorView) -> Option<Decimal> {
        let amount = self.counted.ok()? * self.share;
        Some(view.indicator().unit.of_base(amount).unwrap_or(amount))
    }

    /// Why it is left out; `None` if it counts.
    pub(crate) fn reason(&self, view: &IndicatorView) -> Option<String> {
        self.counted.err().map(|reason| view.reason(self.fact, reason))
    }

    /// The fact as a trace shows it.
    pub(crate) fn record(&self, view: &IndicatorView) -> TraceRecord {
        let EnteredFact { fact, share: part, counted } = *self;
        let (link, place) = source(view.sheet, fact);
        let evidence = if view.sheet.sees(fact.evidence_level()) {
            fact.evidence.texts().join("、")
        } else {
            String::new()
        };
        TraceRecord {
            record: link,
            place,
            when: fact.when_text(),
            amount: fact.recorded.to_string(),
            share: if part == Decimal::ONE { String::new() } else { share(part) },
            counted: counted
                .map(|amount| in_unit(view, amount * part))
                .unwrap_or_default(),
            note: match counted {
                Err(reason) => view.reason(fact, reason),
                Ok(_) => note(fact, change(view.sheet, fact), evidence),
            },
        }
    }
}

fn in_unit(view: &IndicatorView, amount: Decimal) -> String {
    let unit = view.indicator().unit;
    let amount = unit.of_base(amount).unwrap_or(amount);
    format!("{}{}", exact(amount), unit.word)
}

/// What is to be said of a fact that counts: its weight, whether it corrects, its evidence.
fn note(fact: &Fact, change: Option<String>, evidence: String) -> String {
    let weight = fact.terms.weight;
    let weight = (weight != Decimal::ONE)
        .then(|| format!("来源地权重{}，已含在所占比例内", share(weight)));
    let correction = fact.correction.then(|| "更正".to_owned());
    let evidence = (!evidence.is_empty()).then_some(evidence);
    let parts = weight.into_iter().chain(change).chain(correction).chain(evidence);
    parts.collect::<Vec<_>>().join("；")
}

/// What had changed in the record of a fact before its day: who answers for it, or other fields.
fn change(sheet: &Sheet, fact: &Fact) -> Option<String> {
    let since = fact.validity?.days.from?;
    let RecordAt::Project(at) = fact.record else { return None };
    let changes = &sheet.book().projects[at].record.changes;
    let change = changes.iter().find(|change| change.since == Some(since))?;
    let when =
        if since.day() == 1 { date::month(Month::of(since)) } else { date::day(since) };
    if let Set(Some(unit)) = &change.unit {
        let unit = sheet.book().unit(unit).map_or(unit.as_str(), |unit| &unit.name);
        return Some(format!("自{when}起由{unit}负责"));
    }
    let mut fields: Vec<&str> = Vec::new();
    change.visit(&mut Vec::new(), &mut |route, _| {
        let Some(Step::Field(field)) = route.first() else { return };
        let is_about = Project::KIND.field_named(field.key.as_str()).is_some();
        if is_about && fields.last() != Some(&field.key.as_str()) {
            fields.push(field.key.as_str());
        }
    });
    (!fields.is_empty()).then(|| format!("自{when}起{}有变", fields.join("、")))
}

/// The record of a fact as a link, and its place in the data.
pub fn source(sheet: &Sheet, fact: &Fact) -> (Link, RecordPlace) {
    if !sheet.sees(fact.level()) {
        return (Link::new("内部记录", ""), RecordPlace::default());
    }
    let (link, path) = filed(sheet, fact.record);
    let place = if sheet.sees(PATHS) {
        RecordPlace { file: path.to_owned(), route: route(fact.entry) }
    } else {
        RecordPlace::default()
    };
    (link, place)
}

/// A record by its name, linked to its page or its address, and the path of its file.
fn filed<'a>(sheet: &Sheet<'a>, record: RecordAt) -> (Link, &'a str) {
    let book = sheet.book();
    match record {
        RecordAt::Project(at) => {
            let filed = &book.projects[at];
            // What has signed nothing yet has no page.
            let end = sheet.newest_end();
            let mut contracts = filed.record.contracts.iter();
            let is_signed = contracts.any(|contract| contract.signed <= end);
            let href = is_signed.then(|| paths::project(&filed.record));
            (Link::new(&filed.record.name, href.unwrap_or_default()), &filed.path)
        }
        RecordAt::Activity(at) => {
            let filed = &book.activities[at];
            (Link::new(&filed.record.subject, ""), &filed.path)
        }
        RecordAt::Duty(plan, at) => {
            let filed = &book.plans[plan];
            (Link::new(&filed.record.duties[at].name, ""), &filed.path)
        }
        RecordAt::Total(file, at) => {
            let filed = &book.reported[file];
            let total = &filed.record.totals[at];
            let scope = book.scope_called(total.scope.as_str());
            let name = scope.map_or_else(String::new, |scope| sheet.name(&scope));
            let href = total.address.as_ref().map_or("", |address| &address.0);
            (Link::new(name, href), &filed.path)
        }
    }
}

fn route(entry: Entry) -> String {
    let words = entry.steps().map(|step| match step {
        Step::Field(field) => field.key.to_string(),
        Step::Name(name) => name,
        Step::Index(at) => format!("第{}项", at + 1),
    });
    words.collect::<Vec<_>>().join(" ")
}
