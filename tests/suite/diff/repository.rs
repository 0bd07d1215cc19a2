//! Nothing in a commit, in a setting or in the environment runs a command, or changes what is compared.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::diff::bureau::Bureau;
use crate::stage::{CACHES, Ended, files, program};

const PROJECT: &str = "demo/projects/2023/xm-1.yaml";

/// A run of the program in a folder, with some variables.
struct Run<'a> {
    folder: PathBuf,
    variables: Vec<(&'a str, String)>,
}

impl<'a> Run<'a> {
    fn inside(folder: &Path) -> Run<'a> {
        Run { folder: folder.to_owned(), variables: Vec::new() }
    }

    fn with(mut self, name: &'a str, value: impl AsRef<Path>) -> Run<'a> {
        self.variables.push((name, value.as_ref().to_str().unwrap().to_owned()));
        self
    }

    fn ends(&self, arguments: &[&str]) -> Ended {
        let mut command = program();
        command.args(arguments).current_dir(&self.folder).env("NO_COLOR", "1");
        for (name, value) in &self.variables {
            command.env(name, value);
        }
        Ended::of(command.output().unwrap())
    }
}

/// A repository whose working tree has lost a project since `base`.
fn lossy() -> Bureau {
    let bureau = Bureau::minimal();
    bureau.remove(PROJECT);
    bureau
}

/// The gate that must close on a lost project closes.
#[track_caller]
fn assert_closed(ended: &Ended) {
    assert_eq!(ended.code, Some(1), "{}{}", ended.stdout, ended.stderr);
    assert!(ended.stderr.contains("不放行（lost）"), "{}", ended.stderr);
}

const GATED: &[&str] = &["diff", "HEAD", "--fail-on", "lost"];

/// A configuration that leaves a mark wherever a command of it is run.
fn trap(mark: &Path, worktree: &str) -> String {
    let mark = mark.display();
    format!(
        "[core]\n\trepositoryformatversion = 1\n\tbare = false\n\tworktree = {worktree}\n\
         \tfsmonitor = \"touch {mark}; false\"\n\tsshCommand = touch {mark}\n\
         \tpager = touch {mark}\n\
         [extensions]\n\tpartialclone = origin\n\
         [remote \"origin\"]\n\turl = ext::sh -c \"touch% {mark}\"\n\tpromisor = true\n\
         [protocol \"ext\"]\n\tallow = always\n\
         [diff]\n\texternal = touch {mark}\n\
         [diff \"trap\"]\n\ttextconv = touch {mark};\n\
         [filter \"trap\"]\n\tclean = touch {mark}; cat\n\tsmudge = touch {mark}; cat\n"
    )
}

/// Puts files into a folder that make it look like a repository without a work tree.
fn plant(folder: &Path, config: &str) {
    for inside in ["objects/x", "refs/heads"] {
        fs::create_dir_all(folder.join(inside)).unwrap();
    }
    fs::write(folder.join("objects/x/x"), "").unwrap();
    fs::write(folder.join("HEAD"), "ref: refs/heads/main\n").unwrap();
    fs::write(folder.join("refs/heads/main"), "12".repeat(20) + "\n").unwrap();
    fs::write(folder.join("config"), config).unwrap();
}

#[test]
fn a_repository_inside_the_data_runs_nothing_and_is_none() {
    for inside in ["data", "data/demo", "data/demo/projects", "."] {
        let bureau = Bureau::minimal();
        let mark = bureau.root.path().join("ran");
        plant(&bureau.root.path().join(inside), &trap(&mark, "."));
        bureau.git(&["add", "--all", "--force"]);
        bureau.git(&["commit", "--quiet", "--message", "planted"]);
        bureau.remove(PROJECT);
        let run = Run::inside(bureau.root.path());
        assert_closed(&run.ends(GATED));
        run.ends(&["diff", "base", "main"]);
        run.ends(&["release", "2023-06", "--book", "demo"]);
        let within = Run::inside(&bureau.root.path().join(inside));
        within.ends(&["diff", "base", "main"]);
        within.ends(&["diff", "base", "--data", "."]);
        assert!(!mark.exists(), "something ran in {inside}");
    }
}

