//! 加分: each project by its highest tier, once; among items that exclude each other, in the best one (K22–K25).

use std::cmp::Ordering;
use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::figures::facts::collected::Facts;
use crate::figures::facts::fact::{Fact, Judgement, RecordAt};
use crate::figures::facts::moment::Moment;
use crate::figures::projects::signed::signed;
use crate::figures::scores::formula::Formula;
use crate::figures::scores::inputs::{indicator_name, undeclared};
use crate::figures::scores::needs::{INDICATOR, Need};
use crate::figures::scores::work::{Shape, SourceRecord, Sources, Task, Worked};
use crate::model::plan::assessment::score_item::{
    JointBonus, ScoreItem, ScoreShape, Tier,
};
use crate::model::value::quantity::{Base, Quantity};
use crate::words::number::exact;

pub(super) const SHAPE: Shape = Shape {
    kind: ScoreShape::Bonus,
    manual,
    score,
    needs: &[INDICATOR, TIERS],
    is_bounded: |_| false,
    unknown: |_| &[],
};

const TIERS: Need =
    Need { label: "“加分档”", is_given: |item| !item.tiers.is_empty() };

fn manual(item: &ScoreItem) -> String {
    let tiers: Vec<String> = item
        .tiers
        .iter()
        .map(|tier| format!("{}以上{}分", tier.at_least, exact(tier.points.0)))
        .collect();
    let once = match item.exclusive {
        Some(_) => "，与其他加分项不重复",
        None => "",
    };
    let joint = match item.joint {
        Some(JointBonus::Lead) => "，联合项目计入牵头单位",
        _ => "，联合项目按比例",
    };
    let (name, tiers) = (indicator_name(item), tiers.join("、"));
    format!("{name}逐个项目：{tiers}；只取最高一档{once}{joint}")
}

/// A project as an item's indicator counts it.
struct Entry {
    project: usize,
    amount: Quantity,
    share: Decimal,
    when: String,
    evidence: Vec<String>,
    demo: bool,
}

fn score(task: &Task) -> Worked {
    let Some(indicator) = &task.item.indicator else { return undeclared("指标") };
    let mut sources = Sources::default();
    let mut counts: BTreeMap<(Decimal, Decimal), u32> = BTreeMap::new();
    let mut sum = Decimal::ZERO;
    for entry in entries(task, task.item) {
        let tier = points(task.item, entry.amount);
        if tier.is_zero() || entry.share.is_zero() {
            continue;
        }
        let counted_in = better_item(task, entry.project);
        if counted_in.is_none() {
            sum += tier * entry.share;
            *counts.entry((tier, entry.share)).or_default() += 1;
            sources.demo |= entry.demo;
        }
        sources.records.push(record(task, entry, tier, counted_in));
    }
    let at = task.context.figure(indicator, &task.scope());
    sources.add(at.map(|at| at.figure.id.clone()).into_iter().collect(), false);
    Worked { score: Ok(sum), formula: formula(&counts), sources }
}

/// Returns the number of projects by tier and share, highest tier first.
fn formula(counts: &BTreeMap<(Decimal, Decimal), u32>) -> Formula {
    if counts.is_empty() {
        return Formula::words("没有符合条件的项目");
    }
    let terms = counts.iter().rev().map(|((tier, share), count)| {
        let term = Formula::new().declared(*tier).sign("×").declared((*count).into());
        if *share == Decimal::ONE { term } else { term.sign("×").percent(*share, 0) }
    });
    Formula::joined(terms, "＋")
}

/// Returns the points of the highest tier that an amount reaches.
fn points(item: &ScoreItem, amount: Quantity) -> Decimal {
    let is_reached =
        |tier: &&Tier| amount.compare(&tier.at_least.0).is_some_and(Ordering::is_ge);
    let reached = item.tiers.iter().filter(is_reached);
    reached.map(|tier| tier.points.0).max().unwrap_or_default()
}

