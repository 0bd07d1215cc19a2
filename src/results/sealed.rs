//! Released files that are not as they were entered when they were released.

use crate::load::source::digest::text_digest;
use crate::model::book::Book;
use crate::model::book::filed::{Filed, stem};
use crate::model::edition::release::Release;
use crate::model::edition::release::sums::{Line, Sums};

/// What was done to a released file, or to the changes that were disclosed of it.
#[derive(Debug)]
pub enum Tampered<'a> {
    /// It is another one than was released.
    Edited(&'a Filed<Release>),
    /// It cannot be read, or is gone; with its line.
    Gone(&'a Line<String>),
    /// It was never entered.
    Unlisted(&'a Filed<Release>),
    /// What keeps a release that was taken back is another one, cannot be read, or is gone; with its line.
    TakenBack(&'a Line<String>),
    /// Fewer changes stand in the file with the disclosed ones than were written there; with its line
    /// and how many there are.
    Undisclosed(&'a Line<usize>, usize),
}

/// Returns the digest of a released file, whichever ends its lines have; `None` for one that is no
/// file.
pub fn digest(release: &Release) -> Option<String> {
    release.bytes.as_ref().map(|text| text_digest(text))
}

/// Returns what was done to the released files of a book; `None` where none were ever entered.
pub fn tampered(book: &Book) -> Option<Vec<Tampered<'_>>> {
    let sums = &book.sums()?.record;
    let listed = sums.files.iter().filter_map(|line| of_file(book, line));
    let unlisted = book.releases.iter().filter(|release| !is_listed(sums, release));
    let unlisted = unlisted.map(Tampered::Unlisted);
    let taken_back = sums.withdrawn.iter().filter(|line| !is_kept(book, line));
    let taken_back = taken_back.map(Tampered::TakenBack);
    let disclosed = sums.revisions.iter().filter_map(|line| of_revisions(book, line));
    Some(listed.chain(unlisted).chain(taken_back).chain(disclosed).collect())
}

/// Returns whether the file with releases that were taken back is as it was entered.
fn is_kept(book: &Book, line: &Line<String>) -> bool {
    let file = book.unreleased(&line.period).and_then(|file| file.bytes.as_ref());
    file.is_some_and(|bytes| text_digest(bytes) == line.content)
}

fn of_file<'a>(book: &'a Book, line: &'a Line<String>) -> Option<Tampered<'a>> {
    let name = line.period.to_string();
    let mut releases = book.releases.iter();
    let Some(release) = releases.find(|release| stem(&release.path) == name) else {
        return Some(Tampered::Gone(line));
    };
    let is_same = digest(&release.record).as_ref() == Some(&line.content);
    (!is_same).then_some(Tampered::Edited(release))
}

fn is_listed(sums: &Sums, release: &Filed<Release>) -> bool {
    let name = stem(&release.path);
    sums.files.iter().any(|line| line.period.to_string() == name)
}

fn of_revisions<'a>(book: &'a Book, line: &'a Line<usize>) -> Option<Tampered<'a>> {
    let count = book.disclosed(&line.period).len();
    let is_read = !book.lacks(&format!("revisions/{}.yaml", line.period));
    (is_read && count < line.content).then_some(Tampered::Undisclosed(line, count))
}
