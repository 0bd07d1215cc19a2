//! One file → one record, with every fault of the file.

use std::sync::Arc;

use crate::load::glyphs::{Covers, missing_glyphs};
use crate::load::kinds::Slot;
use crate::load::markdown;
use crate::load::mention::mentions;
use crate::load::release;
use crate::load::text;
use crate::load::yaml;
use crate::model::book::{FileId, Mention};
use crate::model::dictionary::written::{Span, Written};
use crate::model::dictionary::{Fault, Reading, Record};
use crate::model::edition::release::Release;
use crate::model::edition::revision::RevisionFile;
use crate::model::edition::{Edition, EditionCard};
use crate::model::plan::Plan;
use crate::model::record::activity::Activity;
use crate::model::record::marks::MarksFile;
use crate::model::record::project::Project;
use crate::model::record::registry::{BookCard, Registry};
use crate::model::record::reported::ReportedFile;

/// What a file holds.
#[derive(Clone, Debug)]
pub(super) enum Content {
    Card(BookCard),
    Registry(Registry),
    Plan(Box<Plan>),
    Project(Arc<Project>),
    Activity(Box<Activity>),
    Reported(ReportedFile),
    Marks(MarksFile),
    Edition(Edition),
    Released(Box<Release>),
    Revision(RevisionFile),
}

/// What came of reading a file.
#[derive(Clone, Debug)]
pub(super) struct FileRead {
    /// The record, where all of it could be read.
    pub content: Option<Content>,
    /// Every fault.
    pub faults: Vec<Fault>,
    /// References and clauses, kept where the record will not be walked.
    pub mentions: Vec<Mention>,
}

impl FileRead {
    /// A file whose bytes could not be had.
    pub(super) fn unreadable(reason: &str) -> FileRead {
        let (problem, help) =
            (format!("读不出来：{reason}"), "核对文件的权限和大小".to_owned());
        let span = Span { start: 0, end: 0 };
        broken(vec![Fault { code: "unreadable-file", span, problem, help, other: None }])
    }
}

/// Reads the bytes of a file.
pub(super) fn read(bytes: Vec<u8>, slot: Slot, file: FileId, covers: Covers) -> FileRead {
    let text = match text::decode(bytes) {
        Ok(text) => text,
        Err((_, fault)) => return broken(vec![fault]),
    };
    let faults = text::check_text(&text);
    if !faults.is_empty() {
        return broken(faults);
    }
    let mut read = match slot {
        Slot::Card => record(&text, file, Content::Card),
        Slot::Registry => record(&text, file, Content::Registry),
        Slot::Plan => record(&text, file, |plan| Content::Plan(Box::new(plan))),
        Slot::Project => {
            record(&text, file, |project| Content::Project(Arc::new(project)))
        }
        Slot::Activity => {
            record(&text, file, |activity| Content::Activity(Box::new(activity)))
        }
        Slot::Reported => record(&text, file, Content::Reported),
        Slot::Marks => record(&text, file, Content::Marks),
        Slot::Edition => edition(&text, file),
        Slot::Released => return released(&text),
        Slot::Revision => record(&text, file, Content::Revision),
    };
    read.faults.extend(text::phone_numbers(&text));
    read.faults.extend(missing_glyphs(&text, covers));
    limit(&mut read.faults);
    read
}

/// A file with this many faults is not a record gone wrong but something else.
const MOST_FAULTS: usize = 100;

/// Keeps the first faults of a file that has too many, and says so.
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

/// The YAML of a file: its offset and its text; for an edition, the front matter.
pub(super) fn yaml_part(text: &str, is_edition: bool) -> Option<(usize, &str)> {
    if is_edition {
        return markdown::split(text).map(|parts| (parts.front.0, parts.front.1));
    }
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    Some((start, &text[start..]))
}

fn broken(faults: Vec<Fault>) -> FileRead {
    FileRead { content: None, faults, mentions: Vec::new() }
}

fn record<T: Record>(text: &str, file: FileId, wrap: fn(T) -> Content) -> FileRead {
    let (offset, part) =
        yaml_part(text, false).expect("a file that is no edition is YAML");
    let mut read = fields::<T>(part, offset, file, text::bom(text).into_iter().collect());
    let keep =
        matches!(T::KIND.id, "plan" | "units" | "book" | "marks") || read.0.is_none();
    if !keep {
        read.2.clear();
    }
    FileRead { content: read.0.map(wrap), faults: read.1, mentions: read.2 }
}

fn released(text: &str) -> FileRead {
    match release::read(text) {
        Ok(release) => FileRead {
            content: Some(Content::Released(Box::new(release))),
            faults: Vec::new(),
            mentions: Vec::new(),
        },
        Err(fault) => broken(vec![fault]),
    }
}

fn edition(text: &str, file: FileId) -> FileRead {
    let Some(parts) = markdown::split(text) else {
        let span = Span { start: 0, end: text.lines().next().map_or(0, str::len) as u32 };
        let problem = "通报文件开头没有两行“---”之间的说明".to_owned();
        let help =
            "第一行写“---”，接着写 期、标题 等，再写一行“---”，然后是正文".to_owned();
        return broken(vec![Fault {
            code: "no-front-matter",
            span,
            problem,
            help,
            other: None,
        }]);
    };
    let bom = text::bom(text).into_iter().collect();
    let (card, mut faults, mentions) =
        fields::<EditionCard>(parts.front.1, parts.front.0, file, bom);
    let (narrative, mut wrong) = markdown::narrative(parts.body.1, parts.body.0);
    faults.append(&mut wrong);
    let content = card.map(|card| Content::Edition(Edition { card, narrative }));
    FileRead { content, faults, mentions }
}

type Fields<T> = (Option<T>, Vec<Fault>, Vec<Mention>);

/// Reads a record from YAML text; a fault that follows from an earlier one at its place is left out.
fn fields<T: Record>(
    text: &str,
    offset: usize,
    file: FileId,
    bom: Vec<Fault>,
) -> Fields<T> {
    let mut faults = text::check_yaml(text);
    if !faults.is_empty() {
        faults.iter_mut().for_each(|fault| shift(fault, offset));
        faults.extend(bom);
        return (None, faults, Vec::new());
    }
    let parsed = yaml::parse(text, offset);
    let empty = parsed.faults.is_empty() && parsed.written.is_none();
    let at = Span { start: offset as u32, end: offset as u32 };
    let written = match parsed.written {
        Some(written) => written,
        None if empty => Written::Map { entries: Vec::new(), span: at },
        None => return (None, [parsed.faults, bom].concat(), Vec::new()),
    };
    let mut reading = Reading::default();
    let record = T::build(&written, &mut reading);
    let inside = |fault: &Fault, span: Span| {
        span.start <= fault.span.start && fault.span.end <= span.end && !span.is_empty()
    };
    let mut faults = parsed.faults;
    reading.faults.retain(|fault| !faults.iter().any(|first| inside(fault, first.span)));
    faults.append(&mut reading.faults);
    faults.extend(bom);
    (record, faults, mentions(&written, T::KIND, file))
}

fn shift(fault: &mut Fault, offset: usize) {
    let moved = |span: Span| Span {
        start: span.start + offset as u32,
        end: span.end + offset as u32,
    };
    fault.span = moved(fault.span);
    fault.other = fault.other.take().map(|(span, label)| (moved(span), label));
}
