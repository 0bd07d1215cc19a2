//! Pairs the books of both sides.

use crate::model::book::Book;
use crate::view::changes::consequence::Consequence;
use crate::view::changes::{BookChanges, Headline};

/// A book on both sides.
pub(super) struct Sides<'a> {
    /// Before; `None` if the book is new.
    pub before: Option<&'a Book>,
    /// After; `None` if the book is gone.
    pub after: Option<&'a Book>,
}

/// Returns the pairs sorted by id; a book whose folder was renamed is paired by its name.
pub(super) fn beside<'a>(before: &'a [Book], after: &'a [Book]) -> Vec<Sides<'a>> {
    let mut new: Vec<&Book> = (after.iter())
        .filter(|book| !before.iter().any(|old| old.id == book.id))
        .collect();
    let mut pairs = Vec::new();
    for old in before {
        let same_id = after.iter().find(|book| book.id == old.id);
        let after = same_id.or_else(|| {
            let renamed = new.iter().position(|book| is_called_alike(book, old))?;
            Some(new.remove(renamed))
        });
        pairs.push(Sides { before: Some(old), after });
    }
    pairs.extend(new.into_iter().map(|book| Sides { before: None, after: Some(book) }));
    pairs.sort_by(|left, right| left.ids().1.cmp(right.ids().1));
    pairs
}

fn is_called_alike(book: &Book, other: &Book) -> bool {
    let name = &book.card.record.name;
    !name.is_empty() && *name == other.card.record.name
}

impl<'a> Sides<'a> {
    /// Returns the ids before and after; for a new or deleted book, twice the one that it has.
    pub(super) fn ids(&self) -> (&'a str, &'a str) {
        let id = |side: Option<&'a Book>| side.map(|book| book.id.as_str());
        let (was, is) = (id(self.before), id(self.after));
        (was.or(is).unwrap_or_default(), is.or(was).unwrap_or_default())
    }

    /// Returns whether the book has this id on either side.
    pub(super) fn has(&self, id: &str) -> bool {
        self.ids().0 == id || self.ids().1 == id
    }

    /// Returns a caution about a renamed folder.
    pub(super) fn renamed(&self) -> Option<String> {
        let (was, is) = self.ids();
        (was != is).then(|| format!("账本文件夹由 {was} 改名为 {is}，网页地址随之改变"))
    }
}

/// Returns the changes for a book that only one side has.
pub(super) fn one_sided(book: &Book, gone: bool) -> BookChanges {
    let name = book.card.record.name.clone();
    let count = book.projects.len() + book.activities.len() + book.reported.len();
    let (consequence, line) = if gone {
        let line = format!("账本“{name}”（{}）已删除，原有记录{count}条", book.id);
        (Consequence::Lost, line)
    } else {
        let line = format!("账本“{name}”（{}）是新的，有记录{count}条", book.id);
        (Consequence::Book, line)
    };
    let headline = vec![Headline { consequence, lines: vec![line] }];
    BookChanges {
        id: book.id.clone(),
        name,
        cautions: Vec::new(),
        is_doubtful: false,
        headline,
        edits: Vec::new(),
        results: Vec::new(),
        others: Vec::new(),
        editions: Vec::new(),
        sentences: Vec::new(),
        statements: Vec::new(),
        records: Vec::new(),
        new_findings: Vec::new(),
        gone_findings: Vec::new(),
    }
}
