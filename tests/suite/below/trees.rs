//! Two ways, one sum: counties added up by cities and these by a province, or by the province itself.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use rust_decimal::Decimal;
use tempfile::TempDir;

use crate::below::offices::{Reported, above, county, publish};
use crate::shipped::{books, figures};
use crate::stage::program;

/// The month, issued one level after the other.
const COUNTY: [(&str, &str); 1] = [("2025-04", "2025-05-06")];
const CITY: (&str, &[(&str, &str)]) = ("次月10日", &[("2025-04", "2025-05-12")]);
const PROVINCE: (&str, &[(&str, &str)]) = ("次月15日", &[("2025-04", "2025-05-18")]);

/// What the counties of each city report: money in 万元, projects that were signed and started.
type Tree = Vec<Vec<(u32, u32, u32)>>;

fn trees() -> impl Strategy<Value = Tree> {
    let county = (0u32..9_000_000, 1u32..40, 0u32..40);
    proptest::collection::vec(proptest::collection::vec(county, 1..4), 1..4)
}

/// Puts the released files of some books into the book above them.
fn import(root: &TempDir, above: &str, below: &[String]) {
    let data = root.path().join("data");
    let folders = below.iter().map(|id| data.join(id));
    let mut command = program();
    command.current_dir(root.path()).args(["import", "--book", above, "--released"]);
    let ended = command.args(folders).output().unwrap();
    let told = String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.success(), "{told}");
}

/// The values and ranks of a book's figures of the whole.
fn whole(root: &TempDir, id: &str) -> BTreeMap<String, String> {
    let books = books(&root.path().join("data"));
    let book = books.iter().find(|book| book.id == id).unwrap();
    let figures = figures(book, "2025-04").into_iter();
    let whole = figures.filter(|(id, _)| id.ends_with("/all"));
    whole.map(|(id, figure)| (id, figure["value"].to_string())).collect()
}

fn same_both_ways(tree: &Tree) -> (BTreeMap<String, String>, BTreeMap<String, String>) {
    let root = tempfile::tempdir().unwrap();
    let data = root.path().join("data");
    let (mut counties, mut cities) = (Vec::new(), Vec::new());
    for (at, city) in tree.iter().enumerate() {
        let mut own = Vec::new();
        for (county_at, (funds, signed, started)) in city.iter().enumerate() {
            let id = format!("county-{at}-{county_at}");
            let reported = Reported {
                month: "2025-04",
                funds: Decimal::new(i64::from(*funds), 4),
                signed: *signed,
                started: *started,
                is_hidden: false,
            };
            county(&data.join(&id), &id, &[reported], &COUNTY);
            own.push(id);
        }
        let id = format!("city-{at}");
        above(&data.join(&id), &id, &named(&own), CITY);
        counties.extend(own.iter().cloned());
        cities.push((id, own));
    }
    counties.iter().for_each(|id| publish(&data, id, &COUNTY));
    for (id, own) in &cities {
        import(&root, id, own);
        publish(&data, id, CITY.1);
    }
    let cities: Vec<String> = cities.into_iter().map(|(id, _)| id).collect();
    for (id, below) in [("by-cities", &cities), ("by-counties", &counties)] {
        above(&data.join(id), id, &named(below), PROVINCE);
        import(&root, id, below);
    }
    (whole(&root, "by-cities"), whole(&root, "by-counties"))
}

fn named(ids: &[String]) -> Vec<(&str, &str)> {
    ids.iter().map(|id| (id.as_str(), id.as_str())).collect()
}

fn hold(cases: u32) {
    let mut runner = TestRunner::new(Config { cases, ..Config::default() });
    let held = runner.run(&trees(), |tree| {
        let (by_cities, by_counties) = same_both_ways(&tree);
        prop_assert_eq!(by_cities.len(), 4);
        prop_assert_eq!(by_cities, by_counties);
        Ok(())
    });
    held.unwrap();
}

#[test]
fn a_province_has_the_same_sums_and_rates_by_its_cities_and_by_its_counties() {
    hold(4);
}

#[test]
#[ignore = "takes minutes; `.ci/run` runs it"]
fn and_over_two_hundred_trees() {
    hold(200);
}
