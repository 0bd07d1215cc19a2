//! Releases and revisions, from the commands that a compiler runs to the pages that a reader sees.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use crate::stage::program;

/// A repository with a data folder, and the commands that are run in it.
pub(crate) struct Desk {
    folder: TempDir,
}

/// What came of a command.
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) told: String,
}

impl Desk {
    /// A repository with nothing in it.
    pub(crate) fn empty() -> Desk {
        let desk = Desk { folder: tempfile::tempdir().unwrap() };
        desk.git(&["init", "--quiet", "--initial-branch=main"]);
        desk
    }

    /// The minimal book, committed.
    pub(crate) fn minimal() -> Desk {
        let desk = Desk::empty();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        copy(&root.join("tests/suite/minimal"), &desk.path("data/demo"));
        desk.commit();
        desk
    }

    /// A shipped book, committed.
    pub(crate) fn shipped(book: &str) -> Desk {
        let desk = Desk::empty();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let place = format!("data/{book}");
        copy(&root.join(&place), &desk.path(&place));
        desk.commit();
        desk
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_default()
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        fs::write(self.path(path), text).unwrap();
    }

    pub(crate) fn replace(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{path} has no {old}");
        self.write(path, &text.replace(old, new));
    }

    fn git(&self, arguments: &[&str]) {
        let settings =
            ["user.name=t", "user.email=t@example.gov.cn", "commit.gpgsign=false"];
        let settings = settings.iter().flat_map(|setting| ["-c", setting]);
        let mut command = Command::new("git");
        command.arg("-C").arg(self.folder.path()).args(settings).args(arguments);
        assert!(command.status().unwrap().success(), "{arguments:?}");
    }

