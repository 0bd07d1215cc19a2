//! Files of books below that are not as those books released them.

use std::collections::BTreeMap;

use crate::model::book::{Book, FileId};
use crate::model::dictionary::written::Span;
use crate::model::edition::release::sums::{Line, Sums, WITHDRAWN};

/// What is wrong with a file of a book below.
#[derive(Debug)]
pub enum Altered<'a> {
    /// It is another one than was fetched; with its file and its path.
    Edited(FileId, &'a str),
    /// It was never entered; with its file and its path.
    Unlisted(FileId, &'a str),
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
            lines(id, sums).map(|(path, line)| (path, line.content.as_str()))
        })
        .collect();
    let here = here(book);
    let files =
        here.iter().filter_map(|(path, (file, digest))| match listed.get(*path) {
            None => Some(Altered::Unlisted(*file, path)),
            Some(known) if known != digest => Some(Altered::Edited(*file, path)),
            Some(_) => None,
        });
    let lines = book.below_sums.iter().flat_map(|sums| {
        let books = sums.record.0.iter();
        books.flat_map(move |(id, of)| {
            lines(id, of).map(move |(path, line)| (sums.file, path, line.span))
        })
    });
    let gone = lines.filter(|(_, path, _)| !here.contains_key(path.as_str()));
    let gone = gone.map(|(file, path, span)| Altered::Gone(path, file, span));
    files.chain(gone).chain(undisclosed(book)).collect()
}

/// The files of books below that are there, each with its digest, by path.
fn here(book: &Book) -> BTreeMap<&str, (FileId, &str)> {
    let released = book.below.iter();
    let released =
        released.map(|one| (one.path.as_str(), (one.file, one.record.digest.as_str())));
    let withdrawn = book.below_withdrawn.iter();
    let withdrawn =
        withdrawn.map(|one| (one.path.as_str(), (one.file, one.record.digest.as_str())));
    released.chain(withdrawn).collect()
}

/// The lines about files of a book below, each with the path of its file.
fn lines<'a>(
    book: &'a str,
    sums: &'a Sums,
) -> impl Iterator<Item = (String, &'a Line<String>)> {
    let path = move |line: &Line<String>, ending: &str| {
        format!("below/{book}/{}{ending}", line.period)
    };
    let files = sums.files.iter().map(move |line| (path(line, ".json"), line));
    let withdrawn = sums.withdrawn.iter();
    files.chain(withdrawn.map(move |line| (path(line, WITHDRAWN), line)))
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
