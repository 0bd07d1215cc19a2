//! The findings of loaded data, and whether they prevent writing results.

use std::collections::BTreeSet;

use crate::check::run::{check, check_figures};
use crate::cli::progress::Progress;
use crate::diagnostic::{Diagnostic, Located, Severity};
use crate::load::Loaded;
use crate::report::callable;

/// The findings of loaded data.
#[derive(Debug)]
pub(super) struct Findings {
    /// The findings to report.
    pub(super) reported: Vec<Diagnostic>,
    /// Number of further findings that rulings have settled.
    pub(super) ruled: usize,
}

impl Findings {
    /// Returns every finding of the data.
    pub(super) fn of(loaded: &Loaded, progress: &Progress) -> Findings {
        progress.counted_step("核对账本", loaded.books.len());
        let Findings { mut reported, ruled } = Findings::of_records(loaded);
        // Figures of broken data say nothing about what was released.
        let broken = broken_books(loaded, &reported);
        for book in &loaded.books {
            if !broken.contains(book.id.as_str()) {
                reported.extend(check_figures(book));
            }
            progress.advance();
        }
        Findings { reported, ruled }
    }

    /// Returns the findings of the records, without those about releases.
    pub(super) fn of_records(loaded: &Loaded) -> Findings {
        let checked = check(&loaded.books, &callable());
        let reported = [loaded.diagnostics.clone(), checked.reported].concat();
        Findings { reported, ruled: checked.ruled.len() }
    }
}

/// Returns whether findings prevent writing results.
pub(super) fn block(findings: &[Located], strict: bool) -> bool {
    findings.iter().any(|finding| match finding.severity {
        Severity::Error => true,
        Severity::Warning => strict,
        Severity::Note => false,
    })
}

/// Returns the ids of the books with errors in their files.
fn broken_books<'a>(loaded: &'a Loaded, findings: &[Diagnostic]) -> BTreeSet<&'a str> {
    findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .flat_map(|finding| &finding.places)
        .map(|labelled| loaded.files.book(labelled.place.file))
        .collect()
}
