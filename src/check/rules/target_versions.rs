//! 同一目标的几个版本重叠
//!
//! ## 为什么
//! 年中调整目标要写明新目标从哪天起用；同一天有两个同级、同性质的目标，就不知道按哪个算。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 目标:
//!   - {编号: first, 指标: 到位资金, 范围: 全县, 值: 10亿元, 止用: 2023-07-31, 依据: 二}
//!   - {编号: second, 指标: 到位资金, 范围: 全县, 值: 12亿元, 起用: 2023-07-01, 依据: 二}
//! ```
//! ```text
//! target-versions plans/plan-2023.yaml:4:49 目标“second”与“first”重叠：2023-07-01至2023-07-31两个都有效
//! ```
//!
//! 目标表年中换成新的，也是这样：
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 目标表:
//!   - 编号: units
//!     名称: 任务分解表
//!     依据: 附件1
//!     止用: 2023-07-31
//!     行: [{单位: 县交通局, 目标: {到位资金: 7亿元}}]
//!   - 编号: units-july
//!     名称: 调整后的任务分解表
//!     依据: 附件1
//!     起用: 2023-07-01
//!     行: [{单位: 县交通局, 目标: {到位资金: 8亿元}}]
//! ```
//! ```text
//! target-versions plans/plan-2023.yaml:11:9 目标表“units-july”与“units”重叠：2023-07-01至2023-07-31两张都有县交通局的到位资金
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 目标:
//!   - {编号: first, 指标: 到位资金, 范围: 全县, 值: 10亿元, 止用: 2023-07-31, 依据: 二}
//!   - {编号: second, 指标: 到位资金, 范围: 全县, 值: 12亿元, 起用: 2023-08-01, 依据: 二}
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::scope::Scope;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::route;
use crate::model::plan::Plan;
use crate::model::plan::target::{Force, Target, TargetRow, TargetTable};
use crate::model::value::word::Id;

pub(super) static RULE: Rule = rule!("target-versions", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for filed in &book.plans {
        tables(book, filed, reporter);
        targets(book, filed, reporter);
    }
}

/// Targets that are for the same on the same days. One that a target overlaps with is enough: of
/// many alike, each is found once.
fn targets(book: &Book, filed: &Filed<Plan>, reporter: &mut Reporter) {
    let plan = &filed.record;
    let mut alike: BTreeMap<Aim, Vec<usize>> = BTreeMap::new();
    for (at, second) in plan.targets.iter().enumerate() {
        let earlier = alike.entry(Aim::of(book, second)).or_default();
        let overlap = earlier.iter().find_map(|before| {
            let first = &plan.targets[*before];
            let days = [(first.from, first.to), (second.from, second.to)];
            Some((*before, both(plan, days)?))
        });
        earlier.push(at);
        if let Some((before, days)) = overlap {
            overlapping(reporter, filed, [before, at], days);
        }
    }
}

fn overlapping(
    reporter: &mut Reporter,
    filed: &Filed<Plan>,
    [before, at]: [usize; 2],
    (from, to): (NaiveDate, NaiveDate),
) {
    let (first, second) = (&filed.record.targets[before], &filed.record.targets[at]);
    let route = if second.from.is_some() {
        route!(Plan.targets[at].from)
    } else {
        route!(Plan.targets[at].id)
    };
    let message =
        format!("目标“{}”与“{}”重叠：{from}至{to}两个都有效", second.id, first.id);
    let earlier = Place::value(filed.file, route!(Plan.targets[before].id));
    reporter
        .report(Place::value(filed.file, route), message)
        .help("给旧的写“止用”，新的写“起用”，前后相接；层级不同的写明“层级”")
        .about(second.id.as_str())
        .also(earlier, "先写在这里");
}

/// What a target is for: its indicator, scopes, stage and level, and how binding it is.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Aim {
    indicator: Option<Id>,
    scopes: Vec<Scope>,
    words: [Option<String>; 2],
    force: Force,
}

