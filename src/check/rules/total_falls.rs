//! 累计数比以前报的少
//!
//! ## 为什么
//! 本年累计只增不减；后报的比先报的少，有一个报错了，要么写成了当期数。先报的错了，在它那里写更正，已发布的不动。
//!
//! ## 例
//! ```yaml
//! # reported/2023-07.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 县交通局, 期: 2023-06, 值: 69.9亿元, 性质: 引用, 累计: 是}
//!   - {指标: 到位资金, 范围: 县交通局, 期: 2023-07, 值: 60亿元, 性质: 引用, 累计: 是}
//! ```
//! ```text
//! total-falls reported/2023-07.yaml:4:41 县交通局2023-07的到位资金累计60亿元，比2023-06累计的69.9亿元少
//! ```
//!
//! ```yaml
//! # reported/2023-07.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 县交通局, 期: 2023-06, 值: 69.9亿元, 性质: 引用, 累计: 是, 更正: [{报送: 2023-08-05, 值: 58.2亿元, 原因: 重复统计}]}
//!   - {指标: 到位资金, 范围: 县交通局, 期: 2023-07, 值: 60亿元, 性质: 引用, 累计: 是}
//! ```
//! ```text
//! （没有问题）
//! ```

use std::cmp::Ordering;
use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::check::totals::{Placed, totals};
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::dictionary::{Correctable, Route};
use crate::model::record::reported::{Total, TotalKind};

pub(super) static RULE: Rule = rule!("total-falls", Warning, check);

/// A total as it is known in the end, with its place.
type Known<'a> = (Placed<'a>, Total);

fn check(book: &Book, reporter: &mut Reporter) {
    for kind in [TotalKind::Reported, TotalKind::Quoted] {
        for course in courses(book, kind).into_values() {
            for pair in course.windows(2) {
                let [earlier, later] = pair else { continue };
                if falls(&earlier.1, &later.1) {
                    report(reporter, earlier, later);
                }
            }
        }
    }
}

/// The cumulative totals of each indicator, scope and year, in order of time.
fn courses(book: &Book, kind: TotalKind) -> BTreeMap<(&str, &str, i32), Vec<Known<'_>>> {
    let mut courses: BTreeMap<_, Vec<Known>> = BTreeMap::new();
    for placed in totals(book, kind) {
        let then = placed.total.known_on(NaiveDate::MAX);
        // What is below zero takes back a part of what was reported before; a rate may fall.
        let is_whole = !then.value.is_negative() && then.value.unit.base.adds();
        if then.is_cumulative() && !then.is_withdrawn() && is_whole {
            let (indicator, scope, ..) = placed.key();
            let key = (indicator, scope, then.period.end().year());
            courses.entry(key).or_default().push((placed, then));
        }
    }
    for course in courses.values_mut() {
        course.sort_by_key(|(_, total)| total.period.end());
    }
    courses
}

fn falls(earlier: &Total, later: &Total) -> bool {
    earlier.period.end() < later.period.end()
        && later.value.compare(&earlier.value).is_some_and(Ordering::is_lt)
}

fn report(reporter: &mut Reporter, earlier: &Known, later: &Known) {
    let ((first, before), (placed, now)) = (earlier, later);
    let (indicator, scope, period, _) = placed.key();
    let message = format!(
        "{scope}{period}的{indicator}累计{}，比{}累计的{}少",
        now.value, before.period, before.value
    );
    let help = format!(
        "{}报错了，在它那一行写 更正: [{{报送: <更正报来的日期>, 值: <更正后的数>, 原因: <为什么>}}]；{period}写的是当期数，删去“累计”",
        before.period
    );
    reporter
        .report(placed.place(Route::<Total>::value), message)
        .help(help)
        .about(indicator)
        .also(first.place(Route::<Total>::value), "先报的");
}
