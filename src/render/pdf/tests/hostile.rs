//! Texts and documents that nobody would write, and that must do no harm.

use std::collections::BTreeMap;

use crate::render::pdf::tests::proof::sheets;
use crate::render::pdf::tests::sample;
use crate::render::pdf::tests::{RENDERER, all_text, print};
use crate::view::document::{Annex, Document, Form, Imprint};
use crate::view::table::Cell;

/// Texts that would be markup, commands or a broken page if they were taken for more than text.
const HOSTILE: [&str; 11] = [
    "\u{200b}\u{0}",
    "#import \"@preview/x:1.0.0\"",
    "$ x^2 $ *粗* _斜_ `码` <标> @引",
    "= 题目 \\ 反斜线 \\u{41}",
    "]#panic()[",
    "\u{0}\u{1}\u{7}\u{1b}[31m\u{85}",
    "上\u{202e}下\u{200b}\u{feff}",
    "\"引\" 'x' -- --- ... ~",
    "// 注释 /* 注释 */",
    "</text><script>",
    "行\n\n\n另起一段\r\n\t",
];

#[test]
fn hostile_texts_print_as_text() {
    for hostile in HOSTILE {
        let mut document = sample::document();
        let mut table = sample::progress_table();
        table.unit = hostile.to_owned();
        table.notes = vec![hostile.to_owned()];
        table.columns[2].group = hostile.to_owned();
        table.rows[3].cells[1] = Cell::text(hostile);
        table.rows[4].cells[8].mark.color = hostile.to_owned();
        document.title = vec![hostile.to_owned()];
        document.mark = hostile.to_owned();
        document.addressees = hostile.to_owned();
        document.signer = hostile.to_owned();
        document.remarks = vec![hostile.to_owned()];
        document.imprint = Some(imprint(hostile));
        document.signature = hostile.to_owned();
        document.identity = hostile.to_owned();
        document.status = hostile.to_owned();
        document.heading = hostile.to_owned();
        document.annexes = vec![Annex {
            label: "附件".to_owned(),
            title: hostile.to_owned(),
            blocks: document.blocks.clone(),
        }];
        document.blocks = vec![
            sample::heading(1, hostile),
            sample::paragraph(hostile),
            sample::chart(hostile, hostile),
            sample::table(hostile, table),
        ];
        let svg =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>".to_owned();
        let drawings = BTreeMap::from([(hostile.to_owned(), svg)]);
        RENDERER
            .print(&document, &drawings, None)
            .unwrap_or_else(|error| panic!("{error:#}"));
    }
    let seen = all_text(&sheets(
        &RENDERER,
        &Document {
            blocks: vec![sample::paragraph(HOSTILE[2]), sample::paragraph(HOSTILE[3])],
            ..sample::document()
        },
    ));
    assert!(seen.contains("$ x^2 $ *粗* _斜_ `码` <标> @引"), "{seen}");
    assert!(seen.contains("= 题目 \\ 反斜线 \\u{41}"), "{seen}");
}

#[test]
fn what_no_face_holds_prints_as_the_printers_mark() {
    let document = Document {
        blocks: vec![sample::paragraph("龘某与\u{e000}某😀")],
        ..sample::document()
    };
    print(&document);
    let seen = all_text(&sheets(&RENDERER, &document));
    assert!(seen.contains("〓某与〓某〓"), "{seen}");
}

#[test]
fn long_runs_without_spaces_stay_on_the_page() {
    let mut table = sample::progress_table();
    table.rows[1].cells[1] = Cell::text("x".repeat(3000));
    table.rows[2].cells[1] = Cell::text("字".repeat(3000));
    let document = Document {
        blocks: vec![sample::paragraph(&"a".repeat(4000)), sample::table("", table)],
        annexes: vec![],
        ..sample::document()
    };
    print(&document);
    let pages = sheets(&RENDERER, &document);
    let seen = all_text(&pages);
    assert!(seen.matches('字').count() >= 3000 && seen.matches('x').count() >= 3000);
    for piece in pages.iter().flat_map(|page| &page.pieces) {
        assert!(piece.right < 185.0 && piece.bottom < 275.0, "{piece:?}");
    }
}

#[test]
fn an_empty_document_still_prints() {
    let document = Document {
        form: Form::Official,
        status: String::new(),
        mark: String::new(),
        number: String::new(),
        signer: String::new(),
        title: vec![],
        watermark: "",
        heading: String::new(),
        addressees: String::new(),
        blocks: vec![],
        annexes: vec![Annex {
            label: "附件".to_owned(),
            title: String::new(),
            blocks: vec![],
        }],
        signature: String::new(),
        sealed: true,
        date: String::new(),
        remarks: vec![],
        imprint: Some(imprint("")),
        stamp: [2023, 7, 10],
        identity: "x/2023-06".to_owned(),
    };
    for form in [Form::Official, Form::Letter, Form::Newsletter, Form::Data] {
        print(&Document { form, ..document.clone() });
    }
}

fn imprint(words: &str) -> Imprint {
    let words = words.to_owned();
    Imprint {
        addressees: words.clone(),
        copies: words.clone(),
        printer: words.clone(),
        printed: words,
    }
}
