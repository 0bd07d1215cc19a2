//! What a released edition says besides its figures does not change in silence either.

use crate::release::Desk;

const PROJECT: &str = "data/demo/projects/2023/xm-1.yaml";
const PLAN: &str = "data/demo/plans/plan-2023.yaml";
const MONEY: &str = "{月份: 2023-05, 金额: 1200万元, 凭证: [银行回单]}";
const BARE: &str = "  - {月份: 2023-06, 金额: 300万元, 报送: 2023-07-03}\n";

/// A book whose plan asks for a voucher, for a recognition of contracts and for monthly reports, with
/// its June released.
fn desk() -> Desk {
    let desk = Desk::minimal();
    let duty = "截止:\n  - {事项: 资金, 日: 次月7日, 依据: 二}\n  - {事项: 合同, 日: 次月7日, 依据: 二}\n报送任务:\n  - {编号: funds, 名称: 到位资金, 周期: 每月, 期限: 次月7日, 起: 2023-06-01, 单位: [县级部门], 事项: [资金], 依据: 二}\n";
    desk.replace(PLAN, "指标:\n", &format!("{duty}指标:\n"));
    desk.replace(
        PLAN,
        "口径: 当年到位的资金\n",
        "口径: 当年到位的资金\n    计入: [{条件: 有凭证, 依据: 二}]\n",
    );
    desk.replace(PROJECT, MONEY, &format!("{MONEY}\n{}", BARE.trim_end()));
    desk.write("data/demo/activities/2023/bs-1.yaml", "编号: bs-1\n类别: 报送\n日期: 2023-07-05\n事项: 当月没有到位资金\n单位: [县商务委]\n报送任务: funds\n期: 2023-06\n");
    desk.commit();
    desk.release("2023-06");
    desk
}

/// What `check` says, which must be a finding about words and nothing else.
#[track_caller]
fn found(desk: &Desk) -> String {
    let ran = desk.run(&["check"]);
    assert_eq!(ran.code, Some(1), "{}{}", ran.out, ran.told);
    assert!(ran.out.contains("released-words-moved"), "{}", ran.out);
    assert!(!ran.out.contains("released-figure-moved"), "{}", ran.out);
    ran.out
}

