//! 采用的权重组不是恰好一组
//!
//! ## 为什么
//! 文件有几处写法时只能采用一处，几处混用会使总分对不上；一组都不采用就无法考核。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - 编号: units
//!     名称: 单位考核
//!     依据: 二
//!     权重组:
//!       - 编号: one
//!         依据: 二
//!         采用: 是
//!         合计: 100
//!         项目: [{名称: 到位资金完成率, 分值: 100, 依据: 二}]
//!       - 编号: two
//!         依据: 附件1
//!         采用: 是
//!         合计: 100
//!         项目: [{名称: 正式合同额完成率, 分值: 100, 依据: 附件1}]
//! ```
//! ```text
//! weight-set plans/plan-2023.yaml:6:5 “单位考核”采用了 2 个权重组，应恰好采用一个
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - 编号: units
//!     名称: 单位考核
//!     依据: 二
//!     权重组:
//!       - 编号: one
//!         依据: 二
//!         采用: 是
//!         合计: 100
//!         项目: [{名称: 到位资金完成率, 分值: 100, 依据: 二}]
//!       - 编号: two
//!         依据: 附件1
//!         采用: 否
//!         合计: 100
//!         项目: [{名称: 正式合同额完成率, 分值: 100, 依据: 附件1}]
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::plan::Plan;

pub(super) static RULE: Rule = rule!("weight-set", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for plan in &book.plans {
        for (at, assessment) in plan.record.assessments.iter().enumerate() {
            let used = assessment.sets.iter().filter(|set| set.used.0).count();
            if used == 1 {
                continue;
            }
            let message =
                format!("“{}”采用了 {used} 个权重组，应恰好采用一个", assessment.name);
            reporter
                .report(Place::key(plan.file, route!(Plan.assessments[at].sets)), message)
                .help("在一个权重组里写“采用: 是”，其余写“否”，并作一条裁定说明理由")
                .about(assessment.id.as_str());
        }
    }
}
