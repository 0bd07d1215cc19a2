//! 评分与别的评分差十倍
//!
//! ## 为什么
//! 91分打成9.1分，平均一下只差几分，谁也看不出来。同一个计分项在同一期有三份以上别的评分，
//! 都在它的五倍以上，而它放大十倍就在其中的，多半是小数点打错了。
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
//!   - {考核: units, 项目: survey, 单位: 县交通局, 评分方: 企业甲, 分: 9.1, 期: 2023-06}
//!   - {考核: units, 项目: survey, 单位: 县交通局, 评分方: 企业乙, 分: 94, 期: 2023-06}
//!   - {考核: units, 项目: survey, 单位: 县商务委, 评分方: 企业甲, 分: 88, 期: 2023-06}
//!   - {考核: units, 项目: survey, 单位: 县商务委, 评分方: 企业乙, 分: 90, 期: 2023-06}
//! ```
//! ```text
//! odd-mark marks/2023-06.yaml:3:52 评了9.1分，同一项别的评分在88分到94分之间
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
//!   - {考核: units, 项目: survey, 单位: 县交通局, 评分方: 企业甲, 分: 41, 期: 2023-06}
//!   - {考核: units, 项目: survey, 单位: 县交通局, 评分方: 企业乙, 分: 94, 期: 2023-06}
//!   - {考核: units, 项目: survey, 单位: 县商务委, 评分方: 企业甲, 分: 88, 期: 2023-06}
//!   - {考核: units, 项目: survey, 单位: 县商务委, 评分方: 企业乙, 分: 90, 期: 2023-06}
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::record::marks::MarksFile;

pub(super) static RULE: Rule = rule!("odd-mark", Warning, check);

/// So many other marks say what is usual.
const FEW: usize = 3;
/// The others are so many times a mark that is odd.
const TIMES: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

fn check(book: &Book, reporter: &mut Reporter) {
    let mut series: BTreeMap<_, Vec<(Decimal, Place)>> = BTreeMap::new();
    for filed in &book.marks {
        for (at, mark) in filed.record.marks.iter().enumerate() {
            let of = (mark.assessment.as_str(), mark.item.as_str(), &mark.period);
            let place = Place::value(filed.file, route!(MarksFile.marks[at].points));
            series.entry(of).or_default().push((mark.points.0, place));
        }
    }
    for ((_, item, _), marks) in &mut series {
        marks.sort_by_key(|(points, _)| *points);
        // The least one alone can be below all others.
        let [(points, place), (least, _), .., (most, _)] = marks.as_slice() else {
            continue;
        };
        let is_slip = points
            .checked_mul(Decimal::TEN)
            .is_some_and(|it| it >= *least && it <= *most);
        if marks.len() > FEW && !points.is_zero() && is_slip && *least >= *points * TIMES
        {
            let message =
                format!("评了{points}分，同一项别的评分在{least}分到{most}分之间");
            reporter
                .report(place.clone(), message)
                .help("核对评分表；小数点打错的改正")
                .about(*item)
                .or_ruled("", [points.to_string()]);
        }
    }
}
