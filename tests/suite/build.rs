//! `build`: all or nothing, the same bytes every time, and a crash leaves every book whole.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, SystemTime};

use crate::stage::{Stage, files, program};

const PROJECT: &str = "投资方: {名称: 某某公司}\n名称: 冷链项目\n演示: 是\n";

/// A project of the book `demo` with some lines of its own.
fn project(id: &str, lines: &str) -> String {
    format!("编号: {id}\n{PROJECT}{lines}")
}

/// The faults that everybody makes, in five files.
fn five_faults(stage: Stage) -> Stage {
    let at = |id: &str| format!("projects/2023/{id}.yaml");
    let amount = "来源地: 市外\n责任单位: 县交通局\n合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2}]\n";
    let date = "来源地: 市外\n责任单位: 县交通局\n开工: {日期: 2023-13-01}\n";
    stage
        .with(&at("a"), project("a", amount))
        .with(&at("b"), project("b", date))
        .with(&at("c"), project("c", "来源地: 市外\n责任单位: 县交通居\n"))
        .with(&at("d"), project("d", "来源地: 市外\n来源地: 境外\n责任单位: 县交通局\n"))
        .with(&at("e"), project("e", "来源地：市外\n责任单位: 县交通局\n"))
}

/// When each file was last written.
fn dates(folder: &Path) -> BTreeMap<String, SystemTime> {
    let date = |path: &str| fs::metadata(folder.join(path)).unwrap().modified().unwrap();
    files(folder).into_iter().map(|(path, _)| (path.clone(), date(&path))).collect()
}

#[test]
fn a_book_of_ones_own_becomes_a_site_a_document_and_data() {
    let stage = Stage::minimal();
    let ended = stage.run(&["build"]).fine();
    assert_eq!(ended.stdout.lines().count(), 1, "one closing line for each book");
    assert_eq!(ended.stderr, "");
    for path in ["index.html", "demo/index.html", "demo/2023-06/index.html"] {
        let page = fs::read_to_string(stage.out().join(path)).unwrap();
        assert!(page.starts_with("<!DOCTYPE html>") && page.contains("某县"), "{path}");
    }
    let document = fs::read(stage.out().join("demo/2023-06/bulletin.pdf")).unwrap();
    assert!(document.starts_with(b"%PDF-1.7") && document.len() > 10_000);
    let figures = fs::read(stage.out().join("demo/2023-06/figures.json")).unwrap();
    let figures: serde_json::Value = serde_json::from_slice(&figures).unwrap();
    assert_eq!(figures["schema"], "tongbao-figures/1");
    assert_eq!(figures["figures"][0]["id"], "contract/all");
    assert_eq!(figures["figures"][0]["value"], "3.2");
}

#[test]
fn kinds_of_files_can_be_left_out_with_their_links() {
    let stage = Stage::minimal();
    stage.run(&["build", "--without", "pdf"]).fine();
    let edition = stage.out().join("demo/2023-06");
    assert!(edition.join("figures.json").is_file());
    assert!(!edition.join("bulletin.pdf").exists());
    let page = fs::read_to_string(edition.join("index.html")).unwrap();
    assert!(page.contains("figures.json") && !page.contains("bulletin.pdf"));
    stage.run(&["build", "--without", "pdf,json"]).fine();
    assert!(!edition.join("figures.json").exists());
    let ended = stage.run(&["build", "--without", "xls"]);
    assert_eq!(ended.code, Some(2), "{}", ended.stderr);
    stage.run(&["build"]).fine();
    assert!(edition.join("bulletin.pdf").is_file());
}

#[test]
fn five_faults_in_five_files_are_five_errors_and_nothing_is_written() {
    let fresh = five_faults(Stage::minimal());
    let ended = fresh.run(&["build"]);
    assert_eq!(ended.code, Some(1));
    let expected = [
        "amount-without-unit",
        "bad-date",
        "unknown-unit",
        "duplicate-key",
        "full-width-punctuation",
    ];
    assert_eq!(ended.codes(), expected, "{}", ended.stderr);
    assert!(fresh.written().is_empty(), "nothing is written");
    assert_eq!(fresh.run(&["check"]).codes(), expected, "check finds the same");
}

