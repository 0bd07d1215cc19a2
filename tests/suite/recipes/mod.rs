//! The recipes of `.recipes/`, run as they stand on real repositories.

mod hooks;
mod hosts;
mod requests;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_yaml::Value;
use tempfile::TempDir;

use crate::case::files_in;

/// A working repository with the minimal book, and its own `PATH` with our program first.
struct Office {
    root: TempDir,
}

impl Office {
    fn new() -> Office {
        let office = Office { root: TempDir::new().unwrap() };
        let minimal = root().join("tests/suite/minimal");
        for path in files_in(&minimal) {
            let target =
                office.path("work/data/demo").join(path.strip_prefix(&minimal).unwrap());
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::copy(&path, target).unwrap();
        }
        fs::create_dir_all(office.path("bin")).unwrap();
        let program = Path::new(env!("CARGO_BIN_EXE_tongbao"));
        std::os::unix::fs::symlink(program, office.path("bin/tongbao")).unwrap();
        office.shell("git init -q -b main && git add -A && git commit -qm base").fine();
        office
    }

    /// The same with what its one record would tell withheld from the public.
    fn public() -> Office {
        let office = Office::new();
        let limit = "公开限制:\n  - {指标: 到位资金, 处理: 不公开, 理由: 一个项目}\n";
        office.shell(&format!("printf '{limit}' >> data/demo/plans/plan-2023.yaml && git commit -qam public")).fine();
        office
    }

    fn path(&self, inside: &str) -> PathBuf {
        self.root.path().join(inside)
    }

    fn replace(&self, from: &str, to: &str) {
        let path = self.path("work/data/demo/projects/2023/xm-1.yaml");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from));
        fs::write(path, text.replace(from, to)).unwrap();
    }

    /// Puts an executable script on the path.
    fn script(&self, name: &str, text: &str) {
        let path = self.path("bin").join(name);
        fs::write(&path, text).unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn shell(&self, script: &str) -> Ran {
        let path =
            format!("{}:{}", self.path("bin").display(), std::env::var("PATH").unwrap());
        let mut bash = Command::new("bash");
        bash.current_dir(self.path("work")).args(["-e", "-o", "pipefail", "-c", script]);
        bash.env("PATH", path).env("HOME", self.root.path());
        bash.env("XDG_CACHE_HOME", self.path("caches"));
        for who in ["AUTHOR", "COMMITTER"] {
            bash.env(format!("GIT_{who}_NAME"), "t")
                .env(format!("GIT_{who}_EMAIL"), "t@t");
        }
        Ran(bash.output().unwrap())
    }
}

/// What came of a script.
struct Ran(Output);

impl Ran {
    fn text(&self) -> String {
        let both = [self.0.stdout.as_slice(), self.0.stderr.as_slice()].concat();
        String::from_utf8(both).unwrap()
    }

    fn fine(self) -> String {
        assert!(self.0.status.success(), "{}", self.text());
        self.text()
    }

