//! How each style looks.

use crate::render::docx::measures::{CELL, LARGE, PITCH, SMALL, TEXT, TINY, mm};
use crate::render::docx::styles::style::{Face, Look, Style};
use crate::render::docx::xml::Element;

/// All styles of paragraphs, given the size of the mark in half points and the red of the theme.
pub(crate) fn looks(mark: u32, red: &str) -> Vec<Look> {
    let all = [heads(mark, red), texts(), tables(), feet(red)];
    all.into_iter().flatten().collect()
}

fn look(
    style: Style,
    name: &'static str,
    face: Face,
    size: u32,
    paragraph: Vec<Element>,
) -> Look {
    Look { style, name, face, size, paragraph }
}

/// A style of the size of the text.
fn text(style: Style, name: &'static str, face: Face, paragraph: Vec<Element>) -> Look {
    look(style, name, face, TEXT * 2, paragraph)
}

/// What stands above the body.
fn heads(mark: u32, red: &str) -> Vec<Look> {
    let red_line = line_below("single", 16, 11, red);
    let double_line = line_below("thickThinSmallGap", 24, 11, red);
    let marked = || vec![lines(mark * 12), side("center")];
    let letter = vec![double_line, lines(mark * 12), outdent(), side("center")];
    let number = vec![red_line, lines(PITCH), side("center")];
    vec![
        look(Style::Status, "页首说明", Face::Heading, 24, vec![lines(PITCH)]),
        look(Style::Mark, "发文机关标志", Face::Title, mark, marked()),
        look(Style::LetterMark, "信函标志", Face::Title, mark, letter),
        text(Style::Number, "发文字号", Face::Body, number),
        text(Style::LetterNumber, "函号", Face::Body, vec![lines(PITCH)]),
        look(Style::Title, "公文标题", Face::Title, LARGE * 2, titled()),
    ]
}

/// The body and what stands below it.
fn texts() -> Vec<Look> {
    let set = || vec![lines(PITCH), side("both")];
    let words = vec![lines(PITCH), indent(), side("both")];
    let signed = vec![lines(PITCH), side("right")];
    vec![
        text(Style::Addressees, "主送", Face::Body, set()),
        text(Style::Body, "公文正文", Face::Body, words),
        text(Style::First, "heading 1", Face::Heading, heading(0)),
        text(Style::Second, "heading 2", Face::Subheading, heading(1)),
        text(Style::Third, "heading 3", Face::Body, heading(2)),
        text(Style::Annexes, "附件说明", Face::Body, vec![lines(PITCH)]),
        text(Style::Signature, "署名和日期", Face::Body, signed),
        text(Style::AnnexLabel, "附件序号", Face::Heading, vec![lines(PITCH)]),
        look(Style::AnnexTitle, "附件标题", Face::Title, LARGE * 2, titled()),
    ]
}

fn tables() -> Vec<Look> {
    let size = (TINY * 2.0) as u32;
    let around = Element::new("w:spacing").with("w:before", 40).with("w:after", 40);
    let title = vec![Element::new("w:keepNext"), off_grid(), side("center")];
    vec![
        look(Style::TableTitle, "表题", Face::Heading, 24, title),
        look(Style::Cell, "表格", Face::Table, size, vec![off_grid(), around]),
        look(Style::TableNote, "表注", Face::Table, size - 2, vec![off_grid()]),
    ]
}

/// What stands at the feet of pages.
fn feet(red: &str) -> Vec<Look> {
    let imprint = vec![lines(SMALL * 20 * 3 / 2)];
    let foot = line_below("thinThickSmallGap", 24, 1, red);
    let letter = vec![foot, lines(60), outdent()];
    vec![
        look(Style::Imprint, "版记", Face::Body, SMALL * 2, imprint),
        look(Style::PageNumber, "页码", Face::Table, SMALL * 2, vec![]),
        look(Style::Break, "分节", Face::Table, 2, vec![lines(20)]),
        look(Style::LetterFoot, "信函下线", Face::Title, 4, letter),
    ]
}

fn titled() -> Vec<Element> {
    vec![lines(PITCH * 115 / 100), side("center")]
}

fn heading(at: u8) -> Vec<Element> {
    let level = Element::value("w:outlineLvl", at);
    vec![Element::new("w:keepNext"), lines(PITCH), indent(), side("both"), level]
}

/// The lines of a letter reach 7 mm beyond the text at both sides.
fn outdent() -> Element {
    let out = format!("-{}", mm(7.0));
    Element::new("w:ind").with("w:left", &out).with("w:right", out)
}

/// Lines of a height that does not depend on the face.
fn lines(height: u32) -> Element {
    Element::new("w:spacing").with("w:line", height).with("w:lineRule", "exact")
}

/// What is smaller than the text does not stand on its lines.
fn off_grid() -> Element {
    Element::value("w:snapToGrid", 0)
}

fn indent() -> Element {
    Element::new("w:ind").with("w:firstLineChars", 200).with("w:firstLine", CELL * 2)
}

fn side(side: &str) -> Element {
    Element::value("w:jc", side)
}

/// A red line so many points below a paragraph, its width in eighths of a point.
fn line_below(kind: &str, width: u32, space: u32, red: &str) -> Element {
    let line = Element::value("w:bottom", kind).with("w:sz", width);
    Element::new("w:pBdr").child(line.with("w:space", space).with("w:color", red))
}
