//! 上报、引用的数与目标、别的各期、本账本的记录差得太远
//!
//! ## 为什么
//! 一期的数是全年目标的上百倍，完成率就印成百分之几万；换成“万”或“亿”才与别的各期相近，
//! 或者才与逐笔登记的记录相近，多半是单位写错了。
//!
//! ## 例
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 全县, 期: 2023-06, 值: 12000亿元, 性质: 引用}
//!   - {指标: 到位资金, 范围: 县交通局, 期: 2023-06, 值: 3亿元, 性质: 引用}
//! ```
//! ```text
//! odd-total reported/2023-06.yaml:3:39 全县2023-06的到位资金12000亿元，是目标10亿元的1200倍
//! ```
//!
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 全县, 期: 2023-06, 值: 1200元, 性质: 引用, 累计: 是}
//! ```
//! ```text
//! odd-total reported/2023-06.yaml:3:39 全县2023-06的到位资金1200元，是项目登记的1200万元的10000分之一
//! ```
//!
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 全县, 期: 2023-05, 值: 9亿元, 性质: 引用}
//!   - {指标: 到位资金, 范围: 全县, 期: 2023-06, 值: 25亿元, 性质: 引用}
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::check::amounts::goals::set_goals;
use crate::check::amounts::magnitude::{advice, likelier, median, times};
use crate::check::totals::{Placed, totals};
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Route;
use crate::model::plan::indicator::{Indicator, MeasureKind};
use crate::model::record::reported::{Total, TotalKind};
use crate::model::value::quantity::Quantity;

pub(super) static RULE: Rule = rule!("odd-total", Warning, check);

/// No total is so many times the goal of the whole year.
const LIMIT: Decimal = Decimal::ONE_HUNDRED;
/// A median of fewer other periods says nothing.
const FEW: usize = 3;

/// What a total is compared with: in words, and the amount.
type Expected = (String, Quantity);

fn check(book: &Book, reporter: &mut Reporter) {
    let known = Known::of(book);
    for placed in TotalKind::ALL.iter().flat_map(|kind| totals(book, *kind)) {
        let Some((what, expected)) = known.against(book, &placed) else { continue };
        let (total, value) = (placed.total, placed.total.value);
        let ratio = value.over(&expected).unwrap_or_default().abs();
        let message = format!(
            "{}{}的{}{value}，是{what}{expected}的{}",
            total.scope,
            total.period,
            total.indicator,
            times(ratio)
        );
        reporter
            .report(placed.place(Route::<Total>::value), message)
            .help(advice(likelier(value, expected)))
            .about(total.scope.as_str())
            .or_ruled(
                total.indicator.as_str(),
                [value, expected].map(|it| it.to_string()),
            );
    }
}

/// What totals of a book can be held against.
struct Known<'a> {
    /// The largest goal by indicator and scope.
    goals: BTreeMap<(&'a str, Scope), Quantity>,
    /// The period in the middle by indicator and scope as written, without cumulative totals.
    middles: BTreeMap<(&'a str, &'a str), Quantity>,
    /// The payments and contracts that projects have, by their days.
    recorded: BTreeMap<&'static str, Vec<(NaiveDate, Quantity)>>,
}

impl<'a> Known<'a> {
    fn of(book: &'a Book) -> Known<'a> {
        let mut known = Known {
            goals: BTreeMap::new(),
            middles: middles(book),
            recorded: BTreeMap::new(),
        };
        if book.reported.is_empty() {
            return known;
        }
        for (indicator, scope, value) in set_goals(book) {
            let largest = known.goals.entry((indicator, scope)).or_insert(value);
            if value.amount() > largest.amount() {
                *largest = value;
            }
        }
        if totals(book, TotalKind::Quoted).next().is_some() {
            known.recorded = recorded(book);
        }
        known
    }

    fn against(&self, book: &Book, placed: &Placed) -> Option<Expected> {
        let (total, value) = (placed.total, placed.total.value);
        let (_, indicator) = book.indicator(total.indicator.as_str())?;
        let scope = book.scope_called(total.scope.as_str())?;
        if value.is_zero() || !value.unit.is_like(indicator.unit) {
            return None;
        }
        let goal = self.goals.get(&(indicator.id.as_str(), scope.clone()));
        // Much may come at once, up to what the year is to bring.
        let is_within_goal = goal
            .is_some_and(|goal| value.over(goal).is_some_and(|it| it <= Decimal::ONE));
        let goal = goal.filter(|goal| value.over(goal).is_some_and(|it| it >= LIMIT));
        if let Some(goal) = goal.filter(|_| value.unit.base.adds()) {
            return Some(("目标".to_owned(), *goal));
        }
        let key = (total.indicator.as_str(), total.scope.as_str());
        let middle = self.middles.get(&key).filter(|_| !total.is_cumulative());
        let middle = middle.map(|middle| ("居中的一期".to_owned(), *middle));
        let records = || self.records(indicator, total, &scope);
        let unlike = |expected: &Expected| {
            let is_less = value.over(&expected.1).is_some_and(|it| it < Decimal::ONE);
            likelier(value, expected.1).is_some() && (is_less || !is_within_goal)
        };
        middle.filter(unlike).or_else(|| records().filter(unlike))
    }

    /// What the records of projects add up to, where a total of the whole is quoted beside them.
    fn records(
        &self,
        indicator: &Indicator,
        total: &Total,
        scope: &Scope,
    ) -> Option<Expected> {
        if total.kind == TotalKind::Reported || *scope != Scope::All {
            return None;
        }
        let days = total.period.days();
        let is_within = |day: &NaiveDate| {
            let of_year = day.year() == days.end.year() && *day <= days.end;
            if total.is_cumulative() { of_year } else { days.contains(*day) }
        };
        let entries = self.recorded.get(indicator.measure.id())?.iter();
        let mut amounts = entries.filter(|(day, _)| is_within(day)).map(|(_, it)| *it);
        let first = amounts.next()?;
        let sum = amounts.try_fold(first, |sum, amount| sum.plus(&amount))?;
        Some(("项目登记的".to_owned(), sum))
    }
}

/// Returns the period in the middle of those with money, for each indicator and scope.
fn middles(book: &Book) -> BTreeMap<(&str, &str), Quantity> {
    let mut courses: BTreeMap<_, Vec<Quantity>> = BTreeMap::new();
    for placed in TotalKind::ALL.iter().flat_map(|kind| totals(book, *kind)) {
        let Total { indicator, scope, value, .. } = placed.total;
        let is_money = value.unit.base.is_money() && value.amount() > Decimal::ZERO;
        if is_money && !placed.total.is_cumulative() {
            let key = (indicator.as_str(), scope.as_str());
            courses.entry(key).or_default().push(*value);
        }
    }
    let middle = |(key, mut course): (_, Vec<Quantity>)| {
        course.sort_by_key(|value| (value.unit.base, value.amount()));
        Some((key, median(&course, FEW)?))
    };
    courses.into_iter().filter_map(middle).collect()
}

fn recorded(book: &Book) -> BTreeMap<&'static str, Vec<(NaiveDate, Quantity)>> {
    let projects = || book.projects.iter().map(|filed| &filed.record);
    let funds = projects().flat_map(|project| &project.funds);
    let funds = funds.map(|entry| (entry.month.end(), entry.amount.0)).collect();
    let contracts = projects().flat_map(|project| project.formal());
    let contracts = contracts.map(|it| (it.signed, it.amount.0)).collect();
    let by_measure = [(MeasureKind::Funds, funds), (MeasureKind::Contract, contracts)];
    by_measure.into_iter().map(|(kind, amounts)| (kind.id(), amounts)).collect()
}
