//! 战役的时段对不上
//!
//! ## 为什么
//! 文件写“百日”，计数的起止就要正好一百天，首尾都算；各阶段要前后相接，不留空也不重叠。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 战役:
//!   - 编号: bairi3
//!     名称: 百日攻坚第三季
//!     行动: 2023-05-25 至 2023-09-05
//!     计数: 2023-05-22 至 2023-08-30
//!     天数: 100
//!     依据: 二
//!     阶段:
//!       - {名称: 动员部署, 起止: 2023-05-25 至 2023-05-31, 依据: 二}
//!       - {名称: 集中攻坚, 起止: 2023-06-02 至 2023-09-05, 依据: 二}
//! ```
//! ```text
//! campaign-window plans/plan-2023.yaml:6:9 “百日攻坚第三季”的计数时段首尾共101天，应为100天
//! campaign-window plans/plan-2023.yaml:11:24 “集中攻坚”从2023-06-02起，与前一阶段之间空了1天
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 战役:
//!   - 编号: bairi3
//!     名称: 百日攻坚第三季
//!     行动: 2023-05-25 至 2023-09-05
//!     计数: 2023-05-22 至 2023-08-29
//!     天数: 100
//!     依据: 二
//!     阶段:
//!       - {名称: 动员部署, 起止: 2023-05-25 至 2023-05-31, 依据: 二}
//!       - {名称: 集中攻坚, 起止: 2023-06-01 至 2023-09-05, 依据: 二}
//! ```
//! ```text
//! （没有问题）
//! ```

use chrono::Duration;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, FileId};
use crate::model::dictionary::route;
use crate::model::plan::Plan;
use crate::model::plan::campaign::Campaign;

pub(super) static RULE: Rule = rule!("campaign-window", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for plan in &book.plans {
        for (at, campaign) in plan.record.campaigns.iter().enumerate() {
            length(reporter, plan.file, at, campaign);
            phases(reporter, plan.file, at, campaign);
        }
    }
}

fn length(reporter: &mut Reporter, file: FileId, at: usize, campaign: &Campaign) {
    let days = (campaign.counting.end - campaign.counting.start).num_days() + 1;
    let Some(stated) = campaign.length.map(|count| i64::from(count.0)) else { return };
    if days != stated {
        let place = Place::value(file, route!(Plan.campaigns[at].counting));
        let name = &campaign.name;
        let message = format!("“{name}”的计数时段首尾共{days}天，应为{stated}天");
        reporter.report(place, message).help("核对起止日期，首尾两天都算").about(name);
    }
}

fn phases(reporter: &mut Reporter, file: FileId, at: usize, campaign: &Campaign) {
    let mut next = campaign.days.start;
    let mut first = true;
    for (index, phase) in campaign.phases.iter().enumerate() {
        let gap = (phase.days.start - next).num_days();
        let before = if first { "行动开始" } else { "前一阶段" };
        let fault = match gap {
            0 => None,
            1.. => Some(format!("与{before}之间空了{gap}天")),
            _ => Some(format!("与{before}重叠{}天", -gap)),
        };
        if let Some(fault) = fault {
            let place = Place::value(file, route!(Plan.campaigns[at].phases[index].days));
            let message = format!("“{}”从{}起，{fault}", phase.name, phase.days.start);
            reporter.report(place, message).help("让各阶段前后相接").about(&phase.name);
        }
        next = phase.days.end + Duration::days(1);
        first = false;
    }
    let last = campaign.days.end + Duration::days(1);
    if !campaign.phases.is_empty() && next != last {
        let place = Place::value(file, route!(Plan.campaigns[at].days));
        let message = format!(
            "“{}”的行动到{}止，最后一个阶段到{}止",
            campaign.name,
            campaign.days.end,
            next - Duration::days(1)
        );
        let help = "让最后一个阶段与行动同一天结束";
        reporter.report(place, message).help(help).about(&campaign.name);
    }
}
