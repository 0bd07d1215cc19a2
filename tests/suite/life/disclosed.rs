//! What is disclosed of a released edition: corrections and revisions, each with its reason.

use crate::release::{Desk, Ran};

const PROJECT: &str = "data/demo/projects/2023/xm-1.yaml";
const EDITION: &str = "data/demo/editions/2023-06.md";
const FILE: &str = "data/demo/revisions/2023-06.yaml";

/// A book with its June released.
fn desk() -> Desk {
    let desk = Desk::minimal();
    desk.release("2023-06");
    desk
}

fn revise(desk: &Desk, kind: &str, reason: &str, more: &[&str]) -> Ran {
    let arguments =
        ["revise", "--kind", kind, "--reason", reason, "--date", "2023-10-08"];
    desk.run(&[&arguments[..], more].concat())
}

fn built(desk: &Desk, path: &str) -> String {
    let ran = desk.run(&["build", "--without", "pdf"]);
    assert_eq!(ran.code, Some(0), "{}", ran.told);
    desk.read(&format!("output/demo/{path}"))
}

#[test]
fn what_kind_of_change_it_is_must_be_said() {
    let desk = desk();
    desk.replace(PROJECT, "1200万元", "1300万元");
    let ran = desk.run(&["revise", "--reason", "录错", "--date", "2023-10-08"]);
    assert_eq!(ran.code, Some(2));
    let wrong = revise(&desk, "改正", "录错", &[]);
    assert_eq!(wrong.code, Some(2));
    for told in [ran.told, wrong.told] {
        for words in ["公布时就错了、现在改对的是更正", "以后知道了新的情况的是修订"]
        {
            assert!(told.contains(words), "{told}");
        }
    }
    assert!(desk.read(FILE).is_empty(), "nothing is written");
}

#[test]
fn one_reason_is_written_once_for_all_figures() {
    let desk = desk();
    desk.replace(PROJECT, "1200万元", "1300万元");
    let ran = revise(&desk, "更正", "一笔资金录错", &[]);
    assert_eq!(ran.code, Some(0), "{}", ran.told);
    assert!(ran.out.contains("记入更正"), "{}", ran.out);
    let file = desk.read(FILE);
    assert_eq!(file.matches("一笔资金录错").count(), 1, "{file}");
    assert!(file.contains("- 类别: 更正\n  日期: 2023-10-08\n"), "{file}");
    assert!(file.matches("编号: ").count() > 2, "{file}");
    let page = built(&desk, "2023-06/index.html");
    assert!(page.contains("2023年6月通报更正情况") && page.contains("更正后"));
    assert!(page.contains("2023年10月8日更正，原因：一笔资金录错。"));
    assert!(!page.contains("修订情况"), "nothing was revised");
}

#[test]
fn corrections_and_revisions_stand_under_their_reasons() {
    let desk = desk();
    desk.replace(PROJECT, "1200万元", "1300万元");
    assert_eq!(revise(&desk, "更正", "一笔资金录错", &[]).code, Some(0));
    desk.replace(PROJECT, "1300万元", "1250万元");
    assert_eq!(revise(&desk, "修订", "市里核减", &[]).code, Some(0));
    assert_eq!(desk.run(&["check"]).code, Some(0));
    let page = built(&desk, "2023-06/index.html");
    assert!(page.contains("2023年6月通报更正和修订情况") && page.contains("改后"));
    let first = page.find("2023年10月8日更正：一笔资金录错").unwrap();
    let second = page.find("2023年10月8日修订：市里核减").unwrap();
    assert!(first < second, "oldest first");
    let trace = desk.run(&["explain", "funds/all"]).out;
    assert!(trace.contains("更正：完成数原为0.12亿元，改为0.13亿元（一笔资金录错）"));
    assert!(trace.contains("修订：完成数原为0.13亿元，改为0.125亿元（市里核减）"));
}

const SAID: [&str; 4] = ["--sentence", "6家单位未开工", "--instead", "5家单位未开工"];

