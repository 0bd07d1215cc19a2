//! A state: its sign, which is known by its shape as well as by its colour, and always its word.

use crate::render::html::markup::Markup;
use crate::view::inline::Mark;

/// The signs of the lamps, which a page that shows any holds once; each colour has its own shape,
/// so that it is known in black and white.
pub(crate) const SYMBOLS: &str = concat!(
    "<svg class=\"hidden\" aria-hidden=\"true\">\n",
    "<symbol id=\"l-green\" viewBox=\"0 0 12 12\"><circle cx=\"6\" cy=\"6\" r=\"5.5\"/></symbol>\n",
    "<symbol id=\"l-blue\" viewBox=\"0 0 12 12\"><path d=\"M1 1h10v10H1z\"/></symbol>\n",
    "<symbol id=\"l-yellow\" viewBox=\"0 0 12 12\"><path d=\"M6 .6 11.8 11.2H.2z\"/></symbol>\n",
    "<symbol id=\"l-orange\" viewBox=\"0 0 12 12\"><path d=\"M6 0 12 6 6 12 0 6z\"/></symbol>\n",
    "<symbol id=\"l-red\" viewBox=\"0 0 12 12\"><circle cx=\"6\" cy=\"6\" r=\"5.7\"/>",
    "<path d=\"M2.8 6h6.4\" stroke=\"#fff\" stroke-width=\"2.2\"/></symbol>\n",
    "</svg>\n"
);

/// Writes a state as a lamp with its word; nothing where there is no state.
pub(crate) fn lamp(mark: &Mark, out: &mut Markup) {
    if is_set(mark) {
        out.push("<span class=\"lamp\">");
        sign(mark, out);
        out.push("</span>");
    }
}

/// Returns whether there is a state.
pub(crate) fn is_set(mark: &Mark) -> bool {
    !mark.id.is_empty()
}

/// Returns whether markup shows the sign of a lamp, which stands among [`SYMBOLS`].
pub(crate) fn shows_lamps(markup: &Markup) -> bool {
    markup.as_str().contains("<use href=\"#l-")
}

/// Writes the sign of a state and its word.
pub(crate) fn sign(mark: &Mark, out: &mut Markup) {
    sign_alone(mark, out);
    out.text(&mark.word);
}

/// Writes the sign of a state, whose word is told elsewhere.
pub(crate) fn sign_alone(mark: &Mark, out: &mut Markup) {
    let color = color(mark);
    match symbol(&mark.id) {
        Some(symbol) => {
            out.push("<svg").attribute("fill", color).push("><use href=\"#l-");
            out.push(symbol).push("\"/>");
        }
        None => {
            out.push("<svg viewBox=\"0 0 12 12\">");
            shape(&mark.id, color, out);
        }
    }
    out.push("</svg>");
}

/// The symbol of a colour.
fn symbol(id: &str) -> Option<&'static str> {
    ["green", "blue", "yellow", "orange", "red"].into_iter().find(|symbol| *symbol == id)
}

/// The shape of a verdict, or a disc for what has none.
fn shape(id: &str, color: &str, out: &mut Markup) {
    let (start, ink, end) = match id {
        "met" => (
            "<path d=\"M1.5 6.5 5 10l5.5-7.5\" fill=\"none\"",
            "stroke",
            " stroke-width=\"2.2\"/>",
        ),
        "missed" => {
            ("<path d=\"M2 2l8 8M10 2l-8 8\"", "stroke", " stroke-width=\"2.2\"/>")
        }
        "due" => (
            "<circle cx=\"6\" cy=\"6\" r=\"4.4\" fill=\"none\"",
            "stroke",
            " stroke-width=\"1.8\"/>",
        ),
        _ => ("<circle cx=\"6\" cy=\"6\" r=\"5.5\"", "fill", "/>"),
    };
    out.push(start).attribute(ink, color).push(end);
}

fn color(mark: &Mark) -> &str {
    let is_colour = mark.color.len() == 7
        && mark.color.starts_with('#')
        && mark.color[1..].bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_colour { &mark.color } else { "currentColor" }
}
