//! How a number came about.

mod records;

use crate::render::html::components::links::links;
use crate::render::html::components::text::anchor::anchor;
use crate::render::html::components::trace::records::records;
use crate::render::html::link::Way;
use crate::render::html::markup::Markup;
use crate::render::html::ways::anchor_of;
use crate::view::trace::{TraceRecord, TraceView};

/// How a trace stands on its page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stand {
    /// As a panel that a number opens and that can be closed.
    Panel,
    /// Open.
    Open,
}

/// Writes a trace.
pub(crate) fn trace(view: &TraceView, stand: Stand, way: Way, out: &mut Markup) {
    opening(view, stand, out);
    value(view, way, out);
    steps(&view.steps, stand, out);
    if !view.rows.is_empty() {
        heading("由各行相加", stand, out);
        links(&view.rows, way, out);
    }
    listed("计入的记录", &view.records, stand, way, out);
    listed("未计入的记录", &view.left_out, stand, way, out);
    rest(view, way, out);
    out.push("<p class=\"id\">").text(&view.figure);
    out.push(match stand {
        Stand::Panel => "</aside>\n",
        Stand::Open => "</section>\n",
    });
}

fn opening(view: &TraceView, stand: Stand, out: &mut Markup) {
    let end = match stand {
        Stand::Panel => {
            out.push("<aside class=\"trace\" tabindex=\"-1\"").attribute("id", &view.id);
            out.push("><a class=\"close\" href=\"#").text(&anchor_of(&view.id));
            out.push("\">关闭</a><h3>");
            "</h3>\n"
        }
        Stand::Open => {
            out.push("<section").attribute("id", &view.id).push("><h2>");
            "</h2>\n"
        }
    };
    out.text(&view.title).push_if(view.demo, " <i>演示</i>").push(end);
}

/// The value, and what it is the value of.
fn value(view: &TraceView, way: Way, out: &mut Markup) {
    out.push("<p class=\"value\">").text(&view.text);
    if !view.definition.is_empty() {
        out.push("<p>").text(&view.definition);
    }
    if !view.clause.text.is_empty() {
        out.push("<p><b>依据</b>");
        anchor(&view.clause, way, out);
    }
    if !view.period.is_empty() {
        out.push("<p><b>期间</b>").text(&view.period);
    }
}

fn heading(text: &'static str, stand: Stand, out: &mut Markup) {
    let (start, end) = match stand {
        Stand::Panel => ("<h4>", "</h4>"),
        Stand::Open => ("<h3>", "</h3>"),
    };
    out.push(start).push(text).push(end);
}

fn steps(steps: &[String], stand: Stand, out: &mut Markup) {
    if steps.is_empty() {
        return;
    }
    heading("计算过程", stand, out);
    out.push("<ol>");
    for step in steps {
        out.push("<li>").text(step);
    }
    out.push("</ol>");
}

fn listed(
    text: &'static str,
    all: &[TraceRecord],
    stand: Stand,
    way: Way,
    out: &mut Markup,
) {
    if !all.is_empty() {
        heading(text, stand, out);
        records(all, way, out);
    }
}

/// The way to what is left out here.
fn rest(view: &TraceView, way: Way, out: &mut Markup) {
    let full = way.to(&view.full.href());
    if full.is_empty() {
        return;
    }
    let is_alone = view.records.is_empty() && view.left_out.is_empty();
    out.push("<p><a").attribute("href", &full).push(">");
    out.push(if is_alone { "共有" } else { "另有" }).number(view.more);
    out.push("条记录，查看完整来历</a>");
}
