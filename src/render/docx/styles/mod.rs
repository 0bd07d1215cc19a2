//! The part with the styles of a document.

mod looks;
pub(super) mod style;

use crate::render::docx::measures::{CLOSER, TEXT};
use crate::render::docx::styles::looks::looks;
use crate::render::docx::styles::style::{Face, Look, Style};
use crate::render::docx::xml::{Element, WORDS};
use crate::theme::Theme;

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
