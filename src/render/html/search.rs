//! The search page: the entries as data for the script, and an index without it.

use serde_json::json;

use crate::render::html::components::crumbs::crumbs;
use crate::render::html::components::index::index;
use crate::render::html::link::Way;
use crate::render::html::markup::Markup;
use crate::render::html::shell::Holes;
use crate::view::search::{Entry, Search};

/// What the page puts into its shell; it stands in the book's folder.
pub(super) fn holes(search: &Search) -> Holes {
    let (mut above, mut lists) = (Markup::default(), Markup::default());
    crumbs(&search.crumbs, "", Way::HERE, &mut above);
    search.lists.iter().for_each(|list| index(list, Way::HERE, &mut lists));
    Holes::new()
        .text("title", &search.title)
        .markup("crumbs", &above)
        .markup("index", &lists)
        .markup("data", &data(&search.entries))
}

/// Rows of kind, name, target, text and initials.
fn data(entries: &[Entry]) -> Markup {
    let mut out = Markup::default();
    out.push("[");
    for (index, entry) in entries.iter().enumerate() {
        out.push_if(index > 0, ",\n").data(&json!([
            entry.kind,
            entry.link.text,
            Way::HERE.to(&entry.link.href),
            entry.text,
            entry.initials
        ]));
    }
    out.push("]");
    out
}
