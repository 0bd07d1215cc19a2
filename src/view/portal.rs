//! The first page of the output: the books, their newest editions and headline numbers.

use serde::Serialize;

use crate::view::inline::{Inline, Link};
use crate::view::page::{Card, Notice};

/// The page that lists the books, without the books.
#[derive(Clone, Debug, Serialize)]
pub struct Portal {
    /// Title of the page and its first heading.
    pub title: String,
    /// Line under the title; may be empty.
    pub subtitle: String,
    /// Marks that hold for all books.
    pub notices: Vec<Notice>,
}

/// A book on the portal; the targets of its links are paths inside the book's folder.
#[derive(Clone, Debug, Serialize)]
pub struct PortalBook {
    /// Name of the book's folder, such as `wushan`; also its anchor.
    pub id: String,
    /// Name, such as 巫山县招商引资工作通报.
    pub name: String,
    /// 发文机关.
    pub issuer: String,
    /// The newest edition: its title and its page.
    pub newest: Link,
    /// What that edition says first: its headline and its first sentence, as far as it says any.
    pub verdict: Vec<Vec<Inline>>,
    /// Line about it, such as 资金截至2023年7月7日.
    pub cutoff: String,
    /// Marks that hold for the newest edition, such as 演示数据.
    pub notices: Vec<Notice>,
    /// Headline numbers of the newest edition; their traces are on its page.
    pub cards: Vec<Card>,
    /// All editions, newest first.
    pub editions: Vec<Link>,
    /// Further pages of the book, such as the definitions.
    pub links: Vec<Link>,
}
