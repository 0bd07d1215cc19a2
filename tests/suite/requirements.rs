//! The ledger of requirements: every row is shown by a test, a page or the data, or says why not.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use tempfile::TempDir;
use tongbao::check::rules::RULES;
use tongbao::load::read_yaml;
use tongbao::model::dictionary::written::Written;

use crate::case::files_in;
use crate::shipped;
use crate::stage::{program, repository};
use crate::worked::said;

/// How many rows each source document has.
const ROWS: &[(char, usize)] =
    &[('G', 72), ('D', 62), ('W', 58), ('K', 49), ('F', 49), ('A', 44)];

/// So many rows may go without anything to show.
const MOST_WITHOUT: usize = 21;

/// So many rows at least are shown by what is computed or set out, not by what a plan says.
const FEWEST_SHOWN: usize = 250;

/// The kinds of rows that a sentence of a plan can't show: they are worked out or set out.
const WORKED_OUT: &[&str] = &["number", "formula", "list", "table", "deadline"];

/// The kinds of rows that are met by being said.
const SAID: &[&str] = &["definition", "wording", "duty"];

/// One row's entry: the keys as written.
type Claim = BTreeMap<String, String>;

#[test]
fn every_row_has_one_kind_and_one_entry_of_one_kind() {
    let mut wrong = Vec::new();
    for (id, mut claim) in ledger() {
        let kind = claim.remove("kind").unwrap_or_default();
        let keys: Vec<&str> = claim.keys().map(String::as_str).collect();
        let entry = [
            &["test"][..],
            &["case", "test"],
            &["page", "shows"],
            &["data"],
            &["figure"],
            &["none"],
            &["rule"],
        ];
        let is_known = WORKED_OUT.iter().chain(SAID).any(|known| *known == kind);
        if !is_known
            || !entry.contains(&keys.as_slice())
            || claim.values().any(|text| text.is_empty())
        {
            wrong.push(format!("{id}: {kind} {keys:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let expected: BTreeSet<String> = ROWS
        .iter()
        .flat_map(|(letter, count)| (1..=*count).map(move |n| format!("{letter}{n:02}")))
        .collect();
    assert_eq!(ledger().into_keys().collect::<BTreeSet<_>>(), expected);
    assert_eq!(expected.len(), 334);
}

#[test]
fn few_rows_go_without_and_each_says_why() {
    let without = claims("none");
    assert!(without.len() <= MOST_WITHOUT, "{} rows show nothing", without.len());
    for (id, reason) in without {
        assert!(reason.chars().count() >= 12, "{id} gives no reason: {reason}");
    }
}

#[test]
fn figures_that_are_named_come_out_as_they_are_said_to() {
    let mut wrong = Vec::new();
    for (id, line) in claims("figure") {
        let (book, line) = line.split_once(' ').expect("a figure is of a book");
        let said = said(shipped::book(book), line);
        if said != line {
            wrong.push(format!("{id}: {line}, but {said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn tests_that_are_named_exist_and_run() {
    let sources: String = ["src", "tests/suite"]
        .iter()
        .flat_map(|folder| files_in(&repository(folder)))
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        // These run only where the outside tools are.
        .filter(|path| !path.to_string_lossy().contains("outside"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let tests: BTreeSet<&str> = sources
        .split("#[test]\n")
        .skip(1)
        .filter_map(|after| after.split_once("fn "))
        .filter(|(marks, _)| !marks.contains("#[ignore"))
        .filter_map(|(_, after)| Some(after.split_once('(')?.0))
        .collect();
    for (id, claim) in ledger() {
        let Some(test) = claim.get("test") else { continue };
        assert!(tests.contains(test.as_str()), "{id}: there is no test {test}");
        let Some(case) = claim.get("case") else { continue };
        let text = fs::read_to_string(repository(&format!("tests/suite/{case}")))
            .unwrap_or_else(|_| panic!("{id}: there is no case {case}"));
        assert!(!text.trim().is_empty(), "{id}: {case} says nothing");
    }
}

#[test]
fn rules_that_are_named_exist_and_their_examples_are_run() {
    for (id, codes) in claims("rule") {
        for code in codes.split(", ") {
            let rule = RULES.iter().find(|rule| rule.code == code);
            let rule = rule.unwrap_or_else(|| panic!("{id}: there is no rule {code}"));
            assert!(rule.manual.contains("//! ```text"), "{id}: {code} has no example");
        }
    }
}

#[test]
fn pages_of_the_demo_show_each_row_in_the_way_that_its_kind_needs() {
    let demo = tempfile::tempdir().unwrap();
    build(&demo);
    let mut read: BTreeMap<String, Shown> = BTreeMap::new();
    let (mut wrong, mut shown) = (Vec::new(), 0);
    for (id, claim) in ledger() {
        let Some(page) = claim.get("page") else {
            shown +=
                usize::from(!["none", "data"].iter().any(|key| claim.contains_key(*key)));
            continue;
        };
        let text = read.entry(page.clone()).or_insert_with(|| {
            Shown::of(&fs::read_to_string(demo.path().join(page)).unwrap_or_default())
        });
        let words = squeezed(&claim["shows"]);
        let is_said = page.ends_with("definitions.html");
        let in_table = text.tables.iter().any(|table| table.contains(&words));
        let kind = claim["kind"].as_str();
        let is_set_out = in_table && ["list", "table"].contains(&kind);
        if !text.all.contains(&words) {
            wrong.push(format!("{id}: {page} does not show {}", claim["shows"]));
        } else if is_said && WORKED_OUT.contains(&kind) && !is_set_out {
            wrong.push(format!("{id}: a {kind} is not shown by words of {page}"));
        }
        shown += usize::from(!is_said || is_set_out);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(shown >= FEWEST_SHOWN, "only {shown} rows are shown by what is computed");
}

/// The text of a page, and of each of its tables.
struct Shown {
    all: String,
    tables: Vec<String>,
}

impl Shown {
    fn of(page: &str) -> Shown {
        let tables = page.split("<table").skip(1);
        let tables = tables.filter_map(|table| Some(table.split_once("</table>")?.0));
        let within = |table: &str| visible(format!("<table{table}"));
        Shown { all: visible(page.to_owned()), tables: tables.map(within).collect() }
    }
}

#[test]
fn words_beside_a_table_are_not_in_it() {
    let shown = Shown::of("<p>甲 1</p><table><tr><td>乙<td>2</table><p>丙 &gt; 3</p>");
    assert_eq!(shown.all, "甲1乙2丙>3");
    assert_eq!(shown.tables, ["乙2"]);
}

#[test]
fn data_that_is_named_stands_where_it_is_said_to_stand() {
    let mut wrong = Vec::new();
    for (id, claim) in claims("data") {
        let kind = &ledger()[&id]["kind"];
        assert!(SAID.contains(&kind.as_str()), "{id}: a {kind} is not shown by data");
        let (path, key) = claim.split_once('#').expect("data is a path and a key");
        // What stands there is read by every build, and by the oracle in this suite.
        assert!(path.starts_with("data/") && path.ends_with(".yaml"), "{id}: {path}");
        let found = fs::read_to_string(repository(path)).ok().and_then(|text| {
            let (written, faults) = read_yaml(&text);
            assert!(faults.is_empty(), "{path}: {faults:?}");
            Some(!at(&written?, key)?.is_blank())
        });
        if found != Some(true) {
            wrong.push(format!("{id}: there is nothing at {claim}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The ledger as it is written: the row's id and what it claims.
fn ledger() -> BTreeMap<String, Claim> {
    static TEXT: LazyLock<String> = LazyLock::new(|| {
        fs::read_to_string(repository("tests/requirements.yaml")).unwrap()
    });
    let (written, faults) = read_yaml(&TEXT);
    assert!(faults.is_empty(), "an id stands twice, or the file is broken: {faults:?}");
    let Some(Written::Map { entries, .. }) = written else { panic!("no ledger") };
    let claim = |value: &Written| {
        let Written::Map { entries, .. } = value else { return Claim::new() };
        entries.iter().map(|entry| (entry.key.clone(), scalar(&entry.value))).collect()
    };
    entries.iter().map(|entry| (entry.key.clone(), claim(&entry.value))).collect()
}

/// The rows that claim something of one kind.
fn claims(kind: &str) -> Vec<(String, String)> {
    let of = |(id, claim): (String, Claim)| Some((id, claim.get(kind)?.clone()));
    ledger().into_iter().filter_map(of).collect()
}

/// What stands at `条款.0.要点`, or `裁定.weight-set.取` where an item of a list is known by its name.
fn at<'a>(written: &'a Written, key: &str) -> Option<&'a Written> {
    let (first, rest) = key.split_once('.').unwrap_or((key, ""));
    let below = match written {
        Written::Map { entries, .. } => {
            &entries.iter().find(|entry| entry.key == first)?.value
        }
        Written::List { items, .. } => items.iter().find(|item| named(item, first))?,
        Written::Scalar { .. } => return None,
    };
    if rest.is_empty() { Some(below) } else { at(below, rest) }
}

/// Whether an item of a list is this text, or carries it as the value of its first key.
fn named(item: &Written, name: &str) -> bool {
    match item {
        Written::Map { entries, .. } => {
            entries.first().is_some_and(|entry| scalar(&entry.value) == name)
        }
        item => scalar(item) == name,
    }
}

fn scalar(written: &Written) -> String {
    let Written::Scalar { text, .. } = written else { return String::new() };
    text.clone()
}

/// Builds all shipped books into a folder.
fn build(demo: &TempDir) {
    let ended = program()
        .args(["build", "--without", "pdf", "--data"])
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))
        .arg("--out")
        .arg(demo.path())
        .output()
        .unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
}

/// The text of a page without its tags, styles and scripts.
fn visible(page: String) -> String {
    let mut text = String::new();
    let mut rest = page.as_str();
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let hidden = ["style", "script"].into_iter().find(|name| tag.starts_with(name));
        let end = hidden.map_or_else(|| ">".to_owned(), |name| format!("</{name}>"));
        rest = tag.split_once(&end).map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let plain =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")];
    squeezed(&plain.into_iter().fold(text, |text, (from, to)| text.replace(from, to)))
}

/// The text without white space, so that cells and lines of a page are read as one.
fn squeezed(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}