#[test]
fn settings_that_a_commit_brings_run_nothing() {
    let bureau = Bureau::minimal();
    let mark = bureau.root.path().join("ran");
    fs::create_dir_all(bureau.root.path().join("hooks")).unwrap();
    for hook in ["post-index-change", "reference-transaction", "fsmonitor-watchman"] {
        let path = bureau.root.path().join("hooks").join(hook);
        fs::write(&path, format!("#!/bin/sh\ntouch {}\n", mark.display())).unwrap();
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        fs::set_permissions(path, mode).unwrap();
    }
    let settings =
        trap(&mark, "/nowhere").replace("[core]\n", "[core]\n\thooksPath = hooks\n");
    fs::write(bureau.root.path().join(".gitconfig"), settings).unwrap();
    fs::write(
        bureau.root.path().join(".gitattributes"),
        "*.yaml diff=trap filter=trap\n",
    )
    .unwrap();
    // As people do who share their settings; git itself would run what they name from now on.
    let config = bureau.root.path().join(".git/config");
    let own = fs::read_to_string(&config).unwrap();
    fs::write(config, own + "[include]\n\tpath = ../.gitconfig\n").unwrap();
    bureau.remove(PROJECT);
    let run = Run::inside(bureau.root.path());
    assert_closed(&run.ends(GATED));
    run.ends(&["release", "2023-06", "--book", "demo"]);
    assert!(!mark.exists());
}

#[test]
fn what_git_complains_of_and_what_grafts_say_changes_nothing() {
    let bureau = lossy();
    let run = Run::inside(bureau.root.path());
    let shown = run.ends(GATED).stdout;
    let info = bureau.root.path().join(".git/objects/info/alternates");
    fs::create_dir_all(info.parent().unwrap()).unwrap();
    fs::write(info, "/nowhere/objects\n../../../../nowhere\n".repeat(400)).unwrap();
    bureau.commit("less");
    let head =
        fs::read_to_string(bureau.root.path().join(".git/refs/heads/main")).unwrap();
    fs::create_dir_all(bureau.root.path().join(".git/info")).unwrap();
    fs::write(bureau.root.path().join(".git/info/grafts"), head).unwrap();
    let ended = run.ends(&["diff", "HEAD~1", "HEAD", "--fail-on", "lost"]);
    assert_closed(&ended);
    // The first lines name the sides and the gates that were set.
    let told = |text: &str| text.split_once("\n\n").map(|(_, rest)| rest.to_owned());
    assert_eq!(told(&ended.stdout), told(&shown));
}

#[test]
fn what_a_partial_clone_lacks_is_not_fetched() {
    let bureau = Bureau::minimal();
    bureau.replace(PROJECT, "1200万元", "1300万元");
    bureau.commit("more");
    let mark = bureau.root.path().join("ran");
    let place = TempDir::new().unwrap();
    let to = place.path().join("clone");
    bureau.git(&["config", "uploadpack.allowFilter", "true"]);
    let from = format!("file://{}", bureau.root.path().display());
    bureau.git(&["clone", "--quiet", "--filter=blob:none", &from, to.to_str().unwrap()]);
    let url = format!("ext::sh -c touch% {}", mark.display());
    let config = [("remote.origin.url", url.as_str()), ("protocol.ext.allow", "always")];
    for (key, value) in config {
        bureau.git(&["-C", to.to_str().unwrap(), "config", key, value]);
    }
    let ended = Run::inside(&to).ends(&["diff", "base"]);
    // The tag does not come with a clone that takes no tags; the commit before does.
    let ended = if ended.code == Some(2) && ended.stderr.contains("没有“base”") {
        Run::inside(&to).ends(&["diff", "HEAD~1"])
    } else {
        ended
    };
    assert_eq!(ended.code, Some(2), "{}", ended.stdout);
    assert!(ended.stderr.contains("缺少这个版本的文件"), "{}", ended.stderr);
    assert!(!mark.exists());
}

