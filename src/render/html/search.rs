//! The search page and its entries: data for the script, inside the page or in files beside it.

use serde_json::json;

use crate::render::html::components::crumbs::crumbs;
use crate::render::html::components::index::index;
use crate::render::html::link::Way;
use crate::render::html::markup::Markup;
use crate::render::html::shell::Holes;
use crate::view::search::{Entry, Search};

/// Most bytes of entries in one place.
const MOST: usize = 300_000;

/// What the page puts into its shell, and the files with its entries beside it: none where the
/// page holds them all itself. It stands in the book's folder.
pub(super) fn holes(search: &Search) -> (Holes, Vec<Markup>) {
    let (mut above, mut lists) = (Markup::default(), Markup::default());
    crumbs(&search.crumbs, "", Way::HERE, &mut above);
    search.lists.iter().for_each(|list| index(list, Way::HERE, &mut lists));
    let holes = Holes::new()
        .text("title", &search.title)
        .markup("crumbs", &above)
        .markup("index", &lists);
    match parts(&search.entries).as_slice() {
        [] => (holes.markup("data", &rows(&[])), Vec::new()),
        [all] => (holes.markup("data", &rows(all)), Vec::new()),
        many => {
            let holes = holes.text("parts", &many.len().to_string());
            (holes, many.iter().map(|part| script(part)).collect())
        }
    }
}

/// The rows of the entries, no more together than stand in one place.
fn parts(entries: &[Entry]) -> Vec<Vec<Markup>> {
    let mut parts: Vec<Vec<Markup>> = Vec::new();
    let mut room = 0;
    for entry in entries {
        let row = row(entry);
        let length = row.as_str().len();
        if length > room {
            parts.push(Vec::new());
            room = MOST;
        }
        room = room.saturating_sub(length);
        if let Some(part) = parts.last_mut() {
            part.push(row);
        }
    }
    parts
}

/// Kind, name, target, text and initials.
fn row(entry: &Entry) -> Markup {
    let mut row = Markup::default();
    row.data(&json!([
        entry.kind,
        entry.link.text,
        Way::HERE.to(&entry.link.href),
        entry.text,
        entry.initials
    ]));
    row
}

fn rows(rows: &[Markup]) -> Markup {
    let mut out = Markup::default();
    out.push("[");
    for (index, row) in rows.iter().enumerate() {
        out.push_if(index > 0, ",\n").markup(row);
    }
    out.push("]");
    out
}

/// A file beside the page, which hands its rows to the script of the page.
fn script(part: &[Markup]) -> Markup {
    let mut out = Markup::default();
    out.push("addEntries(").markup(&rows(part)).push(");\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::inline::Link;

    fn search(entries: usize) -> Search {
        let entry = |at: usize| Entry {
            kind: "项目",
            link: Link::new(format!("项目{at}"), format!("projects/{at}.html")),
            text: "责任单位：某局".repeat(10),
            initials: "x m".to_owned(),
        };
        Search {
            title: "搜索".to_owned(),
            crumbs: Vec::new(),
            lists: Vec::new(),
            entries: (0..entries).map(entry).collect(),
        }
    }

    #[test]
    fn entries_that_are_few_stand_inside_the_page() {
        assert!(holes(&search(0)).1.is_empty());
        assert!(holes(&search(3)).1.is_empty());
    }

    #[test]
    fn entries_that_are_many_stand_beside_it_each_once_and_in_order() {
        let files = holes(&search(5000)).1;
        assert!(files.len() > 3);
        let rows = files.iter().map(Markup::as_str).flat_map(|file| {
            assert!(file.len() < MOST + 20_000, "{}", file.len());
            let rows = file.strip_prefix("addEntries(").unwrap();
            let rows = rows.strip_suffix(");\n").unwrap();
            serde_json::from_str::<Vec<[String; 5]>>(rows).unwrap()
        });
        let names: Vec<String> = rows.map(|[_, name, ..]| name).collect();
        assert_eq!(names, (0..5000).map(|at| format!("项目{at}")).collect::<Vec<_>>());
    }
}
