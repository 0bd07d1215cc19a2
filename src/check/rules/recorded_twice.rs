//! 同一件事录了两次
//!
//! ## 为什么
//! 同一份合同、同一次活动、同一项缺项、同一方的评分录了两次，就计两次：合同额翻倍，次数多一次，分多扣一次。
//! 活动除编号、报送、凭证、成果以外都一样的，算同一次。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同:
//!   - {类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元}
//!   - {类型: 正式合同, 签订: 2023-03-18, 金额: 32000万元}
//! ```
//! ```text
//! recorded-twice projects/2023/xm-1.yaml:4:10 2023-03-18签订的3.2亿元正式合同写了两次
//! ```
//!
//! ```yaml
//! # activities/2023/hd-2.yaml
//! 编号: hd-2
//! ```
//! ```text
//! recorded-twice activities/2023/hd-2.yaml:2:5 2023-06-14的外出招商“赴外地考察物流企业”与hd-1是同一次
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同:
//!   - {类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元}
//!   - {类型: 正式合同, 签订: 2023-03-18, 金额: 0.5亿元, 续签: 增资}
//! ```
//! ```yaml
//! # activities/2023/hd-2.yaml
//! 编号: hd-2
//! 日期: 2023-06-15
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::BTreeMap;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::route;
use crate::model::record::activity::Activity;
use crate::model::record::marks::MarksFile;
use crate::model::record::project::Project;
use crate::model::value::reference::UnitRef;

pub(super) static RULE: Rule = rule!("recorded-twice", Warning, check);

/// Activities of one day and subject are held against so many before them.
const NEAR: usize = 8;

fn check(book: &Book, reporter: &mut Reporter) {
    book.projects.iter().for_each(|project| contracts(project, reporter));
    activities(book, reporter);
    marks(book, reporter);
    lapses(book, reporter);
}

/// The contracts of a project that are of one kind, day and amount.
fn contracts(project: &Filed<Project>, reporter: &mut Reporter) {
    let mut known = BTreeMap::new();
    for (at, contract) in project.record.contracts.iter().enumerate() {
        let (amount, signed) = (contract.amount.0, contract.signed);
        let key = (contract.kind.id(), signed, amount.unit.base, amount.amount());
        let first = *known.entry(key).or_insert(at);
        if first == at || contract.renewal.is_some() {
            continue;
        }
        let amount = project.record.contracts[first].amount.0;
        let message = format!("{signed}签订的{amount}{}写了两次", contract.kind.label());
        let place =
            |at: usize| Place::value(project.file, route!(Project.contracts[at].kind));
        tell(reporter, message, project.record.id.as_str(), [place(at), place(first)]);
    }
}

/// The activities that are the same but for what does not tell them apart.
fn activities(book: &Book, reporter: &mut Reporter) {
    let mut known: BTreeMap<_, Vec<&Filed<Activity>>> = BTreeMap::new();
    for activity in &book.activities {
        let Activity { date, kind, subject, partner, .. } = &*activity.record;
        let alike = known.entry((date, kind.id(), subject, partner)).or_default();
        let mut near = alike.iter().rev().take(NEAR);
        let first = near.find(|other| is_same(&other.record, &activity.record));
        if let Some(first) = first {
            let (label, id) = (kind.label(), &first.record.id);
            let message = format!("{date}的{label}“{subject}”与{id}是同一次");
            let place =
                |filed: &Filed<Activity>| Place::value(filed.file, route!(Activity.id));
            let own = activity.record.id.as_str();
            tell(reporter, message, own, [place(activity), place(first)]);
        }
        alike.push(activity);
    }
}

/// Returns whether two activities differ in nothing but what does not tell them apart.
fn is_same(one: &Activity, other: &Activity) -> bool {
    let mut like = one.clone();
    like.id.clone_from(&other.id);
    like.result.clone_from(&other.result);
    like.evidence.clone_from(&other.evidence);
    (like.submitted, like.demo) = (other.submitted, other.demo);
    like == *other
}

/// The marks that one side gave a unit for one item and period.
fn marks(book: &Book, reporter: &mut Reporter) {
    let mut known = BTreeMap::new();
    for filed in &book.marks {
        for (at, mark) in filed.record.marks.iter().enumerate() {
            let unit = unit(book, &mark.unit);
            let of = (mark.assessment.as_str(), mark.item.as_str(), &mark.judge);
            let place = Place::value(filed.file, route!(MarksFile.marks[at].unit));
            let first = known.entry((of, &mark.period, unit)).or_insert(place.clone());
            if *first != place {
                let judge = mark.judge.as_deref().unwrap_or("同一方");
                let message = format!("{judge}对{unit}{}的评分写了两次", mark.period);
                tell(reporter, message, unit, [place, first.clone()]);
            }
        }
    }
}

/// The lapses of a unit that are of one item, day and subject.
fn lapses(book: &Book, reporter: &mut Reporter) {
    let mut known = BTreeMap::new();
    for filed in &book.marks {
        for (at, lapse) in filed.record.lapses.iter().enumerate() {
            let unit = unit(book, &lapse.unit);
            let of = (lapse.assessment.as_str(), lapse.item.as_str(), &lapse.subject);
            let place = Place::value(filed.file, route!(MarksFile.lapses[at].unit));
            let first = known.entry((of, lapse.date, unit)).or_insert(place.clone());
            if *first != place {
                let message =
                    format!("{unit}{}的缺项“{}”写了两次", lapse.date, lapse.subject);
                tell(reporter, message, unit, [place, first.clone()]);
            }
        }
    }
}

fn unit<'a>(book: &'a Book, named: &'a UnitRef) -> &'a str {
    book.unit(named).map_or(named.as_str(), |unit| unit.name.as_str())
}

fn tell(
    reporter: &mut Reporter,
    message: String,
    subject: &str,
    [second, first]: [Place; 2],
) {
    reporter
        .report(second, message)
        .help("录重了的删去一条；确是两件事的，在事项、对象或说明里写出不同")
        .about(subject)
        .also(first, "先写的一条");
}
