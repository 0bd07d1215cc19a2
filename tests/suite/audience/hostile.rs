//! Two hundred hostile strings through every text field build a site in which nothing runs.

use std::collections::BTreeMap;

use pulldown_cmark::html::push_html;
use pulldown_cmark::{Options, Parser};
use tongbao::model::character::is_unseen;
use tongbao::model::dictionary::Level;

use crate::audience::canaries::Planter;
use crate::audience::markup::{Tag, tags};
use crate::case::Case;
use crate::stage::{Stage, suite};

/// Rounds in which the fields get other strings.
pub(crate) const ROUNDS: usize = 2;

fn all_strings() -> Vec<String> {
    let file = std::fs::read_to_string(suite("audience/hostile.jsonl")).unwrap();
    file.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The strings that a file may hold.
pub(crate) fn strings() -> Vec<String> {
    all_strings().into_iter().filter(|string| !string.contains(is_refused)).collect()
}

fn is_refused(c: char) -> bool {
    is_unseen(c) || c == '\u{fffd}' || c.is_control() && !matches!(c, '\n' | '\t')
}

#[test]
fn strings_with_characters_that_nobody_sees_are_refused_as_escapes_too() {
    let refused: Vec<String> =
        all_strings().into_iter().filter(|string| string.contains(is_refused)).collect();
    assert!(refused.len() > 10);
    for string in refused {
        let escape = |c: char| format!("\\U{:08X}", u32::from(c));
        let text: String = string.chars().map(escape).collect();
        let case = Case::minimal()
            .laid_over("projects/2023/xm-1.yaml", &format!("备注: \"{text}\"\n"));
        let found = case.findings();
        let told = ["control-character", "garbled-text"];
        assert!(found.iter().any(|finding| told.contains(&finding.code)), "{string:?}");
    }
}

/// A book whose every text field holds one of the strings.
pub(crate) fn spoiled(strings: &[String], round: usize) -> Stage {
    let text = |number: usize, _: &str, _: Level| {
        strings[(number + round * 71) % strings.len()].clone()
    };
    Planter::new(&text, None).stage()
}

fn pages(stage: &Stage) -> BTreeMap<String, Vec<Tag>> {
    stage.run(&["build", "--single-file"]).fine();
    let html = stage.written().into_iter().filter(|(path, _)| path.ends_with(".html"));
    html.map(|(path, bytes)| (path, tags(std::str::from_utf8(&bytes).unwrap()))).collect()
}

#[test]
fn there_are_two_hundred_different_strings() {
    let mut strings = all_strings();
    assert_eq!(strings.len(), 200);
    strings.sort();
    strings.dedup();
    assert_eq!(strings.len(), 200);
}

#[test]
fn hostile_text_adds_no_element_and_no_attribute() {
    let plain: Vec<String> = (0..1000).map(|number| format!("平常{number}")).collect();
    let tame = pages(&spoiled(&plain, 0));
    let strings = strings();
    for round in 0..ROUNDS {
        let spoiled = pages(&spoiled(&strings, round));
        assert_eq!(
            spoiled.keys().collect::<Vec<_>>(),
            tame.keys().collect::<Vec<_>>(),
            "no text makes a file name"
        );
        for (path, tags) in &spoiled {
            assert_eq!(shape(tags), shape(&tame[path]), "{path}, round {round}");
            for tag in tags {
                assert!(tag.is_harmless(), "{path}: {tag:?}");
            }
            assert_guarded(path, tags);
        }
    }
}

/// Asserts that a page says what it may load before it loads anything, and allows nothing
/// that is not known by its hash.
#[track_caller]
fn assert_guarded(path: &str, tags: &[Tag]) {
    let policies: Vec<&str> = tags.iter().filter_map(Tag::policy).collect();
    let &[policy] = &policies[..] else { panic!("{path}: {policies:?}") };
    assert!(policy.starts_with("default-src 'none';"), "{path}: {policy}");
    assert!(!policy.contains("unsafe") && !policy.contains("http"), "{path}: {policy}");
    let first = tags.iter().find(|tag| tag.policy().is_some() || tag.loads());
    assert!(first.unwrap().policy().is_some(), "{path}: {first:?}");
}

#[test]
fn a_difference_of_hostile_text_is_told_as_text() {
    let plain: Vec<String> = (0..1000).map(|number| format!("平常{number}")).collect();
    let others: Vec<String> = (0..1000).map(|number| format!("另外{number}")).collect();
    let [tame, other] = [&plain, &others].map(|strings| spoiled(strings, 0));
    let told = |head: &Stage, format: &str| {
        let [base, head] = [&tame, head].map(|stage| stage.data().display().to_string());
        // With room for all of it, so that no text is left out because another is long.
        let room = ["--max-bytes", "1000000"];
        tame.run(&[&["diff", &base, &head, "--format", format], &room[..]].concat())
            .fine()
            .stdout
    };
    let kinds = |page: &str| shape(&tags(page));
    let expected = kinds(&told(&other, "html"));
    let rendered = |text: &str| {
        let mut page = String::new();
        push_html(&mut page, Parser::new_ext(text, Options::ENABLE_TABLES));
        page
    };
    let expected_of_text = kinds(&rendered(&told(&other, "md")));
    for round in 0..ROUNDS {
        let spoiled = spoiled(&strings(), round);
        let page = told(&spoiled, "html");
        assert_eq!(kinds(&page), expected, "round {round}");
        assert!(tags(&page).iter().all(Tag::is_harmless), "round {round}");
        assert_guarded("changes.html", &tags(&page));
        let page = rendered(&told(&spoiled, "md"));
        assert_eq!(kinds(&page), expected_of_text, "round {round}");
        assert!(tags(&page).iter().all(Tag::is_harmless), "round {round}");
        assert_plain(&told(&spoiled, "text"));
        let json: serde_json::Value =
            serde_json::from_str(&told(&spoiled, "json")).unwrap();
        assert!(json.is_object());
    }
}

#[test]
fn hostile_text_steers_no_terminal() {
    for round in 0..ROUNDS {
        let stage = spoiled(&strings(), round);
        let figure = ["explain", "funds/all", "--period", "2023-06"];
        let record = ["explain", "--evidence", "xm-1", "--period", "2023-06"];
        for arguments in [&["check"], &figure[..], &record[..]] {
            let ended = stage.run(arguments).fine();
            let text = format!("{}{}", ended.stdout, ended.stderr);
            let printed = |one: &String| one.len() > 4 && text.contains(one);
            assert!(strings().iter().any(printed), "{text}");
            assert_plain(&text);
        }
    }
}

/// Asserts that a text for a terminal neither steers it nor turns the direction of writing.
#[track_caller]
fn assert_plain(text: &str) {
    let steers = |c: &char| {
        c.is_control() && *c != '\n'
            || ('\u{202a}'..='\u{202e}').contains(c)
            || ('\u{2066}'..='\u{2069}').contains(c)
    };
    assert_eq!(text.chars().find(steers), None, "{text}");
}

/// The kinds of elements with their attributes; how many there are may differ, as lists of
/// names do where two are alike. Classes are left out: how a text is laid out may follow from its
/// length, and a class does nothing else.
fn shape(tags: &[Tag]) -> std::collections::BTreeSet<String> {
    tags.iter().map(|tag| tag.shape().replace(" class", "")).collect()
}
