//! 考核记录写的考核或计分项不存在，或计分项引用的裁定、曲线、等次不存在
//!
//! ## 为什么
//! 编号写错，评分和缺项就不会计入任何单位的得分。
//!
//! ## 例
//! ```yaml
//! # marks/2023-06.yaml
//! 缺项:
//!   - {考核: unit, 项目: daily, 单位: 县交通局, 日期: 2023-06-20, 事项: 未报送当月工作情况}
//! ```
//! ```text
//! unknown-score-item marks/2023-06.yaml:3:10 没有编号为“unit”的考核
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - {编号: units, 名称: 单位考核, 依据: 二, 权重组: [{编号: used, 依据: 二, 采用: 是, 合计: 10, 项目: [{名称: 日常, 分值: 10, 依据: 二}]}], 计分: [{编号: daily, 名称: 日常, 方式: 扣分, 分值: 10, 每项: 1, 封顶: 10, 不明: [{处理: 零分, 依据: 二}], 依据: 二}], 对象: [departments]}
//! ```
//! ```yaml
//! # marks/2023-06.yaml
//! 缺项:
//!   - {考核: units, 项目: daily, 单位: 县交通局, 日期: 2023-06-20, 事项: 未报送当月工作情况}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::score_items::{PlacedItem, items};
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Step, route};
use crate::model::plan::assessment::Assessment;
use crate::model::record::marks::MarksFile;
use crate::model::value::word::Id;

pub(super) static RULE: Rule = rule!("unknown-score-item", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for filed in &book.marks {
        let place = |route| Place::value(filed.file, route);
        for (at, mark) in filed.record.marks.iter().enumerate() {
            let assessment = place(route!(MarksFile.marks[at].assessment));
            let item = (&mark.item, place(route!(MarksFile.marks[at].item)));
            named(book, (&mark.assessment, assessment), Some(item), reporter);
        }
        for (at, lapse) in filed.record.lapses.iter().enumerate() {
            let assessment = place(route!(MarksFile.lapses[at].assessment));
            let item = (&lapse.item, place(route!(MarksFile.lapses[at].item)));
            named(book, (&lapse.assessment, assessment), Some(item), reporter);
        }
        for (at, veto) in filed.record.vetoes.iter().enumerate() {
            let assessment = place(route!(MarksFile.vetoes[at].assessment));
            named(book, (&veto.assessment, assessment), None, reporter);
        }
    }
    for placed in items(book) {
        for (route, id, is_known) in references(&placed) {
            if !is_known {
                let message = format!("“{}”引用了没有的编号“{id}”", placed.item.name);
                reporter
                    .report(Place::value(placed.file, route), message)
                    .help("写方案里已有的裁定、序时曲线的编号")
                    .about(id.as_str());
            }
        }
    }
}

fn named(
    book: &Book,
    (assessment, place): (&Id, Place),
    item: Option<(&Id, Place)>,
    reporter: &mut Reporter,
) {
    if book.lacks("plans/") {
        return;
    }
    let all = book.plans.iter().flat_map(|plan| &plan.record.assessments);
    let declared: Vec<&Assessment> =
        all.filter(|declared| declared.id == *assessment).collect();
    if declared.is_empty() {
        let message = format!("没有编号为“{assessment}”的考核");
        let help = "写方案里“考核”的编号";
        reporter.report(place, message).help(help).about(assessment.as_str());
        return;
    }
    let Some((item, place)) = item else { return };
    let mut items = declared.iter().flat_map(|declared| &declared.items);
    if !items.any(|declared| declared.id == *item) {
        let message = format!("“{}”没有编号为“{item}”的计分项", declared[0].name);
        let help = "写考核里“计分”的编号";
        reporter.report(place, message).help(help).about(item.as_str());
    }
}

type Reference<'a> = (Vec<Step>, &'a Id, bool);

/// Returns the ids that an item refers to, each with its place and whether the plan has it.
fn references<'a>(placed: &PlacedItem<'a>) -> Vec<Reference<'a>> {
    let PlacedItem { plan, item, route: start, .. } = placed;
    let ruled = |id: &Id| plan.rulings.iter().any(|ruling| ruling.id == *id);
    let mut references = Vec::new();
    if let Some(id) = &item.ruling {
        references.push((route!(start => ruling), id, ruled(id)));
    }
    if let Some(id) = &item.curve {
        let has_curve = plan.curves.iter().any(|curve| curve.id == *id);
        references.push((route!(start => curve), id, has_curve));
    }
    for (at, rule) in item.unknown.iter().enumerate() {
        if let Some(id) = &rule.ruling {
            references.push((route!(start => unknown[at].ruling), id, ruled(id)));
        }
    }
    references
}