    fn refused(self) -> String {
        assert!(!self.0.status.success(), "{}", self.text());
        self.text()
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn workflow() -> Value {
    let text = fs::read_to_string(root().join(".recipes/data.yml")).unwrap();
    serde_yaml::from_str(&text).unwrap()
}

/// The steps of a job of the workflow.
fn steps(job: &str) -> Vec<Value> {
    workflow()["jobs"][job]["steps"].as_sequence().unwrap().clone()
}

/// The script of a step of the workflow.
fn step(name: &str) -> String {
    let steps = [steps("review"), steps("comment")].concat();
    let found = steps.iter().find(|step| step["name"].as_str() == Some(name)).unwrap();
    let script = found["run"].as_str().unwrap();
    assert!(
        !script.contains("${{"),
        "what others write never becomes a part of a script"
    );
    script.to_owned()
}

#[test]
fn the_workflow_reports_comments_once_builds_and_gates() {
    let office = Office::new();
    office.replace("1200万元", "1300万元");
    office.shell("git commit -qam more").fine();
    // Stands for the real one: keeps what it is asked, and knows one comment once it was made.
    office.script(
        "gh",
        "#!/bin/bash\necho \"$@\" >> ../gh.log\n\
         case \"$*\" in *--paginate*) grep -q POST ../gh.log && echo 7 || true ;; esac\n",
    );
    let settings = "export GITHUB_ENV=../env GITHUB_STEP_SUMMARY=../summary GATES=lost,released ALLOW= \
        LAST= REPORT=https://x/7 BASE=HEAD~1 REPOSITORY=a/b NUMBER=3; [ ! -f ../env ] || export $(cat ../env)\n";
    let run = |name: &str| office.shell(&format!("{settings}{}", step(name)));
    run("改前").fine();
    let set = fs::read_to_string(office.path("env")).unwrap();
    assert!(set.contains("XDG_CACHE_HOME="), "{set}");
    run("核对").fine();
    run("比较").fine();
    let summary = fs::read_to_string(office.path("summary")).unwrap();
    assert!(summary.contains("1200万元→1300万元"), "{summary}");
    run("评论").fine();
    run("评论").fine();
    let asked = fs::read_to_string(office.path("gh.log")).unwrap();
    assert_eq!(asked.matches("--method POST").count(), 1, "{asked}");
    assert_eq!(
        asked.matches("--method PATCH repos/a/b/issues/comments/7").count(),
        1,
        "{asked}"
    );
    let comment = fs::read_to_string(office.path("work/comment.md")).unwrap();
    assert!(comment.starts_with("<!-- tongbao diff -->\n**放行："), "{comment}");
    assert!(comment.contains("[下载全部网页和变动说明](https://x/7)"), "{comment}");
    run("生成").fine();
    assert!(office.path("work/site/demo/index.html").is_file());
    run("放行").fine();
    office
        .shell("git rm -q data/demo/projects/2023/xm-1.yaml && git commit -qm gone")
        .fine();
    assert!(run("放行").refused().contains("不放行（lost）"));
}

#[test]
fn the_workflow_runs_nothing_of_a_request_and_gives_its_token_to_the_comment_alone() {
    let workflow = workflow();
    let only = |permissions: &Value, name: &str, right: &str| {
        let permissions = permissions.as_mapping().unwrap();
        assert_eq!(permissions.len(), 1);
        assert_eq!(permissions[name].as_str(), Some(right));
    };
    only(&workflow["permissions"], "contents", "read");
    assert!(workflow["jobs"]["review"]["permissions"].is_null());
    only(&workflow["jobs"]["comment"]["permissions"], "pull-requests", "write");
    let (review, comment) = (steps("review"), steps("comment"));
    for step in review.iter().chain(&comment) {
        let Some(action) = step["uses"].as_str() else { continue };
        let commit = action.split_once('@').unwrap().1;
        let is_commit =
            commit.len() == 40 && commit.bytes().all(|b| b.is_ascii_hexdigit());
        assert!(is_commit, "{action}");
        if action.contains("checkout") {
            assert_eq!(step["with"]["persist-credentials"].as_bool(), Some(false));
            assert_eq!(step["with"]["path"].as_str(), Some("work"));
        }
    }
    assert!(!comment.iter().any(|step| {
        step["uses"].as_str().is_some_and(|action| action.contains("checkout"))
    }));
    // The program is there before anything of the request is, and is built nowhere near it.
    let install = review.iter().position(|step| step["name"].as_str() == Some("安装"));
    let checkout = review.iter().position(|step| {
        step["uses"].as_str().is_some_and(|action| action.contains("checkout"))
    });
    assert!(install < checkout);
    let install = &review[install.unwrap()];
    assert_eq!(install["working-directory"].as_str(), Some("${{ runner.temp }}"));
    let builds = |step: &&Value| {
        step["run"].as_str().is_some_and(|run| run.contains("cargo install"))
    };
    assert_eq!(review.iter().chain(&comment).filter(builds).count(), 1);
    assert!(step("安装").contains("--locked --git \"$SOURCE\" --rev \"$REVISION\""));
}

#[test]
fn the_program_is_installed_from_a_commit_and_from_no_branch() {
    let office = Office::new();
    office.script("cargo", "#!/bin/sh\necho \"$@\" > ../cargo.log\n");
    let install = |revision: &str| {
        office.shell(&format!("SOURCE=x REVISION='{revision}'\n{}", step("安装")))
    };
    for revision in ["", "main", "v1", "abcdef", "--branch=x"] {
        install(revision).refused();
    }
    install(&"0a".repeat(20)).fine();
    let asked = fs::read_to_string(office.path("cargo.log")).unwrap();
    assert!(asked.contains(&format!("--rev {}", "0a".repeat(20))), "{asked}");
}

#[test]
fn a_theme_of_a_request_does_not_speak_for_its_pages() {
    let office = Office::new();
    let theme = office.path("work/themes/default/html");
    fs::create_dir_all(&theme).unwrap();
    fs::write(theme.join("base.html"), "全部正确").unwrap();
    office.shell("git add -A && git commit -qm themed").fine();
    let settings = "export GITHUB_ENV=../env GITHUB_STEP_SUMMARY=../summary ALLOW= LAST= BASE=HEAD~1\n\
        [ ! -f ../env ] || export $(cat ../env)\n";
    for name in ["改前", "比较", "生成"] {
        office.shell(&format!("{settings}{}", step(name))).fine();
    }
    let page = fs::read_to_string(office.path("work/site/demo/index.html")).unwrap();
    assert!(!page.contains("全部正确"));
}

#[test]
fn the_second_push_of_a_request_says_what_is_new_since_the_first() {
    let office = Office::new();
    office.replace("1200万元", "1300万元");
    office.shell("git commit -qam first").fine();
    office.replace("冷链物流项目", "冷链项目");
    office.shell("git commit -qam second").fine();
    let settings = "export GITHUB_ENV=../env GITHUB_STEP_SUMMARY=../summary ALLOW= LAST=$(git rev-parse HEAD~1) BASE=HEAD~2\n\
        [ ! -f ../env ] || export $(cat ../env)\n";
    for name in ["改前", "比较"] {
        office.shell(&format!("{settings}{}", step(name))).fine();
    }
    let comment = fs::read_to_string(office.path("work/diff.md")).unwrap();
    let (whole, since) = comment.split_once("比上一次推送又改了什么").unwrap();
    assert!(whole.contains("1200万元→1300万元"), "{comment}");
    assert!(since.contains("冷链物流项目→冷链项目"), "{comment}");
    assert!(!since.contains("1300万元"), "{comment}");
}

#[test]
fn a_request_stores_nothing_for_the_main_branch_and_runs_for_data_alone() {
    let workflow = workflow();
    for step in steps("review") {
        let action = step["uses"].as_str().unwrap_or_default();
        assert!(!action.starts_with("actions/cache@"), "it saves at the end of any run");
        if action.starts_with("actions/cache/save@") || action.contains("pages") {
            assert!(step["if"].as_str().unwrap().contains("github.event_name == 'push'"));
        }
    }
    for event in ["pull_request", "push"] {
        let paths = workflow["on"][event]["paths"].as_sequence().unwrap();
        assert_eq!(paths[0].as_str(), Some("data/**"), "{event}");
    }
    let pages = &workflow["jobs"]["pages"];
    assert!(pages["if"].as_str().unwrap().contains("github.event_name == 'push'"));
}

#[test]
fn the_first_push_of_a_repository_has_nothing_before_it() {
    let office = Office::new();
    let zero = "0".repeat(40);
    let settings = format!(
        "export GITHUB_ENV=../env GITHUB_STEP_SUMMARY=../summary ALLOW= LAST= BASE={zero}\n"
    );
    for name in ["改前", "比较"] {
        let loaded = "[ ! -f ../env ] || export $(cat ../env)\n";
        office.shell(&format!("{settings}{loaded}{}", step(name))).fine();
    }
    assert!(fs::read_to_string(office.path("summary")).unwrap().contains("新账本"));
}
