//! Every number that the page of an edition shows outside its traces is in its papers.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::outside::{EDITIONS, built, text_of};

/// The texts of the numbers on a page, outside the traces, in the order of the page.
fn shown(page: &str) -> Vec<String> {
    let main = page.split("<section class=\"traces\"").next().unwrap();
    let numbers = main.split("<data ").skip(1);
    numbers
        .map(|rest| rest.split("</data>").next().unwrap().split_once('>').unwrap().1)
        .map(|text| text.split('<').next().unwrap().to_owned())
        .collect()
}

/// The numbers within a text, such as `51.48` in `51.48%`.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !c.is_ascii_digit() && c != '.');
    parts.map(|part| part.trim_matches('.')).filter(|part| !part.is_empty())
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn every_number_of_the_page_is_in_its_papers() {
    for edition in EDITIONS {
        let page = fs::read_to_string(built(&format!("{edition}/index.html"))).unwrap();
        let papers = ["bulletin.pdf", "data.pdf"];
        let text =
            papers.map(|name| text_of(&built(&format!("{edition}/{name}")))).concat();
        let printed: BTreeSet<&str> = numbers(&text).collect();
        // What the first screen works out, such as what is still to come each month, is in no paper.
        let (_, after) = page.split_once("<section class=\"glance\"").unwrap();
        let shown = shown(after.split_once("</section>").unwrap().1);
        assert!(shown.len() > 20, "{edition} shows {} numbers", shown.len());
        let missing: BTreeSet<&str> = shown
            .iter()
            .flat_map(|text| numbers(text))
            .filter(|number| !printed.contains(number))
            .collect();
        assert!(missing.is_empty(), "{edition}: {missing:?}");
    }
}

/// The words of a document in the order of its tags, as a reader of screens speaks them: a box at
/// the head of a page does not cut into the paragraph that goes on below it.
fn read_aloud(document: &Path) -> String {
    let mut command = Command::new("pdfinfo");
    let ended = command.args(["-enc", "UTF-8", "-struct-text"]).arg(document).output();
    let tags = ended.unwrap().stdout;
    // What it tells of attributes beside the words is no clean UTF-8.
    let tags = String::from_utf8_lossy(&tags);
    let words = tags.lines().map(str::trim);
    let words = words.filter_map(|line| line.strip_prefix('"')?.strip_suffix('"'));
    words.flat_map(str::split_whitespace).collect()
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn the_headline_figures_are_read_in_the_order_they_are_told() {
    for edition in EDITIONS {
        let page = fs::read_to_string(built(&format!("{edition}/index.html"))).unwrap();
        let text = read_aloud(&built(&format!("{edition}/bulletin.pdf")));
        let main = page.split("<section class=\"traces\"").next().unwrap();
        let mut paragraphs =
            main.split("<p>").skip(1).map(|rest| rest.split("</p>").next().unwrap());
        let first = paragraphs.find(|paragraph| paragraph.contains("<data ")).unwrap();
        let mut rest = text.as_str();
        let told = shown(first);
        assert!(told.len() >= 2, "{edition}: {first}");
        for number in told {
            let at = rest.find(&number).unwrap_or_else(|| panic!("{edition}: {number}"));
            rest = &rest[at + number.len()..];
        }
    }
}
