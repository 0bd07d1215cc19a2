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

use crate::check::score_items::{FoundItem, items};
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
        for (at, mark) in filed.record.marks.iter().enumerate() {
            let place = |route| Place::value(filed.file, route);
            let assessment = place(route!(MarksFile.marks[at].assessment));
            let item = (&mark.item, place(route!(MarksFile.marks[at].item)));
            named(book, (&mark.assessment, assessment), Some(item), reporter);
        }
        for (at, lapse) in filed.record.lapses.iter().enumerate() {
            let place = |route| Place::value(filed.file, route);
            let assessment = place(route!(MarksFile.lapses[at].assessment));
            let item = (&lapse.item, place(route!(MarksFile.lapses[at].item)));
            named(book, (&lapse.assessment, assessment), Some(item), reporter);
        }
        for (at, veto) in filed.record.vetoes.iter().enumerate() {
            let route = route!(MarksFile.vetoes[at].assessment);
            let assessment = (&veto.assessment, Place::value(filed.file, route));
            named(book, assessment, None, reporter);
        }
    }
    for found in items(book) {
        for (route, id, known) in references(&found) {
            if !known {
                let message = format!("“{}”引用了没有的编号“{id}”", found.item.name);
                reporter
                    .report(Place::value(found.file, route), message)
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
    let own: Vec<&Assessment> = all.filter(|one| one.id == *assessment).collect();
    if own.is_empty() {
        let message = format!("没有编号为“{assessment}”的考核");
        let help = "写方案里“考核”的编号";
        reporter.report(place, message).help(help).about(assessment.as_str());
        return;
    }
    let Some((item, place)) = item else { return };
    if !own.iter().any(|one| one.items.iter().any(|own| own.id == *item)) {
        let message = format!("“{}”没有编号为“{item}”的计分项", own[0].name);
        let help = "写考核里“计分”的编号";
        reporter.report(place, message).help(help).about(item.as_str());
    }
}

type Reference<'a> = (Vec<Step>, &'a Id, bool);

/// The ids that an item refers to, each with its place and whether the plan has it.
fn references<'a>(found: &FoundItem<'a>) -> Vec<Reference<'a>> {
    let FoundItem { plan, item, route: start, .. } = found;
    let ruled = |id: &Id| plan.rulings.iter().any(|ruling| ruling.id == *id);
    let curved = |id: &Id| plan.curves.iter().any(|curve| curve.id == *id);
    let mut found = Vec::new();
    found.extend(item.ruling.iter().map(|id| (route!(start => ruling), id, ruled(id))));
    found.extend(item.curve.iter().map(|id| (route!(start => curve), id, curved(id))));
    for (at, rule) in item.unknown.iter().enumerate() {
        let own = rule.ruling.iter();
        found.extend(own.map(|id| (route!(start => unknown[at].ruling), id, ruled(id))));
    }
    found
}