#[test]
fn faults_leave_the_earlier_output_untouched() {
    let stage = Stage::minimal();
    stage.run(&["build"]).fine();
    let (before, dated) = (stage.written(), dates(&stage.out()));
    let stage = five_faults(stage);
    assert_eq!(stage.run(&["build"]).code, Some(1));
    assert!(stage.written() == before, "every byte is as it was");
    assert_eq!(dates(&stage.out()), dated, "and no file was written again");
}

#[test]
fn warnings_block_only_where_they_are_asked_to() {
    let text =
        "---\n期: 2023-06\n印发: 2023-07-10\n标题: 通报\n---\n\n全县到位资金0.12亿元。\n";
    let stage = Stage::minimal().with("editions/2023-06.md", text);
    let ended = stage.run(&["build", "--strict"]);
    if ended.codes().is_empty() {
        return assert_eq!(ended.code, Some(0));
    }
    assert_eq!(ended.code, Some(1), "{}", ended.stderr);
    assert!(stage.written().is_empty());
    stage.run(&["build"]).fine();
}

#[test]
fn the_same_data_gives_the_same_bytes_anywhere() {
    let (one, other) = (Stage::minimal(), Stage::minimal());
    one.run(&["build"]).fine();
    let ended = program()
        .args(["build", "--data"])
        .arg(other.data())
        .arg("--out")
        .arg(other.out())
        .current_dir("/")
        .env_clear()
        .envs([("RAYON_NUM_THREADS", "1"), ("TZ", "Asia/Shanghai"), ("LC_ALL", "C")])
        .output()
        .unwrap();
    assert!(ended.status.success(), "without PATH, so without git: {ended:?}");
    assert!(one.written() == other.written());
}

#[test]
fn files_that_did_not_change_are_not_written_again() {
    let stage = Stage::minimal();
    stage.run(&["build"]).fine();
    let dated = dates(&stage.out());
    let path = "demo/projects/2023/xm-1.yaml";
    let text = fs::read_to_string(stage.data().join(path)).unwrap();
    stage.write(path, text.replace("冷链物流项目", "冷链仓储项目").as_bytes());
    stage.run(&["build"]).fine();
    let now = dates(&stage.out());
    let kept = |path: &str| now[path] == dated[path];
    assert!(!kept("demo/projects/xm-1.html"), "the project has another name");
    assert!(kept("index.html") && kept("demo/definitions.html"));
    assert!(kept("demo/2023-06/figures.json"), "a name changes no figure");
    stage.run(&["build"]).fine();
    assert_eq!(dates(&stage.out()), now, "nothing changed, nothing was written");
}

#[test]
fn what_is_gone_from_the_data_is_gone_from_the_output() {
    let stage = Stage::minimal();
    stage.run(&["build"]).fine();
    let page = stage.out().join("demo/projects/xm-1.html");
    assert!(page.exists());
    fs::remove_file(stage.data().join("demo/projects/2023/xm-1.yaml")).unwrap();
    stage.run(&["build"]).fine();
    assert!(!page.exists());
}

#[test]
fn a_run_that_was_cut_off_is_finished_by_the_next() {
    let stage = Stage::minimal();
    stage.run(&["build"]).fine();
    let whole = stage.written();
    // Cut off between moving the old folder aside and moving the new one in.
    let mark = stage.out().join(".tongbao");
    fs::create_dir_all(mark.join("retired")).unwrap();
    fs::rename(stage.out().join("demo"), mark.join("retired/demo")).unwrap();
    fs::create_dir_all(mark.join("staged/demo")).unwrap();
    let named = format!("{:064}  index.html\n", 0);
    fs::write(mark.join("staged/demo/.tongbao"), named).unwrap();
    fs::write(mark.join("staged/demo/index.html"), "half").unwrap();
    stage.run(&["build"]).fine();
    assert!(stage.written() == whole);
    // Cut off after that, with the old folder not yet cleared.
    for (path, bytes) in files(&stage.out().join("demo")) {
        let old = mark.join("retired/demo").join(path);
        fs::create_dir_all(old.parent().unwrap()).unwrap();
        fs::write(old, bytes).unwrap();
    }
    fs::remove_file(mark.join("retired/demo/index.html")).unwrap();
    stage.run(&["build"]).fine();
    assert!(stage.written() == whole);
}