#[test]
fn the_variables_of_another_repository_change_nothing() {
    let (bureau, other) = (lossy(), Bureau::minimal());
    let git = other.root.path().join(".git");
    let run = Run::inside(bureau.root.path())
        .with("GIT_DIR", &git)
        .with("GIT_WORK_TREE", other.root.path())
        .with("GIT_COMMON_DIR", &git)
        .with("GIT_INDEX_FILE", git.join("index"))
        .with("GIT_OBJECT_DIRECTORY", git.join("objects"))
        .with("GIT_ALTERNATE_OBJECT_DIRECTORIES", git.join("objects"))
        .with("GIT_QUARANTINE_PATH", git.join("objects"))
        .with("GIT_CEILING_DIRECTORIES", bureau.root.path())
        .with("GIT_NAMESPACE", "x")
        .with("GIT_PREFIX", "x/")
        .with("GIT_CONFIG_COUNT", "1")
        .with("GIT_CONFIG_KEY_0", "core.worktree")
        .with("GIT_CONFIG_VALUE_0", other.root.path())
        .with("GIT_CONFIG_PARAMETERS", "'core.bare=true'");
    assert_closed(&run.ends(GATED));
    let within = Run { folder: bureau.data().join("demo"), ..run };
    assert_closed(&within.ends(&["diff", "base", "--data", "..", "--fail-on", "lost"]));
}

