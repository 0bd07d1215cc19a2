//! 加分: each project by its highest tier, once; among items that exclude each other, in the best one (K22–K25).

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::figures::facts::fact::{Judgement, RecordAt};
use crate::figures::scores::formula::Formula;
use crate::figures::scores::needs::{INDICATOR, Need};
use crate::figures::scores::shapes::{Shape, named, undeclared};
use crate::figures::scores::work::SourceRecord;
use crate::figures::scores::work::Sources;
use crate::figures::scores::work::Task;
use crate::figures::scores::work::Worked;
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::score_item::{JointBonus, ScoreItem, ScoreShape};
use crate::words::number::exact;

pub(super) const SHAPE: Shape = Shape {
    kind: ScoreShape::Bonus,
    told,
    score,
    needs: &[INDICATOR, TIERS],
    is_bounded: |_| false,
    unknown: |_| &[],
};

const TIERS: Need =
    Need { label: "“加分档”", is_given: |item| !item.tiers.is_empty() };

/// How the score comes about.
fn told(item: &ScoreItem) -> String {
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
    format!("{}逐个项目：{}；只取最高一档{once}{joint}", named(item), tiers.join("、"))
}

/// A project as an item's indicator counts it.
struct Entry {
    project: usize,
    amount: Decimal,
    share: Decimal,
    when: String,
    evidence: Vec<String>,
    demo: bool,
}

fn score(task: &Task) -> Worked {
    if task.item.indicator.is_none() {
        return undeclared("指标");
    }
    let mut sources = Sources::default();
    let mut counts: BTreeMap<(Decimal, Decimal), u32> = BTreeMap::new();
    let mut sum = Decimal::ZERO;
    for entry in entries(task, task.item) {
        let tier = points(task.item, entry.amount);
        if tier.is_zero() || entry.share.is_zero() {
            continue;
        }
        let best = elsewhere(task, entry.project);
        let counted = best.is_none();
        if counted {
            sum += tier * entry.share;
            *counts.entry((tier, entry.share)).or_default() += 1;
            sources.demo |= entry.demo;
        }
        sources.records.push(record(task, entry, tier, best));
    }
    let parts = counts.iter().rev().map(|((tier, share), count)| {
        let part = Formula::new().declared(*tier).sign("×").declared((*count).into());
        if *share == Decimal::ONE { part } else { part.sign("×").percent(*share, 0) }
    });
    let formula = if counts.is_empty() {
        Formula::words("没有符合条件的项目")
    } else {
        Formula::joined(parts, "＋")
    };
    let figure = task.item.indicator.as_ref().and_then(|indicator| {
        let scope = Scope::Unit(task.subject.unit.clone());
        Some(task.context.figure(indicator, &scope)?.figure.id.clone())
    });
    sources.add(figure.into_iter().collect(), false);
    Worked { score: Ok(sum), formula, sources }
}

/// The points of the highest tier that an amount reaches.
fn points(item: &ScoreItem, amount: Decimal) -> Decimal {
    let reached = item.tiers.iter().filter(|tier| amount >= tier.at_least.amount);
    reached.map(|tier| tier.points.0).max().unwrap_or_default()
}

/// The name of the item that excludes this one and values the project more.
fn elsewhere(task: &Task, project: usize) -> Option<String> {
    let group = task.item.exclusive.as_ref()?;
    let rivals: Vec<&ScoreItem> = task
        .context
        .assessment
        .items
        .iter()
        .filter(|item| item.exclusive.as_ref() == Some(group))
        .collect();
    let value = |item: &ScoreItem| {
        let own = entries(task, item).into_iter().find(|entry| entry.project == project);
        own.map_or(Decimal::ZERO, |entry| points(item, entry.amount))
    };
    // The first of equal items keeps the project, so that the order of the plan decides.
    let mut best = (task.item, Decimal::MIN);
    for rival in rivals {
        let worth = value(rival);
        if worth > best.1 {
            best = (rival, worth);
        }
    }
    (best.0.id != task.item.id).then(|| best.0.name.clone())
}

/// The projects that an item's indicator counts for the unit, each once.
fn entries(task: &Task, item: &ScoreItem) -> Vec<Entry> {
    let found = item.indicator.as_ref().and_then(|name| task.context.indicator(name));
    let Some((series, at)) = found else { return Vec::new() };
    let scope = Scope::Unit(task.subject.unit.clone());
    let mut entries: Vec<Entry> = Vec::new();
    for (fact, judgement) in series.facts.iter().zip(&at.judgements) {
        let (RecordAt::Project(project), Judgement::Counts(amount)) =
            (fact.record, judgement)
        else {
            continue;
        };
        let credit =
            fact.credits_at(&at.moment).iter().find(|(credited, _)| *credited == scope);
        let Some((_, share)) = credit else { continue };
        match entries.iter_mut().find(|entry| entry.project == project) {
            Some(entry) => entry.amount += *amount,
            None => entries.push(Entry {
                project,
                amount: *amount,
                share: joint(task, item, project, *share),
                when: fact.when_text.clone(),
                evidence: fact.evidence.clone(),
                demo: fact.demo,
            }),
        }
    }
    entries
}

/// The share of a project's bonus that the unit gets.
fn joint(task: &Task, item: &ScoreItem, project: usize, share: Decimal) -> Decimal {
    match item.joint.unwrap_or(JointBonus::Shared) {
        JointBonus::Shared => share,
        JointBonus::Lead => {
            let book = task.context.book();
            let lead = book.unit(&book.projects[project].record.unit);
            let own = lead.is_some_and(|unit| unit.id.as_str() == task.subject.unit);
            if own { Decimal::ONE } else { Decimal::ZERO }
        }
    }
}

fn record(
    task: &Task,
    entry: Entry,
    tier: Decimal,
    best: Option<String>,
) -> SourceRecord {
    let filed = &task.context.book().projects[entry.project];
    SourceRecord {
        name: filed.record.name.clone(),
        project: Some(entry.project),
        place: filed.path.clone(),
        when: entry.when,
        amount: Some(entry.amount),
        share: entry.share,
        points: tier * entry.share,
        counted: best.is_none(),
        note: best.map(|name| format!("已计入“{name}”，不重复计分")).unwrap_or_default(),
        evidence: entry.evidence,
    }
}
