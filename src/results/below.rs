//! Files of books below that are not as those books released them.

use crate::model::below::release::BelowRelease;
use crate::model::book::filed::Filed;
use crate::model::book::{Book, FileId};
use crate::model::dictionary::written::Span;

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
    let mut altered: Vec<Altered> =
        book.below.iter().filter_map(|filed| of_file(book, filed)).collect();
    for sums in &book.below_sums {
        for (id, lines) in &sums.record.0 {
            for line in &lines.files {
                let path = format!("below/{id}/{}.json", line.period);
                if !book.below.iter().any(|filed| filed.path == path) {
                    altered.push(Altered::Gone(path, sums.file, line.span));
                }
            }
            for line in &lines.revisions {
                let path = format!("below/{id}/revisions/{}.yaml", line.period);
                let file = book.below_revisions.iter().find(|one| one.path == path);
                let count = file.map_or(0, |file| file.record.changes.len());
                if count < line.content {
                    let place = (sums.file, line.span);
                    altered.push(Altered::Undisclosed(path, place, line.content, count));
                }
            }
        }
    }
    altered
}

fn of_file<'a>(book: &Book, filed: &'a Filed<BelowRelease>) -> Option<Altered<'a>> {
    let mut listed = book.below_sums.iter().filter_map(|sums| {
        let id = filed.path.split('/').nth(1)?;
        let mut lines = sums.record.0.get(id)?.files.iter();
        lines.find(|line| filed.path.ends_with(&format!("/{}.json", line.period)))
    });
    match listed.next() {
        None => Some(Altered::Unlisted(filed)),
        Some(line) if line.content != filed.record.digest => Some(Altered::Edited(filed)),
        Some(_) => None,
    }
}
