//! The desk of a month: what is due, who has not reported, what stands before the release.

use crate::stage::{Stage, suite};

/// A plan with a duty for each of two kinds of records.
const PLAN: &str = "报送任务:\n  - {编号: contracts, 名称: 签约合同, 周期: 每月, 期限: 当月25日, 起: 2026-03-01, 单位: [责任单位], 事项: [合同], 依据: 二（二）}";

/// The book of the guide, with the project of one of its two units.
fn new_county() -> Stage {
    let stage = Stage::empty().book("xinxian", &suite("start/book"));
    stage.write(
        "xinxian/projects/2026/xinxian-2026-001.yaml",
        project("2026-04-03").as_bytes(),
    );
    let plan =
        std::fs::read_to_string(suite("start/book/plans/xinxian-2026.yaml")).unwrap();
    assert!(plan.contains(PLAN), "{plan}");
    stage
}

/// A project whose money came on a day.
fn project(submitted: &str) -> String {
    format!(
        "编号: xinxian-2026-001\n名称: 港口仓储项目\n投资方: {{名称: 某仓储公司}}\n来源地: 省外\n责任单位: 县经信局\n\
         合同: [{{类型: 正式合同, 签订: 2026-03-05, 金额: 3.2亿元, 凭证: [合同文本]}}]\n\
         到位资金: [{{月份: 2026-03, 金额: 1.5亿元, 报送: {submitted}, 凭证: [银行回单]}}]\n"
    )
}

#[test]
fn before_the_day_nothing_is_overdue_and_who_is_awaited_is_named() {
    let run = new_county().run(&["status", "--today", "2026-03-20"]).fine();
    let expected = "新县　2026年3月通报（送审稿）　今天2026年3月20日\n\n将到期\n  \
        2026年3月25日（还有5天）　签约合同（2026年3月），没有报的1个：县文旅局\n  \
        2026年3月25日（还有5天）　2026年3月通报的合同截止\n  \
        2026年3月25日（还有5天）　2026年3月通报的开工截止\n  \
        2026年4月7日（还有18天）　到位资金（2026年3月），没有报的2个：县经信局、县文旅局\n  \
        2026年4月7日（还有18天）　2026年3月通报的资金截止\n\n发布前还差\n  \
        editions/2026-03.md 没有写印发日期\n  最后一个截止日2026年4月7日还没有过\n  数据不在 git 里\n\n\
        下一步\n  在 editions/2026-03.md 里写“印发”\n";
    assert_eq!(run.stdout, expected);
}

#[test]
fn after_the_day_who_is_silent_and_who_was_late_are_named_and_the_exit_code_says_so() {
    let stage = new_county();
    let run = stage.run(&["status", "--today", "2026-04-09"]);
    assert_eq!(run.code, Some(1));
    for line in [
        "  签约合同（2026年3月）　应于2026年3月25日　1个：县文旅局",
        "  到位资金（2026年3月）　应于2026年4月7日　1个：县文旅局",
        "  2026年4月25日（还有16天）　签约合同（2026年4月），没有报的2个：县经信局、县文旅局",
    ] {
        assert!(run.stdout.lines().any(|own| own == line), "{}", run.stdout);
    }
    assert!(!run.stdout.contains("逾期报来"), "{}", run.stdout);
    stage.write(
        "xinxian/projects/2026/xinxian-2026-001.yaml",
        project("2026-04-08").as_bytes(),
    );
    let late = stage.run(&["status", "--today", "2026-04-09"]).stdout;
    let line = "逾期报来\n  到位资金（2026年3月）　应于2026年4月7日　1个：县经信局\n";
    assert!(late.contains(line), "{late}");
}

#[test]
fn the_message_and_the_list_say_the_same_without_a_number() {
    let stage = new_county();
    let message = stage.run(&["status", "--today", "2026-04-09", "--format", "message"]);
    assert_eq!(message.code, Some(1));
    let expected = "【新县】2026年3月通报报送情况（2026年4月9日）\n\
        逾期未报：签约合同（2026年3月），应于2026年3月25日，县文旅局\n\
        逾期未报：到位资金（2026年3月），应于2026年4月7日，县文旅局\n\
        2026年4月25日前报：签约合同（2026年4月），还有2个单位没有报\n\
        2026年5月7日前报：到位资金（2026年4月），还有2个单位没有报\n";
    assert_eq!(message.stdout, expected);
    let list = stage.run(&["status", "--today", "2026-04-09", "--format", "list"]).stdout;
    let expected = "# 2026年3月招商引资工作提醒清单（草稿）\n\n新县\n\n截至2026年4月9日：\n\n\
        1. 县文旅局：签约合同（2026年3月）未报（应于2026年3月25日）；到位资金（2026年3月）未报（应于2026年4月7日）。\n";
    assert_eq!(list, expected);
}

#[test]
fn a_message_is_no_longer_than_the_programs_of_offices_take() {
    let stage = Stage::empty().book("demo", &crate::stage::repository("data/dazhou"));
    for format in ["message", "list", "text"] {
        let run = stage.run(&["status", "--today", "2023-09-10", "--format", format]);
        assert!(run.code == Some(0) || run.code == Some(1), "{}", run.stderr);
        assert!(format != "message" || run.stdout.len() <= 2000, "{}", run.stdout.len());
    }
}

#[test]
fn what_to_do_next_leads_to_the_release() {
    let stage = new_county();
    let root = stage.data().parent().unwrap().to_owned();
    let git = |arguments: &[&str]| {
        let mut command = std::process::Command::new("git");
        command.current_dir(&root).args(["-c", "user.name=a", "-c", "user.email=a@b"]);
        assert!(command.args(arguments).status().unwrap().success());
    };
    let next = |today: &str| {
        let told = stage.run(&["status", "--today", today]).stdout;
        told.split("下一步\n  ").nth(1).unwrap().trim().to_owned()
    };
    let edition = stage.data().join("xinxian/editions/2026-03.md");
    let text = std::fs::read_to_string(&edition).unwrap();
    std::fs::remove_file(&edition).unwrap();
    assert_eq!(next("2026-04-01"), "tongbao new edition 2026-03 --book xinxian");
    std::fs::write(&edition, &text).unwrap();
    assert_eq!(next("2026-04-12"), "在 editions/2026-03.md 里写“印发”");
    std::fs::write(&edition, text.replace("期号: 1\n", "期号: 1\n印发: 2026-04-10\n"))
        .unwrap();
    assert_eq!(next("2026-04-07"), "等数据收齐，2026年4月8日起可以发布");
    assert!(next("2026-04-12").starts_with("git init"));
    git(&["init", "-q"]);
    assert_eq!(next("2026-04-12"), "git add data && git commit -m \"xinxian 2026-03\"");
    git(&["add", "."]);
    git(&["commit", "-qm", "x"]);
    assert_eq!(next("2026-04-12"), "tongbao release 2026-03 --book xinxian");
    stage.run(&["release", "2026-03", "--book", "xinxian"]).fine();
    assert_eq!(next("2026-04-12"), "tongbao new edition 2026-04 --book xinxian");
    // What was told in the released edition is not told again.
    assert!(!stage.run(&["status", "--today", "2026-04-12"]).stdout.contains("逾期未报"));
}
