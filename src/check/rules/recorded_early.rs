//! 报送或认定的日期早于事项本身
//!
//! ## 为什么
//! 事情还没有发生，不会先报送、先认定；日期写错会使项目提前或推后一期计入。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元, 报送: 2023-03-10, 认定: 2023-02-20}]
//! 到位资金:
//!   - {月份: 2023-05, 金额: 1200万元, 报送: 2023-04-28, 凭证: [银行回单]}
//! ```
//! ```text
//! recorded-early projects/2023/xm-1.yaml:2:48 合同2023-03-18签订，报送却写的是2023-03-10
//! recorded-early projects/2023/xm-1.yaml:2:64 合同2023-03-18签订，认定却写的是2023-02-20
//! recorded-early projects/2023/xm-1.yaml:4:35 资金2023-05到位，报送却写的是2023-04-28
//! ```

use chrono::NaiveDate;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::{Place, route};
use crate::model::book::Book;
use crate::model::dictionary::written::Step;
use crate::model::record::project::{Project, StageEntry};

pub(super) static RULE: Rule = rule!("recorded-early", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for project in &book.projects {
        for Recorded { what, from, route, days } in recorded(&project.record) {
            for (key, day) in days {
                let Some(day) = day.filter(|day| *day < from) else { continue };
                let route = [route.clone(), route![key]].concat();
                reporter
                    .report(
                        Place::value(project.file, route),
                        format!("{what}，{key}却写的是{day}"),
                    )
                    .help("核对两个日期的年份和月份")
                    .about(project.record.id.as_str());
            }
        }
    }
}

/// What was recorded, from which day on that was possible, and when it was.
struct Recorded {
    what: String,
    from: NaiveDate,
    route: Vec<Step>,
    days: [(&'static str, Option<NaiveDate>); 2],
}

fn recorded(project: &Project) -> Vec<Recorded> {
    let contracts = project.contracts.iter().enumerate().map(|(at, one)| Recorded {
        what: format!("合同{}签订", one.signed),
        from: one.signed,
        route: route!["合同", at],
        days: [("报送", one.submitted), ("认定", one.recognised)],
    });
    let stages = [
        ("落地", &project.landed),
        ("开工", &project.started),
        ("投产", &project.producing),
        ("达效", &project.capacity),
    ];
    let stages = stages.into_iter().filter_map(|(name, stage)| {
        let StageEntry { date, submitted, recognised, .. } = stage.as_ref()?;
        Some(Recorded {
            what: format!("{date}{name}"),
            from: *date,
            route: route![name],
            days: [("报送", *submitted), ("认定", *recognised)],
        })
    });
    let funds = project.funds.iter().enumerate().map(|(at, one)| Recorded {
        what: format!("资金{}到位", one.month),
        from: one.month.start(),
        route: route!["到位资金", at],
        days: [("报送", one.submitted), ("更正", one.corrected)],
    });
    contracts.chain(stages).chain(funds).collect()
}
