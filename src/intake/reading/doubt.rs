//! Findings about cells: all in one run, each with its file, sheet and cell.

use crate::diagnostic::{Located, LocatedPlace, Severity};
use crate::load::workbook::place;

/// A place in a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At {
    path: String,
}

impl At {
    /// A file as a whole.
    pub fn file(name: &str) -> At {
        At { path: name.to_owned() }
    }

    /// A sheet of a file; one of lines has none.
    pub fn sheet(file: &str, sheet: &str) -> At {
        let path =
            if sheet.is_empty() { file.to_owned() } else { format!("{file}!{sheet}") };
        At { path }
    }

    /// A cell of a sheet.
    pub fn cell(&self, at: (u32, u32)) -> At {
        At { path: format!("{}!{}", self.path, place(at)) }
    }

    fn file_name(&self) -> &str {
        self.path.split('!').next().unwrap_or_default()
    }

    /// Returns the place as text.
    pub fn as_str(&self) -> &str {
        &self.path
    }
}

/// Collects findings.
#[derive(Debug, Default)]
pub struct Doubts {
    findings: Vec<Located>,
}

impl Doubts {
    /// Notes a cell that cannot be taken as it stands.
    pub fn doubtful(&mut self, at: &At, message: impl Into<String>, help: &str) {
        self.add("doubtful-cell", Severity::Error, at, message.into(), help);
    }

    /// Notes that a form is not taken.
    pub fn refused(&mut self, at: &At, message: impl Into<String>, help: &str) {
        let (message, file) = (message.into(), at.file_name());
        let is_same = |finding: &Located| {
            finding.message == message
                && finding.places.iter().any(|place| place.path.starts_with(file))
        };
        // All sheets of a file are refused for the same reason.
        if !self.findings.iter().any(is_same) {
            self.add("form-refused", Severity::Error, at, message, help);
        }
    }

    /// Notes a value that differs from one that is known, where nobody said why.
    pub fn unreasoned(&mut self, at: &At, message: impl Into<String>, help: &str) {
        self.add("change-without-reason", Severity::Error, at, message.into(), help);
    }

    /// Notes what was passed over.
    pub fn note(&mut self, at: &At, message: impl Into<String>) {
        self.add("passed-over", Severity::Note, at, message.into(), "");
    }

    fn add(
        &mut self,
        code: &'static str,
        severity: Severity,
        at: &At,
        message: String,
        help: &str,
    ) {
        let place =
            LocatedPlace { path: at.path.clone(), label: String::new(), position: None };
        self.findings.push(Located {
            code,
            severity,
            message,
            help: help.to_owned(),
            places: vec![place],
            subject: String::new(),
            subjects: Vec::new(),
        });
    }

    /// Returns how many there are.
    pub fn count(&self) -> usize {
        self.findings.len()
    }

    /// Returns them in their order.
    pub fn into_findings(self) -> Vec<Located> {
        self.findings
    }
}
