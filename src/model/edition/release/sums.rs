//! `released/SHA256SUMS`: the digest of every released file, as `sha256sum` writes and checks them.

use std::fmt::{Display, Formatter};

use crate::model::dictionary::written::Span;
use crate::model::dictionary::{Fault, Level, Word};
use crate::model::edition::release::document::DOCUMENT;
use crate::model::value::period::Period;

/// Path of the file in a book's folder.
pub const SUMS: &str = "released/SHA256SUMS";

/// What the file with releases that were taken back is called after their period.
pub const WITHDRAWN: &str = ".withdrawn.json";

/// Length of a SHA-256 as hexadecimal digits.
const DIGITS: usize = 64;

/// `released/SHA256SUMS`: a line for each released file. For whom a document was made, and how often
/// the figures of a release were changed since, are comments, which `sha256sum` passes over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sums {
    /// The released files.
    pub files: Vec<Line<String>>,
    /// The documents as they were issued.
    pub documents: Vec<Line<String>>,
    /// The levels for which these were made.
    pub levels: Vec<Line<Level>>,
    /// The files with releases that were taken back.
    pub withdrawn: Vec<Line<String>>,
    /// The files with the changes that were disclosed since.
    pub revisions: Vec<Line<usize>>,
}

/// A line about a file: its digest, or how many changes it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Line<T> {
    /// Period of the file.
    pub period: Period,
    /// What is known of the file.
    pub content: T,
    /// Where the line stands; nowhere if it is new.
    pub span: Span,
}

/// Gives each line of a text that is not blank with its place; the error is the place of the first
/// that is not taken.
pub(in crate::model) fn each_line(
    text: &str,
    mut take: impl FnMut(&str, Span) -> Option<()>,
) -> Result<(), Span> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_end();
        let end = start + trimmed.len();
        let span = Span { start: start as u32, end: end as u32 };
        if !trimmed.is_empty() && take(trimmed, span).is_none() {
            return Err(span);
        }
        start += line.len();
    }
    Ok(())
}

impl Sums {
    /// Reads the text of the file; the error says which line is none of it.
    pub fn read(text: &str) -> Result<Sums, Fault> {
        let mut sums = Sums::default();
        each_line(text, |line, span| sums.take(line, span))
            .and_then(|()| sums.each_document_has_its_level())
            .map_err(|span| broken(span, SUMS, "released-file-edited"))?;
        Ok(sums)
    }

    /// Checks that each document says for whom it was made; the error is the place of one that does
    /// not.
    fn each_document_has_its_level(&self) -> Result<(), Span> {
        let mut documents = self.documents.iter();
        let silent = documents.find(|line| self.made_for(&line.period).is_none());
        silent.map_or(Ok(()), |line| Err(line.span))
    }

    /// Takes in a line; `None` if it is none of the file.
    pub(in crate::model) fn take(&mut self, line: &str, span: Span) -> Option<()> {
        if let Some(comment) = line.strip_prefix("# revisions/") {
            let (period, count) = comment.split_once(".yaml ")?;
            let (period, content) = (period.parse().ok()?, count.parse().ok()?);
            self.revisions.push(Line { period, content, span });
            return Some(());
        }
        if let Some(comment) = line.strip_prefix("# ") {
            let (name, level) = comment.split_once(' ')?;
            let period = name.strip_suffix(DOCUMENT)?.parse().ok()?;
            let content = Level::parse(level).ok()?;
            self.levels.push(Line { period, content, span });
            return Some(());
        }
        let (digest, name) = line.split_once("  ")?;
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let is_digest = digest.len() == DIGITS && digest.bytes().all(is_digit);
        let content = is_digest.then(|| digest.to_owned())?;
        let (period, files) = if let Some(period) = name.strip_suffix(WITHDRAWN) {
            (period, &mut self.withdrawn)
        } else if let Some(period) = name.strip_suffix(DOCUMENT) {
            (period, &mut self.documents)
        } else {
            (name.strip_suffix(".json")?, &mut self.files)
        };
        files.push(Line { period: period.parse().ok()?, content, span });
        Some(())
    }

    /// Enters a released file.
    pub fn enter(&mut self, period: Period, digest: String) {
        self.files.push(Line {
            period,
            content: digest,
            span: Span { start: 0, end: 0 },
        });
    }

    /// Enters a document that was made for a level and issued.
    pub fn enter_document(&mut self, period: Period, digest: String, level: Level) {
        let span = Span { start: 0, end: 0 };
        self.documents.push(Line { period: period.clone(), content: digest, span });
        self.levels.push(Line { period, content: level, span });
    }

    /// Returns for which level the document of a period was made; `None` if there is none.
    pub fn made_for(&self, period: &Period) -> Option<Level> {
        let line = self.levels.iter().find(|line| line.period == *period);
        line.map(|line| line.content)
    }

