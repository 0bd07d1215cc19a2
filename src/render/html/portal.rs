//! The portal as the portal template prints it.

use serde::Serialize;
use serde_json::Value;

use crate::render::html::inline::Traces;
use crate::render::html::link::{Anchor, Way};
use crate::render::html::page_context::Headline;
use crate::view::page::Notice;
use crate::view::portal::{Portal, PortalBook};

/// The portal as the template prints it.
#[derive(Serialize)]
pub(super) struct PortalView<'a> {
    title: &'a str,
    subtitle: &'a str,
    notices: &'a [Notice],
    books: &'a [Value],
}

/// A book on the portal.
#[derive(Serialize)]
struct BookView<'a> {
    id: &'a str,
    name: &'a str,
    issuer: &'a str,
    newest: Anchor<'a>,
    cutoff: &'a str,
    notices: &'a [Notice],
    cards: Vec<Headline<'a>>,
    editions: Vec<Anchor<'a>>,
    links: Vec<Anchor<'a>>,
}

impl<'a> PortalView<'a> {
    /// The portal; its page stands in the output folder, beside the folders of the books.
    pub(super) fn new(portal: &'a Portal, books: &'a [Value]) -> PortalView<'a> {
        PortalView {
            title: &portal.title,
            subtitle: &portal.subtitle,
            notices: &portal.notices,
            books,
        }
    }
}

/// Returns a book as the template prints it; kept beside the book, it puts the book on the
/// portal of a run that does not make it.
pub(super) fn place(book: &PortalBook) -> serde_json::Result<Value> {
    serde_json::to_value(BookView::new(book))
}

impl<'a> BookView<'a> {
    fn new(book: &'a PortalBook) -> BookView<'a> {
        let root = format!("{}/", book.id);
        let way = Way::down(&root);
        let mut traces = Traces::on(way.to(&book.newest.href));
        let cards = book.cards.iter().map(|card| Headline::new(card, way, &mut traces));
        BookView {
            id: &book.id,
            name: &book.name,
            issuer: &book.issuer,
            newest: Anchor::new(&book.newest, way),
            cutoff: &book.cutoff,
            notices: &book.notices,
            cards: cards.collect(),
            editions: book.editions.iter().map(|link| Anchor::new(link, way)).collect(),
            links: book.links.iter().map(|link| Anchor::new(link, way)).collect(),
        }
    }
}
