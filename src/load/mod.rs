//! Files → books and findings; never stops at the first fault.

pub mod claims;
pub mod dictionary;
pub mod glyphs;
pub mod kinds;
mod markdown;
mod mention;
pub mod pair;
pub mod place;
pub mod printed_text;
mod record;
pub mod release;
mod shelf;
pub mod source;
mod text;
mod yaml;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::load::glyphs::Covers;
use crate::load::kinds::Slot;
use crate::load::record::FileRead;
use crate::load::shelf::Shelf;
use crate::load::source::failure;
use crate::load::source::files::{LARGEST, Listed, ListedKind, Tree};
use crate::model::book::{Book, FileId};
use crate::model::dictionary::written::Written;
use crate::model::dictionary::{Fault, Word};
use crate::model::value::word::Id;

/// Everything that was loaded.
#[derive(Debug)]
pub struct Loaded {
    /// Books, by id; one with broken files lacks their records.
    pub books: Vec<Book>,
    /// The files, by their numbers.
    pub files: Files,
    /// Every fault found while reading.
    pub diagnostics: Vec<Diagnostic>,
}

/// The paths of the files that were looked at.
#[derive(Clone, Debug, Default)]
pub struct Files {
    paths: Vec<String>,
}

impl Files {
    /// The path of a file, from the root of the data.
    pub fn path(&self, file: FileId) -> &str {
        self.paths.get(file.0 as usize).map_or("", String::as_str)
    }

    /// The folder of the book that a file is in.
    pub fn book(&self, file: FileId) -> &str {
        self.path(file).split('/').next().unwrap_or_default()
    }

    /// Adds a path.
    fn add(&mut self, path: String) -> FileId {
        self.paths.push(path);
        FileId(self.paths.len() as u32 - 1)
    }
}

/// Stands for a file's number until all files are put together.
const NOT_YET_FILED: FileId = FileId(u32::MAX);

/// A file that is to be read.
#[derive(Clone, Debug)]
struct Job {
    book: String,
    path: String,
    slot: Slot,
}

/// A listed file with what came of looking at it.
#[derive(Clone, Debug)]
struct Parsed {
    path: String,
    outcome: Outcome,
}

/// What came of looking at a file.
#[derive(Clone, Debug)]
enum Outcome {
    /// It is none of ours.
    Left,
    /// It cannot stand there; the finding's place is not yet known.
    Refused(Box<Diagnostic>),
    /// It was read.
    Read(Job, Box<FileRead>),
}

/// Loads all books of a tree.
pub fn load(tree: &dyn Tree) -> Loaded {
    load_for_print(tree, &|_| true)
}

/// Loads all books of a tree, and finds the characters that cannot be printed.
pub fn load_for_print(tree: &dyn Tree, covers: Covers) -> Loaded {
    assemble(parse(tree, |_| true, covers))
}

/// Looks at the files of a tree that are wanted, by their paths.
fn parse(tree: &dyn Tree, wanted: impl Fn(&str) -> bool, covers: Covers) -> Vec<Parsed> {
    let listed: Vec<Listed> =
        tree.list().into_iter().filter(|listed| wanted(&listed.path)).collect();
    let one = |listed: &Listed| {
        let outcome = match job(listed) {
            Ok(Some(job)) => {
                let read = read(tree, &job, covers);
                Outcome::Read(job, Box::new(read))
            }
            Ok(None) => Outcome::Left,
            Err(diagnostic) => Outcome::Refused(diagnostic),
        };
        Parsed { path: listed.path.clone(), outcome }
    };
    listed.par_iter().map(one).collect()
}

/// Puts books together from files in the order of their paths.
fn assemble(parsed: Vec<Parsed>) -> Loaded {
    let mut files = Files::default();
    let mut diagnostics = Vec::new();
    let mut books = Vec::new();
    let mut shelf: Option<Shelf> = None;
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
        read.mentions.iter_mut().for_each(|mention| mention.file = file);
        if shelf.as_ref().is_some_and(|shelf| shelf.id != job.book) {
            books.extend(
                shelf.take().map(|shelf| shelf.finish(&mut files, &mut diagnostics)),
            );
        }
        shelf.get_or_insert_with(|| Shelf::new(&job.book)).put(file, job.path, read);
    }
    books.extend(shelf.map(|shelf| shelf.finish(&mut files, &mut diagnostics)));
    Loaded { books, files, diagnostics }
}

/// Reads YAML text as it is written, for tools that look at it without its meaning.
pub fn read_yaml(text: &str) -> (Option<Written>, Vec<Fault>) {
    let parsed = yaml::parse(text, 0);
    (parsed.written, parsed.faults)
}

/// What is to be done with a listed file: read it, leave it, or complain.
fn job(listed: &Listed) -> Result<Option<Job>, Box<Diagnostic>> {
    let refuse = |code, message: &str, help: &str| {
        let place = Place::whole(NOT_YET_FILED);
        let mut found = Diagnostic::new(code, Severity::Error, place, message);
        found.help(help);
        Err(Box::new(found))
    };
    let Some((book, path)) = listed.path.split_once('/') else {
        return match listed.kind {
            ListedKind::File(_) if listed.path == "README.md" => Ok(None),
            _ => refuse(
                "stray-file",
                "数据文件夹里只放账本的文件夹",
                "移到账本的文件夹里，或删去",
            ),
        };
    };
    if book == "schema" {
        return Ok(None);
    }
    if Id::parse(book).is_err() {
        return refuse(
            "stray-file",
            "账本的文件夹名只用小写字母、数字和连字符",
            "按拼音改名，如 xinxian；不是账本的，移出数据文件夹",
        );
    }
    match &listed.kind {
        ListedKind::Link => {
            refuse("not-a-file", "这是一个链接，不是文件", "换成文件本身")
        }
        ListedKind::Special => refuse("not-a-file", "这不是一般的文件", "删去它"),
        ListedKind::Unreadable(reason) => {
            refuse("unreadable-file", &format!("读不出来：{reason}"), "核对文件的权限")
        }
        ListedKind::File(length) if *length > LARGEST => refuse(
            "too-large",
            "文件超过 16 MB",
            "一个文件只放一条记录，核对是不是放错了",
        ),
        ListedKind::File(_) if path == "README.md" => Ok(None),
        ListedKind::File(_) => match Slot::of(path) {
            Ok(slot) => {
                Ok(Some(Job { book: book.to_owned(), path: path.to_owned(), slot }))
            }
            Err(help) => refuse("stray-file", "账本里没有放这个文件的地方", &help),
        },
    }
}

fn read(tree: &dyn Tree, job: &Job, covers: Covers) -> FileRead {
    match tree.read(&format!("{}/{}", job.book, job.path)) {
        Ok(bytes) if bytes.len() as u64 <= LARGEST => {
            record::read(bytes, job.slot, NOT_YET_FILED, covers)
        }
        Ok(_) => FileRead::unreadable("文件超过 16 MB"),
        Err(error) => FileRead::unreadable(&failure::told(&error)),
    }
}

fn diagnostic(fault: Fault, file: FileId) -> Diagnostic {
    let soft = matches!(fault.code, "byte-order-mark" | "missing-glyph");
    let severity = if soft { Severity::Warning } else { Severity::Error };
    let place = Place::span(file, fault.span);
    let mut found = Diagnostic::new(fault.code, severity, place, fault.problem);
    found.help(fault.help);
    if let Some((span, label)) = fault.other {
        found.also(Place::span(file, span), label);
    }
    found
}