/// Returns the name of the item that excludes this one and gives the project more points.
fn better_item(task: &Task, project: usize) -> Option<String> {
    let group = task.item.exclusive.as_ref()?;
    let items = task.context.assessment.items.iter();
    // The first of equal items keeps the project, so that the order of the plan decides.
    let mut best = (task.item, Decimal::MIN);
    for item in items.filter(|item| item.exclusive.as_ref() == Some(group)) {
        let counted = counted(task, item, |facts| {
            facts.of_record(RecordAt::Project(project)).collect()
        });
        let points =
            counted.first().map_or(Decimal::ZERO, |entry| points(item, entry.amount));
        if points > best.1 {
            best = (item, points);
        }
    }
    (best.0.id != task.item.id).then(|| best.0.name.clone())
}

/// Returns the projects that an item's indicator counts for the unit, each once.
fn entries(task: &Task, item: &ScoreItem) -> Vec<Entry> {
    counted(task, item, |facts| facts.of_scope(&task.scope()).collect())
}

/// Like `entries`, but looks only at some facts of the indicator.
fn counted(
    task: &Task,
    item: &ScoreItem,
    some: impl for<'b, 'a> Fn(&'b Facts<'a>) -> Vec<(usize, &'b Fact<'a>)>,
) -> Vec<Entry> {
    let indicator = item.indicator.as_ref();
    let Some((series, figures)) = indicator.and_then(|name| task.context.indicator(name))
    else {
        return Vec::new();
    };
    let scope = task.scope();
    let mut entries: Vec<Entry> = Vec::new();
    for (at, fact) in some(&series.facts) {
        let judgement = figures.judgements.get(at);
        let (RecordAt::Project(project), Some(Judgement::Counts(amount))) =
            (fact.record, judgement)
        else {
            continue;
        };
        let mut credits = fact.credits_at(&figures.moment).iter();
        let Some((_, share)) = credits.find(|(credited, _)| *credited == scope) else {
            continue;
        };
        // The facts of a project stand together.
        let amount = match series.indicator.unit.base {
            Base::Count => contracts(task, project, &figures.moment),
            _ => Some(Quantity::of_base(*amount, series.indicator.unit)),
        };
        let Some(amount) = amount else { continue };
        match entries.last_mut().filter(|entry| entry.project == project) {
            Some(entry) => entry.amount = entry.amount.plus(&amount).unwrap_or(amount),
            None => entries.push(Entry {
                project,
                amount,
                share: joint(task, item, (fact, *share), &figures.moment),
                when: fact.when_text(),
                evidence: fact.evidence.texts(),
                demo: fact.demo,
            }),
        }
    }
    entries
}

/// Returns the contracts of a project that is counted and not added up, as known at a moment.
fn contracts(task: &Task, project: usize, moment: &Moment) -> Option<Quantity> {
    let record = &task.context.book().projects[project].record;
    let mut signed = signed(task.context.plan, record).into_iter();
    let amount = signed.rfind(|(since, _)| since.is_at(moment));
    amount.map(|(_, amount)| amount)
}

/// Returns the share of a project's bonus that the unit gets.
fn joint(
    task: &Task,
    item: &ScoreItem,
    (fact, share): (&Fact, Decimal),
    moment: &Moment,
) -> Decimal {
    match item.joint.unwrap_or(JointBonus::Shared) {
        JointBonus::Shared => share,
        JointBonus::Lead => {
            let book = task.context.book();
            let RecordAt::Project(at) = fact.record else { return Decimal::ZERO };
            let known = moment.known_by(fact.kind);
            let lead = book.unit(&book.project_as_of(at, fact.when, known).unit);
            let is_lead = lead.is_some_and(|unit| unit.id.as_str() == task.subject.unit);
            if is_lead { Decimal::ONE } else { Decimal::ZERO }
        }
    }
}

fn record(
    task: &Task,
    entry: Entry,
    tier: Decimal,
    counted_in: Option<String>,
) -> SourceRecord {
    let filed = &task.context.book().projects[entry.project];
    SourceRecord {
        name: filed.record.name.clone(),
        project: Some(entry.project),
        file: filed.path.clone(),
        at: None,
        when: entry.when,
        amount: Some(entry.amount.amount()),
        share: entry.share,
        points: tier * entry.share,
        counted: counted_in.is_none(),
        note: counted_in
            .map(|item| format!("已计入“{item}”，不重复计分"))
            .unwrap_or_default(),
        evidence: entry.evidence,
    }
}