#[test]
fn a_sentence_is_corrected_though_no_figure_moved() {
    let desk = desk();
    let ran = revise(&desk, "更正", "漏看一家", &SAID);
    assert_eq!(ran.code, Some(0), "{}", ran.told);
    assert!(ran.out.contains("1期里的0个数、1处文字记入更正"), "{}", ran.out);
    let page = built(&desk, "2023-06/index.html");
    for words in ["6家单位未开工", "5家单位未开工", "漏看一家", "一些文字"]
    {
        assert!(page.contains(words), "{words}");
    }
    assert!(!page.contains("带“*”的数"), "no number was changed");
    let book = desk.read("output/demo/revisions.html");
    assert!(book.contains("5家单位未开工") && book.contains("改过的文字（处）"));
}

#[test]
fn a_sentence_is_for_those_who_could_read_it() {
    let public = |more: &[&str]| {
        let desk = Desk::minimal();
        // The money of the one project is withheld, or the public could work it out.
        let limit =
            "公开限制:\n  - {指标: 到位资金, 处理: 不公开, 理由: 一个项目}\n目标:\n";
        desk.replace(
            "data/demo/plans/plan-2023.yaml",
            "\n目标:\n",
            &format!("\n{limit}"),
        );
        desk.commit();
        desk.release("2023-06");
        let ran = revise(&desk, "更正", "漏看一家", &[&SAID[..], more].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.told);
        let arguments = ["build", "--without", "pdf", "--audience", "公开"];
        let ran = desk.run(&arguments);
        assert_eq!(ran.code, Some(0), "{}", ran.told);
        desk.read("output/demo/2023-06/index.html")
    };
    let narrative = public(&[]);
    assert!(!narrative.contains("单位未开工"), "the narrative is internal");
    assert!(!narrative.contains("漏看一家"), "nor is it said that there was one");
    assert!(public(&["--audience", "公开"]).contains("5家单位未开工"));
}

#[test]
fn a_sentence_says_where_it_stood_and_what_it_should_say() {
    let desk = Desk::minimal();
    let july = desk.read(EDITION).replace("2023-06", "2023-07");
    let july = july.replace("2023-07-10", "2023-08-10").replace("1—6月", "1—7月");
    desk.write("data/demo/editions/2023-07.md", &july);
    desk.commit();
    desk.release("2023-06");
    desk.release("2023-07");
    let ran = revise(&desk, "更正", "漏看一家", &SAID);
    assert_eq!(ran.code, Some(2));
    assert!(ran.told.contains("用 --period 写明"), "{}", ran.told);
    let ran = revise(&desk, "更正", "漏看一家", &SAID[..2]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.told.contains("每个 --sentence 要跟一个 --instead"), "{}", ran.told);
    let in_july = [&SAID[..], &["--period", "2023-07"]].concat();
    assert_eq!(revise(&desk, "更正", "漏看一家", &in_july).code, Some(0));
    assert!(desk.read(FILE).is_empty());
    assert!(
        desk.read("data/demo/revisions/2023-07.yaml").contains("原文: 6家单位未开工")
    );
}

#[test]
fn a_change_that_changes_nothing_or_comes_too_early_is_found() {
    let desk = desk();
    for (file, told) in [
        ("改动:\n- {类别: 更正, 日期: 2023-10-08, 原因: 空}\n", "既没有数，也没有句子"),
        (
            "改动:\n- {类别: 更正, 日期: 2023-07-09, 原因: 早, 句子: [{原文: 甲, 现文: 乙}]}\n",
            "早于印发或上一次改动",
        ),
    ] {
        desk.write(FILE, file);
        let ran = desk.run(&["check"]);
        assert_eq!(ran.code, Some(1), "{}", ran.out);
        assert!(
            ran.out.contains("broken-revision") && ran.out.contains(told),
            "{}",
            ran.out
        );
    }
    desk.write(FILE, "修订:\n- {数: funds/all}\n");
    assert_eq!(desk.run(&["check"]).code, Some(1), "the former shape is none");
}
