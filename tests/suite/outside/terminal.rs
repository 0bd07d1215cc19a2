//! Long work at a terminal shows that it moves, and leaves one closing line; elsewhere it is silent.

use std::process::Command;

use crate::outside::told;
use crate::stage::{CACHES, Stage, repository};

/// Everything that a command shows at a terminal, with its control sequences.
fn shown(stage: &Stage, arguments: &str, settings: &[(&str, &str)]) -> String {
    let program = env!("CARGO_BIN_EXE_tongbao");
    let typed = format!("stty cols 100 rows 30; {program} {arguments}");
    let mut command = Command::new("script");
    let command = command.args(["-qec", &typed, "/dev/null"]).env_remove("CI");
    let command = command.env("TERM", "xterm-256color").env("XDG_CACHE_HOME", CACHES);
    let command = command.envs(settings.iter().copied());
    told(command.current_dir(stage.data().parent().unwrap()))
}

/// What is left on the screen when a command has ended.
fn left(shown: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut rest = shown.chars();
    while let Some(char) = rest.next() {
        let line = lines.last_mut().unwrap();
        match char {
            '\u{1b}' => {
                let end = rest.by_ref().skip(1).find(char::is_ascii_alphabetic);
                assert_eq!(end, Some('K'), "nothing but a line is erased: {shown:?}");
                line.clear();
            }
            '\n' => lines.push(String::new()),
            char if char.is_control() => {}
            char => line.push(char),
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// A command on the shipped books.
fn shipped(verb: &str) -> String {
    format!("{verb} --data {}", repository("data").display())
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn long_work_moves_and_leaves_counts_and_seconds() {
    let stage = Stage::empty();
    let shown = shown(&stage, &shipped("build --book wushan --without pdf"), &[]);
    for step in ["核对账本", "巫山县：网页", "巫山县：公文和数据"] {
        assert!(shown.contains(step), "{step}: {shown:?}");
    }
    let left = left(&shown);
    assert_eq!(left.len(), 2, "{left:?}");
    assert!(left[0].starts_with("巫山县："), "{left:?}");
    assert!(left[1].starts_with("共1个账本，"), "{left:?}");
    assert!(left[1].contains("用时 ") && left[1].ends_with(" 秒"), "{left:?}");
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn a_check_closes_with_its_seconds() {
    let left = left(&shown(&Stage::empty(), &shipped("check"), &[]));
    assert_eq!(left.len(), 1, "{left:?}");
    assert!(left[0].starts_with("核对了 6 个账本，没有问题"), "{left:?}");
    assert!(left[0].ends_with(" 秒"), "{left:?}");
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn short_work_shows_nothing_but_its_closing_line() {
    let shown = shown(&Stage::minimal(), "check", &[]);
    let is_short = ["用时 0.0", "用时 0.1", "用时 0.2"].iter().any(|s| shown.contains(s));
    assert!(shown.starts_with("核对了 1 个账本") || !is_short, "{shown:?}");
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn who_wants_no_word_gets_none_and_a_dumb_terminal_only_words() {
    let stage = Stage::empty();
    assert_eq!(left(&shown(&stage, &shipped("check -q"), &[])), [""; 0]);
    for (setting, closing) in [(("TERM", "dumb"), true), (("CI", "true"), false)] {
        let shown = shown(&stage, &shipped("check"), &[setting]);
        assert!(!shown.contains('\u{1b}'), "{setting:?}: {shown:?}");
        assert_eq!(shown.contains("用时"), closing, "{setting:?}: {shown:?}");
    }
}
