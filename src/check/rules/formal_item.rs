//! 计分项看的是信息、批示、会议或者照片
//!
//! ## 为什么
//! 《整治形式主义为基层减负若干规定》（2024-08-06印发）：刊发信息、领导批示不作考核内容，不以开会发文、
//! 拍照留痕评判优劣。在这以后印发的方案，看这些的计分项要请主管部门再看一看。这只是提醒，不影响计算，也不印出来。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 日期: 2024-09-10
//! 考核:
//!   - {编号: units, 名称: 考核, 依据: 二, 权重组: [{编号: used, 依据: 二, 采用: 是, 合计: 100, 项目: [{名称: 领导批示, 分值: 100, 依据: 二}]}], 计分: [{编号: notes, 名称: 领导批示, 方式: 评分, 分值: 100, 封顶: 100, 不明: [{处理: 零分, 依据: 二}], 依据: 二}], 对象: [departments]}
//! ```
//! ```text
//! formal-item plans/plan-2023.yaml:4:129 计分项“领导批示”看的是批示，2024年8月起不作考核内容
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 日期: 2024-07-10
//! 考核:
//!   - {编号: units, 名称: 考核, 依据: 二, 权重组: [{编号: used, 依据: 二, 采用: 是, 合计: 100, 项目: [{名称: 领导批示, 分值: 100, 依据: 二}]}], 计分: [{编号: notes, 名称: 领导批示, 方式: 评分, 分值: 100, 封顶: 100, 不明: [{处理: 零分, 依据: 二}], 依据: 二}], 对象: [departments]}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::amounts::goals::indicator_in;
use crate::check::burden::binds;
use crate::check::score_items::{PlacedItem, items};
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::plan::Plan;
use crate::model::plan::assessment::score_item::ScoreItem;
use crate::model::plan::indicator::Indicator;
use crate::model::record::activity::ActivityKind;

pub(super) static RULE: Rule = rule!("formal-item", Note, check);

/// What is no matter of an assessment, with the words that name it. 信息 alone is also an industry.
const FORMAL: &[(&str, &[&str])] = &[
    (
        "信息",
        &[
            "信息报送",
            "报送信息",
            "信息采用",
            "信息录用",
            "信息上报",
            "信息刊发",
            "信息宣传",
            "信息工作",
            "信息简报",
            "简报信息",
            "政务信息",
            "刊发",
            "刊载",
        ],
    ),
    ("批示", &["批示"]),
    ("会议", &["会议", "开会", "参会"]),
    ("照片、留痕", &["照片", "拍照", "影像", "留痕", "笔记"]),
];

fn check(book: &Book, reporter: &mut Reporter) {
    for placed in items(book).into_iter().filter(|placed| is_bound(placed.plan)) {
        let Some(what) = formal(book, &placed) else { continue };
        let place = Place::value(placed.file, route!(placed.route => name));
        let name = &placed.item.name;
        reporter
            .report(place, format!("计分项“{name}”看的是{what}，2024年8月起不作考核内容"))
            .help("请主管部门再看一看；看的是别的，就改个说得清的名称")
            .about(name);
    }
}

/// Returns whether a plan was issued, or else began, when the rule held.
fn is_bound(plan: &Plan) -> bool {
    binds(plan.issued.unwrap_or(plan.span.start))
}

/// Returns what an item looks at that is no matter of an assessment, by its name or its indicator.
fn formal(book: &Book, placed: &PlacedItem) -> Option<&'static str> {
    let ScoreItem { name, indicator, .. } = placed.item;
    let reference = indicator.as_ref().map(|reference| reference.as_str());
    let indicator = reference.and_then(|word| indicator_in(book, placed.plan, word));
    if indicator.is_some_and(counts_meetings) {
        return Some("会议");
    }
    let names = [Some(name), indicator.map(|indicator| &indicator.name)];
    let says = |word: &str| names.iter().flatten().any(|name| name.contains(word));
    let mut found = FORMAL
        .iter()
        .filter(|(what, words)| name == what || words.iter().any(|word| says(word)));
    found.next().map(|(what, _)| *what)
}

fn counts_meetings(indicator: &Indicator) -> bool {
    let filter = indicator.filter.as_ref();
    filter.is_some_and(|filter| filter.activities.contains(&ActivityKind::Meeting))
}