#[track_caller]
fn fine(desk: &Desk) {
    let ran = desk.run(&["check"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.told);
}

#[test]
fn a_report_of_none_that_is_gone_is_found_and_its_withdrawal_is_honest() {
    let desk = desk();
    let path = "data/demo/activities/2023/bs-1.yaml";
    let report = desk.read(path);
    std::fs::remove_file(desk.path(path)).unwrap();
    let told = found(&desk);
    for words in
        ["funds/2023-06：县商务委 报了零", "现在是“funds/2023-06：县商务委 未报”"]
    {
        assert!(told.contains(words), "{words}: {told}");
    }
    desk.write(
        path,
        &format!("{report}更正: [{{报送: 2023-08-02, 作废: 是, 原因: 误报}}]\n"),
    );
    fine(&desk);
}

#[test]
fn a_unit_that_had_to_report_nothing_says_since_when_it_is_in_use() {
    let desk = desk();
    let units = "data/demo/units.yaml";
    let new = "  - {编号: keji, 名称: 县科技局, 分组: 县级部门}\n";
    let text = desk.read(units);
    let list = text.find("单位:\n").expect("a list of units") + "单位:\n".len();
    let with = |new: &str| format!("{}{new}{}", &text[..list], &text[list..]);
    desk.write(units, &with(new));
    let told = found(&desk);
    for words in ["县科技局 未报", "新设的在 units.yaml 里写 起用: <哪天>"]
    {
        assert!(told.contains(words), "{words}: {told}");
    }
    desk.write(units, &with(&new.replace('}', ", 起用: 2023-07-01}")));
    fine(&desk);
}

#[test]
fn money_whose_voucher_came_later_stays_where_it_was() {
    let desk = desk();
    // The day of submission is edited to that of the voucher: the row of June would be empty.
    let moved =
        "  - {月份: 2023-06, 金额: 300万元, 报送: 2023-08-01, 凭证: [银行回单]}\n";
    desk.replace(PROJECT, BARE, moved);
    let told = found(&desk);
    assert!(told.contains("xm-1：到位资金 2023-06 300万元 未计入"), "{told}");
    assert!(told.contains("补证: <补齐的日期>"), "{told}");
    let honest = "  - {月份: 2023-06, 金额: 300万元, 报送: 2023-07-03, 补证: 2023-08-01, 凭证: [银行回单]}\n";
    desk.replace(PROJECT, moved, honest);
    fine(&desk);
    let explained = desk.run(&["explain", "funds/all", "--period", "2023-07"]).out;
    assert!(explained.contains("0.15亿元"), "July has it: {explained}");
}

#[test]
fn a_day_that_is_edited_within_its_month_is_found() {
    let desk = desk();
    let (old, new) = ("签订: 2023-03-18", "签订: 2023-03-28");
    desk.replace(PROJECT, old, new);
    let told = found(&desk);
    assert!(told.contains("xm-1：合同 2023-03-18 3.2亿元 计入"), "{told}");
    assert!(told.contains("xm-1：合同 2023-03-28 3.2亿元 计入"), "{told}");
    let amount = "金额: 3.2亿元";
    desk.replace(PROJECT, new, old);
    let correction = "更正: [{报送: 2023-08-01, 签订: 2023-03-28, 原因: 录错}]";
    desk.replace(PROJECT, amount, &format!("{amount}, {correction}"));
    fine(&desk);
}

#[test]
fn an_old_fact_that_says_only_when_it_was_recognised_lacks_its_day_and_is_not_accused() {
    let desk = Desk::minimal();
    desk.replace(
        PLAN,
        "口径: 当年签订的正式合同金额\n",
        "口径: 当年签订的正式合同金额\n    计入: [{条件: 合同已认定, 依据: 二}]\n",
    );
    desk.replace(PROJECT, "金额: 3.2亿元", "金额: 3.2亿元, 认定: 2023-03-20");
    desk.commit();
    desk.release("2023-06");
    let contract = "合同:\n  - {类型: 正式合同, 签订: 2023-05-10, 续签: 增资, 金额: 1亿元, 认定: 2023-08-02}\n";
    desk.replace(PROJECT, "合同:\n", contract);
    let ran = desk.run(&["check"]);
    assert!(ran.out.contains("submitted-missing") && ran.out.contains("xm-1.yaml:9:6"));
    assert!(!ran.out.contains("released-"), "{}", ran.out);
    desk.replace(PROJECT, "认定: 2023-08-02", "报送: 2023-08-01, 认定: 2023-08-02");
    fine(&desk);
}

#[test]
fn what_was_said_wrongly_is_disclosed_once_and_stands_in_the_table() {
    let desk = desk();
    desk.replace(PROJECT, "签订: 2023-03-18", "签订: 2023-03-28");
    let arguments =
        ["revise", "--kind", "更正", "--reason", "日期录错", "--date", "2023-10-08"];
    let ran = desk.run(&arguments);
    assert_eq!(ran.code, Some(0), "{}", ran.told);
    assert!(ran.out.contains("1期里的0个数、1处文字记入更正"), "{}", ran.out);
    fine(&desk);
    let ran = desk.run(&["build", "--without", "pdf"]);
    assert_eq!(ran.code, Some(0), "{}", ran.told);
    let page = desk.read("output/demo/2023-06/index.html");
    assert!(page.contains("xm-1：合同 2023-03-28 3.2亿元 计入"), "{page}");
    // The next edit is in silence again.
    desk.replace(PROJECT, "签订: 2023-03-28", "签订: 2023-03-27");
    found(&desk);
}

#[test]
fn releases_of_before_keep_no_words_and_no_commit_that_nobody_has() {
    let desk = desk();
    let path = "data/demo/released/2023-06.json";
    let text = desk.read(path);
    let mut file: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(file["commit"].as_str().map(str::len), Some(40));
    let fields = file.as_object_mut().unwrap();
    assert!(fields.remove("told").is_some_and(|told| told.is_array()));
    fields.remove("commit");
    desk.write(path, &file.to_string());
    std::fs::remove_file(desk.path("data/demo/released/SHA256SUMS")).unwrap();
    desk.replace(PROJECT, "签订: 2023-03-18", "签订: 2023-03-28");
    fine(&desk);
}

#[test]
fn the_public_gets_no_words_about_records() {
    let desk = Desk::minimal();
    let limit = "公开限制:\n  - {指标: 到位资金, 处理: 不公开, 理由: 一个项目}\n目标:\n";
    desk.replace(PLAN, "\n目标:\n", &format!("\n{limit}"));
    desk.commit();
    desk.release("2023-06");
    let copy = |audience: &str| {
        let arguments = ["build", "--without", "pdf", "--audience", audience];
        let ran = desk.run(&[&arguments[..], &["--out", audience]].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.told);
        desk.read(&format!("{audience}/demo/released/2023-06.json"))
    };
    assert!(copy("内部").contains("\"told\":["));
    let public = copy("公开");
    assert!(public.contains("contract/all") && !public.contains("\"told\""), "{public}");
}
