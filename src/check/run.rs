//! Runs the rules: over records, over the figures of sound books, over what an audience gets.

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::check::context::{Callable, Context, Published};
use crate::check::rules::RULES;
use crate::check::{Check, Reporter, Rule};
use crate::diagnostic::Diagnostic;
use crate::model::book::Book;

/// The result of running rules.
#[derive(Debug, Default)]
pub struct Checked {
    /// The findings to report.
    pub reported: Vec<Diagnostic>,
    /// The findings that a ruling of a plan has settled.
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

/// Runs every rule that needs records or narratives, over every book.
pub fn check(books: &[Book], callable: &Callable) -> Checked {
    let tasks: Vec<(&Book, &'static Rule)> = books
        .iter()
        .flat_map(|book| RULES.iter().map(move |rule| (book, *rule)))
        .collect();
    let findings: Vec<(&Book, Vec<Diagnostic>)> = tasks
        .into_par_iter()
        .map(|(book, rule)| {
            let mut reporter = Reporter::of(rule);
            match rule.check {
                Check::Records(check) => check(book, &mut reporter),
                Check::Narratives(check) => check(book, callable, &mut reporter),
                Check::Figures(_) | Check::Published(_) => {}
            }
            (book, reporter.findings)
        })
        .collect();
    let mut checked = Checked::default();
    for (book, findings) in findings {
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

/// Runs every rule that needs figures, over a book without errors.
pub fn check_figures(book: &Book) -> Vec<Diagnostic> {
    let context = Context::of(book);
    findings(|rule, reporter| {
        if let Check::Figures(check) = rule.check {
            check(&context, reporter);
        }
    })
}

/// Runs every rule that needs what an audience gets.
pub fn check_published(published: &Published) -> Vec<Diagnostic> {
    findings(|rule, reporter| {
        if let Check::Published(check) = rule.check {
            check(published, reporter);
        }
    })
}

/// Returns whether a code is of a rule that compares sound data with a release.
pub fn is_about_release(code: &str) -> bool {
    let is_about_figures = |rule: &Rule| matches!(rule.check, Check::Figures(_));
    let mut rules = RULES.iter().filter(|rule| is_about_figures(rule));
    // That a released file is broken is also a fault of reading it.
    rules.any(|rule| rule.code == code) && code != "broken-release"
}

fn findings(run: impl Fn(&'static Rule, &mut Reporter)) -> Vec<Diagnostic> {
    let of_rule = |rule: &&'static Rule| {
        let mut reporter = Reporter::of(rule);
        run(rule, &mut reporter);
        reporter.findings
    };
    RULES.iter().flat_map(of_rule).collect()
}

/// Returns the plan and the ruling that settle a finding; `None` if it is open.
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
