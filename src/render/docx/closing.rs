//! What closes a document: the list of its annexes, signature and date, the annexes, the imprint.

use crate::render::docx::blocks::blocks;
use crate::render::docx::measures::{
    BLOCK, CELL, LEAST, PITCH, SMALL, characters, is_signed,
};
use crate::render::docx::paragraph::Paragraph;
use crate::render::docx::sections::{Turn, break_after};
use crate::render::docx::styles::style::Style;
use crate::render::docx::xml::Element;
use crate::render::fitting::columns::Room;
use crate::render::fitting::{TURNED, UPRIGHT};
use crate::view::document::{Annex, Document, Form, Imprint};

/// What stands below the body on the page of its last words.
pub(super) fn closing(document: &Document) -> Vec<Element> {
    if !is_signed(document.form) {
        return Vec::new();
    }
    let mut paragraphs = annex_list(&document.annexes);
    paragraphs.extend(signature(document));
    let remarks = document.remarks.iter();
    paragraphs.extend(
        remarks.map(|remark| Paragraph::of(Style::Body, &format!("（{remark}）"))),
    );
    let last = paragraphs.len();
    let with_next = |(at, paragraph): (usize, Paragraph)| {
        paragraph.with_next(at + 1 < last).element()
    };
    paragraphs.into_iter().enumerate().map(with_next).collect()
}

/// 附件说明, one line below the body; further lines stand under the first character of the title.
fn annex_list(annexes: &[Annex]) -> Vec<Paragraph> {
    let number = |at: usize| match annexes.len() {
        1 => String::new(),
        _ => format!("{}．", at + 1),
    };
    let line = |(at, annex): (usize, &Annex)| {
        let number = number(at);
        let width = (characters(&number) * f64::from(CELL)) as u32;
        let label = if at == 0 { CELL * 3 } else { 0 };
        let line =
            Paragraph::new(Style::Annexes).hanging(CELL * 5 + width, label + width);
        let line = if at == 0 { line.text("附件：").below(PITCH) } else { line };
        line.text(&number).text(&annex.title)
    };
    annexes.iter().enumerate().map(line).collect()
}

/// The signature over the date. Where a seal goes over them the date ends four characters before the
/// edge with the signature centred over it; else the signature ends two before, and the date begins two
/// after the signature's first.
fn signature(document: &Document) -> Vec<Paragraph> {
    let (name, day) = (characters(&document.signature), characters(&document.date));
    let (name_at, day_at) = match document.sealed {
        true => {
            ((4.0 + (day - name) / 2.0).max(1.0), (1.0 + (name - day) / 2.0).max(4.0))
        }
        false if day > name => (4.0 + day - name, 2.0),
        false => (2.0, (name - day).max(0.0)),
    };
    let line = |text: &str, at: f64| {
        let right = (at * f64::from(CELL)) as u32;
        (!text.is_empty())
            .then(|| Paragraph::of(Style::Signature, text).off_the_right(right))
    };
    let above = if document.sealed { PITCH * 2 } else { PITCH };
    let name = line(&document.signature, name_at).map(|name| name.below(above));
    name.into_iter().chain(line(&document.date, day_at)).collect()
}

/// The annexes, each on a new page; those of a newsletter follow one another.
pub(super) fn annexes(document: &Document) -> Vec<Element> {
    let mut content = Vec::new();
    let mut turn = Turn::Upright;
    for annex in &document.annexes {
        let own = Turn::of(annex);
        let is_flowing = !is_signed(document.form) && own == turn;
        let begins = own != turn;
        if begins {
            content.push(break_after(turn, document));
        }
        turn = own;
        content.extend(head(annex, is_flowing, begins));
        let width = if own == Turn::Turned { TURNED } else { UPRIGHT };
        content.extend(blocks(&annex.blocks, Room { width, least: LEAST.1 }));
    }
    // What follows the annexes stands upright again.
    if turn == Turn::Turned {
        content.push(break_after(turn, document));
    }
    content
}

/// The label in the first line of the page, the title in the third.
fn head(annex: &Annex, is_flowing: bool, is_on_top: bool) -> Vec<Element> {
    if is_flowing {
        let label = format!("{}　{}", annex.label, annex.title);
        let label = Paragraph::of(Style::AnnexLabel, &label).below(PITCH).with_next(true);
        return vec![label.element()];
    }
    let label = Paragraph::of(Style::AnnexLabel, &annex.label).on_new_page(!is_on_top);
    let title = Paragraph::of(Style::AnnexTitle, &annex.title).below(PITCH);
    vec![label.with_next(true).element(), title.with_next(true).element()]
}

/// 版记 at the foot of the last page.
pub(super) fn imprint(document: &Document) -> Vec<Element> {
    let Some(imprint) = &document.imprint else { return Vec::new() };
    let has_lines = document.form != Form::Letter;
    let rows = rows(imprint, has_lines);
    if rows.is_empty() {
        return Vec::new();
    }
    let column = Element::new("w:gridCol").with("w:w", BLOCK);
    let table = Element::new("w:tbl")
        .child(properties(has_lines))
        .child(Element::new("w:tblGrid").child(column))
        .children(rows.into_iter().map(row));
    vec![table, Paragraph::new(Style::TableNote).element()]
}

/// Its rows, each one character in from the edges.
fn rows(imprint: &Imprint, is_printed: bool) -> Vec<Paragraph> {
    let small = SMALL * 20;
    let named = |name: &str, words: &str| {
        let line = Paragraph::of(Style::Imprint, &format!("{name}：{words}。"));
        (!words.is_empty()).then(|| line.hanging(small * 4, small * 3))
    };
    let printed = Paragraph::new(Style::Imprint)
        .right_tab(BLOCK - small)
        .hanging(small, 0)
        .text(&imprint.printer)
        .tab()
        .text(&format!("{}印发", imprint.printed));
    let named = [named("主送", &imprint.addressees), named("抄送", &imprint.copies)];
    named.into_iter().flatten().chain(is_printed.then_some(printed)).collect()
}

/// Lines above, between and below; the table hangs at the foot of the text block.
fn properties(has_lines: bool) -> Element {
    let line = |at, width| {
        let kind = if has_lines { "single" } else { "nil" };
        Element::value(at, kind)
            .with("w:sz", width)
            .with("w:space", 0)
            .with("w:color", "000000")
    };
    let borders = Element::new("w:tblBorders")
        .child(line("w:top", 8))
        .child(line("w:bottom", 8))
        .child(line("w:insideH", 6));
    let place = Element::new("w:tblpPr")
        .with("w:vertAnchor", "margin")
        .with("w:horzAnchor", "margin")
        .with("w:tblpXSpec", "left")
        .with("w:tblpYSpec", "bottom");
    let inset = |at| Element::new(at).with("w:w", 0).with("w:type", "dxa");
    Element::new("w:tblPr")
        .child(place)
        .child(Element::new("w:tblW").with("w:w", BLOCK).with("w:type", "dxa"))
        .child(borders)
        .child(Element::new("w:tblLayout").with("w:type", "fixed"))
        .child(Element::new("w:tblCellMar").children(["w:left", "w:right"].map(inset)))
}

fn row(words: Paragraph) -> Element {
    let width = Element::new("w:tcW").with("w:w", BLOCK).with("w:type", "dxa");
    let properties = Element::new("w:tcPr").child(width);
    let cell = Element::new("w:tc").child(properties).child(words.element());
    let whole = Element::new("w:trPr").child(Element::new("w:cantSplit"));
    Element::new("w:tr").child(whole).child(cell)
}
