//! 评分高于这一项的满分
//!
//! ## 为什么
//! 92分打成了920分，平均一下就是满分，谁也看不出来。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - {编号: units, 名称: 考核, 依据: 二, 权重组: [{编号: used, 依据: 二, 采用: 是, 合计: 100, 项目: [{名称: 满意度, 分值: 100, 依据: 二}]}], 计分: [{编号: survey, 名称: 满意度, 方式: 评分, 分值: 100, 封顶: 100, 不明: [{处理: 零分, 依据: 二}], 依据: 二}], 对象: [departments]}
//! ```
//! ```yaml
//! # marks/2023-06.yaml
//! 评分:
//!   - {考核: units, 项目: survey, 单位: 县交通局, 分: 920, 期: 2023-06}
//! ```
//! ```text
//! mark-too-high marks/2023-06.yaml:3:42 评了920分，“满意度”的满分是100分
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - {编号: units, 名称: 考核, 依据: 二, 权重组: [{编号: used, 依据: 二, 采用: 是, 合计: 100, 项目: [{名称: 满意度, 分值: 100, 依据: 二}]}], 计分: [{编号: survey, 名称: 满意度, 方式: 评分, 分值: 100, 封顶: 100, 不明: [{处理: 零分, 依据: 二}], 依据: 二}], 对象: [departments]}
//! ```
//! ```yaml
//! # marks/2023-06.yaml
//! 评分:
//!   - {考核: units, 项目: survey, 单位: 县交通局, 分: 92, 期: 2023-06}
//! ```
//! ```text
//! （没有问题）
//! ```

use rust_decimal::Decimal;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::plan::assessment::score_item::ScoreShape;
use crate::model::record::marks::MarksFile;

pub(super) static RULE: Rule = rule!("mark-too-high", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for filed in &book.marks {
        for (at, mark) in filed.record.marks.iter().enumerate() {
            let plans = book.plans.iter().map(|plan| &plan.record);
            let assessments = plans.flat_map(|plan| &plan.assessments);
            let mut items = assessments
                .filter(|assessment| assessment.id == mark.assessment)
                .flat_map(|assessment| &assessment.items)
                .filter(|item| item.id == mark.item && item.shape == ScoreShape::Judged);
            let too_high = |full: &Decimal| mark.points.0 > *full;
            let Some((item, full)) = items.find_map(|item| {
                Some((item, item.points.map(|full| full.0).filter(too_high)?))
            }) else {
                continue;
            };
            let message =
                format!("评了{}分，“{}”的满分是{full}分", mark.points.0, item.name);
            reporter
                .report(
                    Place::value(filed.file, route!(MarksFile.marks[at].points)),
                    message,
                )
                .help("核对评分表；小数点打错的改正")
                .about(mark.item.as_str());
        }
    }
}
