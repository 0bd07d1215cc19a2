//! `definitions.html` 口径说明: every rule that a number of the book follows, with its place in the plan.

mod assessments;
mod cutoffs;
mod declared;
mod indicators;
mod listings;
mod organisations;
mod plan;
mod registry;
mod rules;
mod rulings;
mod schedules;
mod targets;

use chrono::Datelike;

use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::report::edition::notices::newest_notices;
use crate::report::pages::blocks::{heading, list};
use crate::report::paths::{DEFINITIONS, INDEX};
use crate::sheet::Sheet;
use crate::view::inline::Link;
use crate::view::page::{Block, NoticeKind, Page};
use crate::words::date::period;

/// What holds for every number, whatever the plan.
const GENERAL: &[&str] = &[
    "各数都用精确的十进制数计算；相除的结果取到小数点后20位，末位四舍五入。",
    "只在打印时按各指标规定的小数位四舍五入，末尾的零保留；合计用未舍入的数相加。",
    "完成率＝完成数÷目标。超欠进度＝打印的完成率－打印的序时进度，单位是百分点；定灯和按超欠排位都用这个数。",
    "是否达标、是否达到节点，用未舍入的数判定：完成数不低于（或超过）应达数即为达到。",
    "没有的数写“—”并说明原因（未下达、未上报、没有序时进度等），不写成零；没有目标或没有完成数的单位不参加排位，列在最后。",
    "一期只计同时满足两个条件的记录：发生日期不晚于本期末，报送日期不晚于该类事项的截止日；没有写报送日期的视为及时。",
    "过了截止日才报送的，计入此后截止日不早于其报送日的第一期；更正另记一笔，原来的一笔保留。",
    "节点判定按当时已经报送的数作出，以后补报的不改变已经作出的判定。",
    "月均需完成＝（目标－完成数）÷剩余月数，不低于零；预计＝完成数÷已过月数×全部月数，满三个月才作预计。两者都是推算，不是完成数。",
    "不同币种不相加，除非方案规定了折算率和日期。",
];

/// The page; `None` without a sheet. Sheets stand oldest first.
pub fn definitions<'a>(sheets: &'a [Sheet<'a>]) -> Option<Page> {
    let newest = sheets.last()?;
    let book = newest.book();
    let several = book.plans.len() > 1;
    let mut blocks = vec![heading(1, "general", "计算的通则"), list(GENERAL.to_vec())];
    let registered = registry::blocks(newest);
    if !registered.is_empty() {
        blocks.push(heading(1, "registry", "名录"));
        blocks.extend(registered);
    }
    for filed in &book.plans {
        blocks.extend(plan_blocks(sheets, newest, &filed.record, several));
    }
    let mut notices = newest_notices(newest);
    notices.retain(|notice| {
        !matches!(notice.kind, NoticeKind::Demo | NoticeKind::Unreleased)
    });
    Some(Page {
        path: DEFINITIONS.to_owned(),
        root: String::new(),
        title: format!("{}口径说明", book.card.record.name),
        subtitle: format!(
            "通报中每个数的口径、依据和裁定；报送截止日列至{}",
            period(&newest.figures.period)
        ),
        crumbs: vec![Link::new(&book.card.record.name, INDEX)],
        notices,
        blocks,
        ..Page::default()
    })
}

/// The sections of a plan; below the plan's own heading where the book has several.
fn plan_blocks<'a>(
    sheets: &'a [Sheet<'a>],
    newest: &'a Sheet<'a>,
    plan: &Plan,
    several: bool,
) -> Vec<Block> {
    let level = if several { 2 } else { 1 };
    let title = if several { plan.name.clone() } else { "方案".to_owned() };
    let book = newest.book();
    let mut blocks = vec![heading(1, format!("plan-{}", plan.id), title)];
    blocks.push(plan::facts(plan));
    let mut section = |id: &str, title: &str, content: Vec<Block>| {
        if !content.is_empty() {
            blocks.push(heading(level, format!("{id}-{}", plan.id), title));
            blocks.extend(content);
        }
    };
    section("indicators", "指标口径", indicators::blocks(book, plan, level + 1));
    section("targets", "目标", targets::blocks(newest, plan));
    section("rules", "认定、等级和归属", rules::blocks(plan));
    section("campaigns", "战役", declared::campaigns(plan));
    section("tasks", "任务", declared::tasks(plan));
    section("sectors", "领域分工", listings::blocks(newest, plan));
    section("organisations", "机构", organisations::blocks(book, plan, level + 1));
    section("schedules", "序时进度", schedules::curves(plan, level + 1));
    section("lamps", "灯", schedules::lamps(plan, level + 1));
    section("rankings", "排位", schedules::rankings(book, plan));
    section("assessments", "考核", assessments::blocks(book, plan, level + 1));
    section("cutoffs", "报送截止日", cutoffs::blocks(sheets, plan));
    section("duties", "报送任务", declared::duties(plan));
    section("rulings", "裁定", rulings::blocks(plan, level + 1));
    section("clauses", "引用的条款", plan::clauses(plan, level + 1));
    if several {
        name_tables(&mut blocks, &short_name(book, plan));
    }
    blocks
}

/// Says of every table of which plan it is, as another plan has tables of the same names.
fn name_tables(blocks: &mut [Block], plan: &str) {
    for block in blocks {
        if let Block::Table { table } = block {
            table.title = format!("{}（{plan}）", table.title);
        }
    }
}

/// What tells a plan from the others of its book: its year, else its name, else its id with it.
fn short_name(book: &Book, plan: &Plan) -> String {
    let others = || {
        let plans = book.plans.iter().map(|filed| filed.record.as_ref());
        plans.filter(|other| other.id != plan.id)
    };
    let year = |plan: &Plan| plan.span.start.year();
    if others().all(|other| year(other) != year(plan)) {
        format!("{}年方案", year(plan))
    } else if others().all(|other| other.name != plan.name) {
        format!("《{}》", plan.name)
    } else {
        format!("《{}》，{}", plan.name, plan.id)
    }
}
