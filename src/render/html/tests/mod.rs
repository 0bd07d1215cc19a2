//! What the pages promise: nothing hostile runs, nothing is fetched, every number explains itself.

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod picture;

use std::collections::{BTreeMap, BTreeSet};

use crate::render::html::Pages;
use crate::render::svg::variant::Variant;
use crate::render::svg::{Svg, chart, spark};
use crate::theme::Theme;
use crate::view::page::{Block, Page};
use crate::view::site::Marks;

/// What each page bears.
const MARKS: Marks = Marks { audience: "内部资料", watermark: "" };

pub(super) fn pages() -> Pages {
    let theme = Theme::builtin();
    Pages::new(&theme.clone(), MARKS, move |view| spark(view, &theme)).unwrap()
}

pub(super) fn drawings() -> BTreeMap<String, Svg> {
    let theme = Theme::builtin();
    let blocks = fixture::edition().blocks.into_iter();
    let drawn = blocks.filter_map(|block| match block {
        Block::Chart { chart: view } => {
            let both = [Variant::Web, Variant::Phone].map(|it| chart(&view, it, &theme));
            Some((view.id.clone(), both.into_iter().collect()))
        }
        _ => None,
    });
    drawn.collect()
}

fn html(page: &Page) -> String {
    String::from_utf8(pages().page(page, &drawings()).unwrap()).unwrap()
}

fn portal() -> String {
    let (pages, (portal, books)) = (pages(), fixture::portal());
    let places = books.map(|book| pages.place(&book).unwrap());
    String::from_utf8(pages.portal(&portal, &places).unwrap()).unwrap()
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    let parts = html.split(start.as_str()).skip(1);
    parts.filter_map(|part| part.split('"').next()).collect()
}

fn all() -> Vec<String> {
    let pages = [fixture::edition(), fixture::projects(), fixture::definitions()];
    let mut all: Vec<String> = pages.iter().map(html).collect();
    all.push(portal());
    all
}

/// Run it with `--ignored` and a folder in `SAMPLES`, then open the pages in a browser.
#[test]
#[ignore = "writes the sample pages, to be looked at"]
fn sample_pages() {
    let folder = std::path::PathBuf::from(std::env::var_os("SAMPLES").unwrap());
    for (html, name) in all().iter().zip(["edition", "projects", "definitions", "portal"])
    {
        std::fs::write(folder.join(format!("{name}.html")), html).unwrap();
    }
}

#[test]
fn a_number_carries_its_figure_and_opens_its_trace() {
    let html = html(&fixture::edition());
    assert!(
        html.contains("<a href=\"#t-funds&#x2F;unit:u1\" id=\"n-t-funds&#x2F;unit:u1\">")
            || html.contains("<a href=\"#t-funds/unit:u1\" id=\"n-t-funds/unit:u1\">")
    );
    assert!(html.contains("data-part=\"lead\" value=\"14.00\">+14.00</data>"));
    assert!(html.contains("value=\"\">—</data>"));
}

#[test]
fn every_way_within_a_page_ends_somewhere() {
    for html in all() {
        let ids = values(&html, "id");
        let anchors: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(anchors.len(), ids.len(), "an id stands twice");
        for href in values(&html, "href") {
            if let Some(id) = href.strip_prefix('#') {
                assert!(anchors.contains(id), "{href} leads nowhere");
            }
        }
    }
}

#[test]
fn nothing_is_fetched_but_from_the_folder_and_links_stay_relative() {
    for html in all() {
        assert!(values(&html, "src").iter().all(|source| *source == "site.js"));
        assert!(!html.contains("url("));
        assert!(!html.contains("@import"));
        for href in values(&html, "href") {
            assert!(!href.contains("://") && !href.starts_with('/'), "{href}");
        }
    }
}

#[test]
fn links_are_taken_from_the_folder_of_the_book() {
    let html = html(&fixture::edition());
    let hrefs = values(&html, "href");
    assert!(hrefs.contains(&"bulletin.pdf"));
    assert!(hrefs.contains(&"../../index.html"));
    let portal = portal();
    let hrefs = values(&portal, "href");
    assert!(hrefs.contains(&"wushan/2023-06/index.html"));
    assert!(hrefs.contains(&"wushan/2023-06/index.html#t-funds/all"));
}

#[test]
fn a_page_of_a_long_list_leads_to_its_neighbours_at_its_head_and_its_foot() {
    let html = html(&fixture::projects());
    let ways = html.matches("<p>第2页，共9页，全部2000个项目</p>").count();
    let targets = html.matches("<li><a href=\"projects.html\">上一页</a>").count();
    assert_eq!((ways, targets), (2, 2));
    let names = values(&html, "aria-label").into_iter();
    let names: Vec<_> = names.filter(|name| name.starts_with("翻页")).collect();
    assert_eq!(names, ["翻页（页首）", "翻页（页尾）"]);
    assert!(!html.contains("javascript:"));
}

#[test]
fn the_policy_names_the_hash_of_all_that_the_page_carries() {
    for html in all() {
        let hashes = html.matches("'sha256-").count();
        let carried = html.matches("<style>").count() + html.matches("<script>").count();
        assert_eq!(hashes, carried);
        assert!(!html.contains(" style=\""));
        assert!(!html.contains(" onclick"));
    }
}

#[test]
fn a_page_that_is_not_sent_alone_reads_the_files_in_its_books_folder_and_nothing_else() {
    let mut page = fixture::definitions();
    page.path = "units/a.html".to_owned();
    page.root = "../".to_owned();
    let html = html(&page);
    assert!(html.contains("<link rel=\"stylesheet\" href=\"../site.css\">"));
    assert!(html.contains("<script src=\"../site.js\"></script>"));
    assert!(html.contains("default-src 'none'"));
    assert!(html.contains("style-src 'self' file:; script-src 'self' file:\""));
    assert!(!html.contains("<style>") && !html.contains("<script>"));
}

#[test]
fn the_shared_files_hold_what_any_page_may_need() {
    let [sheet, script] =
        pages().shared().map(|(_, bytes)| String::from_utf8(bytes).unwrap());
    assert!(sheet.starts_with(":root{"));
    for class in [".card", ".drawing", ".facts", ".records", ".results", ".table"] {
        assert!(sheet.contains(class), "{class}");
    }
    for part in ["a.find", "data-column", ".trace:target", "getElementById(\"entries\")"]
    {
        assert!(script.contains(part), "{part}");
    }
}

#[test]
fn a_page_that_is_sent_alone_reads_no_other_file() {
    let mut single = fixture::edition();
    single.path = "2023-06/2023-06-single.html".to_owned();
    single.root = String::new();
    for page in [fixture::edition(), single] {
        let html = html(&page);
        assert!(html.contains("<style>") && html.contains("<script>"));
        assert!(!html.contains("site.css") && !html.contains("site.js"));
    }
}

#[test]
fn the_same_page_gives_the_same_bytes() {
    assert_eq!(all(), all());
}

#[test]
fn a_large_edition_stays_under_600_kilobytes() {
    let mut page = fixture::edition();
    let block = page.blocks.iter().find(|block| matches!(block, Block::Table { .. }));
    let table = block.unwrap().clone();
    page.blocks.extend([table.clone(), table]);
    for index in 0..140 {
        page.traces.push(fixture::trace(&format!("more/unit:u{index}"), 3, 0));
    }
    let html = html(&page);
    assert!(html.matches("<data ").count() > 600);
    assert!(html.len() < 600_000, "{} bytes", html.len());
}
