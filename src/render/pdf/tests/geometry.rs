//! The measures of GB/T 9704, read back from the pages.

use crate::render::pdf::tests::proof::{Sheet, sheets};
use crate::render::pdf::tests::sample;
use crate::render::pdf::tests::{RENDERER, plain_document};
use crate::view::document::{Document, PaperBlock};

fn near(measured: f64, expected: f64) {
    assert!((measured - expected).abs() < 0.06, "{measured} mm, expected {expected} mm");
}

#[test]
fn a_full_page_has_22_lines_of_28_characters() {
    let pages = sheets(&RENDERER, &plain_document());
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
    let page = &sheets(&RENDERER, &sample::document())[0];
    let mark = page.find("巫山县招商引资工作通报");
    let number = page.find("巫招办");
    near(mark.top, 72.0);
    assert_eq!(mark.family, "Bulletin Title");
    near(number.top - mark.bottom, 20.90);
    let red = page.rules.iter().find(|rule| rule.2 > 155.0).unwrap();
    near(red.1 - number.bottom, 4.0 + 0.35);
    near(red.0, 28.0);
    near(red.2, 156.0);
    near(page.find("关于").points / 72.0 * 25.4, 22.0 / 72.0 * 25.4);
}

#[test]
fn page_numbers_stand_outside_below_the_text() {
    let pages = sheets(&RENDERER, &Document { imprint: None, ..plain_document() });
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
fn a_report_names_who_signs_it_off_and_a_bulletin_does_not() {
    let bulletin = &sheets(&RENDERER, &sample::document())[0];
    assert!(!bulletin.text().contains("签发人"));
    let signer = "县领导甲".to_owned();
    let report = &sheets(&RENDERER, &Document { signer, ..sample::document() })[0];
    let (number, signed) = (report.find("巫招办"), report.find("县领导甲"));
    let character = 156.0 / 28.0;
    // The number starts one character in, the name ends one character before the edge, on one line.
    near(number.left, 28.0 + character);
    near(signed.right, 184.0 - character);
    assert_eq!(signed.family, "Bulletin Kai");
    near(number.bottom, report.find("签发人：").bottom);
}

#[test]
fn a_wide_annex_lies_on_turned_pages_with_its_head_on_each() {
    let pages = sheets(&RENDERER, &sample::document());
    let turned: Vec<_> = pages.iter().filter(|page| page.width > 290.0).collect();
    assert!(turned.len() > 1);
    assert!(turned[0].text().contains("附件2"));
    for page in turned {
        assert!(page.text().contains("项目名称"), "{}", page.text());
    }
}

#[test]
fn a_chart_that_does_not_fit_leaves_no_page_half_empty() {
    for before in (0..44).step_by(4) {
        let lines = |count| (0..count).map(|_| sample::paragraph("请抓紧落实。"));
        let mut blocks: Vec<PaperBlock> = lines(before).collect();
        blocks.push(sample::chart("trajectory", "全县到位资金"));
        blocks.extend(lines(40));
        let document = Document { blocks, annexes: vec![], ..sample::document() };
        let pages = sheets(&RENDERER, &document);
        for page in &pages[..pages.len() - 3] {
            let last = page.lines().last().unwrap().bottom;
            assert!(last > 240.0, "{before}: {last} mm, {}", page.text());
        }
    }
}

#[test]
fn a_chart_stands_before_or_after_what_it_does_not_fit_beside() {
    let table = sample::table("表1 各责任单位完成情况", sample::progress_table());
    let long = sample::paragraph(&format!("{}。", "请抓紧落实".repeat(30)));
    for before in (0..22).step_by(3) {
        let mut blocks: Vec<PaperBlock> =
            (0..before).map(|_| sample::paragraph("请抓紧落实。")).collect();
        blocks.extend([table.clone(), sample::chart("bars", "到位资金"), long.clone()]);
        blocks.extend([table.clone(), long.clone()]);
        let document = Document { blocks, annexes: vec![], ..sample::document() };
        let pages = sheets(&RENDERER, &document);
        let lines: Vec<String> =
            pages.iter().flat_map(Sheet::lines).map(|line| line.text).collect();
        let at = |words: &str| lines.iter().position(|line| line.contains(words));
        let chart = at("上半年到位资金28.10亿元").unwrap();
        // Each table has both its first and its last row on the same side of the chart.
        let count = |words: &str| {
            lines[..chart].iter().filter(|line| line.contains(words)).count()
        };
        assert_eq!(count("县经济信息委"), count("驻外招商"), "{before}: a table is cut");
        let above = &lines[chart - 1];
        assert!(!above.contains("落实") || above.ends_with('。'), "{above} is cut");
    }
}
