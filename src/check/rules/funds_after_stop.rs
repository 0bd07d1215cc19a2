//! 项目终止以后还有到位资金
//!
//! ## 为什么
//! 终止的项目不会再到资金；不是终止的日期写错了，就是资金记到了别的项目名下。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 终止: {日期: 2023-06-15, 原因: 投资方退出}
//! 到位资金:
//!   - {月份: 2023-06, 金额: 300万元, 凭证: [银行回单]}
//!   - {月份: 2023-07, 金额: 1200万元, 凭证: [银行回单]}
//! ```
//! ```text
//! funds-after-stop projects/2023/xm-1.yaml:5:10 项目2023-06-15终止，2023-07又有到位资金
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 终止: {日期: 2023-07-15, 原因: 投资方退出}
//! 到位资金:
//!   - {月份: 2023-06, 金额: 300万元, 凭证: [银行回单]}
//!   - {月份: 2023-07, 金额: 1200万元, 凭证: [银行回单]}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::record::project::Project;

pub(super) static RULE: Rule = rule!("funds-after-stop", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for project in &book.projects {
        let Some(stopped) = &project.record.stopped else { continue };
        for (at, entry) in project.record.funds.iter().enumerate() {
            // What takes back an earlier amount is no new money.
            if entry.month.start() <= stopped.date || entry.corrected.is_some() {
                continue;
            }
            let place = Place::value(project.file, route!(Project.funds[at].month));
            let message =
                format!("项目{}终止，{}又有到位资金", stopped.date, entry.month);
            reporter
                .report(place, message)
                .help("核对终止的日期和资金的月份，看资金是不是另一个项目的")
                .about(project.record.id.as_str());
        }
    }
}
