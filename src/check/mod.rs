//! Books → findings: the rules, how they are run, and the manual page of every code.

pub mod context;
mod amounts;
mod burden;
pub mod manual;
pub mod moved;
mod names;
mod narrative;
pub mod rules;
pub mod rulings;
pub mod run;
mod score_items;
mod stages;
mod thresholds;
mod totals;
mod unit_list;

use crate::check::context::{Callable, Context, Published};
use crate::check::rulings::Settled;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::model::book::Book;

/// A rule: its code, the severity of its findings, its manual page, and the check.
#[derive(Debug)]
pub struct Rule {
    /// Stable kebab-case code.
    pub code: &'static str,
    /// Severity of its findings.
    pub severity: Severity,
    /// The source file of the rule, which begins with the manual page.
    pub manual: &'static str,
    /// The check.
    pub check: Check,
}

/// The check of a rule, by what it needs.
#[derive(Debug)]
pub enum Check {
    /// Needs the records of a book, which may have errors.
    Records(fn(&Book, &mut Reporter)),
    /// Needs the narratives of a book, which may have errors.
    Narratives(fn(&Book, &Callable, &mut Reporter)),
    /// Needs the findings of the other rules after the rulings of a book.
    Rulings(fn(&Book, &Settled, &mut Reporter)),
    /// Needs the records and the figures of a book without errors.
    Figures(fn(&Context, &mut Reporter)),
    /// Needs what an audience gets, before it is written.
    Published(fn(&Published, &mut Reporter)),
}

/// Declares a rule whose manual page is at the top of its own file.
macro_rules! rule {
    ($code:expr, $severity:ident, $kind:ident($check:path)) => {
        $crate::check::Rule {
            code: $code,
            severity: $crate::diagnostic::Severity::$severity,
            manual: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/", file!())),
            check: $crate::check::Check::$kind($check),
        }
    };
    ($code:expr, $severity:ident, $check:path) => {
        $crate::check::rule!($code, $severity, Records($check))
    };
}
pub(crate) use rule;

/// Collects the findings of a rule.
#[derive(Debug)]
pub struct Reporter {
    rule: &'static Rule,
    findings: Vec<Diagnostic>,
}

impl Reporter {
    fn of(rule: &'static Rule) -> Reporter {
        Reporter { rule, findings: Vec::new() }
    }

    /// Adds a finding, to which advice and further places can be added.
    pub fn report(
        &mut self,
        place: Place,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        let finding = Diagnostic::new(self.rule.code, self.rule.severity, place, message);
        self.findings.push(finding);
        self.findings.last_mut().expect("one was just put there")
    }
}
