//! The rules of the code that a compiler does not hold: its flow, walls, lists, sizes and top level.

use std::collections::BTreeSet;
use std::fs;

use crate::stage::{files, repository};

/// The folders of `src` in the order of the flow: each uses only those before it.
const FLOW: &[&str] = &[
    "model",
    "diagnostic",
    "words",
    "view",
    "theme",
    "load",
    "figures",
    "sheet",
    "results",
    "claims",
    "check",
    "intake",
    "report",
    "diff",
    "render",
    "cli",
];

/// Libraries, and the folders that may know them.
const WALLS: &[(&str, &[&str])] = &[
    ("granit_parser", &["load"]),
    ("serde_yaml", &["render/yaml.rs"]),
    ("pulldown_cmark", &["load"]),
    ("encoding_rs", &["load/printed_text"]),
    ("calamine", &["load/workbook"]),
    ("rust_xlsxwriter", &["render/workbook"]),
    ("unicode_normalization", &["model/character"]),
    ("walkdir", &["load", "cli"]),
    ("annotate_snippets", &["diagnostic/format"]),
    ("include_dir", &["theme"]),
    ("plotters", &["render/svg"]),
    ("tera", &["render/html"]),
    ("typst", &["render/pdf"]),
    ("comemo", &["render/pdf"]),
    ("zip", &["render/docx"]),
    ("quick_xml", &["render/docx"]),
    ("csv", &["render/open_tables", "load/workbook"]),
    ("clap", &["cli"]),
    ("notify", &["cli/commands/serve"]),
    ("indicatif", &["cli/progress"]),
    ("rustix", &["cli/cache"]),
    ("rusty_alloc_api", &["main.rs"]),
    ("SystemTime", &["cli/project/today.rs"]),
    ("sha1", &["load/source/git"]),
    ("wuff", &["theme"]),
    ("std::process", &["cli", "load", "main.rs"]),
    ("std::fs", &["cli", "load"]),
    ("std::env", &["cli", "main.rs"]),
];

/// What folders that cannot fail and do no input or output must not mention.
const PURE: &[&str] = &[
    "model", "words", "view", "figures", "sheet", "results", "claims", "check", "intake",
    "report", "diff",
];

/// The folders that are lists, with the file that lists them.
const LISTS: &[(&str, &str)] = &[
    ("check/rules", "RULE"),
    ("figures/derived/measures", "MEASURE"),
    ("figures/measures", "MEASURE"),
    ("figures/scores/shapes", "SHAPE"),
    ("report/tables", "TABLE"),
    ("report/charts", "CHART"),
    ("diagnostic/format", "FORMAT"),
    ("render/files", "FORMAT"),
];

/// Everything in the repository's top folder, beside hidden files.
const TOP: &[&str] = &[
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "build.rs",
    "data",
    "engine",
    "output",
    "src",
    "tests",
    "themes",
];

/// A source file: its path below `src`, and its text.
type Source = (String, String);

