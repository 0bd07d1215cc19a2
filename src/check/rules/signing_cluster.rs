//! 签约集中在攻坚行动计数时段的首尾几日
//!
//! ## 为什么
//! 要求成果在行动期间集中展现，容易把签约日期往时段里挪。首三日或末三日的签约达到三个、
//! 又超过按天平均的三倍，就点明由人核实；核实无误的，在方案的裁定里写明，就不再提醒。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 战役:
//!   - {编号: bairi3, 名称: 百日攻坚, 行动: 2023-05-22 至 2023-08-29, 计数: 2023-05-22 至 2023-08-29, 天数: 100, 依据: 二}
//! ```
//! ```yaml
//! # projects/2023/xm-2.yaml
//! 编号: xm-2
//! 名称: 甲项目
//! 投资方: {名称: 甲公司}
//! 合同: [{类型: 正式合同, 签订: 2023-08-28, 金额: 1亿元}]
//! 开工:
//! ```
//! ```yaml
//! # projects/2023/xm-3.yaml
//! 编号: xm-3
//! 名称: 乙项目
//! 投资方: {名称: 乙公司}
//! 合同: [{类型: 正式合同, 签订: 2023-08-29, 金额: 1亿元}]
//! 开工:
//! ```
//! ```yaml
//! # projects/2023/xm-4.yaml
//! 编号: xm-4
//! 名称: 丙项目
//! 投资方: {名称: 丙公司}
//! 合同: [{类型: 正式合同, 签订: 2023-08-29, 金额: 1亿元}]
//! 开工:
//! ```
//! ```text
//! signing-cluster plans/plan-2023.yaml:3:61 “百日攻坚”的末三日签约3个，占时段内3个的100%，请核实签约日期
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 战役:
//!   - {编号: bairi3, 名称: 百日攻坚, 行动: 2023-05-22 至 2023-08-29, 计数: 2023-05-22 至 2023-08-29, 天数: 100, 依据: 二}
//! ```
//! ```yaml
//! # projects/2023/xm-2.yaml
//! 编号: xm-2
//! 名称: 甲项目
//! 投资方: {名称: 甲公司}
//! 合同: [{类型: 正式合同, 签订: 2023-06-28, 金额: 1亿元}]
//! 开工:
//! ```
//! ```yaml
//! # projects/2023/xm-3.yaml
//! 编号: xm-3
//! 名称: 乙项目
//! 投资方: {名称: 乙公司}
//! 合同: [{类型: 正式合同, 签订: 2023-07-20, 金额: 1亿元}]
//! 开工:
//! ```
//! ```yaml
//! # projects/2023/xm-4.yaml
//! 编号: xm-4
//! 名称: 丙项目
//! 投资方: {名称: 丙公司}
//! 合同: [{类型: 正式合同, 签订: 2023-07-20, 金额: 1亿元}]
//! 开工:
//! ```
//! ```text
//! （没有问题）
//! ```

use chrono::{Duration, NaiveDate};

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, FileId};
use crate::model::dictionary::route;
use crate::model::plan::Plan;
use crate::model::plan::campaign::Campaign;

pub(super) static RULE: Rule = rule!("signing-cluster", Warning, check);

/// So many days at either end are an edge.
const EDGE: i64 = 3;

/// So many signings make a cluster, if they are also so many times their even share.
const CLUSTER: usize = 3;

fn check(book: &Book, reporter: &mut Reporter) {
    for plan in &book.plans {
        for (at, campaign) in plan.record.campaigns.iter().enumerate() {
            let inside = signings(book).filter(|day| campaign.counting.contains(*day));
            edges(reporter, (plan.file, at), campaign, &inside.collect::<Vec<_>>());
        }
    }
}

/// Returns the day of every project's first formal contract.
fn signings(book: &Book) -> impl Iterator<Item = NaiveDate> {
    let projects = book.projects.iter().map(|filed| &filed.record);
    projects.filter_map(|project| Some(project.first_formal()?.signed))
}

fn edges(
    reporter: &mut Reporter,
    (file, at): (FileId, usize),
    campaign: &Campaign,
    signed: &[NaiveDate],
) {
    let window = campaign.counting;
    let days = ((window.end - window.start).num_days() + 1).max(1) as usize;
    let (first, last) =
        (window.start + Duration::days(EDGE), window.end - Duration::days(EDGE));
    let early = signed.iter().filter(|day| **day < first).count();
    let late = signed.iter().filter(|day| **day > last).count();
    for (edge, count) in [("首", early), ("末", late)] {
        if count < CLUSTER || count * days <= CLUSTER * signed.len() * EDGE as usize {
            continue;
        }
        let share = count * 100 / signed.len();
        let message = format!(
            "“{}”的{edge}三日签约{count}个，占时段内{}个的{share}%，请核实签约日期",
            campaign.name,
            signed.len()
        );
        reporter
            .report(Place::value(file, route!(Plan.campaigns[at].counting)), message)
            .help("逐个核对合同原件上的日期")
            .about(&campaign.name)
            .or_ruled("", [format!("{edge}三日{count}个")]);
    }
}
