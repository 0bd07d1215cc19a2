//! 一部分比总的还大
//!
//! ## 为什么
//! 固定资产投资是投资总额的一部分，年税收出自年产值；部分比总的大，不是单位写错，就是两格填反了。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 投资总额: 2.1亿元
//! 固定资产投资: 3.2亿元
//! 预计产值: 3000万元
//! 预计税收: 3亿元
//! ```
//! ```text
//! part-exceeds projects/2023/xm-1.yaml:3:9 固定资产投资3.2亿元比投资总额2.1亿元还大
//! part-exceeds projects/2023/xm-1.yaml:5:7 预计税收3亿元比预计产值3000万元还大
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 投资总额: 3.2亿元
//! 固定资产投资: 2.1亿元
//! 预计产值: 3亿元
//! 预计税收: 3000万元
//! ```
//! ```text
//! （没有问题）
//! ```

use std::cmp::Ordering;

use crate::check::amounts::rates::Rates;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Field, Step, field};
use crate::model::record::project::Project;
use crate::model::value::amount::Money;

pub(super) static RULE: Rule = rule!("part-exceeds", Warning, check);

/// A part and its whole, each with its field.
type Pair = [(Option<Money>, &'static Field); 2];

fn check(book: &Book, reporter: &mut Reporter) {
    let rates = Rates::of(book);
    for project in &book.projects {
        for [(part, field), (whole, other)] in pairs(&project.record) {
            let Some((part, whole)) = part.zip(whole) else { continue };
            let [more, less] = [part.0, whole.0].map(|amount| rates.yuan(amount));
            if more.compare(&less) != Some(Ordering::Greater) {
                continue;
            }
            let place = |field| Place::value(project.file, vec![Step::Field(field)]);
            let (name, whole_name) = (field.key, other.key);
            let (part, whole) = (part.0, whole.0);
            let message = format!("{name}{part}比{whole_name}{whole}还大");
            reporter
                .report(place(field), message)
                .help("核对两个数的单位，是不是填反了")
                .about(project.record.id.as_str())
                .also(place(other), whole_name.as_str())
                .or_ruled("", [part.to_string(), whole.to_string()]);
        }
    }
}

fn pairs(project: &Project) -> [Pair; 2] {
    [
        [
            (project.fixed_assets, field!(Project.fixed_assets)),
            (project.investment, field!(Project.investment)),
        ],
        [(project.tax, field!(Project.tax)), (project.output, field!(Project.output))],
    ]
}
