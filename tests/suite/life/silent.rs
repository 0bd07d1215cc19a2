//! Old values that are edited move released figures, and the finding says how to say it honestly.

use crate::release::Desk;

const PROJECT: &str = "data/demo/projects/2023/xm-1.yaml";
const PLAN: &str = "data/demo/plans/plan-2023.yaml";
const EDITION: &str = "data/demo/editions/2023-06.md";
const CONTRACT: &str = "签订: 2023-03-18, 金额: 3.2亿元";
const MONEY: &str = "  - {月份: 2023-05, 金额: 1200万元, 凭证: [银行回单]}\n";

/// A book with cut-offs and lamps, with its June released.
fn desk() -> Desk {
    let desk = Desk::minimal();
    let cutoffs = "截止:\n  - {事项: 合同, 日: 当月23日, 依据: 二}\n  - {事项: 开工, 日: 当月23日, 依据: 二}\n  - {事项: 资金, 日: 次月7日, 依据: 二}\n";
    let lamps = "灯组:\n  - {编号: lights, 名称: 进度灯, 看: 完成率, 依据: 二, 灯: [{编号: blue, 名称: 蓝, 词: 达标, 颜色: \"#2f6db5\", 条件: 不低于40}, {编号: orange, 名称: 橙, 词: 滞后, 颜色: \"#d9772b\", 条件: 低于40}]}\n";
    let count = "  - {编号: started, 名称: 开工项目数, 取数: 项目个数, 范围: {环节: 开工}, 来源: 项目, 单位: 个, 时段: 本年累计, 口径: 当年开工的项目, 依据: 二}\n";
    desk.replace(PLAN, "指标:\n", &format!("{cutoffs}{lamps}指标:\n{count}"));
    desk.replace(
        PLAN,
        "口径: 当年到位的资金\n",
        "口径: 当年到位的资金\n    灯组: lights\n",
    );
    desk.commit();
    desk.release("2023-06");
    desk
}

/// What `check` says of an edit of the project, which it must find.
fn told(desk: &Desk, old: &str, new: &str) -> String {
    desk.replace(PROJECT, old, new);
    let ran = desk.run(&["check"]);
    assert_eq!(ran.code, Some(1), "{}{}", ran.out, ran.told);
    desk.replace(PROJECT, new, old);
    ran.out
}

