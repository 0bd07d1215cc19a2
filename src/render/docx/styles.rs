//! The styles of a document, so that who edits it changes them in one place.

use crate::render::docx::measures::{
    BLOCK, CELL, CLOSER, LARGE, PITCH, SMALL, TEXT, TINY, mm,
};
use crate::render::docx::xml::{Element, WORDS};
use crate::theme::Theme;

/// A style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Status,
    Mark,
    LetterMark,
    Number,
    LetterNumber,
    Title,
    Addressees,
    Body,
    First,
    Second,
    Third,
    Annexes,
    Signature,
    AnnexLabel,
    AnnexTitle,
    TableTitle,
    Cell,
    TableNote,
    Imprint,
    PageNumber,
    LetterFoot,
    /// Of a paragraph that ends a section and takes no room.
    Break,
    /// Of characters.
    Strong,
    Emphasis,
    Signer,
}

/// What a style is.
struct Look {
    style: Style,
    name: &'static str,
    face: Face,
    /// Type size in half points; of the mark and of cells each has its own.
    size: u32,
    /// What its paragraphs have, in the order in which the format wants it.
    paragraph: Vec<Element>,
}

/// A face by its role in a theme.
#[derive(Clone, Copy)]
pub(super) enum Face {
    Body,
    Heading,
    Subheading,
    Title,
    Table,
}

impl Face {
    pub(super) const ALL: [Face; 5] =
        [Face::Body, Face::Heading, Face::Subheading, Face::Title, Face::Table];

    /// Its names in a theme, the first choice first.
    pub(super) fn names(self, theme: &Theme) -> Vec<&str> {
        theme.families(match self {
            Face::Body => "office-body",
            Face::Heading => "office-heading",
            Face::Subheading => "office-subheading",
            Face::Title => "office-title",
            Face::Table => "office-table",
        })
    }
}

impl Style {
    /// Its name in the document.
    pub(super) fn id(self) -> String {
        format!("{self:?}")
    }
}

/// The part with the styles, of a document whose mark is so large, in half points.
pub(super) fn styles(theme: &Theme, mark: u32) -> Element {
    let text = run(Face::Body, TEXT * 2, None, theme)
        .child(Element::new("w:lang").with("w:val", "en-US").with("w:eastAsia", "zh-CN"));
    let defaults = Element::new("w:docDefaults")
        .child(Element::new("w:rPrDefault").child(text))
        .child(Element::new("w:pPrDefault"));
    let normal = style_of("paragraph", "Normal", "Normal").with("w:default", "1");
    let red = theme.color("red").trim_start_matches('#').to_uppercase();
    let looks = looks(mark, &red).into_iter().map(|look| styled(look, theme, &red));
    Element::new("w:styles")
        .with("xmlns:w", WORDS)
        .child(defaults)
        .child(normal)
        .children(looks)
        .children(characters(theme))
}

fn style_of(kind: &str, id: &str, name: &str) -> Element {
    Element::new("w:style")
        .with("w:type", kind)
        .with("w:styleId", id)
        .child(Element::value("w:name", name))
}

fn styled(look: Look, theme: &Theme, red: &str) -> Element {
    let color = matches!(look.style, Style::Mark | Style::LetterMark)
        .then(|| Element::value("w:color", red));
    let run = run(look.face, look.size, color, theme);
    style_of("paragraph", &look.style.id(), look.name)
        .child(Element::value("w:basedOn", "Normal"))
        .child(Element::new("w:qFormat"))
        .child(Element::new("w:pPr").children(look.paragraph))
        .child(run)
}

/// The properties of characters of a face and a size in half points.
fn run(face: Face, size: u32, color: Option<Element>, theme: &Theme) -> Element {
    let closer = Element::value("w:spacing", CLOSER);
    Element::new("w:rPr")
        .child(fonts(face, theme))
        .children(color)
        .children((size == TEXT * 2).then_some(closer))
        .child(Element::value("w:sz", size))
        .child(Element::value("w:szCs", size))
}

fn fonts(face: Face, theme: &Theme) -> Element {
    let names = face.names(theme);
    let first = names.first().copied().unwrap_or_default();
    let keys = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"];
    let fonts = Element::new("w:rFonts").with("w:hint", "eastAsia");
    keys.iter().fold(fonts, |fonts, key| fonts.with(key, first))
}

