//! 查出失信的投资方，项目还在推进
//!
//! ## 为什么
//! 查出失信被执行、限制高消费的企业，要移出目标企业名单，暂停考察推进；此后又签约、开工的，
//! 先核对查核结果，确已恢复信用的再登记一次查核。
//!
//! ## 例
//! ```yaml
//! # activities/2023/hd-9.yaml
//! 编号: hd-9
//! 类别: 核查
//! 日期: 2023-03-10
//! 事项: 查询投资方信用
//! 单位: [县交通局]
//! 对象: 某某物流有限公司
//! 信用: 失信被执行
//! ```
//! ```text
//! barred-investor projects/2023/xm-1.yaml:9:20 “某某物流有限公司”2023-03-10查核为失信被执行，项目却在2023-03-18签约
//! barred-investor projects/2023/xm-1.yaml:10:10 “某某物流有限公司”2023-03-10查核为失信被执行，项目却在2023-05-12开工
//! ```
//!
//! ```yaml
//! # activities/2023/hd-9.yaml
//! 编号: hd-9
//! 类别: 核查
//! 日期: 2023-03-10
//! 事项: 查询投资方信用
//! 单位: [县交通局]
//! 对象: 某某物流有限公司
//! 信用: 正常
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::stages::stages;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{field, route};
use crate::model::record::activity::Activity;
use crate::model::record::project::Project;

pub(super) static RULE: Rule = rule!("barred-investor", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for project in &book.projects {
        let investor = &project.record.investor.name;
        for (name, date, route) in stages(project) {
            let goes_on = name != field!(Project.stopped).key.as_str();
            let Some(check) = book.barred(investor, date).filter(|_| goes_on) else {
                continue;
            };
            let activity = &check.record;
            let credit = activity.credit.map(|credit| credit.label()).unwrap_or_default();
            let message = format!(
                "“{investor}”{}查核为{credit}，项目却在{date}{name}",
                activity.date
            );
            reporter
                .report(Place::value(project.file, route), message)
                .help("暂停推进：登记“终止”和原因；信用已经恢复的，再登记一次“核查”")
                .about(project.record.id.as_str())
                .also(Place::value(check.file, route!(Activity.credit)), "查核的结果");
        }
    }
}
