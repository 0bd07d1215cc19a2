//! What every print keeps: the same bytes, all of the text, and what is attached.

mod closing;
mod geometry;
mod lines;
mod hostile;
mod outside;
mod packing;
mod proof;
mod sample;

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::LazyLock;

use crate::render::pdf::PdfRenderer;
use crate::render::pdf::tests::proof::{Sheet, sheets};
use crate::theme::Theme;
use crate::view::document::Document;
use crate::view::inline::Inline;

static RENDERER: LazyLock<PdfRenderer> =
    LazyLock::new(|| PdfRenderer::new(&Theme::builtin()).unwrap());

fn print(document: &Document) -> Vec<u8> {
    RENDERER.print(document, &sample::drawings(), Some(b"{\"figures\":[]}")).unwrap()
}

/// A document of nothing but Han text over several pages.
fn plain_document() -> Document {
    let text = "招商引资工作情况".repeat(300);
    Document {
        blocks: vec![sample::paragraph(&text)],
        annexes: vec![],
        ..sample::document()
    }
}

fn all_text(sheets: &[Sheet]) -> String {
    sheets.iter().map(Sheet::text).collect()
}

#[test]
fn the_same_document_prints_the_same_bytes() {
    let first = print(&sample::document());
    print(&plain_document());
    let other_press = PdfRenderer::new(&Theme::builtin()).unwrap();
    let again = other_press
        .print(&sample::document(), &sample::drawings(), Some(b"{\"figures\":[]}"))
        .unwrap();
    assert!(first == again, "two prints differ");
}

/// A print followed by its unpacked streams, which hold most of its objects.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    const MARK: &[u8] = b"stream\n";
    let marks = bytes.windows(MARK.len()).enumerate().filter(|(_, part)| *part == MARK);
    let mut all = bytes.to_vec();
    for (at, _) in marks {
        let packed = &bytes[at + MARK.len()..];
        // What is no packed stream adds nothing.
        let _ = flate2::read::ZlibDecoder::new(packed).read_to_end(&mut all);
    }
    all
}

#[test]
fn figures_are_attached_as_data() {
    let bytes = unpacked(&print(&sample::document()));
    let holds = |words: &[u8]| bytes.windows(words.len()).any(|part| part == words);
    assert!(holds(b"/F(figures.json)") && holds(b"/AFRelationship/Data"));
    assert!(holds(b"part>3<") && holds(b"pdfuaid"), "neither PDF/A-3 nor PDF/UA");
}

#[test]
fn every_number_of_the_view_model_is_printed() {
    let text = all_text(&sheets(&RENDERER, &sample::document()));
    assert!(!text.contains('\u{200b}'), "copied words have signs that nobody typed");
    let mut wanted =
        vec!["28.10亿元", "61.45亿元", "超6.20个百分点", "完成年度目标51.21%"];
    let table = sample::progress_table();
    for row in &table.rows {
        for inline in row.cells.iter().flat_map(|cell| &cell.inlines) {
            wanted.push(match inline {
                Inline::Number { number } => &number.text,
                Inline::Text { text } => text,
                _ => "",
            });
        }
    }
    for words in wanted {
        assert!(text.contains(words), "{words} is not printed");
    }
}

#[test]
fn what_must_not_be_missed_is_said_at_the_head_and_in_the_title() {
    let mut document = sample::document();
    document.status = "内部资料　草稿　含演示数据".to_owned();
    document.heading = "通报（草稿、含演示数据）".to_owned();
    let pages = sheets(&RENDERER, &document);
    let said: Vec<bool> = pages
        .iter()
        .map(|page| page.text().contains("内部资料　草稿　含演示数据"))
        .collect();
    assert!(said[0] && !said[1..].contains(&true), "one line, not one on each page");
    let bytes = print(&document);
    let title = "通报（草稿、含演示数据）</rdf:li>".as_bytes();
    assert!(bytes.windows(title.len()).any(|part| part == title));
}

#[test]
fn a_day_that_does_not_exist_is_an_error() {
    let document = Document { stamp: [2023, 2, 30], ..sample::document() };
    let error = RENDERER.print(&document, &BTreeMap::new(), None).unwrap_err();
    assert!(error.to_string().contains("2023-2-30"), "{error}");
}

#[test]
fn a_fault_in_a_template_of_a_theme_is_named_with_its_line() {
    let files = BTreeMap::from([("pdf/head.typ".to_owned(), b"\n#unknown\n".to_vec())]);
    let renderer = PdfRenderer::new(&Theme::with(files).unwrap()).unwrap();
    let error = renderer.print(&sample::document(), &BTreeMap::new(), None).unwrap_err();
    assert!(error.to_string().contains("pdf/head.typ:2"), "{error}");
}
