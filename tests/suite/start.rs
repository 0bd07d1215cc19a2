//! A place to start: from `init` to a bulletin of one's own, `new`, and the one layout of `fmt`.

use std::fs;
use std::process::Command;

use crate::stage::{Ended, Stage, files, program, repository, suite};
use crate::transcript::{replay, shown};

/// The options that answer the five questions.
const ANSWERS: &[&str] = &[
    "init",
    "--name",
    "新县",
    "--first",
    "2026-03",
    "--units",
    "县经信局 15亿元、县文旅局",
];

/// An empty folder.
fn bare() -> Stage {
    let stage = Stage::empty();
    fs::remove_dir(stage.data()).unwrap();
    stage
}

#[test]
fn the_guide_leads_from_nothing_to_a_bulletin_in_six_commands() {
    let stage = bare();
    let guide = fs::read_to_string(repository("data/manual/guide.md")).unwrap();
    assert_eq!(replay(&stage, &guide), 6);
    for (path, text) in shown("data/manual/guide.md") {
        assert_eq!(fs::read_to_string(stage.data().join(path)).unwrap(), text);
    }
    let pdf = fs::read(stage.out().join("xinxian/2026-03/bulletin.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    let page =
        fs::read_to_string(stage.out().join("xinxian/2026-03/index.html")).unwrap();
    for words in ["1.50", "样稿", "港口仓储项目", "欠2.50个百分点", "名次"]
    {
        assert!(page.contains(words), "{words}");
    }
    // What init wrote, file by file.
    for (path, bytes) in files(&suite("start/book")) {
        let written = fs::read(stage.data().join("xinxian").join(&path)).unwrap();
        assert_eq!(
            String::from_utf8(written).unwrap(),
            String::from_utf8(bytes).unwrap()
        );
    }
    stage.run(&["fmt", "--check"]).fine();
}

#[test]
fn a_new_book_has_what_editors_and_reviews_need_and_loses_nothing() {
    let stage = bare();
    let root = stage.data().parent().unwrap().to_owned();
    fs::write(root.join(".gitignore"), "own\n").unwrap();
    stage.run(ANSWERS).fine();
    for path in [
        ".vscode/settings.json",
        ".editorconfig",
        ".gitattributes",
        ".recipes/data.yml",
        ".recipes/pre-receive",
        "data/schema/project.json",
        "data/README.md",
        "data/manual/cookbook.md",
    ] {
        assert!(root.join(path).is_file(), "{path}");
    }
    assert_eq!(fs::read_to_string(root.join(".gitignore")).unwrap(), "own\n");
    let schema =
        |root: &std::path::Path| fs::read(root.join("data/schema/plan.json")).unwrap();
    assert_eq!(schema(&root), schema(&repository("")));
    // A second one with the same name is refused, with another name it stands beside the first.
    let again = stage.run(ANSWERS);
    assert_eq!(again.code, Some(2));
    assert!(again.stderr.contains("已有账本 data/xinxian"), "{}", again.stderr);
    stage.run(&[ANSWERS, &["--book", "er"]].concat()).fine();
    stage.run(&["check", "--strict"]).fine();
}

#[test]
fn each_form_of_document_checks_and_builds() {
    for (form, words) in
        [("函", "样式: 函"), ("简报", "招商引资工作简报"), ("报告", "县领导甲")]
    {
        let stage = bare();
        stage.run(&[ANSWERS, &["--form", form]].concat()).fine();
        stage.run(&["check", "--strict"]).fine();
        stage.run(&["build", "--audience", "领导", "--without", "pdf"]).fine();
        let book = files(&stage.data().join("xinxian"));
        let has = |(_, bytes): &(String, Vec<u8>)| {
            String::from_utf8_lossy(bytes).contains(words)
        };
        assert!(book.iter().any(has), "{form}");
    }
}

#[test]
fn without_a_terminal_all_answers_are_options() {
    let stage = bare();
    let run = stage.run(&["init", "--name", "新县"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("--first"), "{}", run.stderr);
    let wrong = stage.run(&["init", "--name", "新县: 甲", "--first", "2026-03"]);
    assert_eq!(wrong.code, Some(2));
    assert!(!stage.data().exists());
}

#[test]
fn ids_go_on_and_what_is_wrong_is_not_written() {
    let stage = Stage::empty().book("demo", &repository("data/wushan"));
    let made = stage.run(&["new", "project", "名称=甲", "--today", "2024-03-01"]).fine();
    let path = made.stdout.lines().next().unwrap().strip_prefix("写好 ").unwrap();
    assert!(path.starts_with("data/demo/projects/2024/ws-2024-"), "{path}");
    assert!(made.stdout.contains("还要填：投资方、来源地、责任单位"), "{}", made.stdout);
    let again = stage.run(&["new", "project", "名称=乙", "--today", "2024-03-01"]).fine();
    assert!(!again.stdout.contains(path), "{}", again.stdout);
    let found = stage.run(&["check"]);
    let codes: Vec<&str> = found.codes();
    assert!(
        !codes.is_empty() && codes.iter().all(|code| *code == "missing-key"),
        "{codes:?}"
    );
    for (words, told) in [
        (&["名称"][..], "“名称”要写成 键=值"),
        (&["名字=甲"], "没有“名字”这个键，是否应为“名称”？"),
        (&["名称=甲\n乙"], "要写在一行里"),
        (&["合同={类型: 合同}"], "什么也没有写"),
    ] {
        let arguments = [&["new", "project"][..], words].concat();
        let run = stage.run(&arguments);
        assert_eq!(run.code, Some(2), "{words:?}");
        assert!(run.stderr.contains(told), "{words:?}: {}", run.stderr);
    }
    let activity = stage.run(&[
        "new",
        "activity",
        "类别=会议",
        "事项=调度",
        "--today",
        "2024-03-02",
    ]);
    assert!(activity.fine().stdout.contains("activities/2024/hd-2024-"));
}

#[test]
fn the_next_edition_marks_what_was_typed_and_is_no_bulletin_before_it_was_read() {
    let text = fs::read_to_string(suite("minimal/editions/2023-06.md")).unwrap();
    let typed = format!("{text}\n县交通局已完成全年任务。\n");
    let stage = Stage::minimal().with("editions/2023-06.md", typed);
    let made = stage.run(&["new", "edition"]).fine();
    assert!(made.stdout.contains("是上期手写的话"), "{}", made.stdout);
    let path = stage.data().join("demo/editions/2023-07.md");
    let next = fs::read_to_string(&path).unwrap();
    assert!(next.contains("期: 2023-07\n") && !next.contains("印发"), "{next}");
    let found = stage.run(&["check"]);
    assert_eq!(found.code, Some(1));
    assert!(found.codes().contains(&"unsupported-markdown"), "{}", found.stdout);
    let read: String = next
        .lines()
        .filter(|line| !line.starts_with("<!--"))
        .fold(String::new(), |text, line| text + line + "\n");
    fs::write(&path, read).unwrap();
    assert!(!stage.run(&["check"]).codes().contains(&"unsupported-markdown"));
    let again = stage.run(&["new", "edition", "2023-07"]);
    assert!(again.stderr.contains("不会改动它"), "{}", again.stderr);
}

#[test]
fn the_plan_of_the_next_year_has_no_goals() {
    let stage = Stage::empty().book("demo", &repository("data/guangyuan"));
    let made = stage.run(&["new", "plan"]).fine();
    assert!(made.stdout.contains("目标都空着"), "{}", made.stdout);
    let path = made.stdout.lines().next().unwrap().strip_prefix("写好 ").unwrap();
    let text = fs::read_to_string(stage.data().parent().unwrap().join(path)).unwrap();
    let goals = text.lines().skip_while(|line| *line != "目标:");
    let goals = goals.take_while(|line| !line.starts_with("排位"));
    for line in goals.filter(|line| !line.contains("原文:")) {
        assert!(!line.contains("值: 1") && !line.contains("亿元}"), "{line}");
    }
}

#[test]
fn the_totals_of_a_month_have_a_line_for_each_unit_that_must_report() {
    let stage = Stage::empty().book("demo", &repository("data/guangyuan"));
    let made = stage.run(&["new", "report", "2025-10", "--today", "2025-11-02"]).fine();
    let text =
        fs::read_to_string(stage.data().join("demo/reported/2025-10.yaml")).unwrap();
    let lines = text.lines().filter(|line| line.contains("期: 2025-10, 值: ,")).count();
    assert!(lines > 5 && made.stdout.contains(&format!("{lines}行")), "{text}");
}

#[cfg(unix)]
#[test]
fn a_link_is_no_way_to_a_file_elsewhere() {
    let stage = Stage::minimal();
    let outside = stage.data().parent().unwrap().join("outside.yaml");
    let text = "编号:   secret\n";
    fs::write(&outside, text).unwrap();
    let link = stage.data().join("demo/projects/2023/secret.yaml");
    std::os::unix::fs::symlink(&outside, &link).unwrap();
    std::os::unix::fs::symlink("/dev/zero", stage.data().join("demo/book.yml")).unwrap();
    fs::create_dir(stage.data().join("other")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", stage.data().join("other/book.yaml"))
        .unwrap();
    stage.run(&["fmt"]).fine();
    assert!(link.is_symlink());
    assert_eq!(fs::read_to_string(&outside).unwrap(), text);
    assert_eq!(stage.run(&["check", "--book", "没有"]).code, Some(2));
}

/// Whether a change of the data changes any result.
fn changes_nothing(before: &std::path::Path, after: &std::path::Path) -> bool {
    let mut command: Command = program();
    command.arg("diff").arg(before).arg(after);
    let run = Ended::of(command.output().unwrap()).fine();
    run.stdout.contains("没有变动")
}

#[test]
fn every_shipped_file_has_a_layout_that_says_the_same() {
    let stage = Stage::empty();
    for (path, bytes) in files(&repository("data")) {
        stage.write(&path, &bytes);
    }
    let run = stage.run(&["fmt"]).fine();
    assert!(!run.stderr.contains("没有动"), "{}", run.stderr);
    assert!(run.stdout.lines().count() > 50);
    stage.run(&["fmt", "--check"]).fine();
    assert!(changes_nothing(&repository("data"), &stage.data()));
}

#[test]
fn a_file_that_cannot_be_read_is_left_as_it_is_and_the_others_are_laid_out() {
    let broken = "编号: [\n";
    let stage = Stage::minimal()
        .with("projects/2023/xm-8.yaml", broken)
        .with("units.yaml", "单位:\n- {名称: 甲,  编号: a, 分组: g}\n");
    let checked = stage.run(&["fmt", "--check"]);
    assert_eq!(checked.code, Some(1));
    let units = || fs::read_to_string(stage.data().join("demo/units.yaml")).unwrap();
    assert!(units().contains("- {名称: 甲,  "), "{}", units());
    let run = stage.run(&["fmt"]);
    assert_eq!(run.code, Some(1));
    assert!(run.stderr.contains("xm-8.yaml：读不出来"), "{}", run.stderr);
    assert_eq!(units(), "单位:\n  - {编号: a, 名称: 甲, 分组: g}\n");
    let kept =
        fs::read_to_string(stage.data().join("demo/projects/2023/xm-8.yaml")).unwrap();
    assert_eq!(kept, broken);
}
