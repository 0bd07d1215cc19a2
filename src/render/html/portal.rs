//! The portal, and a book on it, as its shell prints them.

use serde::Serialize;
use serde_json::Value;

use crate::render::html::components::glance::cards::cards;
use crate::render::html::components::lamp::SYMBOLS;
use crate::render::html::components::links::links;
use crate::render::html::components::notices::notices;
use crate::render::html::components::text::anchor::anchor;
use crate::render::html::components::text::pieces::pieces;
use crate::render::html::link::Way;
use crate::render::html::markup::Markup;
use crate::render::html::shell::Holes;
use crate::render::html::ways::Ways;
use crate::view::inline::Link;
use crate::view::portal::{Portal, PortalBook};

/// A book on the portal.
#[derive(Serialize)]
struct BookView<'a> {
    id: &'a str,
    name: &'a str,
    issuer: &'a str,
    newest: Markup,
    verdict: Markup,
    sentence: Markup,
    cutoff: &'a str,
    notices: Markup,
    cards: Markup,
    editions: Markup,
    links: Markup,
}

/// What the portal puts into its shell; its page stands in the output folder, beside the folders of
/// the books.
pub(super) fn holes(portal: &Portal, books: &[Value]) -> Holes {
    Holes::new()
        .ours("symbols", SYMBOLS)
        .text("title", &portal.title)
        .text("subtitle", &portal.subtitle)
        .markup("notices", &written(|out| notices(&portal.notices, out)))
        .list("books", books)
}

/// Returns a book as the shell prints it; kept beside the book, it puts the book on the portal of
/// a run that does not make it.
pub(super) fn place(book: &PortalBook) -> serde_json::Result<Value> {
    serde_json::to_value(BookView::new(book))
}

impl<'a> BookView<'a> {
    fn new(book: &'a PortalBook) -> BookView<'a> {
        let root = format!("{}/", book.id);
        let way = Way::down(&root);
        let mut ways = Ways::to_traces_on(way.to(&book.newest.href), way);
        let mut said = book.verdict.iter();
        let mut run = || {
            let run = said.next();
            written(|out| run.iter().for_each(|run| pieces(run, &mut ways, out)))
        };
        let (verdict, sentence) = (run(), run());
        BookView {
            id: &book.id,
            name: &book.name,
            issuer: &book.issuer,
            newest: written(|out| anchor(&book.newest, way, out)),
            verdict,
            sentence,
            cutoff: &book.cutoff,
            notices: written(|out| notices(&book.notices, out)),
            cards: written(|out| {
                if !book.cards.is_empty() {
                    cards(&book.cards, None, &mut ways, out);
                }
            }),
            editions: written(|out| list(&book.editions, way, out)),
            links: written(|out| list(&book.links, way, out)),
        }
    }
}

/// What a component writes.
fn written(component: impl FnOnce(&mut Markup)) -> Markup {
    let mut out = Markup::default();
    component(&mut out);
    out
}

fn list(all: &[Link], way: Way, out: &mut Markup) {
    if !all.is_empty() {
        links(all, way, out);
    }
}
