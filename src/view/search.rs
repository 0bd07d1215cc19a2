//! The search of a book: everything that can be found in it.

use serde::Serialize;

use crate::view::inline::Link;

/// The search of a book.
#[derive(Clone, Debug, Serialize)]
pub struct Search {
    /// Title of the page and its first heading.
    pub title: String,
    /// The pages above this one.
    pub crumbs: Vec<Link>,
    /// What the page lists without a search.
    pub lists: Vec<EntryList>,
    /// Everything that can be found, in the order shown.
    pub entries: Vec<Entry>,
}

/// The entries of one kind as links, or the pages that list them.
#[derive(Clone, Debug, Serialize)]
pub struct EntryList {
    /// What they are.
    pub kind: &'static str,
    /// The links.
    pub links: Vec<Link>,
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// What it is: 单位, 项目, 口径 or 通报.
    pub kind: &'static str,
    /// Name, linked to its place in the book's folder.
    pub link: Link,
    /// Text that is searched and shown around what was found.
    pub text: String,
    /// Pinyin initials of the name.
    pub initials: String,
}
