//! The command line as its field expects it: help, completion, version, voices, places and names.

use std::fs;
use std::process::Command;

use crate::stage::{Ended, Stage, program, suite};

/// Runs the program in a folder.
fn run_in(folder: &std::path::Path, arguments: &[&str]) -> Ended {
    let mut command = program();
    command.current_dir(folder).args(arguments).env("NO_COLOR", "1");
    Ended::of(command.output().unwrap())
}

/// The names of the commands, as the help lists them.
fn verbs(stage: &Stage) -> Vec<String> {
    let help = stage.run(&["help"]).fine().stdout;
    let listed = help.split_once("命令：\n").unwrap().1.split("\n\n").next().unwrap();
    let first = |line: &str| line.split_whitespace().next().map(str::to_owned);
    listed.lines().filter_map(first).collect()
}

#[test]
fn help_of_a_command_is_what_its_own_help_says() {
    let stage = Stage::empty();
    let verbs = verbs(&stage);
    assert!(verbs.len() >= 10 && verbs.contains(&"completion".to_owned()), "{verbs:?}");
    for verb in verbs {
        let help = stage.run(&["help", &verb]).fine().stdout;
        assert_eq!(help, stage.run(&[&verb, "--help"]).fine().stdout, "{verb}");
        assert!(help.contains("用法：tongbao "), "{verb}: {help}");
    }
    let unknown = stage.run(&["help", "chekc"]);
    assert_eq!(unknown.code, Some(2));
    assert_eq!(unknown.stderr, "错误：没有“chekc”这个命令，是否应为“check”？\n");
}

#[test]
fn every_shell_gets_a_script_that_knows_all_commands() {
    let stage = Stage::empty();
    let verbs = verbs(&stage);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = stage.run(&["completion", shell]).fine().stdout;
        for verb in &verbs {
            assert!(script.contains(verb.as_str()), "{shell}: {verb}");
        }
    }
    let unknown = stage.run(&["completion", "cmd"]);
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.stderr.contains("bash、"), "{}", unknown.stderr);
}

#[test]
fn what_bash_is_given_is_a_script_for_bash() {
    let stage = Stage::empty();
    let script = stage.run(&["completion", "bash"]).fine().stdout;
    let file = stage.data().join("script");
    fs::write(&file, script).unwrap();
    let checked = Command::new("bash").arg("-n").arg(&file).output().unwrap();
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
}

#[test]
fn the_version_names_the_commit_of_the_sources_where_git_knows_it() {
    let version = Stage::empty().run(&["--version"]).fine().stdout;
    let rest = version.strip_prefix("tongbao ").unwrap().strip_suffix('\n').unwrap();
    let (number, commit) = rest.split_once(' ').unwrap_or((rest, ""));
    assert_eq!(number, env!("CARGO_PKG_VERSION"));
    let commit = commit.trim_matches(['(', ')']).trim_end_matches(" 之后改过");
    assert!(commit.is_empty() || commit.len() == 10, "{version}");
    assert!(commit.bytes().all(|byte| byte.is_ascii_hexdigit()), "{version}");
}

#[test]
fn a_mistyped_word_gets_a_question_and_one_too_many_a_sentence() {
    let stage = Stage::minimal();
    for (arguments, told) in [
        (&["chekc"][..], "没有“chekc”这个命令，是否应为“check”？"),
        (
            &["build", "--auidence", "公开"],
            "没有“--auidence”这个选项，是否应为“--audience”？",
        ),
        (&["check", "extra"], "“extra”多了，这里不写；选项以 -- 开头"),
        (&["check", "-q", "-v"], "“--quiet”和“--verbose”不能一起用"),
    ] {
        let run = stage.run(arguments);
        assert_eq!(run.code, Some(2), "{arguments:?}");
        assert!(run.stderr.contains(told), "{arguments:?}: {}", run.stderr);
    }
}

#[test]
fn the_data_is_found_from_any_folder_of_the_project() {
    let stage = Stage::minimal();
    let book = stage.data().join("demo");
    for (folder, up) in [
        (stage.data(), "../"),
        (book.clone(), "../../"),
        (book.join("projects/2023"), "../../../../"),
    ] {
        let run = run_in(&folder, &["check"]).fine();
        assert!(run.stderr.contains("核对了 1 个账本"), "{}", run.stderr);
        let broken = book.join("projects/2023/xm-9.yaml");
        fs::write(&broken, "编号: xm-9\n").unwrap();
        let found = run_in(&folder, &["check"]);
        fs::remove_file(&broken).unwrap();
        let place = format!("{up}data/demo/projects/2023/xm-9.yaml:1:1");
        assert!(found.stdout.contains(&place), "{}", found.stdout);
    }
    run_in(&book, &["build", "--without", "pdf"]).fine();
    assert!(stage.out().join("demo/index.html").is_file());
}

