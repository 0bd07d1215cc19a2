//! What the search of a book finds: its pages and their sections, by name, initials and text.

use crate::model::book::Book;
use crate::report::paths::INDEX;
use crate::view::inline::{Inline, Link};
use crate::view::page::{Block, Page};
use crate::view::search::{Entry, EntryList, Search};
use crate::words::initials::initials;

/// What is found, in the order shown.
const KINDS: [&str; 4] = ["单位", PROJECT, "口径", "通报"];

/// Kinds that the page lists even without a script.
const LISTED: &[&str] = &["单位", PROJECT, "口径"];

const PROJECT: &str = "项目";

/// How a page is found.
#[derive(Clone, Copy, Debug)]
pub(super) enum Found<'a> {
    /// A unit, also by its other names.
    Unit(&'a [String]),
    /// A project.
    Project,
    /// What every number means, by its sections.
    Definitions,
    /// An edition, by its sections.
    Edition,
}

/// The search over what was found of the pages of a book, of which some list the projects.
pub(super) fn search(book: &Book, mut entries: Vec<Entry>, register: &[Link]) -> Search {
    entries.sort_by_key(|entry| KINDS.iter().position(|kind| *kind == entry.kind));
    let name = &book.card.record.name;
    Search {
        title: format!("搜索{name}"),
        crumbs: vec![Link { text: name.clone(), href: INDEX.to_owned() }],
        lists: lists(&entries, register),
        entries,
    }
}

/// What is found of a page.
pub(super) fn entries(found: Found, page: &Page) -> Vec<Entry> {
    let [unit, project, definitions, edition] = KINDS;
    match found {
        Found::Unit(aliases) => vec![whole(aliases, unit, page)],
        Found::Project => vec![whole(&[], project, page)],
        Found::Definitions => sections(definitions, page),
        Found::Edition => sections(edition, page),
    }
}

/// The entries by kind; projects too many for one page are a page away.
fn lists(entries: &[Entry], register: &[Link]) -> Vec<EntryList> {
    let list = |kind: &&'static str| {
        let links: Vec<Link> = if *kind == PROJECT && register.len() > 1 {
            register.to_vec()
        } else {
            let entries = entries.iter().filter(|entry| entry.kind == *kind);
            entries.map(|entry| entry.link.clone()).collect()
        };
        EntryList { kind, links }
    };
    LISTED.iter().map(list).filter(|list| !list.links.is_empty()).collect()
}

fn entry(kind: &'static str, text: String, href: String, body: Vec<String>) -> Entry {
    let initials = initials(&text);
    let body = body.into_iter().filter(|part| !part.is_empty());
    Entry {
        kind,
        link: Link { text, href },
        text: body.collect::<Vec<String>>().join("　"),
        initials,
    }
}

/// A page as one entry; a unit is also found by its other names.
fn whole(aliases: &[String], kind: &'static str, page: &Page) -> Entry {
    let mut body = aliases.to_vec();
    body.push(page.subtitle.clone());
    let facts = page.blocks.iter().filter(|block| matches!(block, Block::Facts { .. }));
    body.extend(facts.flat_map(words));
    entry(kind, page.title.clone(), page.path.clone(), body)
}

/// A page as one entry for each heading, with the text under it.
fn sections(kind: &'static str, page: &Page) -> Vec<Entry> {
    let mut open = (page.title.clone(), page.path.clone(), vec![page.subtitle.clone()]);
    let mut entries = Vec::new();
    for block in &page.blocks {
        match block {
            Block::Heading { id, text, .. } => {
                let title = match kind {
                    "通报" => format!("{text}（{}）", page.title),
                    _ => text.clone(),
                };
                let next = (title, format!("{}#{id}", page.path), Vec::new());
                let (title, href, body) = std::mem::replace(&mut open, next);
                entries.push(entry(kind, title, href, body));
            }
            other => open.2.extend(words(other)),
        }
    }
    let (title, href, body) = open;
    entries.push(entry(kind, title, href, body));
    entries.retain(|entry| !entry.text.is_empty());
    entries
}

/// The running text of a block; the cells of tables are names that have entries of their own.
fn words(block: &Block) -> Vec<String> {
    match block {
        Block::Paragraph { inlines } => vec![Inline::words(inlines)],
        Block::List { items, .. } => {
            items.iter().map(|item| Inline::words(item)).collect()
        }
        Block::Facts { rows } => rows
            .iter()
            .map(|row| format!("{}：{}", row.term, Inline::words(&row.inlines)))
            .collect(),
        Block::Chart { chart } => vec![chart.title.clone()],
        Block::Table { table } => vec![table.title.clone()],
        Block::FirstScreen { screen } => {
            screen.runs().map(|run| Inline::words(run)).collect()
        }
        Block::Heading { .. } | Block::Cards { .. } | Block::Links { .. } => Vec::new(),
    }
}
