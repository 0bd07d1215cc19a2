//! What goes beside the documents: the Word documents as LibreOffice opens them, the page for leaders.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use tongbao::load::archive;

use crate::outside::print::pages;
use crate::outside::{text_of, told};
use crate::stage::{Stage, files, repository};

/// The shipped books as leaders get them.
static SITE: LazyLock<Stage> = LazyLock::new(|| {
    let stage = Stage::empty();
    for (path, bytes) in files(&repository("data")) {
        stage.write(&path, &bytes);
    }
    stage.run(&["build", "--audience", "领导", "--without", "data,json"]).fine();
    stage
});

fn built(name: &str) -> Vec<PathBuf> {
    let paths = files(&SITE.out()).into_iter().map(|(path, _)| SITE.out().join(path));
    paths.filter(|path| path.ends_with(name)).collect()
}

/// The numbers of a text in their order.
fn numbers(text: &str) -> Vec<String> {
    let is_digit = |sign: char| sign.is_ascii_digit() || sign == '.';
    let pieces = text.split(|sign: char| !is_digit(sign));
    let pieces = pieces.map(|piece| piece.trim_matches('.').to_owned());
    pieces.filter(|piece| !piece.is_empty()).collect()
}

/// The text of the main part of a Word document, a paragraph a line.
fn words(document: &Path) -> String {
    let parts = archive::files(&std::fs::read(document).unwrap(), 1 << 28).unwrap();
    let (_, main) =
        parts.into_iter().find(|(name, _)| name == "word/document.xml").unwrap();
    let main = String::from_utf8(main).unwrap();
    let mut text = String::new();
    for paragraph in main.split("</w:p>") {
        for run in paragraph.split("<w:t xml:space=\"preserve\">").skip(1) {
            text += run.split("</w:t>").next().unwrap();
        }
        text.push('\n');
    }
    text
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn a_word_document_has_the_numbers_of_the_pdf_in_their_order() {
    let documents = built("bulletin.docx");
    assert!(documents.len() > 20, "{}", documents.len());
    for document in documents {
        let own = numbers(&words(&document));
        // The PDF repeats heads and numbers its pages besides.
        let printed = numbers(&text_of(&document.with_extension("pdf")));
        let mut rest = printed.iter();
        let missing = own.iter().find(|number| !rest.any(|one| one == *number));
        assert_eq!(missing, None, "{}", document.display());
    }
}

#[test]
#[ignore = "needs libreoffice"]
fn an_office_opens_the_word_documents_and_prints_what_they_say() {
    let folder = tempfile::tempdir().unwrap();
    let newest = [
        "wushan/2023-09",
        "guangyuan/2025-06",
        "dazhou/bairi3-2023-08-29",
        "fuling/2021-Q4",
        "ankang/2023-07",
        "luan/2024-06",
    ];
    let mut office = Command::new("soffice");
    office.arg(format!("-env:UserInstallation=file://{}/own", folder.path().display()));
    office.args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(folder.path());
    for edition in newest {
        let name = format!("{}.docx", edition.split('/').next().unwrap());
        let copy = folder.path().join(name);
        std::fs::copy(SITE.out().join(edition).join("bulletin.docx"), &copy).unwrap();
        office.arg(copy);
    }
    told(&mut office);
    for edition in newest {
        let book = edition.split('/').next().unwrap();
        let printed = folder.path().join(format!("{book}.pdf"));
        let pages = pages(&printed);
        assert!((3..=10).contains(&pages.len()), "{edition}: {} pages", pages.len());
        let text: String = pages
            .iter()
            .flat_map(|page| &page.words)
            .map(|word| word.text.as_str())
            .collect();
        let said = words(&SITE.out().join(edition).join("bulletin.docx"));
        for line in said.lines().filter(|line| line.chars().count() > 30) {
            let begins: String =
                line.chars().filter(|sign| !sign.is_whitespace()).take(12).collect();
            assert!(text.contains(&begins), "{edition}: {begins}");
        }
        assert!(text.contains("—1—"), "{edition} numbers its pages");
    }
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn what_leaders_get_is_one_page_with_type_that_can_be_read() {
    let briefs = built("brief.pdf");
    assert!(briefs.len() > 20, "{}", briefs.len());
    for brief in briefs {
        let pages = pages(&brief);
        assert_eq!(pages.len(), 1, "{}", brief.display());
        let text: String = pages[0].words.iter().map(|word| word.text.as_str()).collect();
        assert!(text.contains("招商引资领导参阅"), "{}", brief.display());
        assert!(text.contains("一、总的情况。") && !text.contains('〓'), "{text}");
    }
}

#[test]
#[ignore = "needs the tools that .ci/run installs"]
fn the_pages_for_leaders_are_valid_for_archives_and_screen_readers() {
    let program = "import page, sys\nfor path in sys.argv[1:]:\n for profile in ('3a', 'ua1'):\n  print(path, profile, page.validate_pdf(path, profile=profile))";
    let briefs = built("brief.pdf");
    let report = told(Command::new("python3").args(["-c", program]).args(&briefs));
    assert_eq!(report.matches("passed").count(), briefs.len() * 2, "{report}");
}
