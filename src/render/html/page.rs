//! The body of a page: its components, in the holes that the page's shell has for them.

use std::collections::{BTreeMap, BTreeSet};

use crate::render::html::components::block::block;
use crate::render::html::components::contents::contents;
use crate::render::html::components::crumbs::crumbs;
use crate::render::html::components::lamp::{SYMBOLS, shows_lamps};
use crate::render::html::components::links::{links, pager};
use crate::render::html::components::notices::notices;
use crate::render::html::components::surroundings::Surroundings;
use crate::render::html::components::text::pieces::pieces;
use crate::render::html::components::trace::{Stand, trace};
use crate::render::html::link::Way;
use crate::render::html::markup::Markup;
use crate::render::html::shell::Holes;
use crate::render::html::ways::Ways;
use crate::render::svg::Svg;
use crate::view::page::{Block, Page};
use crate::view::spark::Spark;
use crate::view::trace::TraceView;

/// Bytes that hold the blocks of most pages.
const USUAL: usize = 8 * 1024;

/// The body of a page.
#[derive(Default)]
pub(super) struct Body {
    crumbs: Markup,
    /// What the page says first, where it is not its title.
    headline: Markup,
    /// The document and other files of an edition.
    files: Markup,
    notices: Markup,
    /// The way to neighbouring pages, and the blocks before the list of contents.
    opening: Markup,
    contents: Markup,
    blocks: Markup,
    /// Traces that no number opens, which stand open at the end, and the way to other pages again.
    standing: Markup,
    /// Traces that a number opens.
    traces: Markup,
}

impl Body {
    /// The body with its drawings and small charts.
    pub(super) fn new(
        page: &Page,
        drawings: &BTreeMap<String, Svg>,
        spark: &(dyn Fn(&Spark) -> Svg + Send + Sync),
    ) -> Body {
        let way = Way::of(page);
        let ways = Ways::of(page);
        let mut body = Body::default();
        crumbs(&page.crumbs, &way.to("search.html"), way, &mut body.crumbs);
        notices(&page.notices, &mut body.notices);
        let mut around = Surroundings { ways, drawings, spark };
        let screens = page.blocks.iter().filter_map(|block| match block {
            Block::FirstScreen { screen } => Some(screen),
            _ => None,
        });
        screens.take(1).for_each(|screen| {
            pieces(&screen.headline, &mut around.ways, &mut body.headline);
            if !screen.links.is_empty() {
                links(&screen.links, way, &mut body.files);
            }
        });
        let through = page.pager.iter();
        through.clone().for_each(|one| pager(one, "页首", way, &mut body.opening));
        body.blocks(&page.blocks, &mut around);
        body.traces(&page.traces, &around.ways);
        through.for_each(|one| pager(one, "页尾", way, &mut body.standing));
        body
    }

    /// Returns whether a number opens a trace.
    pub(super) fn opens_traces(&self) -> bool {
        !self.traces.is_empty()
    }

    /// The body and what the shell says of the page itself.
    pub(super) fn holes(&self, page: &Page) -> Holes {
        let parts = [&self.opening, &self.blocks];
        let symbols = if parts.into_iter().any(shows_lamps) { SYMBOLS } else { "" };
        Holes::new()
            .ours("symbols", symbols)
            .text("title", &page.title)
            .text("subtitle", &page.subtitle)
            .markup("headline", &self.headline)
            .markup("files", &self.files)
            .markup("crumbs", &self.crumbs)
            .markup("notices", &self.notices)
            .markup("opening", &self.opening)
            .markup("contents", &self.contents)
            .markup("blocks", &self.blocks)
            .markup("standing", &self.standing)
            .markup("traces", &self.traces)
    }

    fn blocks(&mut self, blocks: &[Block], around: &mut Surroundings) {
        let is_heading = |block: &Block| matches!(block, Block::Heading { .. });
        let start = blocks.iter().position(is_heading).unwrap_or(blocks.len());
        let (opening, others) = blocks.split_at(start);
        let most = if others.is_empty() { &mut self.opening } else { &mut self.blocks };
        most.reserve(USUAL);
        opening.iter().for_each(|one| block(one, around, &mut self.opening));
        contents(blocks, &mut self.contents);
        others.iter().for_each(|one| block(one, around, &mut self.blocks));
    }

    fn traces(&mut self, views: &[TraceView], ways: &Ways) {
        let (opened, standing): (Vec<&TraceView>, Vec<&TraceView>) =
            views.iter().partition(|view| ways.is_opened(&view.id));
        panels(&opened, ways.way, &mut self.traces);
        standing_traces(&standing, ways.way, &mut self.standing);
    }
}

fn panels(views: &[&TraceView], way: Way, out: &mut Markup) {
    if views.is_empty() {
        return;
    }
    out.push("<section class=\"traces\" aria-labelledby=\"traces-title\">");
    out.push("<h2 class=\"hidden\" id=\"traces-title\">数字的来历</h2>\n");
    views.iter().for_each(|view| trace(view, Stand::Panel, way, out));
    out.push("</section>\n");
}

fn standing_traces(views: &[&TraceView], way: Way, out: &mut Markup) {
    if views.is_empty() {
        return;
    }
    out.push("<section class=\"standing-traces\" aria-label=\"数字的来历\">\n");
    let (quiet, telling): (Vec<&TraceView>, Vec<&TraceView>) =
        views.iter().partition(|view| view.quiet);
    telling.iter().for_each(|view| trace(view, Stand::Open, way, out));
    quiet_traces(&quiet, out);
    out.push("</section>\n");
}

/// The traces that only say that no record counts, by what they come to.
fn quiet_traces(views: &[&TraceView], out: &mut Markup) {
    if views.is_empty() {
        return;
    }
    out.push("<section><h2>没有计入记录的范围</h2>");
    let texts: BTreeSet<&str> = views.iter().map(|view| view.text.as_str()).collect();
    for text in texts {
        out.push("<h3>").text(text).push("</h3><ul class=\"links\">");
        for view in views.iter().filter(|view| view.text == text) {
            out.push("<li").attribute("id", &view.id).push(">").text(&view.title);
        }
        out.push("</ul>");
    }
    out.push("</section>\n");
}
