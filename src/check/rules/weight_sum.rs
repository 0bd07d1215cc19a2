//! 权重加起来不等于写明的合计
//!
//! ## 为什么
//! 各项满分加起来要等于总分，否则得分没有意义。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - 编号: units
//!     名称: 单位考核
//!     依据: 二
//!     权重组:
//!       - 编号: section-2
//!         依据: 二
//!         采用: 是
//!         合计: 100
//!         项目:
//!           - {名称: 到位资金完成率, 分值: 40, 依据: 二}
//!           - {名称: 正式合同额完成率, 分值: 50, 依据: 二}
//! ```
//! ```text
//! weight-sum plans/plan-2023.yaml:10:13 “单位考核”的权重合计 90 分，写明的是 100 分
//! ```

use rust_decimal::Decimal;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::{Place, route};
use crate::model::book::Book;

pub(super) static RULE: Rule = rule!("weight-sum", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for plan in &book.plans {
        for (at, assessment) in plan.record.assessments.iter().enumerate() {
            for (index, set) in assessment.sets.iter().enumerate() {
                let sum: Decimal = set.items.iter().map(|item| item.points.0).sum();
                if sum == set.total.0 {
                    continue;
                }
                let (name, stated) = (&assessment.name, set.total.0.normalize());
                let message = format!(
                    "“{name}”的权重合计 {} 分，写明的是 {stated} 分",
                    sum.normalize()
                );
                let route = route!["考核", at, "权重组", index, "合计"];
                reporter
                    .report(Place::value(plan.file, route), message)
                    .help("核对各项分值；文件两处写法不同的，分成两个权重组，不要混在一组里")
                    .about(set.id.as_str());
            }
        }
    }
}
