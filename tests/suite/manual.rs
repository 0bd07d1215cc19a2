//! The manual: every code has a page, and every example on a page says what the program says.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use tongbao::check::manual::{page, pages};
use tongbao::check::rules::RULES;

use crate::case::{Case, files_in};

/// Codes whose example cannot be mended in the files that it shows: what was released stands in them.
const WITHOUT_MENDED: &[&str] = &["below-file-edited", "released-words-moved"];

/// Codes whose faults cannot be written down in an example.
const WITHOUT_EXAMPLE: &[&str] = &[
    "hidden-value",
    "not-utf8",
    "lone-return",
    "byte-order-mark",
    "not-a-file",
    "unreadable-file",
    "too-large",
    "missing-file",
    "too-deep",
    "too-many-faults",
    "too-many-changes",
    // A theme stands beside the data; `costs.rs` has a broken one.
    "broken-theme",
    // Four thousand characters; `promises.rs` has them.
    "long-document",
    // What was released stands in files that no example should hold; `release.rs` shows these.
    "released-figure-moved",
    "released-figure-withdrawn",
    "released-edition-gone",
    "broken-release",
    "broken-revision",
    // Workbooks are no files of a book; `workbooks` has them.
    "doubtful-cell",
    "form-refused",
    "change-without-reason",
    "passed-over",
    "revision-without-release",
];

#[test]
fn the_minimal_book_has_no_findings() {
    assert_eq!(Case::minimal().lines(), Vec::<String>::new());
}

#[test]
fn every_example_of_the_manual_finds_what_the_manual_says() {
    let mut wrong = String::new();
    for page in pages() {
        let examples = examples(&page.body);
        let exempt = WITHOUT_EXAMPLE.contains(&page.code.as_str());
        assert!(exempt || !examples.is_empty(), "{} has no example", page.code);
        for (case, expected) in examples {
            let found = case.lines();
            let found = if found.is_empty() {
                "（没有问题）".to_owned()
            } else {
                found.join("\n")
            };
            if found != expected {
                wrong.push_str(&format!(
                    "== {}\n-- manual\n{expected}\n-- program\n{found}\n",
                    page.code
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_example_is_shown_mended_too() {
    let silent = "（没有问题）";
    for page in pages().into_iter().filter(|page| {
        let exempt = [WITHOUT_EXAMPLE, WITHOUT_MENDED].concat();
        !exempt.contains(&page.code.as_str())
    }) {
        let (mended, found): (Vec<String>, Vec<String>) = examples(&page.body)
            .into_iter()
            .map(|(_, expected)| expected)
            .partition(|expected| expected == silent);
        assert!(!mended.is_empty(), "{} shows no mended file", page.code);
        let own = found.iter().any(|expected| expected.contains(&*page.code));
        assert!(own, "{} shows no file that has it", page.code);
    }
}

#[test]
fn every_page_says_why() {
    for page in pages() {
        assert!(!page.title.is_empty(), "{} has no title", page.code);
        assert!(page.body.starts_with("## 为什么\n"), "{} does not say why", page.code);
    }
}

#[test]
fn every_code_in_the_source_has_a_page_and_every_page_a_code() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut source = String::new();
    for folder in ["model", "load", "figures", "intake", "report"] {
        for path in files_in(&root.join(folder)) {
            source.push_str(&fs::read_to_string(path).unwrap());
        }
    }
    let is_code = |word: &str| {
        word.contains('-')
            && word
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'-' || byte == b'8')
    };
    let markers = [
        "fault(",
        "code: ",
        "code = ",
        "refuse(",
        "WordError::whole(",
        "Diagnostic::new(",
        "(code, help) = match",
        "let code =",
    ];
    let mut used: BTreeSet<String> =
        RULES.iter().map(|rule| rule.code.to_owned()).collect();
    for (at, _) in source.match_indices('"') {
        let word = source[at + 1..].split('"').next().unwrap_or("");
        let before: String = source[..at]
            .chars()
            .rev()
            .take(120)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect();
        if is_code(word) && markers.iter().any(|marker| before.contains(marker)) {
            used.insert(word.to_owned());
        }
    }
    let documented: BTreeSet<String> =
        pages().into_iter().map(|page| page.code).collect();
    let without: Vec<&String> = used.difference(&documented).collect();
    assert!(without.is_empty(), "codes without a page: {without:?}");
    for code in &documented {
        let is_rule = RULES.iter().any(|rule| rule.code == code);
        assert!(
            is_rule || source.contains(&format!("\"{code}\"")),
            "no such code: {code}"
        );
        assert!(page(code).is_some());
    }
}

/// The examples of a page: one or more `yaml` blocks, then a `text` block with what is found.
pub(crate) fn examples(body: &str) -> Vec<(Case, String)> {
    let mut examples = Vec::new();
    let mut case = Case::minimal();
    let mut block: Option<(String, String)> = None;
    for line in body.lines() {
        block = match (block, line.strip_prefix("```")) {
            (None, Some(kind)) => Some((kind.to_owned(), String::new())),
            (Some((kind, text)), Some(_)) => {
                if kind == "text" {
                    let finished = std::mem::replace(&mut case, Case::minimal());
                    examples.push((finished, text.trim_end().to_owned()));
                } else {
                    case = lay(case, &text);
                }
                None
            }
            (Some((kind, text)), None) => Some((kind, text + line + "\n")),
            (None, None) => None,
        };
    }
    examples
}

fn lay(case: Case, text: &str) -> Case {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let path =
        first.strip_prefix("# ").expect("an example names its file in its first line");
    let has_no_comments = [".md", ".json", "SUMS"].iter().any(|end| path.ends_with(end));
    let text = if has_no_comments { rest } else { text };
    case.laid_over(path, text)
}