#[test]
fn a_hook_of_a_linked_work_tree_sees_what_its_shell_sees() {
    let bureau = Bureau::minimal();
    let place = TempDir::new().unwrap();
    let tree = place.path().join("linked");
    bureau.git(&["worktree", "add", "--quiet", tree.to_str().unwrap(), "-b", "side"]);
    let hook = bureau.root.path().join(".git/hooks/pre-commit");
    fs::create_dir_all(hook.parent().unwrap()).unwrap();
    let program = env!("CARGO_BIN_EXE_tongbao");
    fs::write(&hook, format!("#!/bin/sh\nexec {program} {}\n", GATED.join(" "))).unwrap();
    fs::set_permissions(&hook, std::os::unix::fs::PermissionsExt::from_mode(0o755))
        .unwrap();
    for (folder, partly) in [(bureau.root.path(), false), (&tree, false), (&tree, true)] {
        fs::remove_file(folder.join("data").join(PROJECT)).unwrap();
        let mut git = Command::new("git");
        git.args(["-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "gone"]);
        // A commit of some paths alone is made from an index of its own.
        git.arg(if partly { "data" } else { "--all" }).env("XDG_CACHE_HOME", CACHES);
        assert_closed(&Ended::of(git.current_dir(folder).output().unwrap()));
        bureau.git(&[
            "-C",
            folder.to_str().unwrap(),
            "checkout",
            "--quiet",
            "HEAD",
            "data",
        ]);
    }
}

#[test]
fn data_that_is_a_repository_of_its_own_is_compared_with_its_own_commits() {
    let (inner, outer) = (lossy(), Bureau::minimal());
    inner.git(&["checkout", "--quiet", "--", "."]);
    let from = inner.root.path().to_str().unwrap();
    let allow = "protocol.file.allow=always";
    outer.git(&["-c", allow, "submodule", "--quiet", "add", from, "books"]);
    outer.git(&["commit", "--quiet", "--message", "books"]);
    fs::remove_file(outer.root.path().join("books/data").join(PROJECT)).unwrap();
    let run = Run::inside(outer.root.path());
    assert_closed(&run.ends(&[
        "diff",
        "HEAD",
        "--data",
        "books/data",
        "--fail-on",
        "lost",
    ]));
}

#[test]
fn a_book_that_is_a_repository_of_its_own_is_refused() {
    let bureau = Bureau::minimal();
    bureau.git(&["init", "--quiet", "data/demo"]);
    for arguments in [GATED, &["release", "2023-06", "--book", "demo"]] {
        let ended = Run::inside(bureau.root.path()).ends(arguments);
        assert_eq!(ended.code, Some(2), "{}", ended.stdout);
        assert!(ended.stderr.contains("自己是一个 git 仓库"), "{}", ended.stderr);
    }
}

#[test]
fn a_link_that_a_commit_puts_in_the_way_is_refused() {
    let bureau = Bureau::minimal();
    bureau.git(&["mv", "data", "other"]);
    symlink("other", bureau.root.path().join("data")).unwrap();
    bureau.commit("linked");
    let run = Run::inside(bureau.root.path());
    for arguments in [&["diff", "base"][..], &["diff", "base", "HEAD"], GATED] {
        let ended = run.ends(arguments);
        assert_eq!(ended.code, Some(2), "{}", ended.stdout);
        assert!(ended.stderr.contains("经过仓库里的一个链接"), "{}", ended.stderr);
    }
    // A link that lies outside of every repository is the reader's own.
    let place = TempDir::new().unwrap();
    symlink(bureau.root.path(), place.path().join("here")).unwrap();
    bureau.git(&["checkout", "--quiet", "base"]);
    bureau.remove(PROJECT);
    let data = ["--data", "here/data"];
    assert_closed(&Run::inside(place.path()).ends(&[GATED, &data].concat()));
}

#[test]
fn a_side_without_a_book_is_no_comparison() {
    let bureau = Bureau::minimal();
    bureau.git(&["rm", "-r", "--quiet", "data/demo"]);
    bureau.write("README.md", b"x");
    bureau.commit("gone");
    bureau.git(&["rm", "-r", "--quiet", "data"]);
    fs::write(bureau.root.path().join("x"), "").unwrap();
    bureau.commit("nothing");
    bureau.git(&["checkout", "--quiet", "base"]);
    let run = Run::inside(bureau.root.path());
    // Before the first data there is nothing that could be lost.
    for before in ["gone", "nothing"] {
        let ended = run.ends(&["diff", before, "base", "--fail-on", "lost"]).fine();
        assert!(ended.stderr.contains("改前还没有账本"), "{}", ended.stderr);
    }
    for (before, after) in [("base", "gone"), ("base", "nothing"), ("gone", "nothing")] {
        let ended = run.ends(&["diff", before, after]);
        assert_eq!(ended.code, Some(2), "{before} {after}: {}", ended.stdout);
        assert!(ended.stderr.contains("改后没有账本"), "{}", ended.stderr);
    }
    // A base that has files and no book was looked for at the wrong place.
    let ended = run.ends(&["diff", "base", "HEAD", "--data", "."]);
    assert_eq!(ended.code, Some(2), "{}", ended.stdout);
}

#[test]
fn a_base_of_other_data_is_no_comparison_and_a_new_book_is_for_a_person() {
    let bureau = Bureau::minimal();
    bureau.git(&["mv", "data/demo", "data/other"]);
    bureau.replace("other/book.yaml", "名称: 某县", "名称: 别县");
    bureau.commit("other");
    let run = Run::inside(bureau.root.path());
    for book in [&[][..], &["--book", "other"]] {
        let ended =
            run.ends(&[&["diff", "base", "other", "--fail-on", "lost"], book].concat());
        assert_eq!(ended.code, Some(2), "{}", ended.stdout);
    }
    bureau.git(&["checkout", "--quiet", "base", "--", "data/demo"]);
    bureau.commit("both");
    for book in [&[][..], &["--book", "other"]] {
        let ended =
            run.ends(&[&["diff", "base", "both", "--fail-on", "lost"], book].concat());
        let ended = ended.fine();
        assert!(ended.stdout.starts_with("请审：新账本1个"), "{}", ended.stdout);
    }
}

/// A branch `mine` that was cut before another project came into `main`.
fn behind() -> Bureau {
    let bureau = Bureau::minimal();
    bureau.git(&["checkout", "--quiet", "-b", "mine"]);
    bureau.replace(PROJECT, "1200万元", "1300万元");
    bureau.commit("changed");
    bureau.git(&["checkout", "--quiet", "main"]);
    let other = bureau.read(PROJECT).replace("xm-1", "xm-9");
    bureau.write("demo/projects/2023/xm-9.yaml", other.as_bytes());
    bureau.commit("added");
    bureau.git(&["checkout", "--quiet", "mine"]);
    bureau
}

#[test]
fn a_branch_is_held_against_where_it_began() {
    let bureau = behind();
    let run = Run::inside(bureau.root.path());
    for names in [&["main"][..], &["main", "mine"], &["main...mine"], &["main...HEAD"]] {
        let ended = run.ends(&[&["diff", "--fail-on", "lost"], names].concat()).fine();
        assert!(ended.stdout.contains("1200万元→1300万元"), "{}", ended.stdout);
        assert!(!ended.stdout.contains("xm-9"), "{}", ended.stdout);
        assert!(ended.stdout.contains("改前 main（分开处"), "{}", ended.stdout);
        assert!(ended.stderr.contains("又有1次提交"), "{}", ended.stderr);
    }
    let unborn = run.ends(&["diff", "main...nowhere"]);
    assert_eq!(unborn.code, Some(2), "{}", unborn.stdout);
}

#[test]
fn a_commit_is_held_against_as_it_is_though_the_branch_is_behind() {
    let bureau = behind();
    let run = Run::inside(bureau.root.path());
    let (common, main) =
        (bureau.git(&["rev-parse", "base"]), bureau.git(&["rev-parse", "main"]));
    for base in [main.trim(), "added"] {
        for after in [&["mine"][..], &[]] {
            let ended = run.ends(&[&["diff", base, "--fail-on", "lost"], after].concat());
            assert_eq!(ended.code, Some(1), "{}", ended.stdout);
            assert!(ended.stderr.contains("里的1次提交"), "{}", ended.stderr);
            assert!(ended.stderr.contains(&common[..8]), "{}", ended.stderr);
        }
    }
    assert_eq!(run.ends(&["diff", "main..mine", "--fail-on", "lost"]).code, Some(0));
    assert_eq!(run.ends(&["diff", common.trim()]).stderr, "");
}

#[test]
fn a_folder_that_is_called_like_a_branch_is_no_branch() {
    let bureau = lossy();
    let twin = bureau.root.path().join("feature/demo");
    for (path, bytes) in files(&bureau.data().join("demo")) {
        let path = twin.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let run = Run::inside(bureau.root.path());
    let ended = run.ends(&["diff", "feature", "--fail-on", "lost"]);
    assert_eq!(ended.code, Some(2), "{}", ended.stdout);
    assert!(ended.stderr.contains("文件夹写成 ./feature"), "{}", ended.stderr);
    run.ends(&["diff", "./feature", "--fail-on", "lost"]).fine();
}

/// The most memory that a run takes, in kilobytes.
#[cfg(target_os = "linux")]
fn peak(folder: &Path, arguments: &[&str]) -> u64 {
    let mut command = program();
    command.args(arguments).current_dir(folder).env("RAYON_NUM_THREADS", "2");
    let mut child = command.stdout(std::process::Stdio::null()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let size = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
        peak = peak.max(size.unwrap_or(0));
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    peak
}

#[cfg(target_os = "linux")]
#[test]
fn the_memory_of_a_diff_does_not_grow_with_the_number_of_large_files() {
    let peak_of = |count: usize| {
        let bureau = Bureau::minimal();
        let record = bureau.read(PROJECT);
        let filling = ("# ".to_owned() + &"x".repeat(97) + "\n").repeat(20_000);
        for (amount, tag) in [("1200万元", "large"), ("1300万元", "larger")] {
            for at in 0..count {
                let text = record.replace("xm-1", &format!("xm-{}", at + 10));
                let text = text.replace("1200万元", amount) + &filling;
                let path = format!("demo/projects/2023/xm-{}.yaml", at + 10);
                bureau.write(&path, text.as_bytes());
            }
            bureau.commit(tag);
        }
        peak(bureau.root.path(), &["diff", "large", "larger"])
    };
    let (few, many) = (peak_of(3), peak_of(15));
    // Twelve more files of 2 MB on both sides would be 48 MB, if they were kept.
    assert!(many < few + 16 * 1024, "{few} kB, {many} kB");
}

#[test]
fn a_revision_whose_data_is_a_file_is_refused_in_plain_words() {
    let bureau = Bureau::minimal();
    bureau.git(&["rm", "-r", "--quiet", "data"]);
    fs::write(bureau.root.path().join("data"), "x").unwrap();
    bureau.commit("file");
    bureau.git(&["checkout", "--quiet", "base"]);
    let ended = Run::inside(bureau.root.path()).ends(&["diff", "file"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.stderr.contains("data 不是文件夹"), "{}", ended.stderr);
    assert!(!ended.stderr.contains("fatal"), "{}", ended.stderr);
}

#[test]
fn line_ends_of_a_checkout_are_no_change_and_do_not_keep_from_a_release() {
    let bureau = Bureau::minimal();
    let text = bureau.read(PROJECT).replace('\n', "\r\n");
    bureau.write(PROJECT, text.as_bytes());
    let run = Run::inside(bureau.root.path());
    let ended = run.ends(&["diff", "HEAD"]).fine();
    assert!(ended.stdout.contains("没有变化") || !ended.stdout.contains("xm-1"));
    assert_eq!(released_digest(&bureau), released_digest(&Bureau::minimal()));
}

/// Releases the edition of the minimal book and returns the digest of the data that it names.
fn released_digest(bureau: &Bureau) -> String {
    let run = Run::inside(bureau.root.path());
    run.ends(&["release", "2023-06", "--book", "demo"]).fine();
    let text = bureau.read("demo/released/2023-06.json");
    let (_, rest) = text.split_once("\"sha256\":\"").unwrap();
    rest[..64].to_owned()
}
