//! The open tables: what is in them, for whom, and that they say what the program says.

use std::fs;

use serde_json::Value;

use crate::stage::{Stage, files, suite};

/// The book with a field of every kind, and its open tables for an audience.
fn exported(audience: &str) -> Stage {
    let stage = Stage::empty().book("demo", &suite("audience/book"));
    stage.run(&["export", "--tables", "tables", "--audience", audience]).fine();
    stage
}

/// The files of a folder beside the data.
fn tables(stage: &Stage) -> Vec<(String, String)> {
    let folder = stage.data().parent().unwrap().join("tables");
    let text = |(path, bytes)| (path, String::from_utf8(bytes).unwrap());
    files(&folder).into_iter().map(text).collect()
}

/// The rows of a table, each by the names of its columns.
fn rows(stage: &Stage, name: &str) -> Vec<Vec<(String, String)>> {
    let file = stage.data().parent().unwrap().join(format!("tables/{name}.csv"));
    let mut reader = csv::Reader::from_path(file).unwrap();
    let head: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let cells = |row: csv::StringRecord| {
        head.iter().cloned().zip(row.iter().map(str::to_owned)).collect()
    };
    reader.records().map(|row| cells(row.unwrap())).collect()
}

fn cell<'a>(row: &'a [(String, String)], name: &str) -> &'a str {
    row.iter().find(|(head, _)| head == name).map(|(_, cell)| cell.as_str()).unwrap()
}

#[test]
fn they_are_few_and_described() {
    let stage = exported("内部");
    let tables = tables(&stage);
    let names: Vec<&str> = tables.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        names,
        [
            "below.csv",
            "below_figures.csv",
            "datapackage.json",
            "editions.csv",
            "facts.csv",
            "figures.csv",
            "lacks.csv",
            "projects.csv",
            "revisions.csv",
            "score_items.csv",
            "scores.csv",
            "targets.csv",
        ]
    );
    let package: Value = serde_json::from_str(&tables[2].1).unwrap();
    assert_eq!(package["version"], "1");
    assert_eq!(package["licenses"][0]["name"], "CC-BY-4.0");
    assert_eq!(package["sources"][0]["title"], "某县招商引资工作通报（领导小组办公室）");
    for resource in package["resources"].as_array().unwrap() {
        let path = resource["path"].as_str().unwrap();
        let (_, text) = tables.iter().find(|(name, _)| name == path).unwrap();
        assert_eq!(resource["bytes"], text.len(), "{path}");
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> =
            fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(text.lines().next(), Some(&*names.join(",")), "{path}");
        assert!(fields.iter().all(|field| field["description"] != ""), "{path}");
    }
}

/// What counts of a figure's records adds up to the figure, where nothing is counted once only and
/// nothing is kept from the audience.
#[test]
fn the_figures_are_those_of_the_site_and_the_facts_add_up_to_them() {
    let stage = exported("领导");
    stage.run(&["build", "--audience", "领导", "--without", "pdf"]).fine();
    let mut compared = 0;
    for period in ["2023-05", "2023-06"] {
        let file = stage.out().join(format!("demo/{period}/figures.json"));
        let json: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
        let own = rows(&stage, "figures");
        let own: Vec<_> =
            own.iter().filter(|row| cell(row, "period") == period).collect();
        let figures = json["figures"].as_array().unwrap();
        assert_eq!(own.len(), figures.len());
        for (row, figure) in own.iter().zip(figures) {
            assert_eq!(cell(row, "figure"), figure["id"]);
            for part in ["value", "target", "completion", "lead", "unknown", "clause"] {
                assert_eq!(cell(row, part), figure[part].as_str().unwrap_or(""));
                compared += 1;
            }
        }
    }
    assert!(compared > 100, "{compared}");
    let facts = rows(&stage, "facts");
    let sum = |figure: &str| -> rust_decimal::Decimal {
        let of = facts.iter().filter(|row| {
            cell(row, "figure") == figure
                && cell(row, "period") == "2023-06"
                && cell(row, "counts") == "true"
        });
        of.map(|row| cell(row, "adds").parse::<rust_decimal::Decimal>().unwrap()).sum()
    };
    let figures = rows(&stage, "figures");
    let whole = figures.iter().find(|row| {
        cell(row, "figure") == "funds/all" && cell(row, "period") == "2023-06"
    });
    let value: rust_decimal::Decimal = cell(whole.unwrap(), "value").parse().unwrap();
    assert_eq!(sum("funds/all"), value);
}

#[test]
fn the_public_gets_no_column_that_is_not_for_it() {
    let public = exported("公开");
    let head = |stage: &Stage| tables(stage)[7].1.lines().next().unwrap().to_owned();
    assert!(!head(&public).contains(",note"), "{}", head(&public));
    assert!(head(&exported("内部")).contains(",note"));
    assert!(rows(&public, "scores").is_empty());
    assert!(!rows(&public, "figures").is_empty());
}

#[test]
fn a_folder_with_other_files_is_left_alone_and_the_own_one_is_written_anew() {
    let stage = exported("公开");
    let again = tables(&stage);
    stage.run(&["export", "--tables", "tables"]).fine();
    assert_eq!(tables(&stage), again);
    let other = stage.data().parent().unwrap().join("other");
    fs::create_dir(&other).unwrap();
    fs::write(other.join("figures.csv"), "mine").unwrap();
    let refused = stage.run(&["export", "--tables", "other"]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.stderr.contains("不是本程序写的数据表"), "{}", refused.stderr);
    assert_eq!(fs::read_to_string(other.join("figures.csv")).unwrap(), "mine");
}

#[test]
fn the_site_has_them_where_it_is_built_with_them() {
    let stage = Stage::minimal();
    stage.run(&["build", "--without", "pdf"]).fine();
    assert!(!stage.out().join("demo/tables").exists());
    stage.run(&["build", "--without", "pdf", "--tables"]).fine();
    assert!(stage.out().join("demo/tables/figures.csv").is_file());
    let page = fs::read_to_string(stage.out().join("demo/2023-06/index.html")).unwrap();
    assert!(page.contains("../tables/datapackage.json"), "no link");
    let first = fs::read_to_string(stage.out().join("demo/index.html")).unwrap();
    assert!(first.contains("tables/datapackage.json"), "no link");
}
