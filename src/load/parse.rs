//! Reads all files of a tree in parallel.

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::load::cache::Cache;
use crate::load::cache::entries::Entries;
use crate::load::cache::memory::Memory;
use crate::load::glyphs::{Covers, missing_glyphs};
use crate::load::record::{FileRead, Reader};
use crate::load::slots::{KEYS, Slot};
use crate::load::source::failure;
use crate::load::source::files::{LARGEST, Listed, ListedKind, Tree};
use crate::load::text::{self, Keys};
use crate::model::book::FileId;
use crate::model::dictionary::written::Span;
use crate::model::dictionary::{Fault, Word};
use crate::model::value::word::Id;

/// From this number of faults on, a file is not a faulty record but something else.
const MOST_FAULTS: usize = 100;

/// A file to be read.
#[derive(Clone)]
pub(super) struct Job {
    /// Id of its book.
    pub book: String,
    /// Path inside the book's folder.
    pub path: String,
    slot: &'static Slot,
}

/// A listed file and the outcome of looking at it.
#[derive(Clone)]
pub(super) struct Parsed {
    /// Path from the root of the data.
    pub path: String,
    /// The outcome.
    pub outcome: Outcome,
}

/// The outcome of looking at a listed file.
#[derive(Clone)]
pub(super) enum Outcome {
    /// The file is none of ours.
    Left,
    /// The file must not be there; the place of the finding is filled in later.
    Refused(Box<Diagnostic>),
    /// The file was read.
    Read(Job, Box<FileRead>),
}

/// Reads the files of a tree whose paths are wanted.
pub(super) fn parse(
    tree: &dyn Tree,
    wanted: impl Fn(&str) -> bool,
    covers: Covers,
    cache: Option<&Cache>,
) -> Vec<Parsed> {
    let listed: Vec<Listed> =
        tree.list().into_iter().filter(|listed| wanted(&listed.path)).collect();
    listed
        .par_iter()
        .map(|listed| Parsed {
            path: listed.path.clone(),
            outcome: outcome(tree, listed, covers, cache),
        })
        .collect()
}

fn outcome(
    tree: &dyn Tree,
    listed: &Listed,
    covers: Covers,
    cache: Option<&Cache>,
) -> Outcome {
    match job(listed) {
        Ok(Some(job)) => {
            let entries = cache.map(|cache| cache.book(&job.book));
            let read = fetch(tree, &job, covers, entries.as_deref());
            Outcome::Read(job, Box::new(read))
        }
        Ok(None) => Outcome::Left,
        Err(diagnostic) => Outcome::Refused(diagnostic),
    }
}

/// Decides what to do with a listed file: `Some` to read it, `None` to ignore it, an error to
/// report it.
fn job(listed: &Listed) -> Result<Option<Job>, Box<Diagnostic>> {
    let refuse = |code, message: &str, help: &str| {
        let place = Place::whole(FileId::default());
        let mut refusal = Diagnostic::new(code, Severity::Error, place, message);
        refusal.help(help);
        Err(Box::new(refusal))
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
    // What the program writes for editors, and the pages of the manual.
    if ["schema", "manual"].contains(&book) {
        return Ok(None);
    }
    if Id::parse(book).is_err() {
        return refuse(
            "stray-file",
            "账本的文件夹名只用小写字母、数字和连字符，最多64个，不用 con、nul 等保留的名字",
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
        ListedKind::File(_) => match Slot::at(path) {
            Ok(slot) => {
                Ok(Some(Job { book: book.to_owned(), path: path.to_owned(), slot }))
            }
            Err(help) => refuse("stray-file", "账本里没有放这个文件的地方", &help),
        },
    }
}

/// Fetches and reads a file.
fn fetch(
    tree: &dyn Tree,
    job: &Job,
    covers: Covers,
    entries: Option<&Entries>,
) -> FileRead {
    match tree.read(&format!("{}/{}", job.book, job.path)) {
        Ok(bytes) if bytes.len() as u64 <= LARGEST => {
            read(bytes, job.slot, covers, entries)
        }
        Ok(_) => unreadable("文件超过 16 MB"),
        Err(error) => unreadable(&failure::told(&error)),
    }
}

/// Makes the outcome for a file whose bytes could not be fetched.
fn unreadable(reason: &str) -> FileRead {
    let (problem, help) =
        (format!("读不出来：{reason}"), "核对文件的权限和大小".to_owned());
    let span = Span { start: 0, end: 0 };
    let code = "unreadable-file";
    FileRead::broken(vec![Fault { code, span, problem, help, other: None }])
}

/// Reads the bytes of a file. Which characters can be printed is looked up each time, so that
/// what a cache remembers depends on no theme.
pub(super) fn read(
    bytes: Vec<u8>,
    slot: &'static Slot,
    covers: Covers,
    entries: Option<&Entries>,
) -> FileRead {
    let reader = match slot.read {
        Reader::Bytes(read) => return read(bytes),
        Reader::Text(reader) => reader,
    };
    let text = match text::decode(bytes) {
        Ok(text) => text,
        Err((_, fault)) => return FileRead::broken(vec![fault]),
    };
    let memory = entries.and_then(|entries| Memory::of(slot, &text, entries));
    let mut read = match memory.as_ref().and_then(Memory::recall) {
        Some(read) => read,
        None => {
            let faults = text::check_text(&text);
            if !faults.is_empty() {
                return FileRead::broken(faults);
            }
            let read = record(&text, slot, reader);
            memory.iter().for_each(|memory| memory.keep(&read));
            read
        }
    };
    if slot.kind.is_some() {
        read.faults.extend(missing_glyphs(&text, covers));
        for decoded in &read.decoded {
            let missing = missing_glyphs(&decoded.text, covers);
            let here = |fault| Fault { span: decoded.span, ..fault };
            read.faults.extend(missing.into_iter().take(1).map(here));
        }
        limit(&mut read.faults);
    }
    read
}

/// Reads the record in a text, and notes what must not be in it.
fn record(text: &str, slot: &Slot, reader: fn(&str, &Keys) -> FileRead) -> FileRead {
    let mut read = reader(text, &KEYS);
    if slot.kind.is_some() {
        let is_yaml = slot.path.ends_with(".yaml");
        text::add_further(text, &read.decoded, is_yaml, &mut read.faults);
    }
    read
}

/// Keeps only the first faults of a file that has too many, and adds one that says so.
fn limit(faults: &mut Vec<Fault>) {
    faults.sort_by_key(|fault| fault.span);
    let Some(next) = faults.get(MOST_FAULTS).filter(|_| faults.len() > MOST_FAULTS + 1)
    else {
        return;
    };
    let span = next.span;
    let problem = format!("这个文件还有 {} 个问题，不再列出", faults.len() - MOST_FAULTS);
    let help = "先核对放的是不是记录文件；改好前面的再运行一次".to_owned();
    faults.truncate(MOST_FAULTS);
    faults.push(Fault { code: "too-many-faults", span, problem, help, other: None });
}
