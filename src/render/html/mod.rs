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

use crate::render::OutputFile;
use crate::render::html::assets::{Assets, Dress};
use crate::render::html::changes::ChangesView;
use crate::render::html::link::Way;
use crate::render::html::markup::Markup;
use crate::render::html::page::Body;
use crate::render::html::shell::{Holes, Shells};
use crate::render::svg::Svg;
use crate::theme::Theme;
use crate::view::changes::Changes;
use crate::view::page::{Block, Page};
use crate::view::portal::{Portal, PortalBook};
use crate::view::search::Search;
use crate::view::site::Marks;
use crate::view::spark::Spark;
use crate::words::plain;

/// Draws a small chart of a table cell.
type DrawSpark = Box<dyn Fn(&Spark) -> Svg + Send + Sync>;

/// Everything that turns pages into HTML, made ready once.
pub struct Pages {
    shells: Shells,
    assets: Assets,
    spark: DrawSpark,
}

impl Pages {
    /// Reads the templates, style sheets and scripts of the theme; each page bears the
    /// marks.
    ///
    /// `spark` draws the small charts of table cells. Drawings must not use `style`, which the
    /// content security policy forbids.
    pub fn new(
        theme: &Theme,
        marks: Marks,
        spark: impl Fn(&Spark) -> Svg + Send + Sync + 'static,
    ) -> anyhow::Result<Pages> {
        let shells = Shells::new(theme, marks)?;
        Ok(Pages { shells, assets: Assets::new(theme), spark: Box::new(spark) })
    }

    /// A page of a book; `drawings` holds the drawings of its charts by their ids.
    ///
    /// A drawing is two, one after the other: `chart-web` for wide screens and
    /// `chart-phone` for telephones; the page shows the one that fits.
    /// A number opens its trace if the page holds a trace of that id. Traces that no
    /// number opens stand open at the end of the page.
    /// A page that is sent alone holds its styles and scripts; others read those that
    /// [`Pages::shared`] makes.
    pub fn page(
        &self,
        page: &Page,
        drawings: &BTreeMap<String, Svg>,
    ) -> anyhow::Result<Vec<u8>> {
        let body = Body::new(page, drawings, self.spark.as_ref());
        let dress = if page.is_sent_alone() {
            let (styles, scripts) = needs(page, body.opens_traces());
            self.assets.dress(&styles, &scripts)
        } else {
            Dress::beside(Way::of(page))
        };
        (self.shells.print("page.html", &dress, body.holes(page)))
            .with_context(|| format!("生成网页 {} 失败", page.path))
    }

    /// The page that lists the books; it stands in the output folder itself.
    pub fn portal(&self, portal: &Portal, books: &[Value]) -> anyhow::Result<Vec<u8>> {
        let dress = self.assets.dress(&["colors", "base", "cards", "portal"], &[]);
        let holes = portal::holes(portal, books);
        self.shells.print("portal.html", &dress, holes).context("生成首页失败")
    }

    /// The place of a book on the portal, as the portal takes it.
    pub fn place(&self, book: &PortalBook) -> anyhow::Result<Value> {
        portal::place(book).context("生成首页失败")
    }

    /// The page that searches a book; it stands in the book's folder.
    ///
    /// After it come the files beside it that hold its entries, where these are many.
    pub fn search(&self, search: &Search) -> anyhow::Result<Vec<OutputFile>> {
        let (holes, parts) = search::holes(search);
        let page = self.shells.print("search.html", &Dress::beside(Way::HERE), holes);
        let file = |path: String, bytes| OutputFile { path, bytes };
        let page = file("search.html".to_owned(), page.context("生成搜索页失败")?);
        let parts = (1..).zip(&parts).map(|(at, part): (usize, &Markup)| {
            file(format!("search.{at}.js"), part.as_str().as_bytes().to_vec())
        });
        Ok([page].into_iter().chain(parts).collect())
    }

    /// The style sheet and the script that the pages of a book share, by their names in its folder.
    pub fn shared(&self) -> [(&'static str, Vec<u8>); 2] {
        self.assets.shared().map(|(name, text)| (name, text.into_bytes()))
    }
}

/// What changed, as one page that stands alone.
pub fn changes_page(changes: &Changes, theme: &Theme) -> anyhow::Result<String> {
    let pages = Pages::new(theme, Marks::default(), |_| Svg::default())?;
    let holes = Holes::of(&ChangesView::new(changes, theme))?;
    let styles = ["colors", "base", "chart", "drawing", "table", "changes"];
    let dress = pages.assets.dress(&styles, &[]);
    let bytes = pages.shells.print("changes.html", &dress, holes)?;
    // Data that has errors is shown too, and may hold marks that turn the direction of writing.
    Ok(plain(&String::from_utf8_lossy(&bytes)).into_owned())
}

/// The style sheets and scripts for what stands on a page that carries them.
fn needs(page: &Page, opens_traces: bool) -> (Vec<&'static str>, Vec<&'static str>) {
    let has = |test: fn(&Block) -> bool| page.blocks.iter().any(test);
    let has_chart = page.drawn_charts().next().is_some()
        || has(|block| matches!(block, Block::Chart { .. }));
    let has_screen = has(|block| matches!(block, Block::FirstScreen { .. }));
    let has_table = has(|block| matches!(block, Block::Table { .. }));
    let styles = [
        ("colors", true),
        ("base", true),
        ("cards", has_screen || has(|block| matches!(block, Block::Cards { .. }))),
        ("chart", has_chart),
        ("drawing", has_table || has_chart),
        ("facts", has_screen || has(|block| matches!(block, Block::Facts { .. }))),
        ("table", has_table || has_chart),
        (
            "sieve",
            has(
                |block| matches!(block, Block::Table { table } if !table.filters.is_empty()),
            ),
        ),
        ("trace", !page.traces.is_empty()),
        ("glance", has_screen),
    ];
    let scripts = [("find", true), ("table", has_table), ("trace", opens_traces)];
    (chosen(&styles), chosen(&scripts))
}

fn chosen(list: &[(&'static str, bool)]) -> Vec<&'static str> {
    list.iter().filter(|(_, needed)| *needed).map(|(name, _)| *name).collect()
}