/// The styles of characters within a paragraph.
fn characters(theme: &Theme) -> Vec<Element> {
    let of = |style: Style, name: &str, face| {
        style_of("character", &style.id(), name)
            .child(Element::new("w:rPr").child(fonts(face, theme)))
    };
    vec![
        of(Style::Strong, "强调", Face::Heading),
        of(Style::Emphasis, "着重", Face::Subheading),
        of(Style::Signer, "签发人", Face::Subheading),
    ]
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

fn level(level: u8) -> Element {
    Element::value("w:outlineLvl", level)
}

fn looks(mark: u32, red: &str) -> Vec<Look> {
    let look =
        |style, name, face, size, paragraph| Look { style, name, face, size, paragraph };
    let text =
        |style, name, paragraph| look(style, name, Face::Body, TEXT * 2, paragraph);
    let heading = |style, name, face, at| {
        let paragraph = vec![
            Element::new("w:keepNext"),
            lines(PITCH),
            indent(),
            side("both"),
            level(at),
        ];
        look(style, name, face, TEXT * 2, paragraph)
    };
    let outdent = || {
        let out = format!("-{}", mm(7.0));
        Element::new("w:ind").with("w:left", &out).with("w:right", out)
    };
    let title = || vec![lines(PITCH * 115 / 100), side("center")];
    let tiny = (TINY * 2.0) as u32;
    let cell = || {
        let around = Element::new("w:spacing").with("w:before", 40).with("w:after", 40);
        vec![off_grid(), around]
    };
    let red_line = line_below("single", 16, 11, red);
    let double_line = line_below("thickThinSmallGap", 24, 11, red);
    let foot = line_below("thinThickSmallGap", 24, 1, red);
    let marked = || vec![lines(mark * 12), side("center")];
    vec![
        look(Style::Status, "页首说明", Face::Heading, 24, vec![lines(PITCH)]),
        look(Style::Mark, "发文机关标志", Face::Title, mark, marked()),
        look(
            Style::LetterMark,
            "信函标志",
            Face::Title,
            mark,
            vec![double_line, lines(mark * 12), outdent(), side("center")],
        ),
        text(Style::Number, "发文字号", vec![red_line, lines(PITCH), side("center")]),
        text(Style::LetterNumber, "函号", vec![lines(PITCH)]),
        look(Style::Title, "公文标题", Face::Title, LARGE * 2, title()),
        text(Style::Addressees, "主送", vec![lines(PITCH), side("both")]),
        text(Style::Body, "公文正文", vec![lines(PITCH), indent(), side("both")]),
        heading(Style::First, "heading 1", Face::Heading, 0),
        heading(Style::Second, "heading 2", Face::Subheading, 1),
        heading(Style::Third, "heading 3", Face::Body, 2),
        text(Style::Annexes, "附件说明", vec![lines(PITCH)]),
        text(Style::Signature, "署名和日期", vec![lines(PITCH), side("right")]),
        look(Style::AnnexLabel, "附件序号", Face::Heading, TEXT * 2, vec![lines(PITCH)]),
        look(Style::AnnexTitle, "附件标题", Face::Title, LARGE * 2, title()),
        look(
            Style::TableTitle,
            "表题",
            Face::Heading,
            24,
            vec![Element::new("w:keepNext"), off_grid(), side("center")],
        ),
        look(Style::Cell, "表格", Face::Table, tiny, cell()),
        look(Style::TableNote, "表注", Face::Table, tiny - 2, vec![off_grid()]),
        look(
            Style::Imprint,
            "版记",
            Face::Body,
            SMALL * 2,
            vec![lines(SMALL * 20 * 3 / 2)],
        ),
        look(Style::PageNumber, "页码", Face::Table, SMALL * 2, vec![]),
        look(Style::Break, "分节", Face::Table, 2, vec![lines(20)]),
        look(
            Style::LetterFoot,
            "信函下线",
            Face::Title,
            4,
            vec![foot, lines(60), outdent()],
        ),
    ]
}

/// Where the right edge of the text is for what stands one character before it.
pub(super) const BEFORE_EDGE: u32 = BLOCK - CELL;
