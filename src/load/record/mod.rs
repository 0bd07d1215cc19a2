//! One file → one record, with every fault of the file.

pub(super) mod codec;
mod mention;

use std::sync::Arc;

use crate::load::markdown;
use crate::load::record::mention::mentions;
use crate::load::source::digest::text_digest;
use crate::load::text::{self, Decoded, Keys};
use crate::load::yaml;
use crate::model::below::release::BelowRelease;
use crate::model::below::revisions::BelowRevisions;
use crate::model::below::sums::BelowSums;
use crate::model::below::withdrawn::BelowWithdrawn;
use crate::model::book::filed::Filed;
use crate::model::book::records::{FileRecord, Place, Records};
use crate::model::book::{FileId, Mention};
use crate::model::dictionary::written::{Span, Written};
use crate::model::dictionary::{Fault, Reading, Record};
use crate::model::edition::release::document::IssuedDocument;
use crate::model::edition::release::read;
use crate::model::edition::release::sums::Sums;
use crate::model::edition::revision::RevisionFile;
use crate::model::edition::{Edition, EditionCard};

/// Function that reads a file.
#[derive(Clone, Copy, Debug)]
pub(super) enum Reader {
    /// It reads the text.
    Text(fn(&str, &Keys) -> FileRead),
    /// It takes the bytes as they are.
    Bytes(fn(Vec<u8>) -> FileRead),
}

/// Function that puts a record in its place, given the number and the path of its file.
type Put = Arc<dyn Fn(&mut Records, FileId, String) + Send + Sync>;

/// The result of reading a file.
#[derive(Clone)]
pub(super) struct FileRead {
    /// Puts the record in its place; `None` if the record could not be read completely.
    pub put: Option<Put>,
    /// Every fault.
    pub faults: Vec<Fault>,
    /// References and clauses, kept if there is no record to visit.
    pub mentions: Vec<Mention>,
    /// Texts that read otherwise than they are typed.
    pub decoded: Vec<Decoded>,
}

impl FileRead {
    /// Makes the result for a file that could not be read at all.
    pub(super) fn broken(faults: Vec<Fault>) -> FileRead {
        FileRead { put: None, faults, mentions: Vec::new(), decoded: Vec::new() }
    }
}

fn put<T: FileRecord>(record: T) -> Put {
    let record = Arc::new(record);
    Arc::new(move |records, file, path| {
        T::place_mut(records).put(Filed { file, path, record: Arc::clone(&record) });
    })
}

/// Returns the YAML of a file with its offset; for an edition, that is the front matter.
pub(super) fn yaml_part(text: &str, is_edition: bool) -> Option<(usize, &str)> {
    if is_edition {
        return markdown::split(text).map(|parts| (parts.front.0, parts.front.1));
    }
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    Some((start, &text[start..]))
}

/// Reads a file that consists of one record.
pub(super) fn record<T: Record + FileRecord>(text: &str, keys: &Keys) -> FileRead {
    let (offset, part) =
        yaml_part(text, false).expect("a file that is no edition is YAML");
    let bom = text::bom(text).into_iter().collect();
    let Fields { record, faults, mentions, decoded } =
        fields::<T>(part, offset, keys, bom);
    FileRead { put: record.map(put), faults, mentions, decoded }
}

/// Reads a released file.
pub(super) fn released(text: &str, _: &Keys) -> FileRead {
    match read::read(text) {
        Ok(release) => {
            FileRead { put: Some(put(release)), ..FileRead::broken(Vec::new()) }
        }
        Err(fault) => FileRead::broken(vec![fault]),
    }
}

/// Reads releases that were taken back.
pub(super) fn unreleased(text: &str, _: &Keys) -> FileRead {
    match read::read_unreleased(text) {
        Ok(file) => FileRead { put: Some(put(file)), ..FileRead::broken(Vec::new()) },
        Err(fault) => FileRead::broken(vec![fault]),
    }
}

/// Reads a document that was issued.
pub(super) fn document(bytes: Vec<u8>) -> FileRead {
    match IssuedDocument::read(bytes) {
        Ok(file) => FileRead { put: Some(put(file)), ..FileRead::broken(Vec::new()) },
        Err(fault) => FileRead::broken(vec![fault]),
    }
}

/// Reads the digests of released files.
pub(super) fn sums(text: &str, _: &Keys) -> FileRead {
    match Sums::read(text) {
        Ok(sums) => FileRead { put: Some(put(sums)), ..FileRead::broken(Vec::new()) },
        Err(fault) => FileRead::broken(vec![fault]),
    }
}

/// Reads a released file of a book below.
pub(super) fn below(text: &str, _: &Keys) -> FileRead {
    match BelowRelease::read(text, text_digest(text.as_bytes())) {
        Ok(release) => {
            FileRead { put: Some(put(release)), ..FileRead::broken(Vec::new()) }
        }
        Err(fault) => FileRead::broken(vec![fault]),
    }
}

