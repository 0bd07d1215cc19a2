//! 数与它要比的数不是一类
//!
//! ## 为什么
//! 金额写成了个数，或者反过来，这个数就加不进合计，也比不出高低：目标一个字写错，完成率就没有了。
//! 上报、引用的数，目标、目标表的各格，“其中”“取自”的指标，按目标大小计的分，都照指标的单位写；
//! 个、家、次各数各的，个可以代替别的。
//!
//! ## 例
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 县交通局, 期: 2023-06, 值: 12个, 性质: 上报}
//!   - {指标: 到位资金, 范围: 县商务委, 期: 2023-06, 值: 1200万元, 性质: 上报}
//! ```
//! ```text
//! unit-mismatch reported/2023-06.yaml:3:41 到位资金以亿元计，这里写的是12个
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 目标:
//!   - {编号: year, 指标: 到位资金, 范围: 全县, 值: 20个, 依据: 二}
//! 目标表:
//!   - 编号: units
//!     名称: 任务分解表
//!     依据: 附件1
//!     行:
//!       - {领域: 商贸物流, 单位: 县交通局, 目标: {到位资金: 70000万元}}
//!       - {领域: 商贸物流, 单位: 县商务委, 目标: {到位资金: 3%}}
//! ```
//! ```text
//! unit-mismatch plans/plan-2023.yaml:3:37 到位资金以亿元计，这里写的是20个
//! unit-mismatch plans/plan-2023.yaml:10:41 到位资金以亿元计，这里写的是3%
//! ```
//!
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 县交通局, 期: 2023-06, 值: 1200万元, 性质: 上报}
//!   - {指标: 到位资金, 范围: 县商务委, 期: 2023-06, 值: 1200万元, 性质: 上报}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::amounts::goals::{goals, indicator_in};
use crate::check::score_items::items;
use crate::check::totals::totals;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Route, Step, route};
use crate::model::plan::Plan;
use crate::model::plan::indicator::Indicator;
use crate::model::record::registry::{Registry, Statistic, StatisticKind};
use crate::model::record::reported::{Total, TotalKind};
use crate::model::value::quantity::{Base, Quantity};

pub(super) static RULE: Rule = rule!("unit-mismatch", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    reported(book, reporter);
    for goal in goals(book) {
        let place = || Place::value(goal.file, goal.route.clone());
        against(reporter, place, goal.value, goal.indicator, goal.word);
    }
    step_sizes(book, reporter);
    relations(book, reporter);
    statistics(book, reporter);
}

fn reported(book: &Book, reporter: &mut Reporter) {
    for placed in TotalKind::ALL.iter().flat_map(|kind| totals(book, *kind)) {
        let word = placed.total.indicator.as_str();
        let Some((_, indicator)) = book.indicator(word) else { continue };
        let place = || placed.place(Route::<Total>::value);
        against(reporter, place, placed.total.value, indicator, word);
    }
}

/// Reports a number that cannot be held against those of its indicator.
fn against(
    reporter: &mut Reporter,
    place: impl Fn() -> Place,
    value: Quantity,
    indicator: &Indicator,
    word: &str,
) {
    let unit = indicator.unit;
    if !value.unit.is_like(unit) {
        let message = format!("{}以{}计，这里写的是{value}", indicator.name, unit.word);
        reporter
            .report(place(), message)
            .help(format!("按{}写；不是这个指标的数，改正“指标”", unit.word))
            .about(word);
    }
}

/// The sizes of goals by which a step of a score counts.
fn step_sizes(book: &Book, reporter: &mut Reporter) {
    for placed in items(book) {
        let (Some(steps), Some(word)) = (&placed.item.steps, &placed.item.indicator)
        else {
            continue;
        };
        let Some(indicator) = indicator_in(book, placed.plan, word.as_str()) else {
            continue;
        };
        for (at, size) in steps.by_target.iter().enumerate() {
            let route = route!(placed.route => steps.by_target[at].at_least);
            let place = || Place::value(placed.file, route.clone());
            against(reporter, place, size.at_least, indicator, word.as_str());
        }
    }
}

/// Indicators that are a part of another, or read what is reported for another.
fn relations(book: &Book, reporter: &mut Reporter) {
    for filed in &book.plans {
        for (at, indicator) in filed.record.indicators.iter().enumerate() {
            let start = Route::<Plan>::start().indicators().at(at);
            let others: [(_, Vec<Step>); 2] = [
                (&indicator.part_of, route!(start => part_of)),
                (&indicator.reads, route!(start => reads)),
            ];
            for (word, route) in others {
                let word = word.as_ref().map(|word| word.as_str());
                let other = word.and_then(|word| indicator_in(book, &filed.record, word));
                let Some(other) = other.filter(|it| !it.unit.is_like(indicator.unit))
                else {
                    continue;
                };
                let (unit, others) = (indicator.unit, other.unit);
                let message = format!(
                    "{}以{unit}计，{}以{others}计，不是一类数",
                    indicator.name, other.name
                );
                let help = "改正单位，或改正这里写的指标";
                let place = Place::value(filed.file, route);
                reporter.report(place, message).help(help).about(&indicator.name);
            }
        }
    }
}

/// Populations that are no counts of people, and areas that are none.
fn statistics(book: &Book, reporter: &mut Reporter) {
    let registry = &book.registry;
    for (at, statistic) in registry.record.statistics.iter().enumerate() {
        let Statistic { kind, value, .. } = statistic;
        let (base, example) = match kind {
            StatisticKind::Population => (Base::Count, "人、万人"),
            StatisticKind::Area => (Base::Area, "平方公里"),
        };
        if value.unit.base != base {
            let place =
                Place::value(registry.file, route!(Registry.statistics[at].value));
            let message = format!("{}以{example}计，这里写的是{value}", kind.label());
            reporter
                .report(place, message)
                .help("核对单位")
                .about(statistic.scope.as_str());
        }
    }
}