fn sources() -> Vec<Source> {
    let rust = files(&repository("src")).into_iter();
    let rust = rust.filter(|(path, _)| path.ends_with(".rs"));
    rust.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

fn suite_sources() -> Vec<Source> {
    let rust = files(&repository("tests")).into_iter();
    let rust = rust.filter(|(path, _)| path.ends_with(".rs"));
    rust.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

/// The lines of code, without comments.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .map(|line| line.split("//").next().unwrap_or(""))
        .filter(|line| !line.is_empty())
}

fn rank(folder: &str) -> Option<usize> {
    FLOW.iter().position(|known| *known == folder)
}

#[test]
fn folders_use_only_those_before_them() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let Some((folder, _)) = path.split_once('/') else { continue };
        let own = rank(folder).unwrap_or_else(|| panic!("{folder} is not in the flow"));
        for line in code(&text) {
            for used in line.split("crate::").skip(1) {
                let used =
                    used.split(|c: char| !c.is_ascii_lowercase()).next().unwrap_or("");
                if rank(used).is_some_and(|used| used > own) {
                    wrong.push(format!("{path}: {}", line.trim()));
                }
            }
            if line.contains("use crate::{") || line.contains("super::super") {
                wrong.push(format!("{path}: {}", line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_library_lists_the_flow_in_order() {
    let library = fs::read_to_string(repository("src/lib.rs")).unwrap();
    let listed = library.lines().filter_map(|line| line.strip_prefix("pub mod "));
    let listed: Vec<&str> = listed.filter_map(|line| line.strip_suffix(';')).collect();
    let present: Vec<&str> = FLOW
        .iter()
        .copied()
        .filter(|name| repository("src").join(name).is_dir())
        .collect();
    assert_eq!(listed, present);
}

#[test]
fn libraries_stay_behind_their_walls() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let tested = text.split("#[cfg(test)]\nmod").next().unwrap_or("");
        let is_test = ["tests.rs", "outside.rs"].iter().any(|end| path.ends_with(end));
        let is_test = is_test || path.contains("/tests/");
        for (library, folders) in WALLS {
            let inside = folders.iter().any(|folder| path.starts_with(folder));
            let known = code(tested).find(|line| mentions(line, library));
            if let Some(line) = known.filter(|_| !inside && !is_test) {
                wrong.push(format!("{path}: {}", line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Whether a line of code names a library, or one whose name begins with it, such as `typst_pdf`.
fn mentions(line: &str, library: &str) -> bool {
    line.match_indices(library).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + library.len()..]
            .trim_start_matches(|c: char| c == '_' || c.is_ascii_lowercase());
        before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != '.' && c != '"')
            && after.starts_with("::")
    })
}

#[test]
fn the_middle_of_the_flow_neither_fails_nor_reads_nor_writes() {
    for (path, text) in sources() {
        let pure = PURE.iter().any(|folder| path.starts_with(&format!("{folder}/")));
        for word in
            ["anyhow::", "std::fs", "std::io", "std::env", "std::process", "std::time"]
        {
            assert!(
                !pure || !code(&text).any(|line| line.contains(word)),
                "{path}: {word}"
            );
        }
    }
}

#[test]
fn every_folder_that_is_a_list_holds_what_it_lists() {
    for (folder, word) in LISTS {
        let own: Vec<Source> = sources()
            .into_iter()
            .filter_map(|(path, text)| {
                let name =
                    path.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(".rs")?;
                (!name.contains('/')).then(|| (name.to_owned(), text))
            })
            .collect();
        let declares = |text: &str| {
            let kinds = ["const", "static"];
            kinds.iter().any(|kind| text.contains(&format!("pub(super) {kind} {word}:")))
        };
        let held: BTreeSet<&str> = own
            .iter()
            .filter(|(_, text)| declares(text))
            .map(|(name, _)| name.as_str())
            .collect();
        let list = &own.iter().find(|(name, _)| name == "mod").unwrap().1;
        let listed: BTreeSet<&str> = list
            .split(&format!("::{word}"))
            .filter_map(|before| {
                before.rsplit(|c: char| c != '_' && !c.is_alphanumeric()).next()
            })
            .filter(|name| own.iter().any(|(known, _)| known == name))
            .collect();
        assert!(!held.is_empty(), "nothing in {folder}");
        assert_eq!(held, listed, "{folder}");
    }
}

#[test]
fn every_file_says_what_it_is_and_is_short() {
    for (path, text) in sources().into_iter().chain(suite_sources()) {
        let opens =
            text.starts_with("//! ") || text.starts_with("#![doc = include_str!(");
        assert!(opens, "{path} does not say what it is");
    }
    for (path, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= 300, "{path} has {lines} lines");
    }
}

#[test]
fn no_file_is_named_for_nothing() {
    for (path, _) in sources() {
        for part in path.trim_end_matches(".rs").split('/') {
            let vague = ["utils", "util", "helpers", "common", "types", "misc"];
            assert!(!vague.contains(&part), "{path}");
        }
    }
}

#[test]
fn the_top_folder_holds_what_it_should_and_nothing_else() {
    let mut found: Vec<String> = fs::read_dir(repository(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with('.') && name != "target")
        .collect();
    found.sort();
    assert_eq!(found, TOP);
}

#[test]
fn everything_below_output_is_ignored_but_the_file_that_says_so() {
    let ignored = fs::read_to_string(repository("output/.gitignore")).unwrap();
    assert_eq!(ignored, "*\n!.gitignore\n");
}
