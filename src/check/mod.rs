//! Books → findings: the rules, how they are run, and the manual page of every code.

pub mod context;
pub mod manual;
mod names;
pub mod rules;
pub mod run;
mod score_items;
mod stages;
mod thresholds;
mod totals;
mod unit_list;

use crate::check::context::{Callable, Context, Published};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::model::book::Book;

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
    pub check: Check,
}

/// What a rule looks at, and with it when it is run.
#[derive(Debug)]
pub enum Check {
    /// The records of a book, sound or not.
    Records(fn(&Book, &mut Reporter)),
    /// The narratives of a book, sound or not.
    Narratives(fn(&Book, &Callable, &mut Reporter)),
    /// The records and the figures of a book without errors.
    Figures(fn(&Context, &mut Reporter)),
    /// What one audience gets, before it is written.
    Published(fn(&Published, &mut Reporter)),
}

/// Declares a rule whose manual page is the head of its own file.
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

/// Takes the findings of one rule.
#[derive(Debug)]
pub struct Reporter {
    rule: &'static Rule,
    findings: Vec<Diagnostic>,
}

impl Reporter {
    fn of(rule: &'static Rule) -> Reporter {
        Reporter { rule, findings: Vec::new() }
    }

    /// Notes a finding, which can then be given advice and further places.
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
