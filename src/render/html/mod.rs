//! View model → pages of the site: components of our own in the shells of a theme, with its style
//! sheets and scripts.

mod assets;
mod changes;
mod components;
mod link;
mod markup;
mod page;
mod portal;
mod search;
mod shell;
mod ways;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use anyhow::Context as _;
use serde_json::Value;

use crate::render::html::assets::Assets;
use crate::render::html::changes::ChangesView;
use crate::render::html::page::Body;
use crate::render::html::shell::{Holes, Shells};
use crate::render::svg::Svg;
use crate::theme::Theme;
use crate::view::changes::Changes;
use crate::view::page::{Block, Page};
use crate::view::portal::{Portal, PortalBook};
use crate::view::search::Search;
use crate::view::spark::Spark;
use crate::words::plain;

/// The style sheet beside the pages with traces.
pub const TRACE_SHEET: &str = "trace.css";

/// What it holds.
const TRACE_STYLES: &[&str] = &["colors", "base", "facts", "table", "trace"];

/// Draws a small chart of a table cell.
type DrawSpark = Box<dyn Fn(&Spark) -> Svg + Send + Sync>;

/// Everything that turns pages into HTML, made ready once.
pub struct Pages {
    shells: Shells,
    assets: Assets,
    spark: DrawSpark,
}

impl Pages {
    /// Reads the templates, style sheets and scripts of the theme; each page bears the mark of
    /// its audience.
    ///
    /// `spark` draws the small charts of table cells. Drawings must not use `style`, which the
    /// content security policy forbids.
    pub fn new(
        theme: &Theme,
        audience: &str,
        spark: impl Fn(&Spark) -> Svg + Send + Sync + 'static,
    ) -> anyhow::Result<Pages> {
        let shells = Shells::new(theme, audience)?;
        Ok(Pages { shells, assets: Assets::new(theme), spark: Box::new(spark) })
    }

    /// A page of a book; `drawings` holds the drawings of its charts by their ids.
    ///
    /// A drawing is two, one after the other: `chart-web` for wide screens and
    /// `chart-phone` for telephones; the page shows the one that fits.
    /// A number opens its trace if the page holds a trace of that id. Traces that no
    /// number opens stand open at the end of the page.
    pub fn page(
        &self,
        page: &Page,
        drawings: &BTreeMap<String, Svg>,
    ) -> anyhow::Result<Vec<u8>> {
        let body = Body::new(page, drawings, self.spark.as_ref());
        let (styles, scripts) = needs(page, !body.traces.is_empty());
        self.print("page.html", body.holes(page), &styles, &scripts)
            .with_context(|| format!("生成网页 {} 失败", page.path))
    }

    /// The page that lists the books; it stands in the output folder itself.
    pub fn portal(&self, portal: &Portal, books: &[Value]) -> anyhow::Result<Vec<u8>> {
        let styles = ["base", "cards", "portal"];
        self.print("portal.html", portal::holes(portal, books), &styles, &[])
            .context("生成首页失败")
    }

    /// The place of a book on the portal, as the portal takes it.
    pub fn place(&self, book: &PortalBook) -> anyhow::Result<Value> {
        portal::place(book).context("生成首页失败")
    }

    /// The page that searches a book; it stands in the book's folder.
    pub fn search(&self, search: &Search) -> anyhow::Result<Vec<u8>> {
        let styles = ["base", "search"];
        self.print("search.html", search::holes(search), &styles, &["search"])
            .context("生成搜索页失败")
    }

    /// A page of an edition's folder with traces and tables, which shares [`TRACE_SHEET`]: there
    /// are dozens of them beside one another, and none is sent alone.
    pub fn trace_page(&self, page: &Page) -> anyhow::Result<Vec<u8>> {
        let drawings = BTreeMap::new();
        let body = Body::new(page, &drawings, self.spark.as_ref());
        let (_, mut scripts) = needs(page, !body.traces.is_empty());
        // The link to the search is enough for pages so many and so seldom read.
        scripts.retain(|script| *script != "find");
        let dress = self.assets.dress_beside(TRACE_SHEET, &scripts);
        (self.shells.print("page.html", &dress, body.holes(page)))
            .with_context(|| format!("生成网页 {} 失败", page.path))
    }

    /// The style sheet that the pages with traces share.
    pub fn trace_sheet(&self) -> Vec<u8> {
        self.assets.sheet(TRACE_STYLES).into_bytes()
    }

    fn print(
        &self,
        shell: &str,
        holes: Holes,
        styles: &[&str],
        scripts: &[&str],
    ) -> anyhow::Result<Vec<u8>> {
        let used = [&["colors"], styles].concat();
        self.shells.print(shell, &self.assets.dress(&used, scripts), holes)
    }
}

/// What changed, as one page that stands alone.
pub fn changes_page(changes: &Changes, theme: &Theme) -> anyhow::Result<String> {
    let pages = Pages::new(theme, "", |_| Svg::default())?;
    let holes = Holes::of(&ChangesView::new(changes))?;
    let bytes = pages.print("changes.html", holes, &["base", "table", "changes"], &[])?;
    // Data that has errors is shown too, and may hold marks that turn the direction of writing.
    Ok(plain(&String::from_utf8_lossy(&bytes)).into_owned())
}

/// The style sheets and scripts for what stands on the page.
fn needs(page: &Page, opens_traces: bool) -> (Vec<&'static str>, Vec<&'static str>) {
    let has = |test: fn(&Block) -> bool| page.blocks.iter().any(test);
    let has_chart = has(|block| matches!(block, Block::Chart { .. }));
    let has_table = has(|block| matches!(block, Block::Table { .. }));
    let styles = [
        ("base", true),
        ("cards", has(|block| matches!(block, Block::Cards { .. }))),
        ("chart", has_chart),
        ("drawing", has_table || has_chart),
        ("facts", has(|block| matches!(block, Block::Facts { .. }))),
        ("table", has_table || has_chart),
        ("trace", !page.traces.is_empty()),
    ];
    let scripts = [("find", true), ("table", has_table), ("trace", opens_traces)];
    (chosen(&styles), chosen(&scripts))
}

fn chosen(list: &[(&'static str, bool)]) -> Vec<&'static str> {
    list.iter().filter(|(_, needed)| *needed).map(|(name, _)| *name).collect()
}
