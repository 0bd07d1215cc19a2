//! Books → findings: the rules, how they are run, and the manual page of every code.

mod manual;
mod names;
mod rules;
mod score_items;
mod stages;
mod thresholds;
mod totals;
mod unit_list;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::model::book::Book;

pub use crate::check::manual::{Page, page, pages};
pub use crate::check::rules::RULES;

/// A rule: what it is called, how bad its findings are, its manual page, and the check itself.
#[derive(Debug)]
pub struct Rule {
    /// Stable kebab-case code.
    pub code: &'static str,
    /// How bad its findings are.
    pub severity: Severity,
    /// The source file of the rule, whose head is the manual page.
    pub manual: &'static str,
    /// The check.
    pub check: fn(&Book, &mut Reporter),
}

/// Declares a rule whose manual page is the head of its own file.
macro_rules! rule {
    ($code:literal, $severity:ident, $check:path) => {
        $crate::check::Rule {
            code: $code,
            severity: $crate::diagnostic::Severity::$severity,
            manual: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/", file!())),
            check: $check,
        }
    };
}
pub(crate) use rule;

/// Takes the findings of one rule.
#[derive(Debug)]
pub struct Reporter {
    rule: &'static Rule,
    found: Vec<Diagnostic>,
}

impl Reporter {
    /// Notes a finding, which can then be given advice and further places.
    pub fn report(
        &mut self,
        place: Place,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        let finding = Diagnostic::new(self.rule.code, self.rule.severity, place, message);
        self.found.push(finding);
        self.found.last_mut().expect("one was just put there")
    }
}

/// What the rules found.
#[derive(Debug, Default)]
pub struct Checked {
    /// What is to be reported.
    pub reported: Vec<Diagnostic>,
    /// What a ruling of a plan has settled.
    pub ruled: Vec<Ruled>,
}

/// A finding that a ruling has settled.
#[derive(Debug)]
pub struct Ruled {
    /// The finding.
    pub finding: Diagnostic,
    /// Id of the book.
    pub book: String,
    /// Id of the plan.
    pub plan: String,
    /// Id of the ruling.
    pub ruling: String,
}

/// Runs every rule over every book.
pub fn check(books: &[Book]) -> Checked {
    let tasks: Vec<(&Book, &'static Rule)> = books
        .iter()
        .flat_map(|book| RULES.iter().map(move |rule| (book, *rule)))
        .collect();
    let found: Vec<(&Book, Vec<Diagnostic>)> = tasks
        .into_par_iter()
        .map(|(book, rule)| {
            let mut reporter = Reporter { rule, found: Vec::new() };
            (rule.check)(book, &mut reporter);
            (book, reporter.found)
        })
        .collect();
    let mut checked = Checked::default();
    for (book, findings) in found {
        for finding in findings {
            match ruling(book, &finding) {
                Some((plan, ruling)) => {
                    let book = book.id.clone();
                    checked.ruled.push(Ruled { finding, book, plan, ruling });
                }
                None => checked.reported.push(finding),
            }
        }
    }
    checked
}

/// The plan and the ruling that settle a finding.
fn ruling(book: &Book, finding: &Diagnostic) -> Option<(String, String)> {
    book.plans.iter().map(|plan| &plan.record).find_map(|plan| {
        let ruling = plan.rulings.iter().find(|ruling| {
            ruling.findings.iter().any(|named| {
                named.code.as_str() == finding.code && named.subject == finding.subject
            })
        })?;
        Some((plan.id.to_string(), ruling.id.to_string()))
    })
}
