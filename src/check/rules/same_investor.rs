//! 同一投资方以同样金额签了两个项目
//!
//! ## 为什么
//! 同一个项目由两个单位各报一次，就会重复计算。确是两个项目，可以不管这条提醒。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-2.yaml
//! 编号: xm-2
//! 名称: 物流园项目
//! ```
//! ```text
//! same-investor projects/2023/xm-2.yaml:5:11 “某某物流有限公司”以同样的3.2亿元还签了“冷链物流项目”（xm-1）
//! ```
//!
//! ```yaml
//! # projects/2023/xm-2.yaml
//! 编号: xm-2
//! 合同: [{类型: 正式合同, 签订: 2023-04-18, 金额: 3.5亿元}]
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::BTreeMap;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::book::Filed;
use crate::model::dictionary::route;
use crate::model::record::project::Project;

pub(super) static RULE: Rule = rule!("same-investor", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let mut first: BTreeMap<(&str, String), &Filed<Project>> = BTreeMap::new();
    for project in &book.projects {
        let record = &project.record;
        let Some(contract) = record.first_formal() else { continue };
        let amount = contract.amount.0;
        let key = (
            record.investor.name.as_str(),
            format!("{:?} {}", amount.unit.base, amount.amount().normalize()),
        );
        let Some(other) = first.get(&key) else {
            first.insert(key, project);
            continue;
        };
        let (investor, name, id) =
            (&record.investor.name, &other.record.name, &other.record.id);
        let message = format!("“{investor}”以同样的{amount}还签了“{name}”（{id}）");
        let route = || route!(Project.investor.name);
        reporter
            .report(Place::value(project.file, route()), message)
            .help("核对是不是同一个项目报了两次；是就删去一份，联合招商写进“联合”")
            .about(record.id.as_str())
            .also(Place::value(other.file, route()), "另一个项目");
    }
}
