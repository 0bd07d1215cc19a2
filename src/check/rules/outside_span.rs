//! 日期在所有方案的期间以外
//!
//! ## 为什么
//! 这样的记录永远不会计入任何一期，多半是年份写错。
//! 往年签的合同可以早于期间，活动和上报数不可以。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 到位资金:
//!   - {月份: 2032-05, 金额: 1200万元, 凭证: [银行回单]}
//! ```
//! ```text
//! outside-span projects/2023/xm-1.yaml:3:10 2032-05 在所有方案的期间（2023-01-01 至 2023-12-31）以外
//! ```
//!
//! ```yaml
//! # projects/2022/xm-2.yaml
//! 编号: xm-2
//! 合同: [{类型: 正式合同, 签订: 2022-10-18, 金额: 3.5亿元}]
//! ```
//! ```text
//! （没有问题）
//! ```

use chrono::NaiveDate;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Step, route};
use crate::model::edition::EditionCard;
use crate::model::record::activity::Activity;
use crate::model::record::project::Project;
use crate::model::record::reported::{ReportedFile, TotalKind};
use crate::model::value::date::Days;

pub(super) static RULE: Rule = rule!("outside-span", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let spans = book.plans.iter().map(|plan| plan.record.span);
    let (Some(start), Some(end)) =
        (spans.clone().map(|span| span.start).min(), spans.map(|span| span.end).max())
    else {
        return;
    };
    if book.lacks("plans/") {
        return;
    }
    let mut outside = |file, route: Vec<Step>, text: String| {
        let message = format!("{text} 在所有方案的期间（{start} 至 {end}）以外");
        reporter
            .report(Place::value(file, route), message)
            .help("核对年份；无误则核对方案的“期间”");
    };
    for project in &book.projects {
        let late = later(&project.record, end).into_iter();
        late.for_each(|(text, route)| outside(project.file, route, text));
    }
    let whole = Days { start, end };
    for activity in &book.activities {
        if !whole.contains(activity.record.date) {
            outside(
                activity.file,
                route!(Activity.date),
                activity.record.date.to_string(),
            );
        }
    }
    for file in &book.reported {
        for (index, total) in file.record.totals.iter().enumerate() {
            let days = total.period.days();
            let apart = days.end < start || days.start > end;
            if total.kind == TotalKind::Reported && apart {
                outside(
                    file.file,
                    route!(ReportedFile.totals[index].period),
                    total.period.to_string(),
                );
            }
        }
    }
    for edition in &book.editions {
        let period = &edition.record.card.period;
        if !whole.contains(period.end()) {
            outside(edition.file, route!(EditionCard.period), period.to_string());
        }
    }
}

/// Returns the dates of a project's facts after a day, as written, and where.
fn later(project: &Project, end: NaiveDate) -> Vec<(String, Vec<Step>)> {
    let mut dates = Vec::new();
    let contracts = project.contracts.iter().enumerate();
    for (index, contract) in contracts.filter(|(_, contract)| contract.signed > end) {
        dates
            .push((contract.signed.to_string(), route!(Project.contracts[index].signed)));
    }
    let funds = project.funds.iter().enumerate();
    for (index, entry) in funds.filter(|(_, entry)| entry.month.start() > end) {
        dates.push((entry.month.to_string(), route!(Project.funds[index].month)));
    }
    let stages = [
        (&project.started, route!(Project.started.date)),
        (&project.producing, route!(Project.producing.date)),
        (&project.capacity, route!(Project.capacity.date)),
    ];
    for (stage, route) in stages {
        let late = stage.as_ref().filter(|stage| stage.date > end);
        dates.extend(late.map(|stage| (stage.date.to_string(), route)));
    }
    dates
}