    /// Enters that the release of a period was taken back, with the file that keeps it.
    pub fn take_back(&mut self, period: &Period, digest: String) {
        self.files.retain(|line| line.period != *period);
        self.documents.retain(|line| line.period != *period);
        self.levels.retain(|line| line.period != *period);
        self.withdrawn.retain(|line| line.period != *period);
        let (period, span) = (period.clone(), Span { start: 0, end: 0 });
        self.withdrawn.push(Line { period, content: digest, span });
    }

    /// Enters how many changes of a released file's figures are disclosed.
    pub fn disclose(&mut self, period: Period, count: usize) {
        match self.revisions.iter_mut().find(|line| line.period == period) {
            Some(line) => line.content = count,
            None => {
                let span = Span { start: 0, end: 0 };
                self.revisions.push(Line { period, content: count, span });
            }
        }
    }
}

impl Display for Sums {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        for Line { period, content, .. } in &self.files {
            writeln!(out, "{content}  {period}.json")?;
        }
        for Line { period, content, .. } in &self.documents {
            writeln!(out, "{content}  {period}{DOCUMENT}")?;
        }
        for Line { period, content, .. } in &self.levels {
            writeln!(out, "# {period}{DOCUMENT} {}", content.label())?;
        }
        for Line { period, content, .. } in &self.withdrawn {
            writeln!(out, "{content}  {period}{WITHDRAWN}")?;
        }
        for Line { period, content, .. } in &self.revisions {
            writeln!(out, "# revisions/{period}.yaml {content}")?;
        }
        Ok(())
    }
}

/// The fault of a line that is none of a file of digests.
pub(in crate::model) fn broken(span: Span, file: &str, code: &'static str) -> Fault {
    Fault {
        code,
        span,
        problem: format!("{file} 的这一行不是程序写的"),
        help: "由程序写，不要手改；用 git 恢复".to_owned(),
        other: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_are_read_as_they_are_written() {
        let digest = "0123456789abcdef".repeat(4);
        let text = format!("{digest}  2023-06.json\n# revisions/2023-06.yaml 2\n");
        let mut sums = Sums::read(&text).unwrap();
        assert_eq!(sums.to_string(), text);
        sums.disclose("2023-06".parse().unwrap(), 3);
        sums.enter("2023-07".parse().unwrap(), digest.clone());
        let more = format!(
            "{digest}  2023-06.json\n{digest}  2023-07.json\n# revisions/2023-06.yaml 3\n"
        );
        assert_eq!(sums.to_string(), more);
        assert_eq!(Sums::read(&text.replace('\n', "\r\n")).unwrap().to_string(), text);
    }

    #[test]
    fn what_was_taken_back_has_a_line_of_its_own() {
        let digest = "0123456789abcdef".repeat(4);
        let text = format!("{digest}  2023-06.json\n{digest}  2023-07.json\n");
        let mut sums = Sums::read(&text).unwrap();
        sums.take_back(&"2023-07".parse().unwrap(), digest.clone());
        let left = format!("{digest}  2023-06.json\n{digest}  2023-07.withdrawn.json\n");
        assert_eq!(sums.to_string(), left);
        assert_eq!(Sums::read(&left).unwrap().to_string(), left);
    }

    #[test]
    fn a_document_has_a_line_and_says_for_whom_it_is() {
        let digest = "0123456789abcdef".repeat(4);
        let text = format!("{digest}  2023-06.json\n");
        let mut sums = Sums::read(&text).unwrap();
        let period: Period = "2023-06".parse().unwrap();
        sums.enter_document(period.clone(), digest.clone(), Level::Internal);
        let with = format!("{text}{digest}  2023-06.pdf\n# 2023-06.pdf 内部\n");
        assert_eq!(sums.to_string(), with);
        let read = Sums::read(&with).unwrap();
        assert_eq!(read.to_string(), with);
        assert_eq!(read.made_for(&period), Some(Level::Internal));
        sums.take_back(&period, digest.clone());
        assert_eq!(sums.to_string(), format!("{digest}  2023-06.withdrawn.json\n"));
    }

    #[test]
    fn any_other_line_is_a_fault_at_its_place() {
        let digest = "0".repeat(64);
        for line in [
            "<<<<<<< HEAD".to_owned(),
            format!("{digest} 2023-06.json"),
            format!("{digest}  2023-06.pdf\n"),
            "# 2023-06.pdf 所有人".to_owned(),
            format!("{}  2023-06.json", "0".repeat(63)),
            format!("{}  2023-06.json", "G".repeat(64)),
            "# revisions/2023-06.yaml viele".to_owned(),
        ] {
            let fault = Sums::read(&format!("{digest}  2023-05.json\n{line}\n"));
            let fault = fault.unwrap_err();
            assert_eq!((fault.code, fault.span.start), ("released-file-edited", 79));
        }
    }
}
