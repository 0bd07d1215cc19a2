//! Assembles the records of files to books, and reports files that a book lacks.

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::load::files::Files;
use crate::load::parse::{Outcome, Parsed};
use crate::load::record::FileRead;
use crate::load::slots::SLOTS;
use crate::model::book::records::Records;
use crate::model::book::{Book, FileId, Mention};
use crate::model::dictionary::Fault;

/// The result of loading.
#[derive(Debug)]
pub struct Loaded {
    /// Books, by id. A record that could not be read is missing from its book.
    pub books: Vec<Book>,
    /// The paths of the files, by number.
    pub files: Files,
    /// All faults that were found.
    pub diagnostics: Vec<Diagnostic>,
}

impl Loaded {
    /// Marks the books as supposed.
    pub fn suppose(&mut self) {
        self.books.iter_mut().for_each(|book| book.is_supposed = true);
    }
}

/// Assembles books from files, which must be sorted by path.
pub(super) fn assemble(parsed: Vec<Parsed>) -> Loaded {
    let mut files = Files::default();
    let mut diagnostics = Vec::new();
    let mut books = Vec::new();
    let mut draft: Option<Draft> = None;
    for Parsed { path, outcome } in parsed {
        let file = files.add(path);
        let (job, mut read) = match outcome {
            Outcome::Left => continue,
            Outcome::Refused(mut diagnostic) => {
                diagnostic.places[0].place.file = file;
                diagnostics.push(*diagnostic);
                continue;
            }
            Outcome::Read(job, read) => (job, *read),
        };
        for fault in read.faults.drain(..) {
            diagnostics.push(diagnostic(fault, file));
        }
        if let Some(last) = draft.take_if(|draft| draft.id != job.book) {
            books.push(last.finish(&mut files, &mut diagnostics));
        }
        draft.get_or_insert_with(|| Draft::new(job.book)).put(file, job.path, read);
    }
    books.extend(draft.map(|last| last.finish(&mut files, &mut diagnostics)));
    Loaded { books, files, diagnostics }
}

fn diagnostic(fault: Fault, file: FileId) -> Diagnostic {
    let soft = matches!(
        fault.code,
        "byte-order-mark" | "missing-glyph" | "odd-space" | "lost-comment"
    );
    let severity = if soft { Severity::Warning } else { Severity::Error };
    let place = Place::span(file, fault.span);
    let mut finding = Diagnostic::new(fault.code, severity, place, fault.problem);
    finding.help(fault.help);
    if let Some((span, label)) = fault.other {
        finding.also(Place::span(file, span), label);
    }
    finding
}

/// A book under construction.
struct Draft {
    id: String,
    records: Records,
    mentions: Vec<Mention>,
    failed: Vec<String>,
    paths: Vec<(String, FileId)>,
}

impl Draft {
    fn new(id: String) -> Draft {
        let (mentions, failed, paths) = (Vec::new(), Vec::new(), Vec::new());
        Draft { id, records: Records::default(), mentions, failed, paths }
    }

    /// Puts the record of a file in its place.
    fn put(&mut self, file: FileId, path: String, read: FileRead) {
        self.mentions
            .extend(read.mentions.into_iter().map(|mention| Mention { file, ..mention }));
        self.paths.push((path.clone(), file));
        match read.put {
            Some(put) => put(&mut self.records, file, path),
            None => self.failed.push(path),
        }
    }

    /// Builds the book; an empty record stands in for a required one that could not be read.
    fn finish(mut self, files: &mut Files, diagnostics: &mut Vec<Diagnostic>) -> Book {
        for slot in SLOTS {
            let Some(required) = &slot.required else { continue };
            let there = self.paths.iter().find(|(path, _)| path == slot.path);
            let file = there.map(|(_, file)| *file).unwrap_or_else(|| {
                let file = files.add(format!("{}/{}", self.id, slot.path));
                let message = format!("账本“{}”没有 {}", self.id, slot.path);
                let place = Place::whole(file);
                let mut missing =
                    Diagnostic::new("missing-file", Severity::Error, place, message);
                missing.help(required.help);
                diagnostics.push(missing);
                self.failed.push(slot.path.to_owned());
                file
            });
            if self.failed.iter().any(|path| path == slot.path) {
                (required.stand_in)(&mut self.records, file, slot.path.to_owned());
            }
        }
        self.records.add_totals_below();
        let mut book = Book::new(self.id, self.records);
        (book.mentions, book.failed) = (self.mentions, self.failed);
        book
    }
}
