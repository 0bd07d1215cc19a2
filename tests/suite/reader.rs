//! What readers were promised: small editions, one file for a chat, and a search by any part of a name.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::stage::{Stage, files, repository};

const BOOKS: [&str; 6] = ["ankang", "dazhou", "fuling", "guangyuan", "luan", "wushan"];

/// The shipped books, with one-file editions.
static SITE: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let stage = BOOKS.iter().fold(Stage::empty(), |stage, book| {
        stage.book(book, &repository(&format!("data/{book}")))
    });
    stage.run(&["build", "--single-file"]).fine();
    files(&stage.out())
});

/// The folders of all editions, such as `wushan/2023-09`.
fn editions() -> BTreeSet<&'static str> {
    let documents =
        SITE.iter().filter_map(|(name, _)| name.strip_suffix("/bulletin.pdf"));
    documents.collect()
}

/// The built files below a path.
fn below(path: &str) -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let files = SITE.iter().filter(move |(name, _)| name.starts_with(path));
    files.map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
}

fn text(path: &str) -> &'static str {
    let (_, bytes) = below(path).find(|(name, _)| *name == path).unwrap();
    std::str::from_utf8(bytes).unwrap()
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(start.as_str()).skip(1).filter_map(|part| part.split('"').next()).collect()
}

#[test]
fn an_edition_opens_fast_from_a_stick() {
    assert_eq!(editions().len(), 30);
    for edition in editions() {
        let name = format!("{edition}/index.html");
        let html = text(&name);
        let first = html.find("</table>").unwrap();
        assert!(
            first <= 150_000,
            "{name}: {first} bytes up to the end of the first table"
        );
        assert!(html.len() <= 600_000, "{name}: {} bytes", html.len());
        let period = edition.rsplit('/').next().unwrap();
        let (_, single) =
            below(&format!("{edition}/{period}-single.html")).next().unwrap();
        assert!(single.len() <= 800_000, "{edition} in one file: {} bytes", single.len());
    }
}

#[test]
fn the_folder_of_an_edition_takes_two_megabytes_at_most() {
    for edition in editions() {
        let folder = format!("{edition}/");
        // The page in one file and the data beside the document are for those who want them.
        let is_extra =
            |name: &str| name.ends_with("-single.html") || name.ends_with("data.pdf");
        let own = below(&folder).filter(|(name, _)| !is_extra(name));
        let sum: usize = own.map(|(_, bytes)| bytes.len()).sum();
        assert!(sum <= 2_000_000, "{edition}: {sum} bytes");
    }
}

#[test]
fn every_record_of_a_sum_stands_once_with_its_row() {
    let page = text("wushan/2023-09/trace-funds.html");
    let start = page.find("id=\"t-funds-all\"").unwrap();
    let whole = page[start..].split("</section>").next().unwrap();
    assert!(!whole.contains("class=\"records\""));
    assert!(whole.contains("href=\"#t-funds-unit-jiaotong\""));
    let row = page.split("id=\"t-funds-unit-jiaotong\"").nth(1).unwrap();
    assert!(row.split("</section>").next().unwrap().contains("class=\"records\""));
}

#[test]
fn every_link_of_a_one_file_edition_stays_inside_it() {
    let page = text("wushan/2023-09/2023-09-single.html");
    let ids: BTreeSet<&str> = values(page, "id").into_iter().collect();
    let hrefs = values(page, "href");
    assert!(hrefs.len() > 500);
    for href in hrefs.into_iter().filter(|href| *href != "data:,") {
        let id = href.strip_prefix('#').unwrap_or_else(|| panic!("{href} leads out"));
        assert!(ids.contains(id), "{href} leads nowhere");
    }
    assert!(page.contains("<svg") && page.contains("class=\"records\""));
}

#[test]
fn every_number_that_leads_to_another_page_ends_at_its_trace() {
    let mut pages: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let mut leads = 0;
    for (name, html) in SITE.iter().filter(|(name, _)| name.ends_with(".html")) {
        let html = std::str::from_utf8(html).unwrap();
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        for href in values(html, "href").into_iter().filter(|href| href.contains("#t-")) {
            let (path, id) = href.split_once('#').unwrap();
            let target = match path.strip_prefix("../") {
                _ if path.is_empty() => name.clone(),
                Some(path) => format!("{}{path}", above(folder)),
                None => format!("{folder}/{path}"),
            };
            let target = target.trim_start_matches('/').to_owned();
            let ids = pages
                .entry(target)
                .or_insert_with_key(|target| ids_of(target).into_iter().collect());
            assert!(ids.contains(id), "{name}: {href} leads nowhere");
            leads += 1;
        }
    }
    assert!(leads > 10_000, "{leads}");
}

/// The folder above another, with its slash.
fn above(folder: &str) -> String {
    folder.rsplit_once('/').map_or(String::new(), |(above, _)| format!("{above}/"))
}

/// The anchors of a page; none where there is no page.
fn ids_of(path: &str) -> Vec<&'static str> {
    let page = SITE.iter().find(|(name, _)| name == path);
    page.map_or_else(Vec::new, |(_, html)| {
        values(std::str::from_utf8(html).unwrap(), "id")
    })
}

#[test]
fn a_unit_is_found_by_its_name_and_its_initials() {
    let page = text("wushan/search.html");
    let (_, data) = page.split_once("id=\"entries\">").unwrap();
    let rows: Vec<[String; 5]> =
        serde_json::from_str(data.split("</script>").next().unwrap()).unwrap();
    let unit = rows.iter().find(|row| row[1] == "工贸园区管委会").unwrap();
    assert_eq!([&unit[0], &unit[2]], ["单位", "units/gongmao.html"]);
    assert!(unit[4].starts_with("g m wy oq "), "{}", unit[4]);
    assert!(rows.iter().any(|row| row[0] == "项目" && row[2].starts_with("projects/")));
    assert!(rows.iter().any(|row| row[2].starts_with("definitions.html#c-")));
    assert!(rows.iter().any(|row| row[2].starts_with("2023-06/index.html#")));
}

#[test]
fn the_periods_of_a_unit_keep_their_anchors() {
    let page = text("wushan/units/gongmao.html");
    let ids = values(page, "id");
    for month in 1..=9 {
        let anchor = format!("p-2023-{month:02}");
        assert_eq!(ids.iter().filter(|id| **id == anchor).count(), 1, "{anchor}");
    }
}
