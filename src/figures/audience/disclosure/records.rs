//! Values of single records that published sums give away.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::diagnostic::Place;
use crate::figures::audience::disclosure::Disclosure;
use crate::figures::audience::disclosure::hidden::Unknowns;
use crate::figures::audience::disclosure::span::{Form, Span};
use crate::figures::audience::disclosure::sums::{Part, Sum, Sums};
use crate::figures::basis::Basis;
use crate::figures::facts::fact::{Fact, RecordAt};
use crate::model::book::FileId;
use crate::model::book::scope::Scope;
use crate::words::date;

/// Sums and values that a message names; the rest is counted.
const NAMED: usize = 3;

/// What is given away of a record: its facts, and the sums that give them.
#[derive(Debug, Default)]
struct Recovered<'a> {
    facts: Vec<&'a Fact<'a>>,
    sums: Vec<usize>,
}

/// Each record with a hidden value that can be recovered.
pub(super) fn given_away(basis: &Basis, days: &[NaiveDate]) -> Vec<Disclosure> {
    let sums = Sums::of(basis, days, Unknowns::OfHiddenRecords);
    let recovered = recovered(&sums);
    let disclosures = recovered.iter();
    disclosures
        .map(|(record, values)| disclosure(basis, &sums, *record, values))
        .collect()
}

fn recovered<'a>(sums: &Sums<'a>) -> BTreeMap<RecordAt, Recovered<'a>> {
    let kinds = kinds(sums);
    let firsts: BTreeMap<usize, usize> =
        kinds.iter().enumerate().map(|(kind, members)| (members[0], kind)).collect();
    let mut span = Span::default();
    for (number, sum) in sums.all.iter().enumerate() {
        let of_kinds = sum
            .form
            .iter()
            .filter_map(|(unknown, times)| Some((*firsts.get(unknown)?, *times)));
        span.add(number, &of_kinds.collect());
    }
    let mut recovered: BTreeMap<RecordAt, Recovered> = BTreeMap::new();
    for (kind, members) in kinds.iter().enumerate() {
        let Some(record) = only_record(sums, members) else { continue };
        let Some(giving) = span.giving(&Form::from([(kind, 1)])) else { continue };
        let values = recovered.entry(record).or_default();
        values.facts.extend(members.iter().map(|number| sums.hidden[*number].1));
        values.sums.extend(giving.into_keys());
    }
    add_wholes(sums, &kinds, &span, &mut recovered);
    recovered
}

/// Records of which all values together are given away, though none by itself: a sum that is
/// published only now and then holds the values of many months.
fn add_wholes<'a>(
    sums: &Sums<'a>,
    kinds: &[Vec<usize>],
    span: &Span,
    recovered: &mut BTreeMap<RecordAt, Recovered<'a>>,
) {
    let mut wholes: BTreeMap<RecordAt, Option<Vec<usize>>> = BTreeMap::new();
    for (kind, members) in kinds.iter().enumerate() {
        let records = members.iter().map(|number| sums.hidden[*number].0.record);
        let alone = only_record(sums, members).is_some();
        for record in records {
            let whole = wholes.entry(record).or_insert_with(|| Some(Vec::new()));
            match whole {
                Some(whole) if alone => whole.push(kind),
                _ => *whole = None,
            }
        }
    }
    for (record, whole) in wholes {
        let whole = whole.filter(|_| !recovered.contains_key(&record));
        let Some(whole) = whole else { continue };
        let form: Form = whole.iter().map(|kind| (*kind, 1)).collect();
        let Some(giving) = span.giving(&form) else { continue };
        let members = form.keys().flat_map(|kind| &kinds[*kind]);
        let facts = members.map(|number| sums.hidden[*number].1).collect();
        recovered.insert(record, Recovered { facts, sums: giving.into_keys().collect() });
    }
}

/// Hidden values that stand in the same sums with the same shares: they can only be found together.
fn kinds(sums: &Sums) -> Vec<Vec<usize>> {
    let mut places: Vec<Vec<(usize, u64)>> = vec![Vec::new(); sums.hidden.len()];
    for (number, sum) in sums.all.iter().enumerate() {
        for (unknown, times) in &sum.form {
            places[*unknown].push((number, *times));
        }
    }
    let mut kinds: BTreeMap<&[(usize, u64)], Vec<usize>> = BTreeMap::new();
    for (unknown, places) in
        places.iter().enumerate().filter(|(_, sums)| !sums.is_empty())
    {
        kinds.entry(places).or_default().push(unknown);
    }
    kinds.into_values().collect()
}

