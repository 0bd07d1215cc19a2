//! View model → pages of the site: templates, style sheets and scripts of the theme.

mod assets;
mod changes;
mod chart;
mod inline;
mod link;
mod page_context;
mod portal;
mod search;
mod table;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use anyhow::Context as _;
use serde::Serialize;
use serde_json::Value;
use tera::{Context, Tera};

use crate::render::html::assets::{Assets, Supply};
use crate::render::html::changes::ChangesView;
use crate::render::html::page_context::PageContext;
use crate::render::html::portal::PortalView;
use crate::render::html::search::SearchView;
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

/// Draws a small chart of a table cell as inline SVG.
type DrawSpark = Box<dyn Fn(&Spark) -> String + Send + Sync>;

/// Everything that turns pages into HTML, made ready once.
pub struct Pages {
    tera: Tera,
    assets: Assets,
    spark: DrawSpark,
}

impl Pages {
    /// Reads the templates, style sheets and scripts of the theme; each page bears the mark of
    /// its audience.
    ///
    /// `spark` draws the small charts of table cells; its SVG and the drawings given to
    /// [`Pages::page`] are printed as they are, so they must come from this program.
    /// They must not use `style`, which the content security policy forbids.
    pub fn new(
        theme: &Theme,
        audience: &str,
        spark: impl Fn(&Spark) -> String + Send + Sync + 'static,
    ) -> anyhow::Result<Pages> {
        let assets = Assets::new(theme);
        let mut tera = Tera::new();
        tera.autoescape_on([".html"]);
        tera.global_context().insert("audience", audience);
        tera.global_context().insert("styles", &texts(&assets.styles));
        tera.global_context().insert("scripts", &texts(&assets.scripts));
        let templates = theme.folder("html/").map(|(path, bytes)| {
            let name = path.trim_start_matches("html/").to_owned();
            (name, String::from_utf8_lossy(bytes).into_owned())
        });
        tera.add_raw_templates(templates.collect::<Vec<(String, String)>>())
            .context("主题的网页模板有错")?;
        Ok(Pages { tera, assets, spark: Box::new(spark) })
    }

    /// A page of a book; `drawings` holds the inline SVG of its charts by their ids.
    ///
    /// A drawing is two, one after the other: `chart-web` for wide screens and
    /// `chart-phone` for telephones; the page shows the one that fits.
    /// A number opens its trace if the page holds a trace of that id. Traces that no
    /// number opens stand open at the end of the page.
    pub fn page(
        &self,
        page: &Page,
        drawings: &BTreeMap<String, String>,
    ) -> anyhow::Result<Vec<u8>> {
        let view = PageContext::new(page, drawings, self.spark.as_ref());
        let (styles, scripts) = needs(page, !view.traces.is_empty());
        self.print("page.html", &view, &styles, &scripts)
            .with_context(|| format!("生成网页 {} 失败", page.path))
    }

    /// The page that lists the books; it stands in the output folder itself.
    pub fn portal(&self, portal: &Portal, books: &[Value]) -> anyhow::Result<Vec<u8>> {
        let styles = ["base", "cards", "portal"];
        self.print("portal.html", &PortalView::new(portal, books), &styles, &[])
            .context("生成首页失败")
    }

    /// The place of a book on the portal, as the portal takes it.
    pub fn place(&self, book: &PortalBook) -> anyhow::Result<Value> {
        portal::place(book).context("生成首页失败")
    }

    /// The page that searches a book; it stands in the book's folder.
    pub fn search(&self, search: &Search) -> anyhow::Result<Vec<u8>> {
        self.print(
            "search.html",
            &SearchView::new(search),
            &["base", "search"],
            &["search"],
        )
        .context("生成搜索页失败")
    }

    /// A page of an edition's folder with traces and tables, which shares [`TRACE_SHEET`]: there
    /// are dozens of them beside one another, and none is sent alone.
    pub fn trace_page(&self, page: &Page) -> anyhow::Result<Vec<u8>> {
        let drawings = BTreeMap::new();
        let view = PageContext::new(page, &drawings, self.spark.as_ref());
        let (_, mut scripts) = needs(page, !view.traces.is_empty());
        // The link to the search is enough for pages so many and so seldom read.
        scripts.retain(|script| *script != "find");
        self.dressed("page.html", &view, TRACE_SHEET, TRACE_STYLES, &scripts)
            .with_context(|| format!("生成网页 {} 失败", page.path))
    }

    /// The style sheet that the pages with traces share.
    pub fn trace_sheet(&self) -> Vec<u8> {
        let styles = self.assets.styles.iter();
        let used = styles.filter(|style| TRACE_STYLES.contains(&style.name.as_str()));
        used.map(|style| style.text.as_str()).collect::<String>().into_bytes()
    }

    fn print(
        &self,
        template: &str,
        view: &impl Serialize,
        styles: &[&str],
        scripts: &[&str],
    ) -> anyhow::Result<Vec<u8>> {
        let used = [&["colors"], styles].concat();
        self.dressed(template, view, "", &used, scripts)
    }

    /// A page with these styles in the sheet beside it, or inside it where there is no such sheet.
    fn dressed(
        &self,
        template: &str,
        view: &impl Serialize,
        sheet: &str,
        styles: &[&str],
        scripts: &[&str],
    ) -> anyhow::Result<Vec<u8>> {
        let mut context = Context::from_serialize(view)?;
        let inside = if sheet.is_empty() { styles } else { &[] };
        context.insert("policy", &self.assets.policy(inside, scripts));
        context.insert("sheet", sheet);
        context.insert("used_styles", styles);
        context.insert("used_scripts", scripts);
        let mut bytes = Vec::new();
        self.tera.render_to(template, &context, &mut bytes)?;
        Ok(bytes)
    }
}

/// What changed, as one page that stands alone.
pub fn changes_page(changes: &Changes, theme: &Theme) -> anyhow::Result<String> {
    let pages = Pages::new(theme, "", |_| String::new())?;
    let view = ChangesView::new(changes);
    let bytes = pages.print("changes.html", &view, &["base", "table", "changes"], &[])?;
    // Data that has errors is shown too, and may hold marks that turn the direction of writing.
    Ok(plain(&String::from_utf8_lossy(&bytes)).into_owned())
}

fn texts(assets: &[Supply]) -> BTreeMap<&str, &str> {
    let pairs = assets.iter().map(|supply| (supply.name.as_str(), supply.text.as_str()));
    pairs.collect()
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
