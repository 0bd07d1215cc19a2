//! 台账里的事项没有承办单位，或多日没有更新
//!
//! ## 为什么
//! 方案要求有人跟、持续跟；没有写承办单位、过了规定天数没有更新的事项，实际上没有人在跟。
//! 天数算到最近一期的期末，期末以后登记的不看。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 跟踪: {活动: [线索], 天数: 60, 依据: 二}
//! ```
//! ```yaml
//! # activities/2023/hd-9.yaml
//! 编号: hd-9
//! 类别: 线索
//! 日期: 2023-03-10
//! 事项: 冷链物流项目
//! 更新: 2023-04-01
//! ```
//! ```text
//! stale-entry activities/2023/hd-9.yaml:2:5 “冷链物流项目”没有写承办单位
//! stale-entry activities/2023/hd-9.yaml:6:5 “冷链物流项目”到2023-06-30已有90天没有更新，规定不超过60天
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 跟踪: {活动: [线索], 天数: 60, 依据: 二}
//! ```
//! ```yaml
//! # activities/2023/hd-9.yaml
//! 编号: hd-9
//! 类别: 线索
//! 日期: 2023-03-10
//! 事项: 冷链物流项目
//! 承办: 县交通局
//! 更新: 2023-06-20
//! ```
//! ```text
//! （没有问题）
//! ```

use chrono::NaiveDate;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::route;
use crate::model::plan::upkeep::FollowUp;
use crate::model::record::activity::{Activity, Progress};

pub(super) static RULE: Rule = rule!("stale-entry", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let ends = book.editions.iter().map(|edition| edition.record.card.period.end());
    let Some(end) = ends.max() else { return };
    for rule in book.plans.iter().filter_map(|plan| plan.record.follow_up.as_ref()) {
        let open = |filed: &&Filed<Activity>| {
            let entry = &filed.record;
            let over = matches!(entry.progress, Some(Progress::Done | Progress::Stopped));
            rule.activities.contains(&entry.kind)
                && entry.date <= end
                && !over
                && entry.closed.is_none()
        };
        for filed in book.activities.iter().filter(open) {
            follow_up(reporter, rule, filed, end);
        }
    }
}

fn follow_up(
    reporter: &mut Reporter,
    rule: &FollowUp,
    filed: &Filed<Activity>,
    end: NaiveDate,
) {
    let (entry, file) = (&filed.record, filed.file);
    let subject = &entry.subject;
    if entry.owner.is_none() && entry.handed.is_none() {
        reporter
            .report(
                Place::value(file, route!(Activity.id)),
                format!("“{subject}”没有写承办单位"),
            )
            .help(format!("补上“承办”；依据{}", rule.clause.text))
            .about(entry.id.as_str());
    }
    let (route, last) = match entry.updated {
        Some(updated) => (route!(Activity.updated), updated),
        None => (route!(Activity.date), entry.date),
    };
    let days = (end - last).num_days();
    let most = i64::from(rule.days.0);
    if days > most {
        let message =
            format!("“{subject}”到{end}已有{days}天没有更新，规定不超过{most}天");
        reporter
            .report(Place::value(file, route), message)
            .help("登记最近进展和“更新”日期；已经办完的写“状态”和“办结”")
            .about(entry.id.as_str());
    }
}