/// The record of some hidden values, if it is one.
fn only_record(sums: &Sums, members: &[usize]) -> Option<RecordAt> {
    let mut records = members.iter().map(|number| sums.hidden[*number].0.record);
    let first = records.next()?;
    records.all(|record| record == first).then_some(first)
}

fn disclosure(
    basis: &Basis,
    sums: &Sums,
    record: RecordAt,
    values: &Recovered,
) -> Disclosure {
    let audience = basis.audience.level.label();
    let given = published(basis, sums, &values.sums);
    let message = match &given[..] {
        [one] => format!("{audience}版的{one}只含一条不公开的记录，"),
        several => {
            let more = if several.len() > NAMED {
                format!("等{}个数", several.len())
            } else {
                String::new()
            };
            format!(
                "{audience}版的{}{more}相加减，",
                several[..several.len().min(NAMED)].join("、")
            )
        }
    };
    let when: Vec<String> = values.facts.iter().map(|fact| fact.when_text()).collect();
    let more =
        if when.len() > NAMED { format!("等{}笔", when.len()) } else { String::new() };
    let when = when[..when.len().min(NAMED)].join("、");
    let (place, name) = place(basis, record, values);
    let plan = basis.series[sums.all[values.sums[0]].series].plan;
    let is_revised = |number: &usize| sums.all[*number].part == Part::Revised;
    let help = if values.sums.iter().any(is_revised) {
        "公布过的数收不回来；不要补进已发布的一期，“报送”（更正的写“日期”）照实写，\
            到它赶得上的一期再和别的数一起计入"
            .to_owned()
    } else {
        format!(
            "在方案“{}”的“公开限制”里写明这个数不公开，或合并到更大的范围；只有几个月这样的，\
            用“期间”写明是哪几个月；或另外再留下一个范围不公布",
            plan.name
        )
    };
    let message = format!("{message}可以推出“{name}”{when}{more}的数");
    Disclosure { place, message, help }
}

/// Sums in words, those of one scope together: `“全县的到位资金”（2023年4月30日至5月31日的增加数）`.
fn published(basis: &Basis, sums: &Sums, numbers: &[usize]) -> Vec<String> {
    let mut days: BTreeMap<(usize, &Scope, bool), BTreeSet<String>> = BTreeMap::new();
    for number in numbers {
        let Sum { series, scope, same, day, part, before, .. } = &sums.all[*number];
        let mut day = match part {
            Part::Since(since) => {
                format!("{}至{}的增加数", date::day(*since), date::day(*day))
            }
            Part::Whole => date::day(*day),
            Part::Revised => format!("{}的数改动前后之差", date::day(*day)),
        };
        let same: Vec<String> =
            same.iter().take(NAMED).map(|scope| basis.book.scope_name(scope)).collect();
        if !same.is_empty() {
            day.push_str(&format!("，{}的也一样", same.join("、")));
        }
        days.entry((*series, scope, *before)).or_default().insert(day);
    }
    let told =
        |((series, scope, before), days): ((usize, &Scope, bool), BTreeSet<String>)| {
            let name = basis.book.scope_name(scope);
            let indicator = &basis.series[series].indicator.name;
            let before = if before { "上年同期" } else { "" };
            let more = if days.len() > NAMED { "等" } else { "" };
            let days: Vec<String> = days.into_iter().take(NAMED).collect();
            format!("“{name}的{indicator}{before}”（{}{more}）", days.join("、"))
        };
    days.into_iter().map(told).collect()
}

/// Where the first of the values stands, and what its record is called.
fn place(basis: &Basis, record: RecordAt, values: &Recovered) -> (Place, String) {
    let (file, name) = titled(basis, record);
    (Place::value(file, values.facts[0].entry.steps().collect()), name)
}

/// The file of a record, and what it is called.
pub(super) fn titled(basis: &Basis, record: RecordAt) -> (FileId, String) {
    let book = basis.book;
    match record {
        RecordAt::Project(at) => {
            (book.projects[at].file, book.projects[at].record.name.clone())
        }
        RecordAt::Activity(at) => {
            (book.activities[at].file, book.activities[at].record.subject.clone())
        }
        RecordAt::Duty(plan, at) => {
            (book.plans[plan].file, book.plans[plan].record.duties[at].name.clone())
        }
        RecordAt::Total(file, at) => {
            let total = &book.reported[file].record.totals[at];
            let scope = book.scope_called(total.scope.as_str());
            let scope = scope.map(|scope| book.scope_name(&scope)).unwrap_or_default();
            (book.reported[file].file, scope)
        }
    }
}
