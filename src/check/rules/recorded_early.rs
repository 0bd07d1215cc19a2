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
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Field, Step, field, route};
use crate::model::record::project::{Contract, FundsEntry, Project, StageEntry};

pub(super) static RULE: Rule = rule!("recorded-early", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for project in &book.projects {
        for Recorded { what, from, route, days } in recorded(&project.record) {
            for (field, day) in days {
                let Some(day) = day.filter(|day| *day < from) else { continue };
                let route = [route.as_slice(), &[Step::Field(field)]].concat();
                reporter
                    .report(
                        Place::value(project.file, route),
                        format!("{what}，{}却写的是{day}", field.key),
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
    days: [(&'static Field, Option<NaiveDate>); 2],
}

fn recorded(project: &Project) -> Vec<Recorded> {
    let contracts = project.contracts.iter().enumerate().map(|(at, contract)| Recorded {
        what: format!("合同{}签订", contract.signed),
        from: contract.signed,
        route: route!(Project.contracts[at]),
        days: [
            (field!(Contract.submitted), contract.submitted),
            (field!(Contract.recognised), contract.recognised),
        ],
    });
    let stages = [
        (field!(Project.landed), &project.landed),
        (field!(Project.started), &project.started),
        (field!(Project.producing), &project.producing),
        (field!(Project.capacity), &project.capacity),
    ];
    let stages = stages.into_iter().filter_map(|(field, stage)| {
        let StageEntry { date, submitted, recognised, .. } = stage.as_ref()?;
        Some(Recorded {
            what: format!("{date}{}", field.key),
            from: *date,
            route: vec![Step::Field(field)],
            days: [
                (field!(StageEntry.submitted), *submitted),
                (field!(StageEntry.recognised), *recognised),
            ],
        })
    });
    let funds = project.funds.iter().enumerate().map(|(at, entry)| Recorded {
        what: format!("资金{}到位", entry.month),
        from: entry.month.start(),
        route: route!(Project.funds[at]),
        days: [
            (field!(FundsEntry.submitted), entry.submitted),
            (field!(FundsEntry.corrected), entry.corrected),
        ],
    });
    contracts.chain(stages).chain(funds).collect()
}
