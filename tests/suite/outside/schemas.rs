//! What the program writes for other programs follows the schemas that it publishes.

use std::fs;

use serde_json::Value;

use crate::diff::requests::accounts;
use crate::outside::{SITE, script, told};
use crate::stage::{Stage, files, repository};

/// Requests whose accounts have every part that an account can have.
const REQUESTS: &[&str] =
    &["02", "03", "05", "08", "10", "13", "18", "20", "21", "22", "28", "29", "31"];

/// A list of files with the schemas that they are to follow.
struct List {
    stage: Stage,
    lines: String,
}

impl List {
    fn new() -> List {
        List { stage: Stage::empty(), lines: String::new() }
    }

    fn add(&mut self, schema: &str, bytes: &[u8]) {
        let path = format!("{}.json", self.lines.lines().count());
        self.stage.write(&path, bytes);
        let schema = repository(&format!("data/schema/{schema}.json"));
        let file = self.stage.data().join(path);
        self.lines.push_str(&format!("{}\t{}\n", file.display(), schema.display()));
    }

    /// How many files there are, and what is wrong in them.
    fn report(&self) -> (u64, Value) {
        let list = self.stage.data().join("files.txt");
        fs::write(&list, &self.lines).unwrap();
        let report = told(script("schemas.mjs").arg(&list));
        let report: Value = serde_json::from_str(&report).unwrap();
        (report["count"].as_u64().unwrap(), report["wrong"].clone())
    }
}

/// The figures and the released files of an output.
fn of_site(site: &Stage, list: &mut List) {
    for (path, bytes) in files(&site.out()) {
        if path.ends_with("/figures.json") {
            list.add("figures", &bytes);
        } else if path.contains("/released/") {
            list.add("release", &bytes);
        }
    }
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn every_shipped_output_follows_its_schema() {
    let mut list = List::new();
    for (path, bytes) in files(&repository("data")) {
        if path.contains("/released/") && path.ends_with(".json") {
            list.add("release", &bytes);
        }
    }
    of_site(&SITE, &mut list);
    let public = Stage::empty();
    for (path, bytes) in files(&repository("data")) {
        public.write(&path, &bytes);
    }
    public.run(&["build", "--without", "pdf", "--audience", "公开"]).fine();
    of_site(&public, &mut list);
    let mut findings = 0;
    for (account, found) in accounts(REQUESTS, "json") {
        list.add("diff", account.as_bytes());
        for line in found.lines() {
            list.add("findings", line.as_bytes());
            findings += 1;
        }
    }
    let (count, wrong) = list.report();
    assert_eq!(wrong, serde_json::json!({}));
    assert!(count > 150 && findings > 5, "{count} {findings}");
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn what_no_output_has_does_not_follow_the_schemas() {
    let text =
        fs::read_to_string(repository("data/wushan/released/2023-06.json")).unwrap();
    let wrong = [
        text.replacen("\"value\":\"36.0348\"", "\"value\":36.0348", 1),
        text.replacen("\"lamp\":", "\"light\":", 1),
        text.replacen("tongbao-release/1", "tongbao-release/2", 1),
        text.replacen("\"issued\":\"2023-07-10\",", "", 1),
    ];
    let mut list = List::new();
    wrong.iter().for_each(|wrong| list.add("release", wrong.as_bytes()));
    let (_, found) = list.report();
    assert_eq!(found.as_object().unwrap().len(), wrong.len(), "{found}");
}
