//! 日期离所在的记录、方案太远
//!
//! ## 为什么
//! 2023写成2032、2013，记录就不计入任何一期，或者永远“还没有报来”。
//! 项目里的日期不会比签约早五年以上；报送、认定不会比最后一份方案结束晚一年以上，别的日期不会晚五年以上；
//! 方案、通报里的日期不会比方案开始早十年以上。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元, 报送: 2032-03-20}]
//! 备案: {日期: 2013-04-06, 金额: 3亿元}
//! ```
//! ```text
//! odd-date projects/2023/xm-1.yaml:2:48 报送的日期2032-03-20比方案的期间（到2023-12-31）晚了9年
//! odd-date projects/2023/xm-1.yaml:3:10 日期2013-04-06比首次签约（2023-03-18）早了10年
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 日期: 2003-01-20
//! ```
//! ```text
//! odd-date plans/plan-2023.yaml:2:5 日期2003-01-20比方案的期间（从2023-01-01）早了20年
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元, 报送: 2024-06-20}]
//! 备案: {日期: 2020-04-06, 金额: 3亿元}
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, FileId, Filed};
use crate::model::dictionary::{Field, Leaf, Step};
use crate::model::record::project::Project;

pub(super) static RULE: Rule = rule!("odd-date", Warning, check);

/// Years that a date of a project may be before its first signing.
const BEFORE_SIGNING: u32 = 5;
/// Years that a date of anything else may be before the first plan.
const BEFORE_PLANS: i32 = 10;
/// Years after the last plan in which what happened may still become known.
const KNOWN_AFTER: u32 = 1;
/// Years after the last plan for which something may be due.
const DUE_AFTER: u32 = 5;

fn check(book: &Book, reporter: &mut Reporter) {
    let Some(bounds) = Bounds::of(book) else { return };
    let mut odd: Vec<(FileId, Vec<Step>, NaiveDate)> = Vec::new();
    book.visit(&mut |file, route, leaf| {
        if let Leaf::Day(day) = leaf
            && bounds.fault(file, route, day).is_some()
        {
            odd.push((file, route.to_vec(), day));
        }
    });
    let ids = book.projects.iter().map(|filed| (filed.file, filed.record.id.as_str()));
    let projects: BTreeMap<FileId, &str> = ids.collect();
    for (file, route, day) in odd {
        let Some(fault) = bounds.fault(file, &route, day) else { continue };
        let key = named(&route).map_or("日期", |field| field.key.as_str());
        let what = if key == "日期" { String::new() } else { format!("{key}的") };
        let message = format!("{what}日期{day}{fault}");
        let subject = projects.get(&file).copied().unwrap_or(key);
        reporter
            .report(Place::value(file, route), message)
            .help("核对年份")
            .about(subject)
            .or_ruled("", [day.to_string()]);
    }
}

/// The days between which dates of a book lie.
struct Bounds {
    first: NaiveDate,
    last: NaiveDate,
    /// The first signing of each project.
    signings: BTreeMap<FileId, NaiveDate>,
    /// The registry, whose units may be older than any plan.
    registry: FileId,
}

impl Bounds {
    fn of(book: &Book) -> Option<Bounds> {
        let spans = || book.plans.iter().map(|plan| plan.record.span);
        let first = spans().map(|span| span.start).min()?;
        let last = spans().map(|span| span.end).max()?;
        let signing = |filed: &Filed<Project>| {
            let days = filed.record.contracts.iter().map(|contract| contract.signed);
            Some((filed.file, days.min().filter(|signed| *signed <= last)?))
        };
        let signings = book.projects.iter().filter_map(signing).collect();
        Some(Bounds { first, last, signings, registry: book.registry.file })
    }

    /// Returns in words how far off a day is; `None` if it is not.
    fn fault(&self, file: FileId, route: &[Step], day: NaiveDate) -> Option<String> {
        let field = named(route)?;
        let after = if is_known(field) { KNOWN_AFTER } else { DUE_AFTER };
        if day > later(self.last, after) && !is_bounded(route) {
            let (last, years) = (self.last, day.year() - self.last.year());
            return Some(format!("比方案的期间（到{last}）晚了{years}年"));
        }
        if file == self.registry {
            return None;
        }
        if let Some(signed) = self.signings.get(&file) {
            let years = signed.year() - day.year();
            let is_early = later(day, BEFORE_SIGNING) < *signed;
            return is_early.then(|| format!("比首次签约（{signed}）早了{years}年"));
        }
        let (first, years) = (self.first, self.first.year() - day.year());
        (years >= BEFORE_PLANS).then(|| format!("比方案的期间（从{first}）早了{years}年"))
    }
}

fn later(day: NaiveDate, years: u32) -> NaiveDate {
    day.checked_add_months(Months::new(12 * years)).unwrap_or(NaiveDate::MAX)
}

/// Returns the field that holds a day.
fn named(route: &[Step]) -> Option<&'static Field> {
    route.iter().rev().find_map(|step| match step {
        Step::Field(field) => Some(*field),
        _ => None,
    })
}

/// Returns whether the day is one on which something became known.
fn is_known(field: &Field) -> bool {
    matches!(field.id, "submitted" | "recognised" | "corrected" | "published")
}

/// Returns whether the day may not be after the last plan at all, which is found anyway: that of a
/// contract, of a stage, of an activity.
fn is_bounded(route: &[Step]) -> bool {
    match route {
        [Step::Field(only)] => only.id == "date",
        [Step::Field(stage), Step::Field(field)] => {
            let stages = ["started", "producing", "capacity"];
            field.id == "date" && stages.contains(&stage.id)
        }
        [Step::Field(list), Step::Index(_), Step::Field(field)] => {
            list.id == "contracts" && field.id == "signed"
        }
        _ => false,
    }
}
