//! The documents of the shipped books: their grid as poppler sees it, and their standards.

use std::fs;
use std::process::Command;

use crate::outside::print::{Word, documents, pages, papers};
use crate::outside::told;
use crate::stage::Stage;

/// A book whose only edition is a long text of Han characters.
fn long_text() -> Stage {
    let text = "招商引资工作要坚持实事求是按时报送如实填写不得虚报瞒报".repeat(80);
    let head =
        "---\n期: 2023-06\n印发: 2023-07-10\n标题: 关于招商引资工作情况的通报\n---\n\n";
    let stage = Stage::minimal().with("editions/2023-06.md", format!("{head}{text}\n"));
    stage.run(&["build"]).fine();
    stage
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn a_full_page_has_22_lines_of_28_characters() {
    let stage = long_text();
    let document = stage.out().join("demo/2023-06/bulletin.pdf");
    let text = told(
        Command::new("pdftotext")
            .args(["-f", "2", "-l", "2", "-layout"])
            .arg(&document)
            .arg("-"),
    );
    let lines: Vec<usize> = text
        .lines()
        .map(|line| {
            line.trim().chars().filter(|c| !c.is_ascii() && !c.is_whitespace()).count()
        })
        .filter(|count| *count > 10)
        .collect();
    assert_eq!(lines, [28; 22], "{text}");
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn the_text_block_is_156_by_225_and_page_numbers_stand_outside() {
    let stage = long_text();
    let own = stage.out().join("demo/2023-06/bulletin.pdf");
    for document in papers().into_iter().chain([own]) {
        let pages = pages(&document);
        // A page that holds the imprint alone, and the blank one before it.
        let is_alone = |words: &[Word]| words.iter().all(|word| word.top > 200.0);
        let alone: Vec<usize> = pages
            .iter()
            .rev()
            .take_while(|page| is_alone(&page.words))
            .map(|page| page.number)
            .collect();
        for page in pages.into_iter().filter(|page| page.is_upright) {
            let (at, words) = (page.number, page.words);
            let left = if at % 2 == 1 { 28.0 } else { 26.0 };
            let (head, rest): (Vec<&Word>, Vec<&Word>) =
                words.iter().partition(|word| word.bottom < 30.0);
            let (body, foot): (Vec<&Word>, Vec<&Word>) =
                rest.into_iter().partition(|word| word.bottom < 265.0);
            assert!(head.is_empty(), "nothing stands above the text block");
            for word in body {
                // A mark at the end of a line gives up the empty half of its square.
                let mark = word
                    .text
                    .ends_with(['，', '。', '；', '：', '、', '）', '》', '”', '？']);
                let last = left + 156.6 + if mark { 2.3 } else { 0.0 };
                let opens = word.text.starts_with(['（', '《', '“', '〔']);
                let first = left - if opens { 2.9 } else { 0.6 };
                let inside = word.left > first && word.right < last && word.top > 36.0;
                assert!(
                    inside,
                    "page {}: {} at {} {}",
                    at, word.text, word.left, word.right
                );
            }
            if alone.contains(&at) {
                assert!(foot.is_empty(), "page {at} bears a number");
                continue;
            }
            let number =
                foot.iter().find(|word| word.text.chars().any(|c| c.is_ascii_digit()));
            let number = number.unwrap_or_else(|| panic!("page {} has no number", at));
            assert!(foot.iter().any(|word| word.text.contains(&at.to_string())));
            let outside =
                if at % 2 == 1 { number.left > 150.0 } else { number.right < 60.0 };
            assert!(outside, "page {}: the number stands at {}", at, number.left);
        }
    }
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn the_documents_are_valid_for_archives_and_screen_readers() {
    let program = "import page, sys\nfor path in sys.argv[1:]:\n for profile in ('3a', 'ua1'):\n  print(path, profile, page.validate_pdf(path, profile=profile))";
    let documents = papers();
    let report = told(Command::new("python3").args(["-c", program]).args(&documents));
    let faults: Vec<&str> = report
        .lines()
        .filter(|line| line.starts_with('[') && !line.contains("STREAM-LENGTH"))
        .collect();
    assert!(faults.is_empty(), "{report}");
    assert_eq!(report.matches("passed").count(), documents.len() * 2, "{report}");
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn the_figures_are_attached_as_they_are_published() {
    for document in documents() {
        let edition = document.parent().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let attached = folder.path().join("figures.json");
        told(
            Command::new("pdfdetach")
                .args(["-save", "1", "-o"])
                .arg(&attached)
                .arg(&document),
        );
        let published = fs::read(edition.join("figures.json")).unwrap();
        assert!(fs::read(attached).unwrap() == published, "{edition:?}");
    }
}
