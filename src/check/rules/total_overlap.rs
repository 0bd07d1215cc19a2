//! 两期上报的数有重叠
//!
//! ## 为什么
//! 当期数逐期相加，报了一季度又报3月，3月就计了两次；累计数、时点数一天只有一个，
//! “2023-06”和“2023-H1”都到6月底，报了两个不同的数，不知道该取哪一个。
//!
//! ## 例
//! ```yaml
//! # reported/2023-03.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 县交通局, 期: 2023-03, 值: 1.2亿元, 性质: 上报}
//!   - {指标: 到位资金, 范围: 县交通局, 期: 2023-Q1, 值: 3亿元, 性质: 上报}
//!   - {指标: 到位资金, 范围: 县商务委, 期: 2023-03, 值: 1亿元, 性质: 上报, 累计: 是}
//!   - {指标: 到位资金, 范围: 县商务委, 期: 2023-Q1, 值: 2亿元, 性质: 上报, 累计: 是}
//! ```
//! ```text
//! total-overlap reported/2023-03.yaml:3:29 县交通局的到位资金，2023-03与2023-Q1重叠，重叠的日子计了两次
//! total-overlap reported/2023-03.yaml:5:29 县商务委的到位资金，2023-03与2023-Q1到同一天，一个1亿元，一个2亿元
//! ```
//!
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 县交通局, 期: 2023-Q1, 值: 3亿元, 性质: 引用}
//!   - {指标: 到位资金, 范围: 县商务委, 期: 2023-06, 值: 4亿元, 性质: 引用, 累计: 是}
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::check::totals::{Placed, totals};
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::dictionary::{Correctable, Route};
use crate::model::plan::indicator::Accrual;
use crate::model::record::reported::{Total, TotalKind};
use crate::model::value::period::Period;

pub(super) static RULE: Rule = rule!("total-overlap", Error, check);

/// The totals of an indicator and a scope that are of one kind of number.
type Courses<'a> = BTreeMap<(&'a str, &'a str, bool), Vec<Placed<'a>>>;

fn check(book: &Book, reporter: &mut Reporter) {
    for ((_, _, is_flow), mut course) in courses(book) {
        course.sort_by_key(|placed| {
            let days = placed.total.period.days();
            if is_flow { (days.start, days.end) } else { (days.end, days.start) }
        });
        for pair in course.windows(2) {
            let [first, second] = pair else { continue };
            if let Some(fault) = fault(first.total, second.total, is_flow) {
                report(reporter, first, second, &fault);
            }
        }
    }
}

/// Returns the reported totals as they are known in the end, without what takes back others.
fn courses(book: &Book) -> Courses<'_> {
    let mut courses = Courses::new();
    for placed in totals(book, TotalKind::Reported) {
        let (total, word) = (placed.total, placed.total.indicator.as_str());
        let then = total.known_on(NaiveDate::MAX);
        let is_of_campaign = matches!(total.period, Period::Campaign(..));
        if then.is_withdrawn() || then.value.is_negative() || is_of_campaign {
            continue;
        }
        let Some((_, indicator)) = book.indicator(word) else { continue };
        let is_flow = indicator.accrual() == Accrual::Flow && !then.is_cumulative();
        let key = (indicator.id.as_str(), total.scope.as_str(), is_flow);
        courses.entry(key).or_default().push(placed);
    }
    courses
}

/// Returns why two neighbours cannot both hold; that one period is told twice is found anyway.
fn fault(first: &Total, second: &Total, is_flow: bool) -> Option<String> {
    if first.period == second.period {
        return None;
    }
    let (before, after) = (first.period.days(), second.period.days());
    if is_flow {
        let is_within = after.start <= before.end;
        return is_within.then(|| "重叠，重叠的日子计了两次".to_owned());
    }
    let (one, other) = (second.value, first.value);
    let differ = one.compare(&other).is_some_and(std::cmp::Ordering::is_ne);
    (before.end == after.end && differ)
        .then(|| format!("到同一天，一个{one}，一个{other}"))
}

fn report(reporter: &mut Reporter, first: &Placed, second: &Placed, fault: &str) {
    let Total { indicator, scope, period, .. } = second.total;
    let message =
        format!("{scope}的{indicator}，{period}与{}{fault}", first.total.period);
    reporter
        .report(second.place(Route::<Total>::period), message)
        .help(advice(second.total))
        .about(indicator.as_str())
        .also(first.place(Route::<Total>::period), "另一期");
}

/// What to do: a number up to a day has a later version inside itself, one of a period may be one
/// up to its last day.
fn advice(total: &Total) -> &'static str {
    if total.known_on(NaiveDate::MAX).is_cumulative() {
        return "到同一天的累计数只留一个；后来改了的，在原来那一条里写“更正”";
    }
    "只留一个；是累计数的，写“累计: 是”"
}
