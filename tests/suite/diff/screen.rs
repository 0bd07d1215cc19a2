//! The first screen of a diff: whether the change may go in, what was changed, and where it counts.

use crate::release::{Desk, Ran};

const PROJECT: &str = "data/demo/projects/2023/xm-1.yaml";
const ARCHIVE: &str = "data/demo/released/2023-06.json";

/// A county whose June is released, with its one payment changed from 1200万元.
fn changed(to: &str) -> Desk {
    let desk = Desk::minimal();
    desk.release("2023-06");
    desk.replace(PROJECT, "金额: 1200万元", &format!("金额: {to}"));
    desk
}

fn gated(desk: &Desk) -> Ran {
    desk.run(&["diff", "HEAD", "--fail-on", "lost,released"])
}

fn first_line(ran: &Ran) -> &str {
    ran.out.lines().next().unwrap_or_default()
}

#[test]
fn a_released_figure_that_moved_in_silence_is_refused_and_the_whole_is_in_the_first_line()
{
    let ran = gated(&changed("1500万元"));
    assert_eq!(ran.code, Some(1), "{}", ran.told);
    let line = first_line(&ran);
    assert!(line.starts_with("不放行（released）：未公布而变动的已发布数"), "{line}");
    assert!(line.contains("2023年6月（已发布）全县到位资金 0.12→0.15亿元"), "{line}");
    let record = "修改 项目“冷链物流项目”（xm-1），县交通局：到位资金〔2023-05〕 金额：1200万元→1500万元（+300万元）；计入2023年6月（已发布）起";
    assert!(ran.out.contains(record), "{}", ran.out);
}

#[test]
fn a_disclosed_correction_goes_through_and_says_when_and_why() {
    let desk = changed("1500万元");
    let reason = ["--kind", "更正", "--reason", "凭证补齐", "--date", "2023-10-08"];
    assert_eq!(desk.run(&[&["revise"][..], &reason].concat()).code, Some(0));
    let ran = gated(&desk);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.told);
    assert!(first_line(&ran).starts_with("请审：已公布的修订和更正1次"), "{}", ran.out);
    assert!(ran.out.contains("2023-10-08公布更正：凭证补齐"), "{}", ran.out);
}

#[test]
fn an_archive_that_was_touched_is_refused_whatever_it_says_of_itself() {
    let desk = changed("1200万元");
    let archive = desk.read(ARCHIVE);
    desk.write(ARCHIVE, &archive.replace("0.12", "0.15"));
    let ran = gated(&desk);
    assert_eq!(ran.code, Some(1), "{}", ran.told);
    assert!(first_line(&ran).contains("存档被改动"), "{}", ran.out);
}

#[test]
fn what_comes_after_the_newest_edition_is_told_in_the_draft_where_it_counts() {
    let desk = Desk::minimal();
    let entry = "  - {月份: 2023-05,";
    let late = "  - {月份: 2023-08, 金额: 800万元, 凭证: [银行回单]}\n";
    desk.replace(PROJECT, entry, &format!("{late}{entry}"));
    let ran = gated(&desk);
    assert_eq!(ran.code, Some(0), "{}", ran.told);
    assert!(ran.out.contains("计入2023年8月（草稿，还没有通报）起"), "{}", ran.out);
    assert!(first_line(&ran).contains("全县到位资金 0.12→0.20亿元"), "{}", ran.out);
}

#[test]
fn a_lowered_target_is_a_rule_that_changed_and_a_gate_of_its_own() {
    let desk = Desk::minimal();
    let plan = "data/demo/plans/plan-2023.yaml";
    let text = desk.read(plan);
    assert!(text.contains("10亿元"), "{text}");
    desk.write(plan, &text.replacen("10亿元", "9亿元", 1));
    let ran = desk.run(&["diff", "HEAD", "--fail-on", "rule"]);
    assert_eq!(ran.code, Some(1), "{}", ran.told);
    assert!(first_line(&ran).contains("规则和目标变动1处"), "{}", ran.out);
    assert!(ran.out.contains("10亿元→9亿元"), "{}", ran.out);
}

#[test]
fn what_rests_on_a_record_that_cannot_be_read_is_not_told() {
    let desk = Desk::minimal();
    desk.replace(PROJECT, "金额: 1200万元", "金额: 1200");
    let ran = gated(&desk);
    assert!(first_line(&ran).starts_with("不放行"), "{}", ran.out);
    assert!(ran.out.contains("结果没有可比的，不列"), "{}", ran.out);
    assert!(!ran.out.contains("结果　"), "{}", ran.out);
    let findings = ran.out.find("新出现的问题").unwrap();
    assert!(findings < ran.out.find("修改 项目").unwrap(), "{}", ran.out);
}

#[test]
fn two_lines_fit_one_screen_and_six_thousand_bytes() {
    let desk = changed("1500万元");
    let text = gated(&desk).out;
    assert!(text.lines().count() <= 40, "{text}");
    let comment = desk.run(&["diff", "HEAD", "--format", "md"]).out;
    assert!(comment.len() <= 6_000, "{}", comment.len());
    assert!(comment.starts_with("**不放行（released）："), "{comment}");
}

#[test]
fn what_counts_in_no_period_is_said_to_and_a_slip_of_a_unit_shows() {
    let desk = Desk::minimal();
    let formal = "  - {类型: 正式合同,";
    let framework = |amount: &str| {
        format!("  - {{类型: 框架协议, 签订: 2022-03-01, 金额: {amount}}}\n{formal}")
    };
    desk.replace(PROJECT, formal, &framework("2亿元"));
    desk.commit();
    desk.replace(PROJECT, "金额: 2亿元", "金额: 92亿元");
    let ran = gated(&desk);
    assert!(
        ran.out.contains("金额：2亿元→92亿元（+90亿元，是原来的46倍）"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("；没有计入任何一期"), "{}", ran.out);
}

#[test]
fn a_side_before_that_cannot_be_read_gives_no_results_and_is_for_a_person() {
    let desk = Desk::minimal();
    desk.replace(PROJECT, "金额: 1200万元", "金额: 1200");
    desk.commit();
    desk.replace(PROJECT, "金额: 1200", "金额: 1200万元");
    let ran = gated(&desk);
    assert!(
        first_line(&ran).starts_with("请审：改前有1个文件里有读不出的内容"),
        "{}",
        ran.out
    );
    assert!(!ran.out.contains("结果　"), "{}", ran.out);
}
