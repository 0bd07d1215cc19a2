//! What an office would send back: every document of every shipped edition is looked at.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::outside::print::{Page, Word, documents, pages};
use crate::outside::told;
use crate::stage::repository;

/// Lines of the text are higher than that, in millimetres; those of tables are not.
const TEXT: f64 = 5.5;

/// A document with what its edition says.
struct Issued {
    name: String,
    pages: Vec<Page>,
    /// The paragraphs and items of the narrative, each up to its first number that is computed.
    words: Vec<String>,
    is_newsletter: bool,
    is_released: bool,
}

impl Issued {
    fn read(document: &Path) -> Issued {
        let mut names = document.iter().rev().skip(1).map(|name| name.to_str().unwrap());
        let (period, book) = (names.next().unwrap(), names.next().unwrap());
        let data = repository("data").join(book);
        let edition = fs::read_to_string(data.join(format!("editions/{period}.md")));
        let card = fs::read_to_string(data.join("book.yaml")).unwrap();
        Issued {
            name: format!("{book}/{period}"),
            pages: pages(document),
            words: words(&edition.unwrap()),
            is_newsletter: card.contains("样式: 简报"),
            is_released: data.join(format!("released/{period}.json")).exists(),
        }
    }

    /// The pages before the annexes and a page for the imprint.
    fn body(&self) -> Vec<&Page> {
        let is_body = |page: &&Page| {
            !page.begins_annex() && page.body().any(|word| word.top < 200.0)
        };
        self.pages.iter().take_while(is_body).collect()
    }
}

fn words(edition: &str) -> Vec<String> {
    let narrative = edition.splitn(3, "---").nth(2).unwrap();
    let lines = narrative.lines().filter(|line| {
        !line.is_empty() && !line.starts_with('#') && !line.starts_with("{{")
    });
    let typed = |line: &str| {
        let line = line.trim_start_matches(|sign: char| "0123456789. -".contains(sign));
        line.split("{{").next().unwrap().replace("**", "")
    };
    lines.map(typed).collect()
}

fn all() -> Vec<Issued> {
    documents().iter().map(|document| Issued::read(document)).collect()
}

fn first(text: &str, count: usize) -> String {
    text.chars().take(count).collect()
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn the_body_begins_on_the_first_page_and_is_short() {
    for issued in all() {
        let (name, body) = (&issued.name, issued.body());
        let begins = first(&issued.words[0], 6);
        assert!(body[0].text().contains(&begins), "{name}: {begins} is not on page 1");
        assert!(body.len() <= 4, "{name}: {} pages", body.len());
        let length: usize = body.iter().map(|page| page.text().chars().count()).sum();
        assert!(length <= 2500, "{name}: {length} characters");
    }
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn the_last_words_stand_with_the_signature() {
    for issued in all().iter().filter(|issued| !issued.is_newsletter) {
        let last = first(issued.words.last().unwrap(), 6);
        let body = issued.body();
        let text = body.last().unwrap().text();
        // What was corrected in earlier editions is said after the narrative.
        let is_there = text.contains(&last) || text.contains("更正：");
        assert!(is_there, "{}: {last} does not stand in {text}", issued.name);
    }
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn what_is_released_ends_with_its_imprint_on_an_even_page_and_nothing_else_has_one() {
    for issued in all() {
        let (name, last) = (&issued.name, issued.pages.last().unwrap());
        let printed = last.text().contains("印发");
        let any = issued.pages.iter().any(|page| page.text().ends_with("日印发"));
        assert_eq!((printed, any), (issued.is_released, issued.is_released), "{name}");
        if issued.is_released && !issued.is_newsletter {
            assert!(last.number.is_multiple_of(2), "{name}: {} pages", last.number);
        }
    }
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn no_page_but_the_last_ones_is_under_a_third_full() {
    for issued in all() {
        let ends: Vec<f64> = issued.pages.iter().map(end).collect();
        let content = issued
            .pages
            .iter()
            .rposition(|page| page.body().any(|word| word.top < 200.0));
        for (at, end) in ends.iter().enumerate().take(content.unwrap()) {
            assert!(
                *end > 37.0 + 75.0,
                "{}: page {} ends at {end} mm",
                issued.name,
                at + 1
            );
        }
    }
}

/// Where the words of a page end; a page that lies is read sideways, and is full enough.
fn end(page: &Page) -> f64 {
    if page.is_upright {
        page.body().map(|word| word.bottom).fold(0.0, f64::max)
    } else {
        297.0
    }
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn no_number_is_parted_from_its_unit() {
    let han =
        |sign: char| ('\u{4e00}'..='\u{9fff}').contains(&sign) || "%‰".contains(sign);
    for issued in all() {
        let lines: Vec<_> = issued.body().iter().flat_map(|page| page.lines()).collect();
        for pair in lines.windows(2) {
            let (one, next) = (&pair[0], &pair[1]);
            // Only what reaches the right edge was broken there.
            let is_text = |line: &Word| line.bottom - line.top > TEXT;
            let is_broken = one.right > 175.0 && next.left < 35.0 && is_text(one);
            let ends = one.text.ends_with(|sign: char| sign.is_ascii_digit());
            let parted = is_broken && ends && next.text.starts_with(han);
            assert!(!parted, "{}: {} / {}", issued.name, one.text, next.text);
        }
    }
}

/// The sizes of type on a page, in thirds of a point.
fn sizes(document: &Path, page: usize) -> Vec<u32> {
    let page = page.to_string();
    let xml = told(
        Command::new("pdftohtml")
            .args(["-xml", "-i", "-stdout", "-zoom", "3", "-f", &page, "-l", &page])
            .arg(document),
    );
    let fonts = xml.split("<fontspec ").skip(1);
    let size = |font: &str| {
        font.split_once("size=\"").unwrap().1.split('"').next().unwrap().parse().unwrap()
    };
    fonts.map(size).collect()
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn no_type_is_too_small_to_read() {
    for document in documents() {
        let issued = Issued::read(&document);
        let body = issued.body().len();
        for page in &issued.pages {
            let least =
                if page.number <= body && !issued.is_newsletter { 31 } else { 27 };
            let sizes = sizes(&document, page.number);
            let small: Vec<&u32> = sizes.iter().filter(|size| **size < least).collect();
            assert!(small.is_empty(), "{} page {}: {small:?}", issued.name, page.number);
        }
    }
}