    pub(crate) fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "data"]);
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        let output =
            program().args(arguments).current_dir(self.folder.path()).output().unwrap();
        Ran {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            told: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Releases a period and commits the record of it.
    pub(crate) fn release(&self, period: &str) {
        let ran = self.run(&["release", period]);
        assert_eq!(ran.code, Some(0), "{}", ran.told);
        self.commit();
    }

    fn revise(&self) -> Ran {
        let why = ["--kind", "更正", "--reason", "补录漏报资金", "--date", "2023-10-08"];
        self.run(&[&["revise"][..], &why].concat())
    }

    fn released(&self, period: &str) -> Value {
        serde_json::from_str(&self.read(&format!("data/demo/released/{period}.json")))
            .unwrap()
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// Every file below a folder with its bytes.
fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for path in crate::case::files_in(folder) {
        let bytes = fs::read(&path).unwrap();
        found.push((path, bytes));
    }
    found
}

const PROJECT: &str = "data/demo/projects/2023/xm-1.yaml";
const EDITION: &str = "data/demo/editions/2023-06.md";
const SUMS: &str = "data/demo/released/SHA256SUMS";

#[test]
fn a_release_freezes_what_was_computed_and_from_what() {
    let desk = Desk::minimal();
    let ran = desk.run(&["release", "2023-06"]);
    assert_eq!(ran.code, Some(0), "{}", ran.told);
    assert!(ran.out.contains("2023年6月已定稿"), "{}", ran.out);
    let released = desk.released("2023-06");
    assert_eq!(released["schema"], "tongbao-release/1");
    assert_eq!(released["issued"], "2023-07-10");
    assert_eq!(released["sha256"].as_str().unwrap().len(), 64);
    assert_eq!(released["commit"].as_str().unwrap().len(), 40);
    let figures = released["figures"].as_array().unwrap();
    let funds = figures.iter().find(|figure| figure["id"] == "funds/all").unwrap();
    assert_eq!(funds["target"], "10");
    assert!(funds["value"].is_string() && funds["completion"].is_string(), "{funds}");
    assert!(funds.get("text").is_none(), "only what is exact is frozen");
    assert_eq!(desk.run(&["check"]).code, Some(0), "the record is part of a sound book");
}

#[test]
fn the_digest_is_that_of_the_committed_files_alone() {
    let desk = Desk::minimal();
    desk.release("2023-06");
    let listing = Command::new("sh")
        .arg("-c")
        .arg("find . -type f ! -path './released/*' | sed 's|^./||' | LC_ALL=C sort | xargs sha256sum | sha256sum")
        .current_dir(desk.path("data/demo"))
        .output()
        .unwrap();
    let digest = String::from_utf8(listing.stdout).unwrap();
    let released = desk.released("2023-06");
    assert_eq!(digest.split(' ').next(), released["sha256"].as_str());
}

#[test]
fn what_stands_against_a_release_is_told_at_once() {
    let desk = Desk::minimal();
    desk.replace(EDITION, "印发: 2023-07-10\n", "");
    let ran = desk.run(&["release", "2023-06"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.told.contains("没有写印发日期"), "{}", ran.told);
    assert!(ran.told.contains("1个文件没有提交"), "{}", ran.told);
    assert!(ran.told.contains("data/demo/editions/2023-06.md"), "{}", ran.told);
    assert!(!desk.path("data/demo/released").exists(), "nothing is written");
}

#[test]
fn findings_and_characters_that_cannot_be_printed_stop_a_release() {
    let desk = Desk::minimal();
    desk.replace(EDITION, "全县到位资金", "全县𡋾到位资金");
    desk.commit();
    let ran = desk.run(&["release", "2023-06"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.told.contains("missing-glyph"), "{}", ran.told);
    assert!(ran.told.contains("不能发布"), "{}", ran.told);
    assert!(!desk.path("data/demo/released").exists());
}

#[test]
fn a_file_that_git_ignores_is_not_committed_data() {
    let desk = Desk::minimal();
    desk.write(".gitignore", "xm-2.yaml\n");
    let second = desk.read(PROJECT).replace("xm-1", "xm-2");
    desk.write("data/demo/projects/2023/xm-2.yaml", &second);
    desk.commit();
    let ran = desk.run(&["release", "2023-06"]);
    assert_eq!(ran.code, Some(1), "{}", ran.out);
    assert!(ran.told.contains("xm-2.yaml"), "{}", ran.told);
}

#[test]
fn an_edition_is_released_once_and_only_inside_git() {
    let desk = Desk::minimal();
    desk.release("2023-06");
    let before = desk.read("data/demo/released/2023-06.json");
    let ran = desk.run(&["release", "2023-06"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.told.contains("已经发布过"), "{}", ran.told);
    assert_eq!(desk.read("data/demo/released/2023-06.json"), before);
    let ran = desk.run(&["release", "2023-05"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.told.contains("editions/2023-05.md"), "{}", ran.told);
    let outside = Desk { folder: tempfile::tempdir().unwrap() };
    copy(&desk.path("data"), &outside.path("data"));
    fs::remove_dir_all(outside.path("data/demo/released")).unwrap();
    let ran = outside.run(&["release", "2023-06"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.told.contains("git"), "{}", ran.told);
}

/// Changes an old amount of the minimal book's one project.
fn change_an_old_month(desk: &Desk) {
    let text = desk.read(PROJECT);
    let start = text.find("到位资金:").unwrap();
    let amount = text[start..].find("金额: ").unwrap() + start + "金额: ".len();
    let end = text[amount..].find([',', '\n', '}']).unwrap() + amount;
    desk.write(PROJECT, &format!("{}3.4亿元{}", &text[..amount], &text[end..]));
}

#[test]
fn a_released_figure_moves_only_with_a_disclosed_revision() {
    let desk = Desk::minimal();
    desk.release("2023-06");
    assert_eq!(desk.run(&["build"]).code, Some(0));
    let (built, record) =
        (contents(&desk.path("output")), desk.read("data/demo/released/2023-06.json"));
    change_an_old_month(&desk);
    let ran = desk.run(&["build"]);
    assert_eq!(ran.code, Some(1), "{}", ran.out);
    assert!(ran.told.contains("released-figure-moved"), "{}", ran.told);
    assert!(ran.told.contains("到位资金 · 全县"), "{}", ran.told);
    assert_eq!(contents(&desk.path("output")), built, "the earlier output stays whole");
    assert_eq!(desk.run(&["check"]).code, Some(1), "check finds all that build finds");
    let ran = desk.revise();
    assert_eq!(ran.code, Some(0), "{}", ran.told);
    let ran = desk.run(&["build"]);
    assert_eq!(ran.code, Some(0), "{}", ran.told);
    assert_eq!(desk.read("data/demo/released/2023-06.json"), record);
    assert_eq!(
        desk.read("output/demo/released/2023-06.json"),
        record,
        "it can be downloaded"
    );
    let page = desk.read("output/demo/2023-06/index.html");
    assert!(page.contains("3.40亿元*"), "the new value is marked");
    assert!(page.contains("2023年6月通报更正情况") && page.contains("补录漏报资金"));
    assert!(page.contains("3.4亿元"), "the table shows the new value");
    let book = desk.read("output/demo/revisions.html");
    assert!(book.contains("补录漏报资金") && book.contains("released/2023-06.json"));
    let figures = desk.read("output/demo/2023-06/figures.json");
    assert!(!figures.contains('*'), "the mark is for readers, not for programs");
}

#[test]
fn whatever_reason_is_taken_is_read_again_as_it_was_given() {
    let desk = Desk::minimal();
    desk.release("2023-06");
    change_an_old_month(&desk);
    let file = desk.path("data/demo/revisions/2023-06.yaml");
    let entered = desk.read(SUMS);
    let revise = |reason: &str| {
        let reason = format!("--reason={reason}");
        desk.run(&["revise", "--kind", "更正", &reason, "--date", "2023-10-08"])
    };
    for reason in [
        "no",
        "Y",
        "on",
        "~",
        "null",
        "12:30",
        "1e3",
        "007",
        "1_000",
        "0x1f",
        "45",
        "=",
        "<<",
        "2023-10-08",
        "补录 # 漏报",
        "# 更正",
        "是: 否",
        "- 补录",
        "it's",
        "\"引号\"",
        "{a}",
        "*号",
        ">",
    ] {
        let ran = revise(reason);
        assert_eq!(ran.code, Some(0), "{reason}: {}", ran.told);
        let ran = desk.run(&["check", "--strict"]);
        assert_eq!(ran.code, Some(0), "{reason}: {}", ran.out);
        let text = fs::read_to_string(&file).unwrap();
        let read: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
        assert_eq!(read["改动"][0]["原因"].as_str(), Some(reason), "{text}");
        fs::remove_file(&file).unwrap();
        desk.write(SUMS, &entered);
    }
    for reason in
        ["见13812345678", "隐\u{200b}藏", "隐\u{a0}藏", "\u{202e}反", "⼯业", "锟斤拷"]
    {
        let ran = revise(reason);
        assert_eq!(ran.code, Some(2), "{reason}: {}", ran.told);
        assert!(crate::case::files_in(file.parent().unwrap()).is_empty(), "{reason}");
    }
}

#[test]
fn a_second_change_needs_a_second_revision_and_the_first_stays() {
    let desk = Desk::minimal();
    desk.release("2023-06");
    change_an_old_month(&desk);
    assert_eq!(desk.revise().code, Some(0));
    let first = desk.read("data/demo/revisions/2023-06.yaml");
    let again = desk.revise();
    assert!(again.out.contains("没有要公布的改动"), "{}", again.out);
    assert_eq!(desk.read("data/demo/revisions/2023-06.yaml"), first);
    desk.replace(PROJECT, "3.4亿元", "3.5亿元");
    assert_eq!(desk.run(&["check"]).code, Some(1));
    let early = desk.run(&[
        "revise",
        "--kind",
        "更正",
        "--reason",
        "再更正",
        "--date",
        "2023-10-07",
    ]);
    assert_eq!(early.code, Some(2), "a revision is not dated before the one it follows");
    assert_eq!(desk.revise().code, Some(0));
    let second = desk.read("data/demo/revisions/2023-06.yaml");
    assert!(second.starts_with(&first), "what was disclosed stays disclosed");
    assert!(second.contains("原: '3.4'") && second.contains("现: '3.5'"), "{second}");
    assert_eq!(desk.run(&["check"]).code, Some(0));
}

const COUNT: &str = "  - {编号: signed, 名称: 签约项目, 取数: 项目个数, 来源: 项目, 单位: 个, 时段: 本年累计, 口径: 当年签约的项目, 依据: 二}\n";

#[test]
fn what_is_gone_is_an_error_and_what_is_new_is_not() {
    let desk = Desk::minimal();
    desk.release("2023-06");
    let units = "data/demo/units.yaml";
    desk.replace(units, "名称: 县交通局", "名称: 县交通运输局, 别名: [县交通局]");
    assert_eq!(desk.run(&["check"]).code, Some(0), "a new name moves no figure");
    let plan = "data/demo/plans/plan-2023.yaml";
    desk.replace(plan, "指标:\n", &format!("指标:\n{COUNT}"));
    let ran = desk.run(&["check"]);
    assert_eq!(ran.code, Some(0), "a new figure moves none: {}{}", ran.out, ran.told);
    fs::remove_file(desk.path(EDITION)).unwrap();
    let ran = desk.run(&["check"]);
    assert!(ran.out.contains("released-edition-gone"), "{}", ran.out);
}

#[test]
fn a_figure_that_is_gone_is_disclosed_too() {
    let desk = Desk::minimal();
    let plan = "data/demo/plans/plan-2023.yaml";
    desk.replace(plan, "指标:\n", &format!("指标:\n{COUNT}"));
    desk.commit();
    desk.release("2023-06");
    desk.replace(plan, COUNT, "");
    let ran = desk.run(&["check"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("“签约项目 · 全县”（signed/all）现在没有了"), "{}", ran.out);
    assert_eq!(desk.revise().code, Some(0));
    assert_eq!(desk.run(&["build"]).code, Some(0));
    let page = desk.read("output/demo/revisions.html");
    assert!(page.contains("签约项目 · 全县") && page.contains("“—”：没有这个数"));
}

#[test]
fn ranks_move_against_the_newest_released_edition() {
    let desk = Desk::minimal();
    let plan = "data/demo/plans/plan-2023.yaml";
    let ranking = "排位:\n  - {编号: funds, 指标: 到位资金, 分组: [县级部门], 按: 完成率, 依据: 二}\n目标:\n";
    desk.replace(plan, "\n目标:\n", &format!("\n{ranking}"));
    for (month, next) in [("04", "05"), ("05", "06"), ("07", "08")] {
        let text = desk.read(EDITION).replace("2023-07-10", &format!("2023-{next}-10"));
        let text = text.replace("期: 2023-06", &format!("期: 2023-{month}"));
        desk.write(
            &format!("data/demo/editions/2023-{month}.md"),
            &format!("{text}\n{{{{ 表 \"单位完成情况\" 到位资金 }}}}\n"),
        );
    }
    desk.commit();
    let note = |month: &str| {
        assert_eq!(desk.run(&["build"]).code, Some(0));
        let page = desk.read(&format!("output/demo/2023-{month}/index.html"));
        let start = page.find("比上期：").expect("the table says what it compares with");
        page[start..].split('<').next().unwrap().to_owned()
    };
    assert_eq!(note("07"), "比上期：名次与2023年6月的测算结果（未发布）相比。");
    desk.release("2023-05");
    assert_eq!(note("07"), "比上期：名次与已发布的2023年5月通报相比。");
    assert_eq!(note("05"), "比上期：名次与2023年4月的测算结果（未发布）相比。");
}

/// An assessment of the minimal book's units by their funds.
const ASSESSMENT: &str = "考核:
  - 编号: units
    名称: 部门考核
    依据: 二
    权重组:
      - {编号: used, 依据: 二, 采用: 是, 合计: 100, 项目: [{名称: 到位资金, 分值: 100, 依据: 二}]}
    对象: [县级部门]
    计分:
      - 编号: funds
        名称: 到位资金
        方式: 比率
        指标: 到位资金
        分值: 100
        封顶: 100
        不明: [{处理: 总分不计, 依据: 二}]
        依据: 二
目标:
";

#[test]
fn scores_and_their_ranks_are_frozen_and_compared_like_figures() {
    let desk = Desk::minimal();
    let plan = "data/demo/plans/plan-2023.yaml";
    desk.replace(plan, "\n目标:\n", &format!("\n{ASSESSMENT}"));
    let june = desk.read(EDITION) + "\n{{ 表 \"得分排位\" 部门考核 }}\n";
    desk.write(EDITION, &june);
    let july = june.replace("2023-06", "2023-07").replace("2023-07-10", "2023-08-10");
    desk.write("data/demo/editions/2023-07.md", &july);
    desk.commit();
    desk.release("2023-06");
    let frozen = desk.released("2023-06");
    assert_eq!(frozen["scores"][0]["scope_name"], "县交通局");
    // July: 县商务委 passes 县交通局, which had the better score in the release of June.
    let text = desk.read(PROJECT).replace("xm-1", "xm-2").replace("县交通局", "县商务委");
    let text = text
        .replace("冷链物流", "分拣中心")
        .replace("2023-05, 金额: 1200万元", "2023-07, 金额: 1亿元");
    desk.write(
        "data/demo/projects/2023/xm-2.yaml",
        &text.replace("2023-03-18", "2023-07-18").replace("2023-05-12", "2023-07-20"),
    );
    assert_eq!(desk.run(&["build"]).code, Some(0), "{}", desk.run(&["check"]).out);
    let page = desk.read("output/demo/2023-07/index.html");
    assert!(page.contains("比上期：总分和名次与已发布的2023年6月通报相比。"));
    assert!(page.contains("升1") && page.contains("降1"));
    // A score of June that comes out otherwise is an error until it is disclosed.
    desk.replace(PROJECT, "1200万元", "6亿元");
    let ran = desk.run(&["check"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("2023年6月已发布的“到位资金 · 全县”变了"), "{}", ran.out);
    let all = desk.run(&["check", "--format", "json"]).out;
    assert!(all.contains("\"score:units/unit:jiaotong\""), "{all}");
    let ran = desk.run(&["verify", "data/demo/released/2023-06.json"]);
    assert!(ran.out.contains("1.71分"), "{}", ran.out);
    assert_eq!(desk.revise().code, Some(0));
    assert_eq!(desk.run(&["build"]).code, Some(0));
    let page = desk.read("output/demo/2023-07/index.html");
    assert!(page.contains("持平") && !page.contains("高84.00"), "June as revised");
}

#[test]
fn a_score_has_one_id_in_pages_files_and_commands() {
    let desk = Desk::minimal();
    let plan = "data/demo/plans/plan-2023.yaml";
    desk.replace(plan, "\n目标:\n", &format!("\n{ASSESSMENT}"));
    assert_eq!(desk.run(&["build"]).code, Some(0), "{}", desk.run(&["check"]).out);
    let page = desk.read("output/demo/2023-06/trace-score-units.html");
    assert!(page.contains("score:units/unit:jiaotong"), "{page}");
    let ran = desk.run(&["explain", "score:units/unit:jiaotong"]);
    assert_eq!(ran.code, Some(0), "{}", ran.told);
    assert!(ran.out.contains("部门考核 · 县交通局"), "{}", ran.out);
    let ran = desk.run(&["explain", "score-units/unit:jiaotong"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.told.contains("写作 score:units/unit:jiaotong"), "{}", ran.told);
}

#[test]
fn all_moved_editions_are_revised_in_one_call() {
    let desk = Desk::minimal();
    let july = desk
        .read(EDITION)
        .replace("2023-06", "2023-07")
        .replace("2023-07-10", "2023-08-10");
    desk.write("data/demo/editions/2023-07.md", &july.replace("1—6月", "1—7月"));
    desk.commit();
    desk.release("2023-06");
    desk.release("2023-07");
    change_an_old_month(&desk);
    let ran = desk.revise();
    assert_eq!(ran.code, Some(0), "{}", ran.told);
    for period in ["2023-06", "2023-07"] {
        let path = format!("data/demo/revisions/{period}.yaml");
        assert!(desk.read(&path).contains("funds/all"), "{path}");
    }
    assert_eq!(desk.run(&["check"]).code, Some(0));
}

#[test]
fn records_of_releases_that_were_changed_by_hand_are_found() {
    let desk = Desk::minimal();
    desk.release("2023-06");
    change_an_old_month(&desk);
    assert_eq!(desk.revise().code, Some(0));
    let (revisions, released) =
        ("data/demo/revisions/2023-06.yaml", "data/demo/released/2023-06.json");
    let (kept, record) = (desk.read(revisions), desk.read(released));
    desk.replace(revisions, "原: '0.12'", "原: '0.13'");
    assert!(desk.run(&["check"]).out.contains("broken-revision"));
    desk.write(revisions, &kept);
    desk.write(released, record.get(..200).unwrap());
    let ran = desk.run(&["check"]);
    assert!(ran.out.contains("broken-release"), "{}", ran.out);
    fs::remove_file(desk.path(released)).unwrap();
    let ran = desk.run(&["check"]);
    assert!(ran.out.contains("released-file-edited"), "{}", ran.out);
    fs::remove_file(desk.path(SUMS)).unwrap();
    let ran = desk.run(&["check"]);
    assert!(ran.out.contains("revision-without-release"), "{}", ran.out);
}

#[cfg(unix)]
#[test]
fn a_link_that_a_commit_hides_beside_a_record_leads_nowhere() {
    let desk = Desk::minimal();
    let hidden = ["released/.2023-06.json.part", "revisions/.2023-06.yaml.part"];
    desk.write("keys", "mine");
    for path in hidden {
        desk.write(&format!("data/demo/{path}"), "");
        let path = desk.path(&format!("data/demo/{path}"));
        fs::remove_file(&path).unwrap();
        std::os::unix::fs::symlink("../../../keys", path).unwrap();
    }
    desk.commit();
    desk.release("2023-06");
    change_an_old_month(&desk);
    let ran = desk.revise();
    assert_eq!(ran.code, Some(0), "{}", ran.told);
    assert_eq!(desk.read("keys"), "mine");
    for path in ["released/2023-06.json", "revisions/2023-06.yaml"] {
        assert!(!desk.path(&format!("data/demo/{path}")).is_symlink());
    }
}

#[test]
fn a_reason_is_one_plain_sentence() {
    let desk = Desk::minimal();
    for reason in ["", "  ", "一\n二"] {
        let arguments = ["revise", "--kind", "更正", "--reason", reason];
        let ran = desk.run(&[&arguments[..], &["--date", "2023-10-08"]].concat());
        assert_eq!(ran.code, Some(2), "{reason:?}");
    }
    let ran =
        desk.run(&["revise", "--kind", "更正", "--reason", "更正", "--date", "10月8日"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.told.contains("不是日期"), "{}", ran.told);
}

#[test]
fn written_results_are_the_same_as_the_data_gives_or_what_differs_is_said() {
    let desk = Desk::minimal();
    desk.release("2023-06");
    assert_eq!(desk.run(&["build"]).code, Some(0));
    let ran = desk.run(&["verify", "output"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.told);
    assert!(
        ran.out.contains("figures.json：") && ran.out.contains("与数据一致"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("released/2023-06.json："), "{}", ran.out);
    change_an_old_month(&desk);
    let ran = desk.run(&["verify", "output/demo/2023-06/figures.json"]);
    assert_eq!(ran.code, Some(1));
    let told = "到位资金 · 全县：完成数文件为0.12亿元，按数据为3.4亿元；完成率文件为1.20%，按数据为34.00%";
    assert!(ran.out.contains(told), "{}", ran.out);
    let ran = desk.run(&["verify", "data/demo/released/2023-06.json"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("完成数公布为0.12亿元，按数据为3.4亿元"), "{}", ran.out);
    assert_eq!(desk.revise().code, Some(0));
    let ran = desk.run(&["verify", "data/demo/released/2023-06.json"]);
    assert_eq!(ran.code, Some(0), "what is disclosed differs no more: {}", ran.out);
}

#[test]
fn a_file_that_holds_no_results_is_told_as_such() {
    let desk = Desk::minimal();
    let file = desk.path("figures.json");
    for (text, told) in [
        ("{", "不是完整的 JSON"),
        ("{}", "没有写明格式"),
        (r#"{"schema":"x","book":"y"}"#, "数据里没有账本“y”"),
        (r#"{"book":"demo","period":"6月","schema":"x"}"#, "“6月”不是一期"),
        (r#"{"book":"demo","period":"2023-06","schema":"x"}"#, "不认得“x”这种格式"),
    ] {
        fs::write(&file, text).unwrap();
        let ran = desk.run(&["verify", "figures.json"]);
        assert_eq!(ran.code, Some(1));
        assert!(ran.out.contains(told), "{}", ran.out);
    }
    fs::remove_file(file).unwrap();
    let ran = desk.run(&["verify", "data"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.told.contains("没有 figures.json"), "{}", ran.told);
}

/// The minimal book with money withheld from the public, which would tell of its one project.
pub(crate) fn public_desk() -> Desk {
    let desk = Desk::minimal();
    let plan = "data/demo/plans/plan-2023.yaml";
    // A point that has passed, so that there is a verdict which the public does not get.
    let curve = "序时:\n  - {编号: quarters, 名称: 季度进度, 点间: 直线, 依据: 二, \
                 节点: [{期: 2023-Q1, 应达: 10%}, {期: 2023, 应达: 100%}]}\n";
    let text = desk.read(plan).replacen("目标:\n", &format!("{curve}目标:\n"), 1);
    let text = text.replacen(
        "口径: 当年到位的资金\n",
        "口径: 当年到位的资金\n    序时: quarters\n",
        1,
    );
    desk.write(
        plan,
        &format!(
            "{text}公开限制:\n  - {{指标: 到位资金, 处理: 不公开, 理由: 一个项目}}\n"
        ),
    );
    desk.commit();
    desk
}

fn build_public(desk: &Desk) -> Ran {
    desk.run(&["build", "--audience", "公开", "--out", "public"])
}

#[test]
fn the_public_gets_its_part_of_what_was_released() {
    let desk = public_desk();
    desk.release("2023-06");
    let ran = build_public(&desk);
    assert_eq!(ran.code, Some(0), "{}", ran.told);
    let file: Value =
        serde_json::from_str(&desk.read("public/demo/released/2023-06.json")).unwrap();
    let figure = |id: &str| {
        let figures = file["figures"].as_array().unwrap();
        figures.iter().find(|figure| figure["id"] == id).unwrap().clone()
    };
    assert_eq!(figure("contract/all")["value"], "3.2");
    assert_eq!(figure("funds/all")["target"], "10");
    assert!(figure("funds/all").get("value").is_none(), "{}", figure("funds/all"));
    for key in ["sha256", "commit", "version"] {
        assert!(file.get(key).is_none(), "{key}");
    }
    let page = desk.read("public/demo/revisions.html");
    assert!(page.contains("released/2023-06.json") && !page.contains("指纹"));
    let ran = desk.run(&["verify", "public/demo/released/2023-06.json"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.told);
    assert_eq!(desk.run(&["build"]).code, Some(0));
    assert_eq!(
        desk.read("output/demo/released/2023-06.json"),
        desk.read("data/demo/released/2023-06.json"),
        "those inside get the file itself"
    );
}

#[test]
fn the_public_sees_the_revisions_of_what_it_got() {
    let desk = public_desk();
    desk.release("2023-06");
    desk.replace(PROJECT, "金额: 3.2亿元", "金额: 3.4亿元");
    desk.replace(PROJECT, "金额: 1200万元", "金额: 1300万元");
    let ran = desk.revise();
    assert_eq!(ran.code, Some(0), "{}", ran.told);
    let ran = build_public(&desk);
    assert_eq!(ran.code, Some(0), "{}", ran.told);
    let page = desk.read("public/demo/revisions.html");
    for words in ["补录漏报资金", "3.2亿元", "3.4亿元", "正式合同额 · 全县"]
    {
        assert!(page.contains(words), "{words}");
    }
    assert!(!page.contains("到位资金 · 全县"), "what was withheld stays so");
    assert!(desk.read("public/demo/2023-06/index.html").contains("更正"));
}

#[test]
fn what_the_public_got_is_not_taken_back() {
    let desk = public_desk();
    desk.release("2023-06");
    let plan = "data/demo/plans/plan-2023.yaml";
    let limit = "公开限制:\n  - {指标: 正式合同额, 处理: 合并, 理由: 试行}\n";
    desk.replace(plan, "公开限制:\n", limit);
    let ran = build_public(&desk);
    assert_eq!(ran.code, Some(1), "{}", ran.told);
    assert!(ran.told.contains("released-figure-withdrawn"), "{}", ran.told);
    assert!(!desk.path("public").exists(), "nothing is written");
    desk.replace(plan, "处理: 合并", "处理: 合并, 期间: 2023-07-01 至 2023-12-31");
    let ran = build_public(&desk);
    assert_eq!(ran.code, Some(0), "{}", ran.told);
}

/// The book of the public, committed, with two projects in every row of its money.
fn public_book() -> Desk {
    let desk = Desk::minimal();
    fs::remove_dir_all(desk.path("data/demo")).unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    copy(&root.join("tests/suite/audience/book"), &desk.path("data/demo"));
    for number in 1..=5 {
        let path = format!("data/demo/projects/2023/xm-{number}.yaml");
        desk.replace(&path, "金额: 1亿元}", "金额: 1亿元, 凭证: [银行回单]}");
    }
    let edition = "data/demo/editions/2023-05.md";
    desk.replace(edition, "期: 2023-05\n", "期: 2023-05\n印发: 2023-06-20\n");
    desk.commit();
    desk.release("2023-05");
    assert_eq!(build_public(&desk).code, Some(0));
    desk
}

#[test]
fn a_revision_tells_the_public_no_amount_of_one_record() {
    let added = "到位资金:\n  - {月份: 2023-05, 金额: 1.7亿元, 凭证: [银行回单]}\n";
    let add = |desk: &Desk, project: &str| {
        let path = format!("data/demo/projects/2023/{project}.yaml");
        desk.replace(&path, "到位资金:\n", added);
    };
    let desk = public_book();
    add(&desk, "xm-1");
    assert_eq!(desk.revise().code, Some(0));
    assert_eq!(desk.run(&["build"]).code, Some(0), "those inside may know");
    let ran = build_public(&desk);
    assert_eq!(ran.code, Some(1), "{}", ran.told);
    for words in ["改动前后之差", "xm-1.yaml", "2023-05的数", "收不回来"] {
        assert!(ran.told.contains(words), "{words}: {}", ran.told);
    }
    let desk = public_book();
    ["xm-1", "xm-2"].iter().for_each(|project| add(&desk, project));
    assert_eq!(desk.revise().code, Some(0));
    let ran = build_public(&desk);
    assert_eq!(ran.code, Some(0), "two at once tell of neither: {}", ran.told);
}

#[test]
fn a_fault_elsewhere_hides_no_release_that_moved_and_a_diff_calls_none_settled() {
    let desk = Desk::minimal();
    copy(&desk.path("data/demo"), &desk.path("data/other"));
    desk.commit();
    let ran = desk.run(&["release", "2023-06", "--book", "demo"]);
    assert_eq!(ran.code, Some(0), "{}", ran.told);
    change_an_old_month(&desk);
    desk.commit();
    let broken = PROJECT.replace("demo", "other");
    desk.replace(&broken, "责任单位: 县交通局", "责任单位: 县邮局");
    let ran = desk.run(&["check"]);
    assert!(ran.out.contains("unknown-unit"), "{}", ran.out);
    assert!(
        ran.out.contains("released-figure-moved"),
        "another book is sound: {}",
        ran.out
    );
    desk.replace(PROJECT, "责任单位: 县交通局", "责任单位: 县邮局");
    let ran = desk.run(&["diff", "HEAD", "--book", "demo"]);
    assert!(ran.out.contains("unknown-unit"), "{}", ran.out);
    assert!(!ran.out.contains("released-figure-moved"), "{}", ran.out);
}

#[test]
fn a_release_that_is_deleted_is_lost_and_touched() {
    let desk = Desk::minimal();
    desk.release("2023-06");
    fs::remove_file(desk.path("data/demo/released/2023-06.json")).unwrap();
    for gate in ["lost", "released"] {
        let ran = desk.run(&["diff", "HEAD", "--fail-on", gate]);
        assert_eq!(ran.code, Some(1), "{gate}: {}", ran.out);
        assert!(ran.told.contains(&format!("不放行（{gate}）")), "{}", ran.told);
    }
}
