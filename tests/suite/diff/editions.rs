//! What a diff says of editions: a new one, a text that was typed otherwise, numbers in it that moved.

use crate::release::{Desk, Ran};

const JUNE: &str = "data/demo/editions/2023-06.md";
const JULY: &str = "data/demo/editions/2023-07.md";
const PROJECT: &str = "data/demo/projects/2023/xm-1.yaml";

fn told(desk: &Desk) -> Ran {
    let ran = desk.run(&["diff", "HEAD"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.told);
    ran
}

/// The minimal county with a sentence of its own in June.
fn worded() -> Desk {
    let desk = Desk::minimal();
    let june = desk.read(JUNE).trim_end().to_owned();
    desk.write(JUNE, &format!("{june}县交通局要加快冷链物流项目建设。\n"));
    desk.commit();
    desk
}

#[test]
fn a_new_edition_shows_its_figures_what_has_no_record_and_what_was_copied() {
    let desk = worded();
    let july =
        desk.read(JUNE).replace("2023-06", "2023-07").replace("2023-07-10", "2023-08-10");
    desk.write(JULY, &july);
    let ran = told(&desk);
    let first = ran.out.lines().next().unwrap();
    assert!(first.starts_with("请审：新的通报1期。2023年7月全县"), "{first}");
    for line in [
        "2023年7月通报（与2023年6月比）",
        "到位资金 0.12亿元，没有变动",
        "2023年7月没有记录：正式合同额、到位资金",
        "正文有1句没有引用数、与上一期一字不差，如“县交通局要加快冷链物流项目建设”",
    ] {
        assert!(ran.out.contains(line), "{line}: {}", ran.out);
    }
    let comment = desk.run(&["diff", "HEAD", "--format", "md"]).out;
    assert!(comment.contains("2023年7月没有记录"), "{comment}");
    let page = desk.run(&["diff", "HEAD", "--format", "html"]).out;
    assert!(page.contains("2023年7月没有记录"), "{page}");
}

#[test]
fn a_new_edition_with_new_records_says_what_moved_since_the_one_before() {
    let desk = worded();
    desk.write(JULY, &desk.read(JUNE).replace("2023-06", "2023-07"));
    let entry = "  - {月份: 2023-05,";
    let more = "  - {月份: 2023-07, 金额: 800万元, 凭证: [银行回单]}\n";
    desk.replace(PROJECT, entry, &format!("{more}{entry}"));
    let ran = told(&desk);
    assert!(ran.out.contains("到位资金 0.12→0.20亿元"), "{}", ran.out);
    assert!(ran.out.contains("2023年7月没有记录：正式合同额"), "{}", ran.out);
}

#[test]
fn a_text_that_was_typed_otherwise_is_shown_word_by_word_as_it_is_read() {
    let desk = worded();
    desk.replace(JUNE, "加快冷链物流", "抓紧冷链物流");
    let ran = told(&desk);
    let line = "正文改动1句：2023年6月：县交通局要[-加快-]{+抓紧+}冷链物流项目建设。";
    assert!(ran.out.contains(line), "{}", ran.out);
    let comment = desk.run(&["diff", "HEAD", "--format", "md"]).out;
    assert!(comment.contains("<del>加快</del><ins>抓紧</ins>"), "{comment}");
    let page = desk.run(&["diff", "HEAD", "--format", "html"]).out;
    assert!(page.contains("<del>加快</del><ins>抓紧</ins>"), "{page}");
}

#[test]
fn a_sentence_whose_figure_moved_stands_in_the_diff_though_nobody_typed_it_otherwise() {
    let desk = worded();
    desk.replace(PROJECT, "金额: 1200万元", "金额: 1500万元");
    let ran = told(&desk);
    let line = "正文里随数变动的句子1句：2023年6月：全县到位资金[-0.12-]{+0.15+}亿元";
    assert!(ran.out.contains(line), "{}", ran.out);
}
