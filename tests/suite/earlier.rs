//! A book of 0.1.0, with what that version released: it gives the same figures through `fmt --migrate`.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::stage::{Stage, files, suite};

fn book() -> Stage {
    Stage::empty().book("luan", &suite("earlier/luan"))
}

/// The values of the figures of a file, by id.
fn values(file: &Value) -> BTreeMap<String, String> {
    let figures = file["figures"].as_array().unwrap().iter();
    let value = |figure: &Value| {
        let text = |key: &str| figure[key].as_str().map(str::to_owned);
        Some((text("id")?, text("value")?))
    };
    figures.filter_map(value).collect()
}

#[test]
fn its_spellings_are_renewed_and_its_figures_are_the_same() {
    let stage = book();
    let before = files(&stage.data());
    let check = ["check", "--book", "luan"];
    let found = stage.run(&check);
    assert_eq!(
        found.codes(),
        ["unknown-key", "released-unsealed", "unknown-key"],
        "{}",
        found.stdout
    );
    let listed = stage.run(&["fmt", "--migrate", "--check"]);
    assert_eq!(listed.code, Some(1));
    let paths = "data/luan/editions/2024-06.md\ndata/luan/revisions/2024-06.yaml\n";
    assert_eq!(listed.stdout, paths);
    assert_eq!(files(&stage.data()), before);
    let ended = stage.run(&["fmt", "--migrate"]).fine();
    assert!(ended.stderr.contains("把“类别”改成“更正”"), "{}", ended.stderr);
    let checked = stage.run(&check).fine();
    assert_eq!(checked.codes(), ["released-unsealed"], "{}", checked.stdout);
    assert_eq!(stage.run(&["fmt", "--migrate"]).fine().stdout, "");

    stage.run(&["build", "--without", "pdf"]).fine();
    let read = |bytes: Vec<u8>| -> Value { serde_json::from_slice(&bytes).unwrap() };
    let made = stage.out().join("luan/2024-06/figures.json");
    let now = values(&read(fs::read(made).unwrap()));
    let then = stage.data().join("luan/released/2024-06.json");
    let mut then = values(&read(fs::read(then).unwrap()));
    for (id, value) in [("signed/all", "175"), ("signed/unit:huoqiu", "19")] {
        assert!(then.insert(id.to_owned(), value.to_owned()).is_some(), "{id}");
    }
    assert!(then.len() > 30, "{}", then.len());
    let differing: Vec<&String> = then
        .iter()
        .filter(|(id, value)| now.get(*id) != Some(value))
        .map(|(id, _)| id)
        .collect();
    // The others that the disclosed change moved.
    let moved = [
        "signed/group:counties",
        "start-rate/all",
        "start-rate/group:counties",
        "start-rate/unit:huoqiu",
    ];
    assert_eq!(differing, moved);
}
