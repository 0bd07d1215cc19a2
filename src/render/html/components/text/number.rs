//! A printed number: it bears its figure and exact value, and opens its trace.

use crate::render::html::markup::Markup;
use crate::render::html::ways::{TraceWay, Ways};
use crate::view::inline::Number;

/// The part of a figure that goes without saying.
const OWN_PART: &str = "value";

/// Writes a number.
pub(crate) fn number(number: &Number, ways: &mut Ways, out: &mut Markup) {
    let way = opening(number, ways, out);
    out.text(number.text.digits()).text(number.text.unit());
    closing(&way, out);
}

/// Writes a number in large type, whose unit stands smaller.
pub(crate) fn large_number(number: &Number, ways: &mut Ways, out: &mut Markup) {
    let way = opening(number, ways, out);
    out.text(number.text.digits());
    let unit = number.text.unit();
    if !unit.is_empty() {
        out.push("<small>").text(unit).push("</small>");
    }
    closing(&way, out);
}

fn opening(number: &Number, ways: &mut Ways, out: &mut Markup) -> TraceWay {
    let way = ways.open(number);
    if !way.href.is_empty() {
        out.push("<a").attribute("href", &way.href);
        out.attribute_if_any("id", &way.anchor).push(">");
    }
    out.push("<data").attribute("data-figure", &number.figure);
    if number.part != OWN_PART {
        out.attribute("data-part", &number.part);
    }
    out.attribute("value", &number.value).push(">");
    way
}

fn closing(way: &TraceWay, out: &mut Markup) {
    out.push("</data>").push_if(!way.href.is_empty(), "</a>");
}
