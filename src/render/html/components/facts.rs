//! Terms with their meanings.

use crate::render::html::components::text::pieces::piece;
use crate::render::html::markup::Markup;
use crate::render::html::ways::Ways;
use crate::view::inline::Inline;
use crate::view::page::Term;

/// Short facts from which they stand two beside one another.
const PAIRED_FROM: usize = 4;

/// Characters that fit half the width.
const SHORT: usize = 34;

/// Writes facts below one another, or short ones in pairs.
pub(crate) fn facts(rows: &[Term], ways: &mut Ways, out: &mut Markup) {
    let is_paired = rows.iter().filter(|fact| !is_long(fact)).count() >= PAIRED_FROM;
    out.push("<dl class=\"facts").push_if(is_paired, " paired").push("\">");
    for fact in rows {
        out.push("<div class=\"").push(if is_long(fact) { "long" } else { "short" });
        out.push("\"><dt>").text(&fact.term).push("</dt><dd>");
        for inline in &fact.inlines {
            // A bracket stays on the line of what it explains.
            let is_bracket =
                matches!(inline, Inline::Text { text } if text.starts_with('（'));
            out.push_if(is_bracket, "&#8288;");
            piece(inline, ways, out);
        }
        out.push("</dd></div>");
    }
    out.push("</dl>");
}

/// Returns whether the meaning of a term needs more than half the width.
fn is_long(fact: &Term) -> bool {
    let characters = fact.inlines.iter().flat_map(|inline| inline.plain().chars());
    characters.count() > SHORT
}