impl Aim {
    fn of(book: &Book, target: &Target) -> Aim {
        let indicator = book.indicator(target.indicator.as_str());
        let stage = target.stage.as_ref().map(ToString::to_string);
        let level = target.level.as_ref().map(ToString::to_string);
        Aim {
            indicator: indicator.map(|(_, indicator)| indicator.id.clone()),
            scopes: book.scopes_called(target.scope.as_str()),
            words: [stage, level],
            force: target.force.unwrap_or(Force::Binding),
        }
    }
}

/// Tables that set the same cell on the same days.
fn tables(book: &Book, filed: &Filed<Plan>, reporter: &mut Reporter) {
    let plan = &filed.record;
    for (at, second) in plan.tables.iter().enumerate() {
        for (before, first) in plan.tables[..at].iter().enumerate() {
            let force = |table: &TargetTable| table.force.unwrap_or(Force::Binding);
            let alike = first.level == second.level
                && first.by == second.by
                && force(first) == force(second);
            let days = [(first.from, first.to), (second.from, second.to)];
            let Some((from, to)) = both(plan, days).filter(|_| alike) else { continue };
            let Some((unit, indicator)) = shared_cell(book, first, second) else {
                continue;
            };
            let route = if second.from.is_some() {
                route!(Plan.tables[at].from)
            } else {
                route!(Plan.tables[at].id)
            };
            let message = format!(
                "目标表“{}”与“{}”重叠：{from}至{to}两张都有{unit}的{indicator}",
                second.id, first.id
            );
            let help = "给旧的写“止用”，新的写“起用”，前后相接；层级不同的写明“层级”";
            reporter
                .report(Place::value(filed.file, route), message)
                .help(help)
                .about(second.id.as_str())
                .also(
                    Place::value(filed.file, route!(Plan.tables[before].id)),
                    "先写在这里",
                );
        }
    }
}

/// Returns the first cell that two tables both set: its unit and indicator.
fn shared_cell<'a>(
    book: &Book,
    first: &TargetTable,
    second: &'a TargetTable,
) -> Option<(&'a str, &'a str)> {
    let indicator =
        |word: &str| book.indicator(word).map(|(_, indicator)| indicator.id.to_string());
    let row = |row: &TargetRow| {
        let sector = row.sector.as_ref().and_then(|word| book.sector(word));
        let unit = book.unit(&row.unit).map(|unit| unit.id.to_string());
        (unit, sector.map(|sector| sector.id.to_string()))
    };
    second.rows.iter().find_map(|later| {
        let others = first.rows.iter().filter(|other| row(other) == row(later));
        let set: BTreeSet<Option<String>> = others
            .flat_map(|other| &other.targets)
            .filter(|(_, value)| value.is_some())
            .map(|(key, _)| indicator(key))
            .collect();
        let mut cells = later.targets.iter().filter(|(_, value)| value.is_some());
        let (key, _) = cells.find(|(key, _)| set.contains(&indicator(key)))?;
        Some((later.unit.as_str(), key.as_str()))
    })
}

/// When a target is in force, as far as it says.
type Stretch = (Option<NaiveDate>, Option<NaiveDate>);

/// Returns the days on which both are in force; a version with a later start replaces the earlier
/// one.
fn both(plan: &Plan, [first, second]: [Stretch; 2]) -> Option<(NaiveDate, NaiveDate)> {
    let from = |(from, _): Stretch| from.unwrap_or(plan.span.start);
    let to = |(_, to): Stretch| to.unwrap_or(plan.span.end);
    let (start, end) = (from(first).max(from(second)), to(first).min(to(second)));
    let replaced = from(first) != from(second)
        && if from(first) < from(second) {
            first.1.is_none()
        } else {
            second.1.is_none()
        };
    (start <= end && !replaced).then_some((start, end))
}
