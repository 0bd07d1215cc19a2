//! Released files that are not as they were entered when they were released.

use crate::load::source::digest::{sha256, text_digest};
use crate::model::book::Book;
use crate::model::book::filed::{FileId, Filed};
use crate::model::edition::release::Release;
use crate::model::edition::release::document::{DOCUMENT, IssuedDocument};
use crate::model::edition::release::sums::Line;

/// A file under `released/` that is there.
#[derive(Clone, Copy, Debug)]
pub struct Kept<'a> {
    /// Its number.
    pub file: FileId,
    /// Path inside the book's folder.
    pub path: &'a str,
}

/// What was done to a released file, or to the changes that were disclosed of it.
#[derive(Debug)]
pub enum Tampered<'a> {
    /// It is another one than was released.
    Edited(Kept<'a>),
    /// It cannot be read, or is gone; with its line, and what it is called after its period.
    Gone(&'a Line<String>, &'static str),
    /// It was never entered.
    Unlisted(Kept<'a>),
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
    let releases: Vec<Digested> = book.releases.iter().map(of_release).collect();
    let documents: Vec<Digested> = book.documents.iter().map(of_document).collect();
    let files = Listed { lines: &sums.files, ending: ".json" }.tampered(&releases);
    let issued = Listed { lines: &sums.documents, ending: DOCUMENT }.tampered(&documents);
    let taken_back = sums.withdrawn.iter().filter(|line| !is_kept(book, line));
    let taken_back = taken_back.map(Tampered::TakenBack);
    let disclosed = sums.revisions.iter().filter_map(|line| of_revisions(book, line));
    Some(files.into_iter().chain(issued).chain(taken_back).chain(disclosed).collect())
}

/// Returns whether the file with releases that were taken back is as it was entered.
fn is_kept(book: &Book, line: &Line<String>) -> bool {
    let file = book.unreleased(&line.period).and_then(|file| file.bytes.as_ref());
    file.is_some_and(|bytes| text_digest(bytes) == line.content)
}

/// A file that is there, with its digest; `None` for one that is no file.
type Digested<'a> = (Kept<'a>, Option<String>);

fn of_release(filed: &Filed<Release>) -> Digested<'_> {
    (Kept { file: filed.file, path: &filed.path }, digest(&filed.record))
}

fn of_document(filed: &Filed<IssuedDocument>) -> Digested<'_> {
    let digest = sha256(&filed.record.bytes);
    (Kept { file: filed.file, path: &filed.path }, Some(digest))
}

/// The lines of one kind of file.
struct Listed<'a> {
    lines: &'a [Line<String>],
    /// What the files are called after their period.
    ending: &'static str,
}

impl<'a> Listed<'a> {
    fn path(&self, line: &Line<String>) -> String {
        format!("released/{}{}", line.period, self.ending)
    }

    /// Returns what was done to the files of this kind.
    fn tampered(&self, there: &[Digested<'a>]) -> Vec<Tampered<'a>> {
        let listed = self.lines.iter().filter_map(|line| self.of_line(line, there));
        let is_listed = |kept: &Kept| {
            let mut lines = self.lines.iter();
            lines.any(|line| self.path(line) == kept.path)
        };
        let unlisted = there.iter().map(|(kept, _)| *kept);
        let unlisted = unlisted.filter(|kept| !is_listed(kept)).map(Tampered::Unlisted);
        listed.chain(unlisted).collect()
    }

    fn of_line(
        &self,
        line: &'a Line<String>,
        there: &[Digested<'a>],
    ) -> Option<Tampered<'a>> {
        let path = self.path(line);
        let Some((kept, digest)) = there.iter().find(|(kept, _)| kept.path == path)
        else {
            return Some(Tampered::Gone(line, self.ending));
        };
        let is_same = digest.as_ref() == Some(&line.content);
        (!is_same).then_some(Tampered::Edited(*kept))
    }
}

fn of_revisions<'a>(book: &'a Book, line: &'a Line<usize>) -> Option<Tampered<'a>> {
    let count = book.disclosed(&line.period).len();
    let is_read = !book.lacks(&format!("revisions/{}.yaml", line.period));
    (is_read && count < line.content).then_some(Tampered::Undisclosed(line, count))
}
