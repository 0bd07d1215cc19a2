//! Everything that is wrong with loaded data, and whether it keeps results from being written.

use std::collections::BTreeSet;

use crate::check::run::{check, check_figures};
use crate::diagnostic::{Diagnostic, Located, Severity};
use crate::load::Loaded;
use crate::report::callable;

/// What is wrong with loaded data.
#[derive(Debug)]
pub(super) struct Findings {
    /// What is to be reported.
    pub(super) reported: Vec<Diagnostic>,
    /// How many more findings a ruling has settled.
    pub(super) ruled: usize,
}

impl Findings {
    /// Returns every finding of some data.
    pub(super) fn of(loaded: &Loaded) -> Findings {
        let Findings { mut reported, ruled } = Findings::of_records(loaded);
        // Figures of broken data say nothing about what was released.
        let broken = broken_books(loaded, &reported);
        let whole = loaded.books.iter().filter(|book| !broken.contains(book.id.as_str()));
        reported.extend(whole.flat_map(check_figures));
        Findings { reported, ruled }
    }

    /// Returns the findings of the records, without those of what was released.
    pub(super) fn of_records(loaded: &Loaded) -> Findings {
        let checked = check(&loaded.books, &callable());
        let reported = [loaded.diagnostics.clone(), checked.reported].concat();
        Findings { reported, ruled: checked.ruled.len() }
    }
}

/// Whether findings keep results from being written.
pub(super) fn block(findings: &[Located], strict: bool) -> bool {
    findings.iter().any(|finding| match finding.severity {
        Severity::Error => true,
        Severity::Warning => strict,
        Severity::Note => false,
    })
}

/// The ids of the books in whose files there are errors.
fn broken_books<'a>(loaded: &'a Loaded, findings: &[Diagnostic]) -> BTreeSet<&'a str> {
    findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .flat_map(|finding| &finding.places)
        .map(|labelled| loaded.files.book(labelled.place.file))
        .collect()
}
