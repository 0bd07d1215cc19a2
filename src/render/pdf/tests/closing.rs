//! What closes a document: signature and date with and without a seal, remarks, imprint.

use crate::render::pdf::tests::RENDERER;
use crate::render::pdf::tests::proof::{Sheet, sheets};
use crate::render::pdf::tests::sample;
use crate::view::document::{Document, Form};

/// A character of the text, in millimetres.
const CHARACTER: f64 = 156.0 / 28.0;

fn near(measured: f64, expected: f64) {
    assert!((measured - expected).abs() < 0.06, "{measured} mm, expected {expected} mm");
}

/// A document of some lines, of which the last ones are short paragraphs.
fn of_lines(lines: usize) -> Document {
    let blocks = (0..lines).map(|_| sample::paragraph("请抓紧落实。")).collect();
    Document { blocks, annexes: vec![], ..sample::document() }
}

/// The page that bears the signature, and its number from 1.
fn signed(pages: &[Sheet]) -> &Sheet {
    pages.iter().find(|page| page.text().contains("领导小组办公室2023年")).unwrap()
}

#[test]
fn a_date_under_a_seal_ends_four_characters_before_the_edge_with_the_name_over_its_middle()
 {
    let document =
        Document { sealed: true, signature: "县招商办".to_owned(), ..of_lines(3) };
    let pages = sheets(&RENDERER, &document);
    let lines = pages[0].lines();
    let at = lines.iter().position(|line| line.text == "县招商办").unwrap();
    let (name, day) = (&lines[at], &lines[at + 1]);
    near(day.right, 184.0 - 4.0 * CHARACTER);
    near((name.left + name.right) / 2.0, (day.left + day.right) / 2.0);
    let pitch = (225.0 - CHARACTER) / 21.0;
    near(name.top - lines[at - 1].top, 3.0 * pitch);
}

#[test]
fn without_a_seal_the_name_ends_two_characters_before_the_edge() {
    let pages = sheets(
        &RENDERER,
        &Document { signature: "县招商投资事务中心".to_owned(), ..of_lines(3) },
    );
    let lines = pages[0].lines();
    let at = lines.iter().position(|line| line.text == "县招商投资事务中心").unwrap();
    near(lines[at].right, 184.0 - 2.0 * CHARACTER);
    near(lines[at + 1].left, lines[at].left + 2.0 * CHARACTER);
}

#[test]
fn no_signature_stands_on_a_page_without_words_of_the_body() {
    for lines in 1..=24 {
        let mut blocks = vec![sample::paragraph(&"招商引资工作情况".repeat(60))];
        blocks.extend((0..lines).map(|_| sample::paragraph("请抓紧落实。")));
        for sealed in [true, false] {
            let document =
                Document { blocks: blocks.clone(), sealed, ..sample::document() };
            let pages = sheets(&RENDERER, &document);
            let text = signed(&pages).text();
            let is_whole = text.contains("请抓紧落实。") && text.contains("附件：");
            assert!(is_whole && text.contains("（此件公开发布）"), "{lines}: {text}");
        }
    }
}

#[test]
fn the_imprint_stands_at_the_foot_of_an_even_last_page_and_bears_no_number_alone() {
    for lines in 1..=46 {
        let pages = sheets(&RENDERER, &of_lines(lines));
        let last = pages.last().unwrap();
        assert!(pages.len().is_multiple_of(2), "{lines}: {} pages", pages.len());
        let rules: Vec<_> = last.rules.iter().filter(|rule| rule.2 > 155.0).collect();
        assert_eq!(rules.len(), 3, "{lines}");
        near(rules[2].1, 262.0);
        for (rule, stroke) in rules.iter().zip([0.35, 0.25, 0.35]) {
            assert!((rule.3 - stroke).abs() < 0.001, "{rule:?}");
        }
        let text = last.text();
        assert!(text.contains("抄送：") && text.contains("2023年7月10日印发"), "{text}");
        let end = pages.iter().rposition(|page| page.text().contains("落实")).unwrap();
        for (at, page) in pages.iter().enumerate() {
            let number = page.text().contains(&format!("— {} —", at + 1))
                || page.text().contains(&format!("—\u{a0}{}\u{a0}—", at + 1));
            assert_eq!(number, at <= end, "{lines}: page {} of {}", at + 1, pages.len());
        }
    }
}

#[test]
fn what_is_not_released_has_no_imprint_and_no_page_for_it() {
    let draft = Document { imprint: None, date: String::new(), ..of_lines(3) };
    let pages = sheets(&RENDERER, &draft);
    assert_eq!(pages.len(), 1);
    assert!(!pages[0].text().contains("印发"));
}

#[test]
fn a_letter_has_double_lines_and_no_number_on_its_first_page() {
    let document = Document { form: Form::Letter, ..of_lines(30) };
    let pages = sheets(&RENDERER, &document);
    let first = &pages[0];
    near(first.find("巫山县招商引资工作通报").top, 30.0);
    let wide: Vec<_> = first.rules.iter().filter(|rule| rule.2 > 169.9).collect();
    assert_eq!(wide.len(), 4, "{:?}", first.rules);
    near(wide[0].0, 20.0);
    let number = |page: &Sheet| page.pieces.iter().any(|piece| piece.top > 268.0);
    assert!(!number(first) && number(&pages[1]));
    let last = pages.last().unwrap();
    assert!(last.text().contains("抄送：") && !last.text().contains("印发"));
}

#[test]
fn a_newsletter_names_its_issue_and_who_compiles_it_and_is_signed_by_nobody() {
    let document = Document {
        form: Form::Newsletter,
        number: "第6期".to_owned(),
        signature: "县招商办".to_owned(),
        ..of_lines(3)
    };
    let pages = sheets(&RENDERER, &document);
    let text = pages[0].text();
    assert_eq!((text.matches("第6期").count(), text.matches("县招商办").count()), (1, 1));
    assert!(pages[0].find("县招商办").bottom < pages[0].find("请抓紧").top);
    assert_eq!(pages.len(), 1, "its foot stands on the last page, whichever it is");
}
