//! Runs the rules: over records, over the figures of sound books, over what an audience gets.

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::check::context::{Callable, Context, Published};
use crate::check::rules::{RELEASED_FILE_EDITED, RELEASED_UNSEALED, RULES};
use crate::check::rulings::{Ruled, Settled};
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

/// Runs every rule that needs records or narratives, over every book.
pub fn check(books: &[Book], callable: &Callable) -> Checked {
    let tasks: Vec<(&Book, &'static Rule)> = books
        .iter()
        .flat_map(|book| RULES.iter().map(move |rule| (book, *rule)))
        .collect();
    let found: Vec<Vec<Diagnostic>> = tasks
        .into_par_iter()
        .map(|(book, rule)| {
            of_rule(rule, |reporter| match rule.check {
                Check::Records(check) => check(book, reporter),
                Check::Narratives(check) => check(book, callable, reporter),
                Check::Rulings(_) | Check::Figures(_) | Check::Published(_) => {}
            })
        })
        .collect();
    let mut checked = Checked::default();
    for (book, of_rules) in books.iter().zip(found.chunks(RULES.len())) {
        let settled = Settled::of(book, of_rules.concat());
        let of_rulings = findings(|rule, reporter| {
            if let Check::Rulings(check) = rule.check {
                check(book, &settled, reporter);
            }
        });
        checked.reported.extend(settled.open);
        checked.reported.extend(of_rulings);
        checked.ruled.extend(settled.ruled);
    }
    checked
}

/// Runs every rule that needs figures, over a book without errors. What is supposed is held against
/// nothing that was published or said.
pub fn check_figures(book: &Book) -> Vec<Diagnostic> {
    if book.is_supposed {
        return Vec::new();
    }
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
        || [RELEASED_FILE_EDITED, RELEASED_UNSEALED].contains(&code)
}

fn findings(run: impl Fn(&'static Rule, &mut Reporter)) -> Vec<Diagnostic> {
    let of = |rule: &&'static Rule| of_rule(rule, |reporter| run(rule, reporter));
    RULES.iter().flat_map(of).collect()
}

fn of_rule(rule: &'static Rule, run: impl FnOnce(&mut Reporter)) -> Vec<Diagnostic> {
    let mut reporter = Reporter::of(rule);
    run(&mut reporter);
    reporter.findings
}
