//! Hostile text in every field, as Chromium and poppler meet it.

use serde_json::Value;

use crate::audience::hostile::{ROUNDS, spoiled, strings};
use crate::outside::{script, text_of, told};

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn nothing_runs_and_nothing_breaks_on_a_page_of_hostile_text() {
    let strings = strings();
    for round in 0..ROUNDS {
        let stage = spoiled(&strings, round);
        stage.run(&["build", "--single-file"]).fine();
        let report = told(script("walk.mjs").arg(stage.out()));
        let report: Value = serde_json::from_str(&report).unwrap();
        assert_eq!(report["faults"], serde_json::json!([]), "round {round}");
        assert!(report["pages"].as_u64() > Some(20), "{report}");
        let folder = stage.out().join("demo/2023-06");
        let prints = ["bulletin.pdf", "data.pdf"].map(|name| folder.join(name));
        let prints = prints.iter().filter(|print| print.exists());
        let text = solid(&prints.map(|print| text_of(print)).collect::<String>());
        let printed = strings.iter().map(|one| solid(one));
        let printed = printed.filter(|one| one.len() > 4 && text.contains(one));
        assert!(printed.count() > 10, "the document prints them as text: {text}");
    }
}

/// A text without what lines are broken at.
fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect()
}
