//! The faults of one file, collected with their places while its record is read.

use crate::model::character::alike::{is_it, nearest};
use crate::model::dictionary::kind::{Field, Kind};
use crate::model::dictionary::word::{Word, WordError};
use crate::model::dictionary::written::{Entry, Span, Style, Written};

/// A fault of the reading: its place in the file and what is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Code of the finding.
    pub code: &'static str,
    /// Place in the file.
    pub span: Span,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub help: String,
    /// A second place that explains the first, with its label.
    pub other: Option<(Span, &'static str)>,
}

/// Most changes or corrections that one record may have.
const MOST_CHANGES: usize = 100;

/// Collects the faults of one file while its record is read.
#[derive(Debug, Default)]
pub struct Reading {
    /// The faults so far.
    pub faults: Vec<Fault>,
    /// The values that a comma has cut off from the rest of their number, which is told at once.
    severed: Vec<Span>,
}

impl Reading {
    /// Reads a scalar; `None` after noting a fault.
    pub fn word<T: Word>(&mut self, written: &Written) -> Option<T> {
        let Written::Scalar { text, span, style } = written else {
            self.expected(
                written,
                &format!("一个{}（{}）", T::SHAPE.name, T::SHAPE.form),
            );
            return None;
        };
        match T::parse(text) {
            Ok(value) => Some(value),
            Err(error) => {
                self.bad_word(error, text, *span, *style);
                None
            }
        }
    }

    /// Returns the items of a list; `None` after noting a fault.
    pub fn items<'a>(&mut self, written: &'a Written) -> Option<&'a [Written]> {
        if let Written::List { items, .. } = written {
            return Some(items);
        }
        self.expected(written, "一个列表（每项前加“- ”，或写成 [甲, 乙]）");
        None
    }

    /// Returns the entries of a record, after noting unknown keys; `None` after noting a fault.
    pub fn entries<'a>(
        &mut self,
        written: &'a Written,
        kind: &'static Kind,
    ) -> Option<&'a [Entry]> {
        let Written::Map { entries, .. } = written else {
            self.expected(written, &format!("{}的若干行“键: 值”", kind.name));
            return None;
        };
        // A file with more unknown keys than that is no record; likening them all takes long.
        let unknown =
            entries.iter().filter(|entry| kind.field_named(&entry.key).is_none());
        let mut told = 0;
        for entry in unknown.take(1000) {
            if std::mem::take(&mut told) > 0 && is_rest(entry) {
                told = 1;
            } else if let Some(start) = severed(entries, entry) {
                self.severed(entries, start);
                told = 1;
            } else {
                self.unknown_key(entry, kind);
            }
        }
        Some(entries)
    }

    /// Notes that a record has more changes than any has in its life; `None` after that. Each of
    /// them makes another version of the whole record.
    pub(super) fn bound_changes(
        &mut self,
        written: &Written,
        items: &[Written],
    ) -> Option<()> {
        if items.len() <= MOST_CHANGES {
            return Some(());
        }
        let problem = format!("这里有{}条变更或更正，最多{MOST_CHANGES}条", items.len());
        let help = "同一天的并成一条；多半是录重了，或者写错了地方";
        self.fault("too-many-changes", written.head(), problem, help);
        None
    }

    /// Notes a fault.
    pub fn fault(
        &mut self,
        code: &'static str,
        span: Span,
        problem: impl Into<String>,
        help: impl Into<String>,
    ) {
        let (problem, help) = (problem.into(), help.into());
        self.faults.push(Fault { code, span, problem, help, other: None });
    }

    /// Notes that the value has the wrong form.
    pub fn expected(&mut self, written: &Written, what: &str) {
        let problem = format!("这里应是{what}，却写了{}", written.label());
        self.fault("wrong-shape", written.span(), problem, format!("改为{what}"));
    }

    /// Notes that a required field is missing.
    pub(super) fn missing(&mut self, record: &Written, kind: &Kind, field: &Field) {
        let problem = format!("{}缺少“{}”", kind.name, field.key);
        let help = format!("补上：{}: {}（{}）", field.key, field.example, field.meaning);
        self.fault("missing-key", record.head(), problem, help);
    }

    fn unknown_key(&mut self, entry: &Entry, kind: &'static Kind) {
        let keys = || kind.fields.iter().map(|field| field.key.as_str());
        let help = match nearest(&entry.key, keys()) {
            Some(near) => is_it(&entry.key, near),
            None => format!(
                "{}可用的键：{}",
                kind.name,
                keys().collect::<Vec<_>>().join("、")
            ),
        };
        let problem = format!("{}没有“{}”这个键", kind.name, entry.key);
        self.fault("unknown-key", entry.key_span, problem, help);
    }

    /// Notes that a comma has cut a number in two: in braces it ends a value.
    fn severed(&mut self, entries: &[Entry], start: usize) {
        let Written::Scalar { text, span, .. } = &entries[start].value else { return };
        let rest = entries[start + 1..].iter().take_while(|entry| is_rest(entry));
        let rest: Vec<&str> = rest.map(|entry| entry.key.as_str()).collect();
        self.severed.push(*span);
        let problem = format!("逗号把“{text},{}”断成了两截", rest.join(","));
        let help = format!("数里不写逗号，写作 {text}{}", rest.concat());
        self.fault("bad-number", *span, problem, help);
    }

    fn bad_word(&mut self, error: WordError, text: &str, span: Span, style: Style) {
        if self.severed.contains(&span) {
            return;
        }
        let verbatim = style == Style::Plain && span.len() == text.len();
        let span = if verbatim { span.part(&error.at) } else { span };
        self.fault(error.code, span, error.problem, error.help);
    }
}

/// Returns the position of the value before an entry, if that is the start of a number of which the entry
/// is the rest.
fn severed(entries: &[Entry], entry: &Entry) -> Option<usize> {
    let at = entries.iter().position(|other| other.key_span == entry.key_span)?;
    let start = at.checked_sub(1)?;
    let Written::Scalar { text, style: Style::Plain, .. } = &entries[start].value else {
        return None;
    };
    let is_start =
        (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    (is_start && is_rest(entry)).then_some(start)
}

/// Returns whether a key is what a comma leaves of a number: three digits, then perhaps places and a unit.
fn is_rest(entry: &Entry) -> bool {
    let digits = entry.key.bytes().take_while(u8::is_ascii_digit).count();
    digits == 3 && entry.value.is_blank()
}
