//! Where a fault is, is told safely and shortly, and faults of names and places are told by `check`.

use std::fs;
use std::os::unix::fs::symlink;

use crate::stage::{Stage, suite};

/// Names of files that would steer a terminal, or forge a line of their own.
const NAMES: &[&str] = &[
    "\u{1b}]0;pwned\u{7}a.yaml",
    "a\n错误[forged]: 没有问题.yaml",
    "a\r\n::error file=x::forged.yaml",
    "\u{9b}31m\u{202e}a.yaml",
];

/// Whether a text does nothing but show itself, line by line.
fn is_calm(text: &str) -> bool {
    let turns = |c| matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !text.contains(|c: char| c.is_control() && c != '\n' || turns(c))
}

#[test]
fn names_of_files_neither_steer_a_terminal_nor_forge_a_line() {
    let stage = Stage::minimal();
    for name in NAMES {
        stage.write(&format!("demo/projects/2023/{name}"), b"x");
    }
    for format in ["text", "json", "github"] {
        let ended = stage.run(&["check", "--format", format]);
        assert_eq!(ended.code, Some(1), "{}", ended.stderr);
        let shown = ended.stdout + &ended.stderr;
        assert!(is_calm(&shown), "{shown:?}");
        let forged = ["错误[forged]", "::error file=x"];
        let mut lines = shown.lines().map(str::trim_start);
        assert!(!lines.any(|line| forged.iter().any(|start| line.starts_with(start))));
        assert!(shown.contains("u{1b}") || shown.contains("u001b"), "{shown}");
    }
    let clean = Stage::minimal();
    for format in ["text", "json", "md", "html"] {
        let sides = [clean.data(), stage.data()];
        let sides = sides.each_ref().map(|side| side.to_str().unwrap());
        let ended = stage.run(&["diff", sides[0], sides[1], "--format", format]);
        assert_eq!(ended.code, Some(1), "{}", ended.stderr);
        assert!(is_calm(&ended.stdout), "{:?}", ended.stdout);
        let mut lines = ended.stdout.lines().map(str::trim_start);
        // On a page the end of a line is a space.
        let is_forged = lines.any(|line| line.starts_with("错误[forged]"));
        assert!(!is_forged || format == "html", "{}", ended.stdout);
    }
    let json = stage.run(&["check", "--format", "json"]).stdout;
    let paths: Vec<String> = json
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .map(|finding| finding["places"][0]["path"].as_str().unwrap().to_owned())
        .collect();
    for name in NAMES {
        let path = format!("data/demo/projects/2023/{name}");
        assert!(paths.contains(&path), "a program gets the name itself: {paths:?}");
    }
}

#[test]
fn what_was_typed_is_echoed_calmly() {
    let stage = Stage::minimal();
    for arguments in [
        &["diff", "\u{1b}[2Jmain"][..],
        &["diff", "main\nx"],
        &["check", "--data", "\u{1b}]0;x\u{7}"],
        &["check", "--book", "\u{1b}[2J"],
        &["\u{1b}[2J"],
        &["check", "--format", "\u{1b}[2J"],
    ] {
        let ended = stage.run(arguments);
        assert_eq!(ended.code, Some(2), "{arguments:?}");
        assert!(is_calm(&ended.stderr), "{arguments:?}: {:?}", ended.stderr);
    }
}

#[test]
fn what_is_verified_is_told_calmly() {
    let stage = Stage::minimal();
    let folder = stage.data().with_file_name("results");
    for name in NAMES {
        fs::create_dir_all(folder.join(name)).unwrap();
        let results = serde_json::json!({"schema": name, "book": name});
        fs::write(folder.join(name).join("figures.json"), results.to_string()).unwrap();
    }
    let text = "目标10亿元，到位4亿元，完成率50%。\n";
    fs::write(folder.join("\u{1b}[2J.txt"), text).unwrap();
    for arguments in
        [&["verify", "results"][..], &["verify", "--text", "results/\u{1b}[2J.txt"]]
    {
        let ended = stage.run(arguments);
        assert_eq!(ended.code, Some(1), "{arguments:?}: {}", ended.stderr);
        let shown = ended.stdout + &ended.stderr;
        assert!(is_calm(&shown), "{shown:?}");
        assert!(shown.contains("u{1b}"), "{shown}");
        assert!(!shown.lines().any(|line| line.starts_with("错误[forged]")), "{shown}");
    }
}