/// Reads releases that a book below took back.
pub(super) fn below_withdrawn(text: &str, _: &Keys) -> FileRead {
    match BelowWithdrawn::read(text, text_digest(text.as_bytes())) {
        Ok(file) => FileRead { put: Some(put(file)), ..FileRead::broken(Vec::new()) },
        Err(fault) => FileRead::broken(vec![fault]),
    }
}

/// Reads what a book below disclosed of an edition. What it refers to is not in this book.
pub(super) fn below_revisions(text: &str, keys: &Keys) -> FileRead {
    let Fields { record, faults, .. } =
        fields::<RevisionFile>(text, 0, keys, text::bom(text).into_iter().collect());
    let put = record.map(|file| put(BelowRevisions { changes: file.changes }));
    FileRead { put, faults, ..FileRead::broken(Vec::new()) }
}

/// Reads the digests of the files of books below.
pub(super) fn below_sums(text: &str, _: &Keys) -> FileRead {
    match BelowSums::read(text) {
        Ok(sums) => FileRead { put: Some(put(sums)), ..FileRead::broken(Vec::new()) },
        Err(fault) => FileRead::broken(vec![fault]),
    }
}

/// Reads an edition: its card and its narrative.
pub(super) fn edition(text: &str, keys: &Keys) -> FileRead {
    let Some(parts) = markdown::split(text) else {
        let span = Span { start: 0, end: text.lines().next().map_or(0, str::len) as u32 };
        let problem = "通报文件开头没有两行“---”之间的说明".to_owned();
        let help =
            "第一行写“---”，接着写 期、标题 等，再写一行“---”，然后是正文".to_owned();
        return FileRead::broken(vec![Fault {
            code: "no-front-matter",
            span,
            problem,
            help,
            other: None,
        }]);
    };
    let bom = text::bom(text).into_iter().collect();
    let Fields { record, mut faults, mentions, mut decoded } =
        fields::<EditionCard>(parts.front.1, parts.front.0, keys, bom);
    let mut narrative = markdown::narrative(parts.body.1, parts.body.0);
    faults.append(&mut narrative.faults);
    decoded.append(&mut narrative.decoded);
    let narrative = narrative.passages;
    let lines = parts.body.1.lines().map(str::trim_end);
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    let written = lines.join("\n");
    let put = record.map(|card| put(Edition { card, narrative, written }));
    FileRead { put, faults, mentions, decoded }
}

/// A record, and what was seen while it was read.
struct Fields<T> {
    record: Option<T>,
    faults: Vec<Fault>,
    /// Its mentions, where there is no record to visit.
    mentions: Vec<Mention>,
    decoded: Vec<Decoded>,
}

impl<T> Fields<T> {
    fn none(faults: Vec<Fault>) -> Fields<T> {
        Fields { record: None, faults, mentions: Vec::new(), decoded: Vec::new() }
    }
}

/// Reads a record from YAML text. A fault inside the span of an earlier one is left out, since it
/// follows from it.
fn fields<T: Record>(
    text: &str,
    offset: usize,
    keys: &Keys,
    bom: Vec<Fault>,
) -> Fields<T> {
    let mut faults = text::check_yaml(text, keys);
    if !faults.is_empty() {
        faults.iter_mut().for_each(|fault| shift(fault, offset));
        faults.extend(bom);
        return Fields::none(faults);
    }
    let parsed = yaml::parse(text, offset);
    let empty = parsed.faults.is_empty() && parsed.written.is_none();
    let at = Span { start: offset as u32, end: offset as u32 };
    let written = match parsed.written {
        Some(written) => written,
        None if empty => Written::Map { entries: Vec::new(), span: at },
        None => return Fields::none([parsed.faults, bom].concat()),
    };
    let mut reading = Reading::default();
    let record = T::build(&written, &mut reading);
    let inside = |fault: &Fault, span: Span| {
        span.start <= fault.span.start && fault.span.end <= span.end && !span.is_empty()
    };
    let mut faults = parsed.faults;
    reading.faults.retain(|fault| !faults.iter().any(|first| inside(fault, first.span)));
    faults.append(&mut reading.faults);
    faults.extend(text::lost_comments(text, offset, &written, T::KIND));
    faults.extend(bom);
    let mentions = match record {
        Some(_) => Vec::new(),
        None => mentions(&written, T::KIND),
    };
    Fields { record, faults, mentions, decoded: parsed.decoded }
}

fn shift(fault: &mut Fault, offset: usize) {
    let moved = |span: Span| Span {
        start: span.start + offset as u32,
        end: span.end + offset as u32,
    };
    fault.span = moved(fault.span);
    fault.other = fault.other.take().map(|(span, label)| (moved(span), label));
}