#[test]
fn outside_of_any_project_a_sentence_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let run = run_in(folder.path(), &["check"]);
    assert_eq!(run.code, Some(2));
    assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
    assert!(run.stderr.contains("没有数据（data/）"), "{}", run.stderr);
    assert!(run.stderr.contains("--data"), "{}", run.stderr);
}

#[test]
fn a_book_is_called_by_its_folder_its_name_or_how_its_name_begins() {
    let stage = Stage::minimal().book("qita", &suite("minimal"));
    let other = fs::read_to_string(stage.data().join("qita/book.yaml")).unwrap();
    let name = other.lines().find_map(|line| line.strip_prefix("名称: ")).unwrap();
    let renamed = other.replace(name, "其他县");
    stage.write("qita/book.yaml", renamed.as_bytes());
    for word in ["qita", "其他县", "其他"] {
        let run = stage.run(&["check", "--book", word]).fine();
        assert!(run.stderr.contains("核对了 1 个账本"), "{word}: {}", run.stderr);
    }
    let unknown = stage.run(&["check", "--book", "新县"]);
    assert_eq!(unknown.code, Some(2));
    let known = format!("没有账本“新县”；有 demo（{name}）、qita（其他县）");
    assert!(unknown.stderr.contains(&known), "{}", unknown.stderr);
    stage.write("qita/book.yaml", other.as_bytes());
    let both = stage.run(&["check", "--book", name]);
    assert!(both.stderr.contains("不止一个：demo、qita"), "{}", both.stderr);
}

#[test]
fn who_is_quiet_says_findings_alone_and_who_is_not_says_each_step() {
    let stage = Stage::minimal();
    let quiet = stage.run(&["build", "-q", "--without", "pdf"]).fine();
    assert_eq!((quiet.stdout.as_str(), quiet.stderr.as_str()), ("", ""));
    let verbose = stage.run(&["build", "-v", "--without", "pdf"]).fine();
    for step in ["读取数据", "核对账本（1）", "测算", "换上新的通报"] {
        assert!(verbose.stderr.lines().any(|line| line == step), "{}", verbose.stderr);
    }
    assert!(!verbose.stderr.contains('秒'), "{}", verbose.stderr);
}

#[test]
fn colours_are_forced_and_turned_off_by_the_usual_words() {
    let stage = Stage::minimal().with("plans/x.yaml", "");
    let colored = |settings: &[(&str, &str)]| {
        let mut command = program();
        command.arg("check").current_dir(stage.data().parent().unwrap());
        command.envs(settings.iter().copied());
        Ended::of(command.output().unwrap()).stdout.contains('\u{1b}')
    };
    assert!(!colored(&[]));
    assert!(colored(&[("CLICOLOR_FORCE", "1")]));
    assert!(!colored(&[("CLICOLOR_FORCE", "0")]));
    assert!(!colored(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}

#[test]
fn a_figure_is_explained_as_a_narrative_calls_it_and_the_book_is_asked_for() {
    let stage = Stage::minimal().book("other", &suite("minimal"));
    let ended = stage.run(&["explain", "到位资金@县交通局", "--book", "demo"]).fine();
    let by_id = stage.run(&["explain", "funds/unit:jiaotong", "--book", "demo"]).fine();
    assert_eq!(ended.stdout, by_id.stdout);
    let ended = stage.run(&["explain", "到位资金"]);
    assert_eq!(ended.code, Some(2), "{}", ended.stdout);
    assert!(
        ended.stderr.contains("2个账本都有“到位资金”：demo（某县）、other（某县）"),
        "{}",
        ended.stderr
    );
    let ended = stage.run(&["explain", "到位资金@县经信局", "--book", "demo"]);
    assert!(ended.stderr.contains("写作 指标@单位"), "{}", ended.stderr);
}

#[test]
fn a_number_with_a_comma_is_told_as_one_and_no_advice_makes_another_of_it() {
    for (written, whole) in [("1,200万元", "1200万元"), ("1,200,000元", "1200000元")]
    {
        let project = "编号: xm-2\n名称: 另一项目\n投资方: {名称: 某某公司}\n来源地: 市外\n领域: 商贸物流\n责任单位: 县交通局\n到位资金:\n  - {月份: 2023-05, 金额: AMOUNT}\n".replace("AMOUNT", written);
        let stage = Stage::minimal().with("projects/2023/xm-2.yaml", project);
        let ended = stage.run(&["check"]);
        assert_eq!(ended.codes(), ["bad-number"], "{}", ended.stdout);
        assert!(
            ended.stdout.contains(&format!("逗号把“{written}”断成了两截")),
            "{}",
            ended.stdout
        );
        assert!(ended.stdout.contains(&format!("写作 {whole}")), "{}", ended.stdout);
    }
}
