//! 缺项扣的分不在办法规定的范围内，或不知道扣多少
//!
//! ## 为什么
//! “受通报批评减5—20分”，由人在范围内定；记成50分就超出了办法，没有记又没有统一的分，就等于没有扣。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - {编号: units, 名称: 考核, 依据: 二, 权重组: [{编号: used, 依据: 二, 采用: 是, 合计: 0, 项目: []}], 计分: [{编号: notice, 名称: 通报批评, 方式: 扣分, 分值: 0, 每项范围: 不低于5且不高于20, 封顶: 0, 保底: -100, 另加: 是, 依据: 二}], 对象: [departments]}
//! ```
//! ```yaml
//! # marks/2023-06.yaml
//! 缺项:
//!   - {考核: units, 项目: notice, 单位: 县交通局, 日期: 2023-06-01, 事项: 市政府通报, 扣: 50}
//!   - {考核: units, 项目: notice, 单位: 县交通局, 日期: 2023-06-08, 事项: 市政府通报}
//!   - {考核: units, 项目: notice, 单位: 县交通局, 日期: 2023-06-15, 事项: 市政府通报, 扣: 20}
//!   - {考核: units, 项目: notice, 单位: 县交通局, 日期: 2023-06-22, 事项: 市政府通报, 扣: 50, 更正: [{报送: 2023-07-03, 扣: 5, 原因: 录错}]}
//!   - {考核: units, 项目: notice, 单位: 县交通局, 日期: 2023-06-29, 事项: 市政府通报, 扣: 5, 更正: [{报送: 2023-07-03, 扣: 30, 原因: 录错}]}
//! ```
//! ```text
//! lapse-points marks/2023-06.yaml:3:69 扣50分，“通报批评”规定的是不低于5且不高于20
//! lapse-points marks/2023-06.yaml:4:6 没有写扣几分，“通报批评”也没有统一的“每项”
//! lapse-points marks/2023-06.yaml:7:97 扣30分，“通报批评”规定的是不低于5且不高于20
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - {编号: units, 名称: 考核, 依据: 二, 权重组: [{编号: used, 依据: 二, 采用: 是, 合计: 0, 项目: []}], 计分: [{编号: notice, 名称: 通报批评, 方式: 扣分, 分值: 0, 每项范围: 不低于5且不高于20, 封顶: 0, 保底: -100, 另加: 是, 依据: 二}], 对象: [departments]}
//! ```
//! ```yaml
//! # marks/2023-06.yaml
//! 缺项:
//!   - {考核: units, 项目: notice, 单位: 县交通局, 日期: 2023-06-01, 事项: 市政府通报, 扣: 5}
//!   - {考核: units, 项目: notice, 单位: 县交通局, 日期: 2023-06-08, 事项: 市政府通报, 扣: 10}
//!   - {考核: units, 项目: notice, 单位: 县交通局, 日期: 2023-06-15, 事项: 市政府通报, 扣: 20}
//!   - {考核: units, 项目: notice, 单位: 县交通局, 日期: 2023-06-22, 事项: 市政府通报, 扣: 50, 更正: [{报送: 2023-07-03, 扣: 5, 原因: 录错}]}
//!   - {考核: units, 项目: notice, 单位: 县交通局, 日期: 2023-06-29, 事项: 市政府通报, 扣: 5, 更正: [{报送: 2023-07-03, 扣: 15, 原因: 录错}]}
//! ```
//! ```text
//! （没有问题）
//! ```

use chrono::NaiveDate;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Correctable, Step, route};
use crate::model::plan::assessment::score_item::{ScoreItem, ScoreShape};
use crate::model::record::marks::{Lapse, MarksFile};

pub(super) static RULE: Rule = rule!("lapse-points", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for filed in &book.marks {
        for (at, lapse) in filed.record.lapses.iter().enumerate() {
            let then = lapse.known_on(NaiveDate::MAX);
            let Some(item) = item(book, lapse).filter(|_| !then.is_withdrawn()) else {
                continue;
            };
            let (route, message) = match (then.points, &item.each_within, item.each) {
                (None, _, None) => {
                    let message =
                        format!("没有写扣几分，“{}”也没有统一的“每项”", item.name);
                    (route!(MarksFile.lapses[at]), message)
                }
                (Some(points), Some(within), _) if !within.contains(points.0.abs()) => {
                    let message =
                        format!("扣{points}分，“{}”规定的是{within}", item.name);
                    (points_route(lapse, at), message)
                }
                _ => continue,
            };
            reporter
                .report(Place::value(filed.file, route), message)
                .help("照决定扣分的文件，在“扣”里写范围内的分")
                .about(lapse.item.as_str());
        }
    }
}

/// Where the points stand that hold in the end: in the lapse, or in its newest correction of them.
fn points_route(lapse: &Lapse, at: usize) -> Vec<Step> {
    let corrections = lapse.corrections.iter().enumerate();
    let points = corrections.filter(|(_, correction)| correction.points.0.is_some());
    match points.max_by_key(|(_, correction)| correction.submitted) {
        Some((index, _)) => {
            route!(MarksFile.lapses[at].corrections[index].points)
        }
        None => route!(MarksFile.lapses[at].points),
    }
}

/// Returns the item that a lapse takes points from.
fn item<'a>(book: &'a Book, lapse: &Lapse) -> Option<&'a ScoreItem> {
    let plans = book.plans.iter().map(|plan| &plan.record);
    let assessments = plans.flat_map(|plan| &plan.assessments);
    let named = assessments.filter(|assessment| assessment.id == lapse.assessment);
    let mut items = named.flat_map(|assessment| &assessment.items);
    items.find(|item| item.id == lapse.item && item.shape == ScoreShape::Deduction)
}
