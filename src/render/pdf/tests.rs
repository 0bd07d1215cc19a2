//! What every print keeps: the measures of GB/T 9704, all of the text, and the same bytes.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::*;
use crate::render::pdf::proof::{Sheet, sheets};
use crate::render::pdf::sample;
use crate::report::document::Annex;
use crate::report::page::{Block, Inline, Notice};
use crate::report::table::Cell;

static PRESS: LazyLock<Press> = LazyLock::new(|| Press::new(&Theme::builtin()).unwrap());

fn print(document: &Document) -> Vec<u8> {
    PRESS.print(document, &sample::drawings(), b"{\"figures\":[]}").unwrap()
}

fn near(measured: f64, expected: f64) {
    assert!((measured - expected).abs() < 0.06, "{measured} mm, expected {expected} mm");
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
    let other_press = Press::new(&Theme::builtin()).unwrap();
    let again = other_press
        .print(&sample::document(), &sample::drawings(), b"{\"figures\":[]}")
        .unwrap();
    assert!(first == again, "two prints differ");
}

#[test]
fn figures_are_attached_as_data() {
    let bytes = print(&sample::document());
    let holds = |words: &[u8]| bytes.windows(words.len()).any(|part| part == words);
    assert!(holds(b"/F(figures.json)") && holds(b"/AFRelationship/Data"));
    assert!(holds(b"part>3<") && holds(b"pdfuaid"), "neither PDF/A-3 nor PDF/UA");
}

#[test]
fn a_full_page_has_22_lines_of_28_characters() {
    let pages = sheets(&PRESS, &plain_document());
    for (at, page) in pages.iter().enumerate().skip(1).take(2) {
        let lines = page.lines();
        assert_eq!(lines.len(), 22);
        let left = if at % 2 == 0 { 28.0 } else { 26.0 };
        for line in &lines {
            assert_eq!(line.text.chars().count(), 28, "{}", line.text);
            near(line.left, left);
            near(line.right, left + 156.0);
        }
        near(lines[0].top, 37.0);
        near(lines[21].bottom, 262.0);
    }
}

#[test]
fn the_head_keeps_its_distances() {
    let page = &sheets(&PRESS, &sample::document())[0];
    let mark = page.find("巫山县招商引资工作通报");
    let number = page.find("巫招办");
    near(mark.top, 72.0);
    assert_eq!(mark.family, "Bulletin Title");
    near(number.top - mark.bottom, 20.90);
    let red = page.rules.iter().find(|rule| rule.2 > 155.0).unwrap();
    near(red.1 - number.bottom, 4.0 + 0.35);
    near(red.0, 28.0);
    near(red.2, 156.0);
    near(page.find("关于2023年1").points / 72.0 * 25.4, 22.0 / 72.0 * 25.4);
}

#[test]
fn page_numbers_stand_outside_below_the_text() {
    let pages = sheets(&PRESS, &plain_document());
    let em = 14.0 / 72.0 * 25.4;
    for (at, page) in pages.iter().enumerate() {
        let text = page.text();
        let number = format!("— {} —", at + 1);
        assert!(text.replace('\u{a0}', " ").contains(&number), "{number} in {text}");
        let foot: Vec<_> = page.pieces.iter().filter(|piece| piece.top > 263.0).collect();
        near(foot[0].top, 269.0);
        near(foot[0].points, 14.0);
        match at % 2 {
            0 => near(foot.last().unwrap().right, 184.0 - em),
            _ => near(foot[0].left, 26.0 + em),
        }
    }
}

#[test]
fn the_imprint_ends_the_last_page() {
    let pages = sheets(&PRESS, &sample::document());
    let last = pages.last().unwrap();
    let rules: Vec<_> = last.rules.iter().filter(|rule| rule.2 > 155.0).collect();
    assert_eq!(rules.len(), 3);
    near(rules[2].1, 262.0);
    for (rule, stroke) in rules.iter().zip([0.35, 0.25, 0.35]) {
        assert!((rule.3 - stroke).abs() < 0.001, "{rule:?}");
    }
    let text = last.text();
    assert!(text.contains("抄送：") && text.contains("2023年7月10日印发"), "{text}");
}

