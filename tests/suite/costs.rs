//! What is large or broken beyond reason costs no more than it is large, and is found by `check`.

use std::fs;
use std::process::Stdio;

use wait4::Wait4;

use crate::case::Case;
use crate::stage::{Stage, program, suite};

/// Seconds of work that a check of twice as much may take: what grows with the square takes minutes.
const MOST: f64 = 20.0;

/// The seconds of work of a check, whatever it finds.
fn seconds(stage: &Stage) -> f64 {
    let mut command = program();
    let command = command.args(["check", "--no-cache"]).current_dir(stage.data());
    let command = command.args(["--data", "."]).stdout(Stdio::null());
    let child = command.stderr(Stdio::null()).spawn().unwrap();
    let used = child.wait4().unwrap().rusage;
    (used.utime + used.stime).as_secs_f64()
}

fn minimal(path: &str) -> String {
    fs::read_to_string(suite("minimal").join(path)).unwrap()
}

/// The minimal file with many lines after one of its lines.
fn with_lines(path: &str, after: &str, line: impl Fn(usize) -> String) -> Stage {
    let text = minimal(path);
    let (before, rest) = text.split_once(after).unwrap();
    let lines: String = (0..4000).map(line).collect();
    Stage::minimal().with(path, format!("{before}{after}{lines}{rest}"))
}

#[test]
fn thousands_of_lines_of_one_kind_are_checked_in_seconds() {
    let unit = |at| format!("  - {{编号: u{at}, 名称: 某局第{at}号, 分组: 县级部门}}\n");
    let target = |at| {
        format!(
            "  - {{编号: t{at}, 指标: 到位资金, 范围: 县交通局, 值: {}万元, 依据: 二}}\n",
            at + 1
        )
    };
    let funds =
        |at| format!("  - {{月份: 2013-05, 金额: {}元, 凭证: [银行回单]}}\n", at + 1);
    let stages = [
        ("units", with_lines("units.yaml", "单位:\n", unit)),
        ("targets", with_lines("plans/plan-2023.yaml", "\n目标:\n", target)),
        ("funds", with_lines("projects/2023/xm-1.yaml", "到位资金:\n", funds)),
    ];
    for (name, stage) in stages {
        let seconds = seconds(&stage);
        assert!(seconds < MOST, "{name}: {seconds}");
    }
}

#[test]
fn thousands_of_findings_on_one_line_are_shown_in_seconds() {
    let head = "---\n期: 2023-06\n印发: 2023-07-10\n标题: 通报\n---\n\n";
    let calls = Stage::minimal()
        .with("editions/2023-06.md", format!("{head}{}\n", "{{x}}".repeat(8000)));
    let names: Vec<String> = (0..8000).map(|at| format!("县某局{at}")).collect();
    let project = minimal("projects/2023/xm-1.yaml");
    let list = Stage::minimal().with(
        "projects/2023/xm-1.yaml",
        format!("{project}配合单位: [{}]\n", names.join(", ")),
    );
    for (name, stage) in [("calls", calls), ("list", list)] {
        let seconds = seconds(&stage);
        assert!(seconds < MOST, "{name}: {seconds}");
    }
}

#[test]
fn of_many_targets_that_are_alike_each_is_found_once() {
    let target = |at: usize| {
        format!("  - {{编号: t{at}, 指标: 到位资金, 范围: 全县, 值: 1亿元, 依据: 二}}\n")
    };
    let targets: String = (0..5).map(target).collect();
    let case =
        Case::minimal().laid_over("plans/plan-2023.yaml", &format!("目标:\n{targets}"));
    let found = case.findings();
    let found = found.iter().filter(|finding| finding.code == "target-versions");
    assert_eq!(found.count(), 4, "{:?}", case.lines());
}

/// The findings of a set of bands, one for each step from a number down to nothing.
fn bands(count: usize) -> Vec<String> {
    let band = |at: usize| format!("{{条件: 不低于{}且低于{}, 得分: 1}}", at, at + 1);
    let bands: Vec<String> = (0..count).rev().map(band).collect();
    let plan = format!(
        "考核:\n  - {{编号: units, 名称: 考核, 依据: 二, 对象: [departments], 权重组: [{{编号: used, 依据: 二, 采用: 是, 合计: 100, 项目: [{{名称: 资金, 分值: 100, 依据: 二}}]}}], 计分: [{{编号: f, 名称: 资金, 方式: 分档, 分值: 100, 封顶: 100, 指标: 到位资金, 不明: [{{处理: 零分, 依据: 二}}], 依据: 二, 档: [{{条件: 不低于{count}, 得分: 2}}, {}]}}]}}\n",
        bands.join(", ")
    );
    let case = Case::minimal().laid_over("plans/plan-2023.yaml", &plan);
    let found = case.findings();
    let found = found.iter().filter(|finding| finding.code == "threshold-gap");
    found.map(|finding| finding.message.clone()).collect()
}

#[test]
fn a_set_of_more_states_than_any_document_has_is_not_checked_and_that_is_said() {
    assert_eq!(bands(50), Vec::<String>::new());
    assert_eq!(bands(2000), ["“资金”的条件太多，没有逐一核对"]);
}

#[test]
fn a_broken_theme_is_found_by_a_check() {
    let broken = [
        ("spring", "theme.txt", "color.accent\n"),
        ("spring", "html/base.html", "{% if %}"),
        ("default", "html/base.html", "{{ title"),
        ("spring", "pdf/blocks.typ", "#let head = ("),
        ("default", "pdf/bulletin.typ", "= 甲\n#let x = [乙"),
    ];
    for (theme, file, text) in broken {
        let card = minimal("book.yaml") + &format!("主题: {theme}\n");
        let stage = Stage::minimal().with("book.yaml", card);
        let path = stage.data().parent().unwrap().join("themes").join(theme).join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        let ended = stage.run(&["check"]);
        assert_eq!(ended.code, Some(1), "{file}: {}{}", ended.stdout, ended.stderr);
        assert_eq!(ended.codes(), ["broken-theme"], "{}", ended.stdout);
        fs::remove_file(&path).unwrap();
        stage.run(&["check"]).fine();
    }
}

/// The codes of the findings of a unit and a contract with so many changes and corrections.
fn changed(count: usize) -> Vec<&'static str> {
    let day = |at: usize| {
        format!("20{:02}-{:02}-{:02}", at / 336, at / 28 % 12 + 1, at % 28 + 1)
    };
    let change =
        |at| format!("{{自: {0}, 报送: {0}, 名称: 某局{at}, 原因: 改名}}", day(at));
    let changes: Vec<String> = (0..count).map(change).collect();
    let unit = format!(
        "{}  - {{编号: u, 名称: 某局, 分组: 县级部门, 变更: [{}]}}\n",
        minimal("units.yaml"),
        changes.join(", ")
    );
    let correct = |at| format!("{{报送: {}, 金额: 3亿元, 原因: 核减}}", day(8000 + at));
    let corrections: Vec<String> = (0..count).map(correct).collect();
    let contract = format!(
        "合同: [{{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元, 更正: [{}]}}]\n",
        corrections.join(", ")
    );
    let case = Case::minimal()
        .with("units.yaml", unit)
        .laid_over("projects/2023/xm-1.yaml", &contract);
    let found = case.findings();
    let found = found.iter().filter(|finding| finding.code == "too-many-changes");
    found.map(|finding| finding.code).collect()
}

#[test]
fn a_record_has_a_hundred_changes_at_most() {
    assert_eq!(changed(100), Vec::<&str>::new());
    assert_eq!(changed(101).len(), 2);
    assert_eq!(changed(20_000).len(), 2);
}
