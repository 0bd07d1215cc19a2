//! Leaders who come and go: each is listed and asked for in the periods of the own term.

use std::collections::BTreeMap;

use serde_json::Value;
use tongbao::load::load_with;

use tongbao::figures::basis::Basis;
use tongbao::model::dictionary::Word;
use tongbao::model::value::period::Period;
use tongbao::report::tables::{Make, table_called};
use tongbao::sheet::Sheet;
use tongbao::view::inline::Inline;
use tongbao::view::table::Cell;

use crate::case::Case;
use crate::shipped::figures;

const TRIPS: &str = "\
指标:
  - 编号: contract
    名称: 正式合同额
    取数: 合同额
    来源: 项目
    单位: 亿元
    时段: 本年累计
    口径: 当年签订的正式合同金额
    依据: 二
  - 编号: funds
    名称: 到位资金
    取数: 到位资金
    来源: 项目
    单位: 亿元
    时段: 本年累计
    口径: 当年到位的资金
    依据: 二
  - 编号: trips
    名称: 领导外出
    取数: 活动次数
    来源: 项目
    单位: 次
    时段: 当月
    分列: [领导]
    口径: 当月领导外出次数
    依据: 二
    范围: {活动: [外出招商]}
目标:
  - {编号: year, 指标: 到位资金, 范围: 全县, 值: 10亿元, 依据: 二}
  - {编号: monthly, 指标: 领导外出, 范围: 各领导, 值: 1次, 依据: 二}
";

/// The figures of a period in a book where 县领导甲 was out in September and 县领导乙 in October.
#[track_caller]
fn month(leaders: &[&str], period: &str) -> BTreeMap<String, Value> {
    let trip = |day: &str, leader: &str, id: &str| {
        format!(
            "编号: {id}\n类别: 外出招商\n日期: {day}\n事项: 考察企业\n单位: [县交通局]\n领导: [{leader}]\n"
        )
    };
    let leaders: String = leaders.iter().map(|one| format!("  - {one}\n")).collect();
    let case = Case::minimal()
        .laid_over("units.yaml", &format!("领导:\n{leaders}"))
        .laid_over("plans/plan-2023.yaml", TRIPS)
        .with("activities/2023/hd-2.yaml", trip("2023-09-06", "县领导甲", "hd-2"))
        .with("activities/2023/hd-3.yaml", trip("2023-10-12", "县领导乙", "hd-3"));
    assert_eq!(case.lines(), Vec::<String>::new());
    figures(&load_with(&case, &|_| true, None).books[0], period)
}

/// The leaders that are listed, each with whether the month's goal is met, and what all did.
fn trips(figures: &BTreeMap<String, Value>) -> (Vec<(&str, bool)>, &str) {
    let listed = figures.iter().filter_map(|(id, figure)| {
        let met = figure["targets"][0]["met"].as_bool()?;
        Some((id.strip_prefix("trips/leader:")?, met))
    });
    (listed.collect(), figures["trips/all"]["value"].as_str().unwrap())
}

#[test]
fn a_leader_is_asked_for_from_the_first_to_the_last_month_of_the_term() {
    let first = "{编号: leader-1, 名称: 县领导甲, 任期: [{至: 2023-09-15}]}";
    let second = "{编号: leader-2, 名称: 县领导乙, 任期: [{自: 2023-10-10}]}";
    let third = "{编号: leader-3, 名称: 县领导丙}";
    let leaders = [first, second, third];
    let september = month(&leaders, "2023-09");
    assert_eq!(trips(&september), (vec![("leader-1", true), ("leader-3", false)], "1"));
    let october = month(&leaders, "2023-10");
    assert_eq!(trips(&october), (vec![("leader-2", true), ("leader-3", false)], "1"));
    let november = month(&leaders, "2023-11");
    assert_eq!(trips(&november), (vec![("leader-2", false), ("leader-3", false)], "0"));
}

#[test]
fn who_comes_back_has_two_terms() {
    let back =
        "{编号: leader-1, 名称: 县领导甲, 任期: [{至: 2023-06-30}, {自: 2023-09-01}]}";
    let other = "{编号: leader-2, 名称: 县领导乙}";
    let listed = |period| {
        let figures = month(&[back, other], period);
        figures.contains_key("trips/leader:leader-1")
    };
    assert_eq!(["2023-06", "2023-08", "2023-09"].map(listed), [true, false, true]);
}

#[test]
fn what_became_known_later_changes_no_earlier_month() {
    let left = "{编号: leader-1, 名称: 县领导甲, 变更: \
        [{报送: 2023-11-06, 任期: [{至: 2023-09-15}], 原因: 调离}]}";
    let other = "{编号: leader-2, 名称: 县领导乙}";
    let listed = |period| {
        let figures = month(&[left, other], period);
        figures.contains_key("trips/leader:leader-1")
    };
    assert_eq!(["2023-09", "2023-10", "2023-11"].map(listed), [true, true, false]);
}

/// Who is printed as leading the rows of the target table in a period.
fn leading(leaders: &[&str], row: &str, period: &str) -> Vec<String> {
    let registry: String = leaders.iter().map(|one| format!("  - {one}\n")).collect();
    let table = format!(
        "目标表:\n  - 编号: units\n    名称: 任务分解表\n    依据: 附件1\n    行:\n      \
         - {{领域: 商贸物流, 单位: 县交通局, 牵头领导: [{row}], 目标: {{到位资金: 7亿元}}}}\n      \
         - {{领域: 商贸物流, 单位: 县商务委, 目标: {{到位资金: 3亿元}}}}\n"
    );
    let case = Case::minimal()
        .laid_over("units.yaml", &format!("领导:\n{registry}"))
        .laid_over("plans/plan-2023.yaml", &table);
    assert_eq!(case.lines(), Vec::<String>::new());
    let book = load_with(&case, &|_| true, None).books.remove(0);
    let basis = Basis::at_points(&book);
    let figures = basis.figures(&Period::parse(period).unwrap());
    let Make::Several(make) = table_called("目标任务完成情况").unwrap().make
    else {
        panic!("the table is of each target table")
    };
    let table = make(&Sheet::alone(&basis, &figures)).remove(0);
    let text = |cell: &Cell| cell.inlines.iter().map(Inline::plain).collect::<String>();
    let rows = table.rows.iter().map(|row| text(&row.cells[1]));
    rows.filter(|leaders| !leaders.is_empty()).collect()
}

#[test]
fn a_row_of_goals_is_led_by_who_is_in_office_on_the_last_day() {
    let left = "{编号: leader-1, 名称: 县领导甲, 变更: \
        [{报送: 2023-11-06, 任期: [{至: 2023-09-15}], 原因: 调离}]}";
    let came = "{编号: leader-2, 名称: 县领导乙, 任期: [{自: 2023-09-16}]}";
    let both = |period| leading(&[left, came], "县领导甲, 县领导乙", period);
    assert_eq!(both("2023-08"), ["县领导甲", "—"]);
    // That the first had left was not known before November.
    assert_eq!(both("2023-10"), ["县领导甲、县领导乙", "—"]);
    assert_eq!(both("2023-11"), ["县领导乙", "—"]);
    let alone = |period| leading(&[left, came], "县领导甲", period);
    assert_eq!(alone("2023-11"), ["—", "—"], "nobody has come instead");
}
