//! Chromium as a reader: axe on every kind of page, the keyboard, and the search from a folder.

use std::sync::LazyLock;

use serde_json::Value;

use crate::outside::{script, told};
use crate::paging;
use crate::stage::{Stage, repository};

/// Three shipped books with one-file editions.
static SITE: LazyLock<Stage> = LazyLock::new(|| {
    let mut stage = Stage::empty();
    for book in ["wushan", "guangyuan", "luan"] {
        stage = stage.book(book, &repository("data").join(book));
    }
    stage.run(&["build", "--single-file"]).fine();
    stage
});

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn every_kind_of_page_is_accessible_on_every_screen() {
    let report = told(script("look.mjs").arg(SITE.out()));
    assert!(report.contains("14 kinds, 168 visits, 0 faults"), "{report}");
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn everything_is_reached_seen_and_used_with_the_keyboard_alone() {
    let report = told(script("keys.mjs").arg(SITE.out()));
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["faults"], serde_json::json!([]));
    assert!(report["stops"].as_u64() > Some(1000), "{report}");
    assert_eq!(report["sorted"], 4, "two tables in both directions");
    assert_eq!(
        report["traces"], 9,
        "three editions: closed by link, by Escape, and bare"
    );
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn the_search_finds_names_by_any_part_and_by_initials() {
    let queries = ["工贸", "园区", "gmyq", "ＧＭＹＱ", "GMYQ"];
    let report = told(script("find.mjs").arg(SITE.out()).arg("wushan").args(queries));
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["faults"], serde_json::json!([]));
    for query in queries {
        assert_eq!(report["found"][query][0], "工贸园区管委会", "{query}");
    }
    assert!(report["found"]["opened"].as_str().unwrap().starts_with("工贸园区管委会"));
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn a_book_of_thousands_is_paged_and_searched_from_its_folder() {
    let stage = paging::built();
    let report = told(script("look.mjs").arg(stage.out()));
    assert!(report.contains("8 kinds, 96 visits, 0 faults"), "{report}");
    let queries = ["第2999号", "交通局", "jtj"];
    let report = told(script("find.mjs").arg(stage.out()).arg("demo").args(queries));
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["faults"], serde_json::json!([]));
    let first = |query: &str| report["found"][query][0].as_str().unwrap();
    assert!(first("第2999号").contains("第2999号项目"));
    assert_eq!([first("交通局"), first("jtj")], ["县交通局"; 2]);
}
