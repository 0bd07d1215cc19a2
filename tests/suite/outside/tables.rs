//! The open tables as other programs take them: Frictionless validates them, DuckDB asks them.

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;

use crate::outside::{SITE, built, told};
use crate::stage::repository;

/// The tables of all shipped books, as everybody gets them.
fn exported() -> std::path::PathBuf {
    let folder = SITE.data().parent().unwrap().join("tables");
    SITE.run(&["export", "--tables", folder.to_str().unwrap(), "--audience", "内部"])
        .fine();
    folder
}

fn rows(question: &str) -> Vec<BTreeMap<String, String>> {
    let recipes = repository(".recipes/tables");
    let mut duck = Command::new("python3");
    duck.arg(recipes.join("duck.py"));
    duck.arg(exported()).arg(recipes.join(format!("{question}.sql")));
    let answer = told(&mut duck);
    let mut reader = csv::Reader::from_reader(answer.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
#[ignore = "needs frictionless"]
fn frictionless_finds_the_tables_valid() {
    let descriptor = exported().join("datapackage.json");
    let folder = descriptor.parent().unwrap();
    let mut validate = Command::new("frictionless");
    validate.args(["validate", "datapackage.json"]).current_dir(folder);
    told(&mut validate);
}

#[test]
#[ignore = "needs duckdb"]
fn duckdb_ranks_as_the_program_does() {
    let ranked = rows("ranking");
    let mut compared = 0;
    for book in ["wushan", "fuling", "ankang"] {
        let own: Vec<_> = ranked.iter().filter(|row| row["book"] == book).collect();
        let period = own[0]["period"].as_str();
        let file =
            std::fs::read(built(&format!("{book}/{period}/figures.json"))).unwrap();
        let json: Value = serde_json::from_slice(&file).unwrap();
        for row in own {
            let id = format!("{}/{}", row["indicator"], row["scope"]);
            let mut figures = json["figures"].as_array().unwrap().iter();
            let figure = figures.find(|figure| figure["id"] == *id).unwrap();
            assert_eq!(figure["rank"].to_string(), row["place"], "{book} {id}");
            compared += 1;
        }
    }
    assert!(compared > 20, "{compared}");
}

#[test]
#[ignore = "needs duckdb"]
fn duckdb_finds_what_was_revised() {
    let revised = rows("revisions");
    let wushan = revised.iter().filter(|row| row["book"] == "wushan").count();
    assert!(wushan > 0);
}