#[test]
fn a_long_line_is_shown_in_part_for_each_finding_on_it() {
    let edition = fs::read_to_string(suite("minimal/editions/2023-06.md")).unwrap();
    let stage = Stage::minimal()
        .with("editions/2023-06.md", edition + &"{{x}}".repeat(16_000) + "\n");
    let ended = stage.run(&["check"]);
    assert_eq!(ended.code, Some(1));
    let longest = ended.stdout.lines().map(str::len).max().unwrap();
    assert!(longest < 2000, "{longest}");
}

#[test]
fn a_finding_on_a_long_line_names_its_own_column() {
    let names = vec!["县商务委"; 400].join(", ");
    let record = fs::read_to_string(suite("minimal/projects/2023/xm-1.yaml")).unwrap();
    let record = format!("{record}标签: [{names}, {{一: 二}}, {names}]\n");
    let line = record.lines().count();
    let stage = Stage::minimal().with("projects/2023/xm-1.yaml", record);
    let ended = stage.run(&["check"]);
    assert_eq!(ended.code, Some(1));
    let place = format!("xm-1.yaml:{line}:");
    let at = ended.stdout.split(&place).nth(1).expect(&ended.stdout);
    let column: usize =
        at.split(|c: char| !c.is_ascii_digit()).next().unwrap().parse().unwrap();
    assert!(column > 1000, "{}", ended.stdout);
    assert!(ended.stdout.len() < 20_000, "{}", ended.stdout.len());
}

#[test]
fn names_that_no_system_keeps_are_told_by_check() {
    let long = "x".repeat(65);
    for id in ["con", "aux", "com1", "lpt9", long.as_str()] {
        let record =
            fs::read_to_string(suite("minimal/projects/2023/xm-1.yaml")).unwrap();
        let record = record.replace("xm-1", id);
        let stage = Stage::minimal();
        stage.write(&format!("demo/projects/2023/{id}.yaml"), record.as_bytes());
        let ended = stage.run(&["check"]);
        assert_eq!((ended.code, ended.codes()), (Some(1), vec!["stray-file"]), "{id}");
        let ended =
            Stage::minimal().with("projects/2023/xm-1.yaml", record).run(&["check"]);
        assert!(ended.codes().contains(&"bad-id"), "{id}: {}", ended.stdout);
    }
    let ended = Stage::empty().book("nul", &suite("minimal")).run(&["check"]);
    assert!(ended.codes().contains(&"stray-file"), "{}", ended.stdout);
    let stage = Stage::empty().book(&"x".repeat(64), &suite("minimal"));
    stage.run(&["check"]).fine();
}

#[test]
fn a_theme_that_is_not_there_is_told_by_check() {
    let card = fs::read_to_string(suite("minimal/book.yaml")).unwrap();
    for (theme, code) in [
        ("nowhere", "unknown-theme"),
        ("../../etc", "bad-id"),
        ("x y", "bad-id"),
        ("''", "bad-id"),
    ] {
        let stage = Stage::minimal().with("book.yaml", format!("{card}主题: {theme}\n"));
        for command in ["check", "build"] {
            let ended = stage.run(&[command]);
            assert_eq!(ended.code, Some(1), "{theme}: {}{}", ended.stdout, ended.stderr);
            assert_eq!(
                ended.codes(),
                [code],
                "{theme}: {}{}",
                ended.stdout,
                ended.stderr
            );
        }
    }
    Stage::minimal()
        .with("book.yaml", format!("{card}主题: default\n"))
        .run(&["check"])
        .fine();
}

#[test]
fn data_behind_a_link_is_read_like_the_folder_and_a_linked_book_is_not() {
    let stage = Stage::minimal();
    let link = stage.data().with_file_name("link");
    symlink(stage.data(), &link).unwrap();
    assert_eq!(
        stage.run(&["check", "--data", "link"]).fine().stdout,
        stage.run(&["check"]).fine().stdout
    );
    stage.run(&["check", "--data", "link", "--book", "demo"]).fine();
    symlink(stage.data().join("demo"), stage.data().join("twin")).unwrap();
    for arguments in [&["check"][..], &["check", "--book", "twin"]] {
        let ended = stage.run(arguments);
        assert_ne!(ended.code, Some(0), "{arguments:?}");
        assert!((ended.stdout + &ended.stderr).contains("data/twin"), "{arguments:?}");
    }
}

#[test]
fn no_name_of_a_book_is_no_book() {
    let stage = Stage::minimal();
    for command in [&["check"][..], &["build"], &["diff", "./data", "./data"]] {
        let ended = stage.run(&[command, &["--book", ""]].concat());
        assert_eq!(ended.code, Some(2), "{command:?}");
        assert!(ended.stderr.contains("--book"), "{}", ended.stderr);
    }
}