#[test]
fn a_wide_annex_lies_on_turned_pages_with_its_head_on_each() {
    let pages = sheets(&PRESS, &sample::document());
    let turned: Vec<_> = pages.iter().filter(|page| page.width > 290.0).collect();
    assert!(turned.len() > 1);
    assert!(turned[0].text().contains("附件2"));
    for page in turned {
        assert!(page.text().contains("项目名称"), "{}", page.text());
    }
}

#[test]
fn every_number_of_the_view_model_is_printed() {
    let text = all_text(&sheets(&PRESS, &sample::document())).replace('\u{200b}', "");
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
fn demo_and_draft_are_said_on_every_page_and_in_the_title() {
    let mut document = sample::document();
    document
        .notices
        .push(Notice { kind: "draft", text: "草稿，未印发。".to_owned() });
    let pages = sheets(&PRESS, &document);
    for page in &pages {
        assert!(page.text().contains("草稿、含演示数据"), "{}", page.text());
    }
    assert!(pages[0].text().contains("草稿，未印发。"));
    let bytes = print(&document);
    let title = "（草稿、含演示数据）</rdf:li>".as_bytes();
    assert!(bytes.windows(title.len()).any(|part| part == title));
}

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
        table.title = hostile.to_owned();
        table.notes = vec![hostile.to_owned()];
        table.columns[2].group = hostile.to_owned();
        table.rows[3].cells[1] = Cell::text(hostile);
        table.rows[4].cells[8].mark.color = hostile.to_owned();
        document.title = vec![hostile.to_owned()];
        document.mark = hostile.to_owned();
        document.addressees = hostile.to_owned();
        document.copies = hostile.to_owned();
        document.signature = hostile.to_owned();
        document.identity = hostile.to_owned();
        document.annexes =
            vec![Annex { title: hostile.to_owned(), blocks: document.blocks.clone() }];
        document.blocks = vec![
            sample::heading(2, hostile),
            sample::paragraph(hostile),
            sample::chart(hostile, hostile),
            Block::Table { table },
        ];
        let svg =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>".to_owned();
        let drawings = BTreeMap::from([(hostile.to_owned(), svg)]);
        PRESS
            .print(&document, &drawings, b"")
            .unwrap_or_else(|error| panic!("{error:#}"));
    }
    let seen = all_text(&sheets(
        &PRESS,
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
    let seen = all_text(&sheets(&PRESS, &document));
    assert!(seen.contains("〓某与〓某〓"), "{seen}");
}

#[test]
fn long_runs_without_spaces_stay_on_the_page() {
    let mut table = sample::progress_table();
    table.rows[1].cells[1] = Cell::text("x".repeat(3000));
    table.rows[2].cells[1] = Cell::text("字".repeat(3000));
    let document = Document {
        blocks: vec![sample::paragraph(&"a".repeat(4000)), Block::Table { table }],
        annexes: vec![],
        ..sample::document()
    };
    print(&document);
    let pages = sheets(&PRESS, &document);
    let seen = all_text(&pages);
    assert!(seen.matches('字').count() >= 3000 && seen.matches('x').count() >= 3000);
    for piece in pages.iter().flat_map(|page| &page.pieces) {
        assert!(piece.right < 185.0 && piece.bottom < 275.0, "{piece:?}");
    }
}

#[test]
fn an_empty_document_still_prints() {
    let document = Document {
        mark: String::new(),
        number: String::new(),
        title: vec![],
        addressees: String::new(),
        notices: vec![],
        blocks: vec![],
        annexes: vec![Annex { title: String::new(), blocks: vec![] }],
        signature: String::new(),
        date: String::new(),
        copies: String::new(),
        printer: String::new(),
        printed: String::new(),
        stamp: [2023, 7, 10],
        identity: "x/2023-06".to_owned(),
    };
    print(&document);
}

#[test]
fn a_day_that_does_not_exist_is_an_error() {
    let document = Document { stamp: [2023, 2, 30], ..sample::document() };
    let error = PRESS.print(&document, &BTreeMap::new(), b"").unwrap_err();
    assert!(error.to_string().contains("2023-2-30"), "{error}");
}

#[test]
fn a_fault_in_a_template_of_a_theme_is_named_with_its_line() {
    let own = BTreeMap::from([("pdf/head.typ".to_owned(), b"\n#unknown\n".to_vec())]);
    let press = Press::new(&Theme::with(own).unwrap()).unwrap();
    let error = press.print(&sample::document(), &BTreeMap::new(), b"").unwrap_err();
    assert!(error.to_string().contains("pdf/head.typ:2"), "{error}");
}
