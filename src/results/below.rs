//! Files of books below that are not as those books released them.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::below::release::BelowRelease;
use crate::model::book::filed::Filed;
use crate::model::book::{Book, FileId};
use crate::model::dictionary::written::Span;
use crate::model::edition::release::sums::Line;

/// What is wrong with a file of a book below.
#[derive(Debug)]
pub enum Altered<'a> {
    /// It is another one than was fetched.
    Edited(&'a Filed<BelowRelease>),
    /// It was never entered.
    Unlisted(&'a Filed<BelowRelease>),
    /// It cannot be read, or is gone; with its path and its line in the file of digests.
    Gone(String, FileId, Span),
    /// Fewer disclosed changes stand in a file than there were; with its path, its line, how many were
    /// there, and how many are.
    Undisclosed(String, (FileId, Span), usize, usize),
}

/// Returns what is wrong with the files of books below.
pub fn altered(book: &Book) -> Vec<Altered<'_>> {
    let listed: BTreeMap<String, &str> = book
        .below_sums
        .iter()
        .flat_map(|sums| &sums.record.0)
        .flat_map(|(id, sums)| {
            let lines = sums.files.iter();
            lines.map(move |line| (path(id, line), line.content.as_str()))
        })
        .collect();
    let here: BTreeSet<&str> =
        book.below.iter().map(|filed| filed.path.as_str()).collect();
    let files = book.below.iter().filter_map(|filed| match listed.get(&filed.path) {
        None => Some(Altered::Unlisted(filed)),
        Some(digest) if *digest != filed.record.digest => Some(Altered::Edited(filed)),
        Some(_) => None,
    });
    let lines = book.below_sums.iter().flat_map(|sums| {
        let books = sums.record.0.iter();
        books.flat_map(move |(id, lines)| {
            lines.files.iter().map(move |line| (sums, id, line))
        })
    });
    let gone = lines.filter(|(_, id, line)| !here.contains(&*path(id, line)));
    let gone =
        gone.map(|(sums, id, line)| Altered::Gone(path(id, line), sums.file, line.span));
    files.chain(gone).chain(undisclosed(book)).collect()
}

/// Path of the file that a line is about.
fn path(book: &str, line: &Line<String>) -> String {
    format!("below/{book}/{}.json", line.period)
}

/// The files with disclosed changes that hold fewer than there were.
fn undisclosed(book: &Book) -> Vec<Altered<'_>> {
    let files = book.below_revisions.iter();
    let counts: BTreeMap<&str, usize> =
        files.map(|one| (one.path.as_str(), one.record.changes.len())).collect();
    let mut undisclosed = Vec::new();
    for sums in &book.below_sums {
        for (id, lines) in &sums.record.0 {
            for line in &lines.revisions {
                let path = format!("below/{id}/revisions/{}.yaml", line.period);
                let count = counts.get(&*path).copied().unwrap_or_default();
                if count < line.content {
                    let place = (sums.file, line.span);
                    undisclosed.push(Altered::Undisclosed(
                        path,
                        place,
                        line.content,
                        count,
                    ));
                }
            }
        }
    }
    undisclosed
}