#[test]
fn a_book_is_old_or_new_whenever_the_program_is_killed() {
    let stage = Stage::minimal();
    let path = "demo/projects/2023/xm-1.yaml";
    let text = fs::read_to_string(stage.data().join(path)).unwrap();
    stage.run(&["build"]).fine();
    let old = files(&stage.out().join("demo"));
    let other = Stage::minimal();
    other.write(path, text.replace("3.2亿元", "4.8亿元").as_bytes());
    other.run(&["build"]).fine();
    let new = files(&other.out().join("demo"));
    assert!(old != new);
    stage.write(path, text.replace("3.2亿元", "4.8亿元").as_bytes());
    for pause in [0, 30, 120, 300, 600] {
        let mut command = program();
        let command = command.args(["build", "--data"]).arg(stage.data());
        let command = command.arg("--out").arg(stage.out()).stdout(Stdio::null());
        let mut running = command.stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(pause));
        let _ = running.kill();
        running.wait().unwrap();
        let target = stage.out().join("demo");
        let now = if target.exists() {
            files(&target)
        } else {
            files(&stage.out().join(".tongbao/retired/demo"))
        };
        assert!(now == old || now == new, "after {pause} ms");
    }
    stage.run(&["build"]).fine();
    assert!(files(&stage.out().join("demo")) == new);
    let left = fs::read_dir(stage.out()).unwrap().flatten();
    let left: BTreeSet<_> = left.map(|entry| entry.file_name()).collect();
    assert_eq!(left, [".tongbao", "demo", "index.html"].map(Into::into).into());
}

#[test]
fn what_cannot_be_done_is_one_clear_sentence() {
    let stage = Stage::minimal();
    fs::write(stage.out(), "a file, not a folder").unwrap();
    for arguments in [
        &["build"][..],
        &["build", "--data", "nowhere"],
        &["build", "--book", "../x"],
        &["biuld"],
    ] {
        let ended = stage.run(arguments);
        assert_eq!(ended.code, Some(2), "{arguments:?}");
        assert!(ended.stderr.starts_with("错误："), "{}", ended.stderr);
        assert!(!ended.stderr.contains("panicked"));
    }
}

#[test]
fn what_stands_in_the_way_of_a_command_is_told_in_one_chinese_sentence() {
    let stage = Stage::minimal();
    let book = stage.run(&["check", "--data", "data/demo"]);
    assert_eq!(book.code, Some(2));
    assert_eq!(
        book.stderr,
        "错误：“data/demo”是一个账本；--data 写它的上一级文件夹，--book 写账本的名字\n"
    );
    let draft = stage.run(&["build", "--draft", "bairi3-2023-07-31"]);
    assert_eq!(draft.code, Some(2), "{}", draft.stderr);
    stage.write("demo/file", b"");
    let inside = stage.run(&["schema", "--out", "data/demo/file/schema"]);
    assert_eq!(inside.code, Some(2));
    assert!(!inside.stderr.contains("os error"), "{}", inside.stderr);
}

#[test]
fn files_that_an_office_computer_leaves_behind_do_not_matter() {
    let stage = Stage::minimal();
    for name in ["Thumbs.db", "demo/desktop.ini", "demo/editions/~$2023-06.md"] {
        stage.write(name, b"");
    }
    assert!(stage.run(&["check"]).fine().codes().is_empty());
}

#[test]
fn who_wants_only_findings_and_errors_gets_them() {
    let stage = Stage::minimal();
    let built = stage.run(&["build", "-q"]).fine();
    assert_eq!((built.stdout.as_str(), built.stderr.as_str()), ("", ""));
    let checked = stage.run(&["check", "--quiet"]).fine();
    assert_eq!((checked.stdout.as_str(), checked.stderr.as_str()), ("", ""));
    let broken = five_faults(stage).run(&["build", "-q"]);
    assert_eq!((broken.code, broken.codes().len()), (Some(1), 5));
    let nowhere = Stage::minimal().run(&["build", "-q", "--data", "nowhere"]);
    assert!(nowhere.stderr.starts_with("错误："), "{}", nowhere.stderr);
}
