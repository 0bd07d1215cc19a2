//! The books of both sides, each beside what it was.

use crate::model::book::Book;
use crate::view::changes::consequence::Consequence;
use crate::view::changes::{BookChanges, Headline};

/// A book as it was and as it is.
pub(super) struct Sides<'a> {
    /// Before; none where it is new.
    pub before: Option<&'a Book>,
    /// After; none where it is gone.
    pub after: Option<&'a Book>,
}

/// The books in the order of their ids; one whose folder was renamed stands beside what it was.
pub(super) fn beside<'a>(before: &'a [Book], after: &'a [Book]) -> Vec<Sides<'a>> {
    let has = |books: &[Book], id: &str| books.iter().any(|book| book.id == id);
    let mut new: Vec<&Book> =
        after.iter().filter(|book| !has(before, &book.id)).collect();
    let mut found = Vec::new();
    for old in before {
        let same = after.iter().find(|book| book.id == old.id);
        let renamed = |new: &mut Vec<&'a Book>| {
            let at = new.iter().position(|book| is_called_alike(book, old))?;
            Some(new.remove(at))
        };
        let after = same.or_else(|| renamed(&mut new));
        found.push(Sides { before: Some(old), after });
    }
    found.extend(new.into_iter().map(|book| Sides { before: None, after: Some(book) }));
    found.sort_by(|left, right| left.ids().1.cmp(right.ids().1));
    found
}

fn is_called_alike(one: &Book, other: &Book) -> bool {
    let name = &one.card.record.name;
    !name.is_empty() && *name == other.card.record.name
}

impl<'a> Sides<'a> {
    /// Its ids before and after; where it is new or gone, the one that it has.
    pub(super) fn ids(&self) -> (&'a str, &'a str) {
        let id = |own: Option<&'a Book>| own.map(|book| book.id.as_str());
        let (was, is) = (id(self.before), id(self.after));
        (was.or(is).unwrap_or_default(), is.or(was).unwrap_or_default())
    }

    /// Whether its folder is called so on a side.
    pub(super) fn has(&self, id: &str) -> bool {
        self.ids().0 == id || self.ids().1 == id
    }

    /// What must be known of a folder that was renamed.
    pub(super) fn renamed(&self) -> Option<String> {
        let (was, is) = self.ids();
        (was != is).then(|| format!("账本文件夹由 {was} 改名为 {is}，网页地址随之改变"))
    }
}

/// A book that only one side has.
pub(super) fn one_sided(book: &Book, gone: bool) -> BookChanges {
    let name = book.card.record.name.clone();
    let count = book.projects.len() + book.activities.len() + book.reported.len();
    let headline = if gone {
        vec![Headline {
            consequence: Consequence::Lost,
            lines: vec![format!("账本“{name}”（{}）已删除，原有记录{count}条", book.id)],
        }]
    } else {
        Vec::new()
    };
    let cautions = if gone {
        Vec::new()
    } else {
        vec![format!("新账本（{}），有记录{count}条", book.id)]
    };
    BookChanges {
        id: book.id.clone(),
        name,
        cautions,
        headline,
        results: Vec::new(),
        others: Vec::new(),
        records: Vec::new(),
        new_findings: Vec::new(),
        gone_findings: Vec::new(),
    }
}