/// Checks that nothing moves once an edit is said as the finding says.
fn is_honest(desk: &Desk, old: &str, new: &str) {
    desk.replace(PROJECT, old, new);
    let ran = desk.run(&["check"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.told);
}

#[test]
fn another_unit_is_a_change_from_a_day_on() {
    let desk = desk();
    let (old, new) = ("责任单位: 县交通局\n", "责任单位: 县商务委\n");
    let told = told(&desk, old, new);
    let line = "projects/2023/xm-1.yaml：“责任单位”改回原来的，另写 变更: [{自: <从哪天起>, 报送: <报来的日期>, 责任单位: 县商务委, 原因: <为什么>}]";
    assert!(told.contains(line), "{told}");
    let change = "变更: [{自: 2023-10-01, 报送: 2023-10-09, 责任单位: 县商务委, 原因: 分工调整}]\n";
    is_honest(&desk, old, &format!("{old}{change}"));
}

#[test]
fn another_amount_is_a_correction_inside_the_contract() {
    let desk = desk();
    let told = told(&desk, CONTRACT, "签订: 2023-03-18, 金额: 3.4亿元");
    let line = "projects/2023/xm-1.yaml：合同第1条的金额改回原来的，在这一条里写 更正: [{报送: <报来的日期>, 金额: 3.4亿元, 原因: <为什么>}]";
    assert!(told.contains(line), "{told}");
    let correction = "更正: [{报送: 2023-10-09, 金额: 3.4亿元, 原因: 录错}]";
    is_honest(&desk, CONTRACT, &format!("{CONTRACT}, {correction}"));
}

#[test]
fn more_money_is_a_row_with_the_difference() {
    let desk = desk();
    let told = told(&desk, "1200万元", "1500万元");
    let line = "projects/2023/xm-1.yaml：到位资金第1条改回原来的，另加一条 {月份: 2023-05, 金额: 300万元, 凭证: [<凭证>], 更正: <更正的日期>, 说明: <为什么>}";
    assert!(told.contains(line), "{told}");
    let row = "  - {月份: 2023-05, 金额: 300万元, 凭证: [银行回单], 更正: 2023-10-09, 说明: 漏录}\n";
    is_honest(&desk, MONEY, &format!("{MONEY}{row}"));
}

#[test]
fn an_earlier_start_is_a_correction_of_its_day() {
    let desk = Desk::minimal();
    let may = desk.read(EDITION).replace("2023-06", "2023-04").replace("07-10", "05-10");
    desk.write("data/demo/editions/2023-04.md", &may.replace("1—6月", "1—4月"));
    let count = "  - {编号: started, 名称: 开工项目数, 取数: 项目个数, 范围: {环节: 开工}, 来源: 项目, 单位: 个, 时段: 本年累计, 口径: 当年开工的项目, 依据: 二}\n";
    desk.replace(PLAN, "指标:\n", &format!("指标:\n{count}"));
    desk.commit();
    desk.release("2023-04");
    desk.release("2023-06");
    let told = told(&desk, "开工: {日期: 2023-05-12}", "开工: {日期: 2023-04-12}");
    let line = "projects/2023/xm-1.yaml：开工改回原来的（日期、报送、认定），日期真写错的，在这一条里写 更正: [{报送: <报来的日期>, 日期: 2023-04-12, 原因: <为什么>}]";
    assert!(told.contains(line), "{told}");
}

#[test]
fn an_old_fact_says_when_it_was_reported_once_its_edition_is_released() {
    let desk = desk();
    let row = |more: &str| {
        format!("{MONEY}  - {{月份: 2023-06, 金额: 80万元, {more}凭证: [银行回单]}}\n")
    };
    let told = told(&desk, MONEY, &row(""));
    for words in [
        "submitted-missing",
        "2023年6月的数发布时没有这一笔",
        "xm-1.yaml:",
        "写 报送: <报来的日期>",
        "“到位资金第2条”没有写哪天报来",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    is_honest(&desk, MONEY, &row("报送: 2023-08-02, "));
    desk.replace(PROJECT, &row("报送: 2023-08-02, "), &row(""));
    let arguments =
        ["revise", "--kind", "更正", "--reason", "漏录", "--date", "2023-10-08"];
    assert_eq!(desk.run(&arguments).code, Some(0), "it was reported in time after all");
    assert_eq!(desk.run(&["check"]).code, Some(0));
}

#[test]
fn facts_that_were_counted_at_the_release_need_no_day() {
    let desk = desk();
    assert!(!desk.read(PROJECT).contains("报送"));
    assert_eq!(desk.run(&["check"]).code, Some(0));
    let late = MONEY.replace("2023-05", "2023-07");
    is_honest(&desk, MONEY, &format!("{MONEY}{late}"));
}

#[test]
fn a_target_is_adjusted_in_its_table() {
    let desk = desk();
    let old = "目标: {正式合同额: 15亿元, 到位资金: 3亿元}}";
    let new = "目标: {正式合同额: 15亿元, 到位资金: 2亿元}}";
    desk.replace(PLAN, old, new);
    desk.replace(PLAN, "到位资金: 10亿元}", "到位资金: 9亿元}");
    let ran = desk.run(&["check"]);
    let line = "plans/plan-2023.yaml：到位资金 · 县商务委的目标改回原来的，在目标表里写 调整: [{行: 县商务委, 指标: 到位资金, 目标: 2亿元, 自: <从哪天起>, 依据: <条款>}]";
    assert!(ran.out.contains(line), "{}{}", ran.out, ran.told);
}

#[test]
fn an_edition_has_one_finding_with_the_gravest_figure_and_programs_get_all() {
    let desk = desk();
    desk.replace(PROJECT, "1200万元", "4.5亿元");
    let ran = desk.run(&["check"]);
    assert_eq!(ran.out.matches("released-figure-moved").count(), 1, "{}", ran.out);
    for words in [
        "“到位资金 · 全县”变了：完成数公布为0.12亿元，现在算出4.5亿元",
        "状态公布为“橙·滞后”，现在算出“蓝·达标”",
        "这一期还有3个数也变了",
    ] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
    let all = desk.run(&["check", "--format", "json"]).out;
    for id in ["funds/all", "funds/unit:jiaotong", "funds/sector:logistics"] {
        assert!(all.contains(&format!("\"{id}\"")), "{id}: {all}");
    }
    let arguments =
        ["revise", "--kind", "更正", "--reason", "录错", "--date", "2023-10-08"];
    let ran = desk.run(&arguments);
    assert!(ran.out.contains("1期里的4个数、1处文字记入更正"), "{}", ran.out);
}

#[test]
fn a_release_tells_of_editions_that_were_passed_over() {
    let desk = Desk::minimal();
    let march =
        desk.read(EDITION).replace("2023-06", "2023-03").replace("07-10", "04-10");
    desk.write("data/demo/editions/2023-03.md", &march.replace("1—6月", "1—3月"));
    desk.commit();
    let ran = desk.run(&["release", "2023-06"]);
    assert_eq!(ran.code, Some(0), "{}", ran.told);
    let told = "注意：2023年6月以前，2023年3月还没有发布，2023年4月、2023年5月没有通报";
    assert!(ran.told.contains(told), "{}", ran.told);
    desk.commit();
    let ran = desk.run(&["release", "2023-03"]);
    assert!(!ran.told.contains("注意"), "{}", ran.told);
}

#[test]
fn what_was_deleted_since_a_release_is_listed_by_the_command_that_the_finding_names() {
    let desk = desk();
    desk.replace(PROJECT, MONEY, "");
    let ran = desk.run(&["check"]);
    let command = ran.out.split("运行 tongbao ").nth(1).expect("it names a command");
    let command: Vec<&str> =
        command.split(" 逐条列出").next().unwrap().split(' ').collect();
    let told = desk.run(&command).out;
    assert!(told.contains("xm-1") && told.contains("1200万元"), "{command:?}: {told}");
}
