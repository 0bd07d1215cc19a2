//! 年度通报另定了截止日，方案的“跨年”却不是年度结算计入
//!
//! ## 为什么
//! 年度通报在 `截止` 里另定一个晚于方案12月的截止日，就把年底以后报来的也计了进去；方案的 `跨年` 写的是不计入或者计入次年，12月的通报也这样说过。两处只能有一处对：同一笔钱要么不该计，要么会计两次。
//!
//! ## 怎么办
//! 文件规定年度结算时补计的，方案写 `跨年: 年度结算计入`；文件规定不补计的，去掉年度通报里另定的截止日。文件没有写明的，作一条裁定。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 跨年: 不计入
//! 截止: [{事项: 资金, 日: 次月7日, 依据: 二}]
//! ```
//! ```yaml
//! # editions/2023.md
//! ---
//! 期: 2023
//! 印发: 2024-03-20
//! 标题: 关于2023年度考核情况的通报
//! 截止: [{事项: 资金, 日期: 2024-03-10}]
//! ---
//! 全县到位资金{{ 到位资金 }}。
//! ```
//! ```text
//! settlement-unruled editions/2023.md:5:7 年度通报把资金的截止日另定为2024-03-10，晚于方案12月的2024-01-07，方案的“跨年”却是不计入
//! ```
//!
//! 年度通报照方案12月的截止日的：
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 跨年: 不计入
//! 截止: [{事项: 资金, 日: 次月7日, 依据: 二}]
//! ```
//! ```yaml
//! # editions/2023.md
//! ---
//! 期: 2023
//! 印发: 2024-03-20
//! 标题: 关于2023年度考核情况的通报
//! 截止: [{事项: 资金, 日期: 2024-01-07}]
//! ---
//! 全县到位资金{{ 到位资金 }}。
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::route;
use crate::model::edition::{Edition, EditionCard};
use crate::model::plan::{CarryOver, Plan};
use crate::model::value::period::Period;

pub(super) static RULE: Rule = rule!("settlement-unruled", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let is_annual =
        |edition: &&Filed<Edition>| matches!(edition.record.card.period, Period::Year(_));
    for edition in book.editions.iter().filter(is_annual) {
        let end = edition.record.card.period.end();
        let covering = book.plans.iter().filter(|plan| plan.record.span.contains(end));
        for plan in covering {
            contradict(edition, plan, reporter);
        }
    }
}

/// Reports each cut-off of an annual edition that is later than the plan's, where the plan settles
/// nothing.
fn contradict(edition: &Filed<Edition>, plan: &Filed<Plan>, reporter: &mut Reporter) {
    let rule = match plan.record.carry_over {
        Some(CarryOver::Settlement) => return,
        Some(rule) => format!("方案的“跨年”却是{}", rule.label()),
        None => "方案却没有写“跨年”".to_owned(),
    };
    let card = &edition.record.card;
    for (at, own) in card.cutoffs.iter().enumerate() {
        let mut usual = plan.record.cutoffs.iter();
        let usual = usual.find(|cutoff| cutoff.kind == own.kind);
        let Some(last) = usual.map(|cutoff| cutoff.day.for_end(card.period.end())) else {
            continue;
        };
        if last < own.date {
            let (kind, date) = (own.kind.label(), own.date);
            let message = format!(
                "年度通报把{kind}的截止日另定为{date}，晚于方案12月的{last}，{rule}"
            );
            reporter
                .report(Place::value(edition.file, route!(EditionCard.cutoffs[at])), message)
                .help("年度结算补计的，方案写 跨年: 年度结算计入；不补计的，去掉另定的截止日")
                .also(Place::value(plan.file, route!(Plan.carry_over)), "方案");
        }
    }
}
