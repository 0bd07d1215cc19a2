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
//!
//! ```yaml
//! # projects/2022/xm-9.yaml
//! 编号: xm-9
//! 合同: [{类型: 正式合同, 签订: 2022-03-18, 金额: 1亿元}]
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::BTreeMap;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, FileId};
use crate::model::dictionary::{Route, route};
use crate::model::plan::Plan;
use crate::model::plan::indicator::Indicator;
use crate::model::record::activity::Activity;
use crate::model::record::project::Project;
use crate::model::record::registry::Registry;
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
    let plans = book
        .plans
        .iter()
        .map(|filed| (&filed.record.id, Place::value(filed.file, route!(Plan.id))));
    let projects = book
        .projects
        .iter()
        .map(|filed| (&filed.record.id, Place::value(filed.file, route!(Project.id))));
    let activities = book
        .activities
        .iter()
        .map(|filed| (&filed.record.id, Place::value(filed.file, route!(Activity.id))));
    vec![
        ("方案", plans.collect()),
        ("项目", projects.collect()),
        ("活动", activities.collect()),
    ]
}

/// The ids of a list of a file: `ids!("单位", file, registry.units, Registry.units)`.
macro_rules! ids {
    ($label:literal, $file:expr, $list:expr, $record:ident . $field:ident) => {{
        let items = $list.iter().enumerate().map(|(at, item)| {
            (&item.id, Place::value($file, route!($record.$field[at].id)))
        });
        ($label, items.collect())
    }};
}

fn registry(book: &Book) -> Vec<Ids<'_>> {
    let (file, registry) = (book.registry.file, &book.registry.record);
    vec![
        ids!("单位", file, registry.units, Registry.units),
        ids!("领域", file, registry.sectors, Registry.sectors),
        ids!("分组", file, registry.groups, Registry.groups),
        ids!("产业链", file, registry.chains, Registry.chains),
        ids!("来源区域", file, registry.regions, Registry.regions),
        ids!("领导", file, registry.leaders, Registry.leaders),
    ]
}

/// An indicator keeps its id and its unit from plan to plan; two plans that are in force at once
/// share none.
fn indicators(book: &Book, reporter: &mut Reporter) {
    let mut first: BTreeMap<&Id, Vec<(&Plan, &Indicator, Place)>> = BTreeMap::new();
    for plan in &book.plans {
        let span = plan.record.span;
        for (at, indicator) in plan.record.indicators.iter().enumerate() {
            let start = Route::<Plan>::start().indicators().at(at);
            let id = Place::value(plan.file, route!(start => id));
            let others = first.entry(&indicator.id).or_default();
            let beside = others.iter().find(|(other, ..)| span.overlaps(other.span));
            let unlike = others.iter().find(|(_, other, _)| other.unit != indicator.unit);
            match (beside, unlike) {
                (Some((.., earlier)), _) => {
                    taken(reporter, "指标", &indicator.id, id.clone(), earlier);
                }
                (None, Some((_, other, earlier))) => {
                    let units = (other.unit.word, indicator.unit.word);
                    let unit = Place::value(plan.file, route!(start => unit));
                    unit_changed(reporter, &indicator.id, units, unit, earlier);
                }
                (None, None) => {}
            }
            others.push((&plan.record, indicator, id));
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

/// Returns the ids of everything but indicators: they need to be unique within their plan only.
fn plans(book: &Book) -> Vec<Ids<'_>> {
    book.plans.iter().flat_map(|filed| parts(filed.file, &filed.record)).collect()
}

fn parts(file: FileId, plan: &Plan) -> Vec<Ids<'_>> {
    vec![
        ids!("目标", file, plan.targets, Plan.targets),
        ids!("目标表", file, plan.tables, Plan.tables),
        ids!("序时曲线", file, plan.curves, Plan.curves),
        ids!("灯组", file, plan.lamps, Plan.lamps),
        ids!("排位", file, plan.rankings, Plan.rankings),
        ids!("裁定", file, plan.rulings, Plan.rulings),
    ]
}
