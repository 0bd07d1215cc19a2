//! Two hundred hostile strings through every text field build a site in which nothing runs.

use std::collections::BTreeMap;

use tongbao::model::dictionary::Level;

use crate::audience::canaries::Planter;
use crate::audience::markup::{Tag, tags};
use crate::stage::{Stage, suite};

/// Rounds in which the fields get other strings.
pub(crate) const ROUNDS: usize = 2;

pub(crate) fn strings() -> Vec<String> {
    let file = std::fs::read_to_string(suite("audience/hostile.jsonl")).unwrap();
    file.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A book whose every text field holds one of the strings.
pub(crate) fn spoiled(strings: &[String], round: usize) -> Stage {
    let text = |number: usize, _: &str, _: Level| {
        strings[(number + round * 71) % strings.len()].clone()
    };
    Planter::new(&text, None).stage()
}

fn pages(stage: &Stage) -> BTreeMap<String, Vec<Tag>> {
    stage.run(&["build"]).fine();
    let html = stage.written().into_iter().filter(|(path, _)| path.ends_with(".html"));
    html.map(|(path, bytes)| (path, tags(std::str::from_utf8(&bytes).unwrap()))).collect()
}

#[test]
fn there_are_two_hundred_different_strings() {
    let mut strings = strings();
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
        }
    }
}

/// The kinds of elements with their attributes; how many there are may differ, as lists of
/// names do where two are alike.
fn shape(tags: &[Tag]) -> std::collections::BTreeSet<String> {
    tags.iter().map(Tag::shape).collect()
}
