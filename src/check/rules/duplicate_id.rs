//! 同一个编号用了两次
//!
//! ## 为什么
//! 编号是记录的身份证：网页、引用、更正都靠它，两条记录不能同号。
//! 先后两年的方案里，同一个指标沿用同一个编号和单位；期间有重叠的两个方案不能同号。
//!
//! ## 例
//! ```yaml
//! # projects/2022/xm-1.yaml
//! 编号: xm-1
//! 合同: [{类型: 正式合同, 签订: 2022-03-18, 金额: 1亿元}]
//! ```
//! ```text
//! duplicate-id projects/2023/xm-1.yaml:1:5 编号“xm-1”已有另一条项目在用
//! ```

use std::collections::BTreeMap;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::{Place, route};
use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::model::plan::indicator::Indicator;
use crate::model::value::word::Id;

pub(super) static RULE: Rule = rule!("duplicate-id", Error, check);

/// Records of one kind: what they are called, and each with its id and place.
type Ids<'a> = (&'static str, Vec<(&'a Id, Place)>);

fn check(book: &Book, reporter: &mut Reporter) {
    let mut kinds = files(book);
    kinds.extend(registry(book));
    kinds.extend(plans(book));
    for (label, ids) in kinds {
        let mut first: BTreeMap<&Id, Place> = BTreeMap::new();
        for (id, place) in ids {
            match first.get(id) {
                Some(earlier) => taken(reporter, label, id, place, earlier),
                None => drop(first.insert(id, place)),
            }
        }
    }
    indicators(book, reporter);
}

fn taken(reporter: &mut Reporter, label: &str, id: &Id, place: Place, earlier: &Place) {
    reporter
        .report(place, format!("编号“{id}”已有另一条{label}在用"))
        .help("给其中一条换一个没有用过的编号；是同一条就删去一份")
        .about(id.as_str())
        .also(earlier.clone(), "先用在这里");
}

fn files(book: &Book) -> Vec<Ids<'_>> {
    let place = |file| Place::value(file, route!["编号"]);
    let plans = book.plans.iter().map(|plan| (&plan.record.id, place(plan.file)));
    let projects =
        book.projects.iter().map(|found| (&found.record.id, place(found.file)));
    let activities =
        book.activities.iter().map(|found| (&found.record.id, place(found.file)));
    vec![
        ("方案", plans.collect()),
        ("项目", projects.collect()),
        ("活动", activities.collect()),
    ]
}

fn registry(book: &Book) -> Vec<Ids<'_>> {
    let (file, registry) = (book.registry.file, &book.registry.record);
    let place = |list, index| Place::value(file, route![list, index, "编号"]);
    let units = registry.units.iter().enumerate();
    let sectors = registry.sectors.iter().enumerate();
    let groups = registry.groups.iter().enumerate();
    let chains = registry.chains.iter().enumerate();
    let regions = registry.regions.iter().enumerate();
    let leaders = registry.leaders.iter().enumerate();
    vec![
        ("单位", units.map(|(at, unit)| (&unit.id, place("单位", at))).collect()),
        ("领域", sectors.map(|(at, sector)| (&sector.id, place("领域", at))).collect()),
        ("分组", groups.map(|(at, group)| (&group.id, place("分组", at))).collect()),
        ("产业链", chains.map(|(at, chain)| (&chain.id, place("产业链", at))).collect()),
        ("来源区域", regions.map(|(at, one)| (&one.id, place("来源区域", at))).collect()),
        ("领导", leaders.map(|(at, leader)| (&leader.id, place("领导", at))).collect()),
    ]
}

/// An indicator keeps its id and its unit from plan to plan; two plans that are in force at once
/// share none.
fn indicators(book: &Book, reporter: &mut Reporter) {
    let mut first: BTreeMap<&Id, Vec<(&Plan, &Indicator, Place)>> = BTreeMap::new();
    for plan in &book.plans {
        let span = plan.record.span;
        for (at, indicator) in plan.record.indicators.iter().enumerate() {
            let place = |key| Place::value(plan.file, route!["指标", at, key]);
            let others = first.entry(&indicator.id).or_default();
            let beside = others.iter().find(|(other, ..)| span.overlaps(other.span));
            let unlike = others.iter().find(|(_, other, _)| other.unit != indicator.unit);
            match (beside, unlike) {
                (Some((.., earlier)), _) => {
                    taken(reporter, "指标", &indicator.id, place("编号"), earlier);
                }
                (None, Some((_, other, earlier))) => {
                    let units = (other.unit.word, indicator.unit.word);
                    unit_changed(reporter, &indicator.id, units, place("单位"), earlier);
                }
                (None, None) => {}
            }
            others.push((&plan.record, indicator, place("编号")));
        }
    }
}

fn unit_changed(
    reporter: &mut Reporter,
    id: &Id,
    (before, after): (&str, &str),
    place: Place,
    earlier: &Place,
) {
    let message = format!("指标“{id}”在前一个方案里以{before}计，这里以{after}计");
    reporter
        .report(place, message)
        .help("前后方案的同一个指标用同一个单位，各期才能比；口径换了就换一个编号")
        .about(id.as_str())
        .also(earlier.clone(), "前一个方案写在这里");
}

/// What a plan declares beside indicators is its own.
fn plans(book: &Book) -> Vec<Ids<'_>> {
    let mut kinds = Vec::new();
    for plan in &book.plans {
        let place = |list, index| Place::value(plan.file, route![list, index, "编号"]);
        kinds.extend(parts(&plan.record, &place));
    }
    kinds
}

fn parts<'a>(
    plan: &'a Plan,
    place: &dyn Fn(&'static str, usize) -> Place,
) -> Vec<Ids<'a>> {
    let targets = plan.targets.iter().enumerate();
    let tables = plan.tables.iter().enumerate();
    let curves = plan.curves.iter().enumerate();
    let lamps = plan.lamps.iter().enumerate();
    let rankings = plan.rankings.iter().enumerate();
    let rulings = plan.rulings.iter().enumerate();
    vec![
        ("目标", targets.map(|(at, target)| (&target.id, place("目标", at))).collect()),
        ("目标表", tables.map(|(at, table)| (&table.id, place("目标表", at))).collect()),
        ("序时曲线", curves.map(|(at, curve)| (&curve.id, place("序时", at))).collect()),
        ("灯组", lamps.map(|(at, set)| (&set.id, place("灯组", at))).collect()),
        (
            "排位",
            rankings.map(|(at, ranking)| (&ranking.id, place("排位", at))).collect(),
        ),
        ("裁定", rulings.map(|(at, ruling)| (&ruling.id, place("裁定", at))).collect()),
    ]
}
