//! Every record that a released edition counted is held by itself: edits that make up for each other are
//! found too, and named.

use crate::release::Desk;

const FIRST: &str = "data/demo/projects/2023/xm-1.yaml";
const SECOND: &str = "data/demo/projects/2023/xm-2.yaml";
const OTHER: &str = "data/demo/projects/2023/xm-3.yaml";

/// A book with two projects of one unit and one of another, all alike, with its June released.
fn desk() -> Desk {
    let desk = Desk::minimal();
    let first = desk.read(FIRST);
    let named = |at: usize| {
        first
            .replace("xm-1", &format!("xm-{at}"))
            .replace("冷链物流项目", &format!("物流项目之{at}"))
            .replace("某某物流", &format!("某某物流之{at}"))
    };
    desk.write(SECOND, &named(2));
    desk.write(OTHER, &named(3).replace("责任单位: 县交通局", "责任单位: 县商务委"));
    desk.commit();
    desk.release("2023-06");
    fine(&desk);
    desk
}

#[track_caller]
fn fine(desk: &Desk) {
    let ran = desk.run(&["check"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.told);
}

/// What `check` says of edits after which every sum is what it was.
#[track_caller]
fn found(desk: &Desk) -> String {
    let ran = desk.run(&["check"]);
    assert_eq!(ran.code, Some(1), "{}{}", ran.out, ran.told);
    assert!(ran.out.contains("released-words-moved"), "{}", ran.out);
    assert!(!ran.out.contains("released-figure-moved"), "no sum moved: {}", ran.out);
    ran.out
}

#[track_caller]
fn says(told: &str, words: &[&str]) {
    for words in words {
        assert!(told.contains(words), "{words}: {told}");
    }
}

#[test]
fn two_edits_that_make_up_for_each_other_are_both_named_with_their_lines() {
    let desk = desk();
    desk.replace(FIRST, "1200万元", "1500万元");
    desk.replace(SECOND, "1200万元", "900万元");
    says(
        &found(&desk),
        &[
            "发布时说“xm-1：到位资金 2023-05 1200万元 计入”，现在是“xm-1：到位资金 2023-05 1500万元 计入”；这一期还有1处说法也变了",
            "projects/2023/xm-1.yaml：到位资金第1条改回原来的，另加一条 {月份: 2023-05, 金额: 300万元, 凭证: [<凭证>], 更正: <更正的日期>, 说明: <为什么>}",
            "projects/2023/xm-2.yaml：到位资金第1条改回原来的，另加一条 {月份: 2023-05, 金额: -300万元, 凭证: [<凭证>], 更正: <更正的日期>, 说明: <为什么>}",
        ],
    );
}

#[test]
fn two_projects_that_change_places_are_found() {
    let desk = desk();
    desk.replace(SECOND, "责任单位: 县交通局", "责任单位: 县商务委");
    desk.replace(OTHER, "责任单位: 县商务委", "责任单位: 县交通局");
    says(
        &found(&desk),
        &[
            "发布时说“xm-2：计入的指标、单位或数额和现在的不同”，现在是“xm-2：计入到位资金0.12亿元、正式合同额3.2亿元（全县、商贸物流、县商务委、县级部门）”",
            "projects/2023/xm-2.yaml：“责任单位”",
            "改了的改回原来的、“变更”删了的恢复，另写 变更: [{自: <从哪天起>, 报送: <报来的日期>, 责任单位: <现在的>, 原因: <为什么>}]",
        ],
    );
    let honest = |from: &str, to: &str| {
        format!(
            "责任单位: {from}\n变更: [{{自: 2023-10-01, 报送: 2023-10-09, 责任单位: {to}, 原因: 分工调整}}]"
        )
    };
    desk.replace(SECOND, "责任单位: 县商务委", &honest("县交通局", "县商务委"));
    desk.replace(OTHER, "责任单位: 县交通局", &honest("县商务委", "县交通局"));
    fine(&desk);
}

#[test]
fn one_project_that_takes_the_place_of_another_is_found() {
    let desk = desk();
    std::fs::remove_file(desk.path(SECOND)).unwrap();
    let contract = "  - {类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元}\n";
    let more = "  - {类型: 正式合同, 签订: 2023-04-18, 续签: 增资, 金额: 3.2亿元}\n";
    desk.replace(FIRST, contract, &format!("{contract}{more}"));
    desk.replace(FIRST, "1200万元", "2400万元");
    says(
        &found(&desk),
        &[
            "xm-1：到位资金 2023-05 2400万元 计入；合同 2023-04-18 3.2亿元 计入",
            "“合同第2条”没有写哪天报来，补上 报送: <报来的日期>",
            "删了的记录 xm-2 恢复原来的",
        ],
    );
}

#[test]
fn a_tag_that_was_removed_is_found_by_its_record() {
    let desk = Desk::minimal();
    let plan = "data/demo/plans/plan-2023.yaml";
    let chosen = "  - {编号: chief, 名称: 链主项目合同额, 取数: 合同额, 范围: {标签: [链主型]}, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 链主项目的合同金额, 依据: 二}\n";
    desk.replace(plan, "指标:\n", &format!("指标:\n{chosen}"));
    desk.replace(FIRST, "责任单位: 县交通局\n", "责任单位: 县交通局\n标签: [链主型]\n");
    desk.commit();
    desk.release("2023-06");
    desk.replace(FIRST, "标签: [链主型]\n", "");
    let ran = desk.run(&["check"]);
    says(
        &ran.out,
        &[
            "released-figure-moved",
            "“链主项目合同额 · 全县”变了：完成数公布为3.2亿元，现在算出0亿元",
            "发布时说“xm-1：计入的指标、单位或数额和现在的不同”，现在是“xm-1：计入到位资金0.12亿元、正式合同额3.2亿元（",
            "projects/2023/xm-1.yaml：“责任单位”",
            "“标签”",
        ],
    );
    let change = "变更: [{报送: 2023-10-09, 标签: [], 原因: 首报多写}]\n";
    desk.replace(
        FIRST,
        "责任单位: 县交通局\n",
        &format!("责任单位: 县交通局\n标签: [链主型]\n{change}"),
    );
    fine(&desk);
}

#[test]
fn a_record_with_another_id_is_the_same_record() {
    let desk = desk();
    desk.replace(SECOND, "编号: xm-2", "编号: xm-9");
    std::fs::rename(desk.path(SECOND), desk.path("data/demo/projects/2023/xm-9.yaml"))
        .unwrap();
    fine(&desk);
}

#[test]
fn a_disclosed_edit_is_what_the_next_one_is_held_against() {
    let desk = desk();
    let revise = || {
        let arguments =
            ["revise", "--kind", "更正", "--reason", "录错", "--date", "2023-10-08"];
        let ran = desk.run(&arguments);
        assert_eq!(ran.code, Some(0), "{}", ran.told);
        fine(&desk);
    };
    desk.replace(SECOND, "责任单位: 县交通局", "责任单位: 县商务委");
    desk.replace(OTHER, "责任单位: 县商务委", "责任单位: 县交通局");
    revise();
    desk.replace(FIRST, "1200万元", "1300万元");
    desk.replace(OTHER, "1200万元", "1100万元");
    let told = found(&desk);
    says(&told, &["xm-1：到位资金 2023-05 1300万元 计入", "xm-3.yaml：到位资金第1条"]);
    revise();
    desk.replace(OTHER, "责任单位: 县交通局", "责任单位: 县商务委");
    desk.replace(SECOND, "责任单位: 县商务委", "责任单位: 县交通局");
    assert_eq!(desk.run(&["check"]).code, Some(1), "they are where they were at first");
}

#[test]
fn a_total_that_makes_up_for_another_month_is_found() {
    let desk = Desk::minimal();
    let plan = "data/demo/plans/plan-2023.yaml";
    let totals = "  - {编号: trade, 名称: 外贸额, 取数: 上报数, 来源: 上报, 单位: 亿元, 报数: 当期, 时段: 本年累计, 口径: 外贸总额, 依据: 二}\n";
    desk.replace(plan, "指标:\n", &format!("指标:\n{totals}"));
    let of = |month: &str, value: &str| {
        format!(
            "总数:\n  - {{指标: 外贸额, 范围: 全县, 期: {month}, 值: {value}, 性质: 上报}}\n"
        )
    };
    let path = |month: &str| format!("data/demo/reported/{month}.yaml");
    desk.write(&path("2023-04"), &of("2023-04", "2亿元"));
    desk.write(&path("2023-05"), &of("2023-05", "3亿元"));
    let june = of("2023-06", "1亿元");
    let others = desk.read(&path("2023-06")).replace("总数:\n", &june);
    desk.write(&path("2023-06"), &others);
    desk.commit();
    desk.release("2023-06");
    desk.write(&path("2023-04"), &of("2023-04", "3亿元"));
    desk.write(&path("2023-05"), &of("2023-05", "2亿元"));
    says(&found(&desk), &["trade/all@2023-04：计入外贸额3亿元（全县）"]);
}

#[test]
fn what_was_printed_beside_the_figures_is_held_too() {
    const EDITION: &str = "data/demo/editions/2023-06.md";
    let edited = |old: &str, new: &str| {
        let desk = desk();
        desk.replace(EDITION, old, new);
        desk
    };
    let title = "标题: 关于全县招商引资工作情况的通报\n";
    for (old, new, part) in [
        (title, "标题: 关于全县招商引资工作情况的通报（修改）\n", "标题改了"),
        (title, &format!("期号: 7\n{title}"), "期号改了"),
        ("印发: 2023-07-10", "印发: 2023-07-11", "印发改了"),
        (title, &format!("{title}点评: [{{单位: 县商务委, 意见: 好}}]\n"), "正文改了"),
        ("全县到位资金{{", "截至目前，全县到位资金{{", "正文改了"),
        ("{{ 到位资金.完成率 }}。", "{{ 到位资金.完成率 }}。\n\n成绩突出。", "正文改了"),
    ] {
        says(
            &found(&edited(old, new)),
            &["2023年6月的通报发布以后", part, "editions/2023-06.md"],
        );
    }
    // Comments and blank lines are not printed.
    fine(&edited("印发: 2023-07-10", "印发: 2023-07-10 # 星期一"));
    fine(&edited("全县到位资金{{", "\n\n全县到位资金{{"));
    let desk = edited(title, "标题: 关于全县招商引资工作情况的通报（重印）\n");
    let reason = ["--kind", "更正", "--reason", "标题少印两个字", "--date", "2023-07-20"];
    let revised = desk.run(&[&["revise"][..], &reason].concat());
    assert_eq!(revised.code, Some(0), "{}{}", revised.out, revised.told);
    fine(&desk);
    desk.replace(EDITION, "（重印）", "（再印）");
    found(&desk);
}
