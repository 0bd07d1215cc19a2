//! The rulings of a book against its findings: which finding one settles, and which ruling meets
//! none.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::model::book::Book;
use crate::model::plan::RuledFinding;

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

/// The position of a finding that a ruling names: of the plan, of the ruling, and in that.
pub(super) type NamedAt = (usize, usize, usize);

/// The findings of a book after its rulings.
#[derive(Debug, Default)]
pub struct Settled {
    /// The findings that no ruling names.
    pub open: Vec<Diagnostic>,
    /// The others.
    pub ruled: Vec<Ruled>,
    /// Where rulings name a finding that there is.
    pub(super) met: BTreeSet<NamedAt>,
}

impl Settled {
    /// Takes out the findings that the rulings of a book name.
    pub(super) fn of(book: &Book, findings: Vec<Diagnostic>) -> Settled {
        let named = named(book);
        let mut settled = Settled::default();
        for finding in findings {
            let by = named.iter().filter(|(_, ruled)| names(ruled, &finding));
            let by: Vec<NamedAt> = by.map(|(at, _)| *at).collect();
            settled.met.extend(&by);
            match by.first() {
                Some(at) => settled.settle(book, *at, finding),
                None => settled.open.push(finding),
            }
        }
        settled
    }

    fn settle(&mut self, book: &Book, at: NamedAt, finding: Diagnostic) {
        let plan = &book.plans[at.0].record;
        let (ruling, id) = (plan.rulings[at.1].id.to_string(), plan.id.to_string());
        self.ruled.push(Ruled { finding, book: book.id.clone(), plan: id, ruling });
    }
}

/// Returns every finding that a ruling of a book names.
pub(super) fn named(book: &Book) -> Vec<(NamedAt, &RuledFinding)> {
    let mut named = Vec::new();
    for (plan, filed) in book.plans.iter().enumerate() {
        for (ruling, declared) in filed.record.rulings.iter().enumerate() {
            let findings = declared.findings.iter().enumerate();
            named.extend(findings.map(|(at, ruled)| ((plan, ruling, at), ruled)));
        }
    }
    named
}

/// Returns whether a ruling is about a finding: its code, its subject, its indicator and all of its
/// numbers.
fn names(ruled: &RuledFinding, finding: &Diagnostic) -> bool {
    ruled.code.as_str() == finding.code
        && ruled.subject == finding.subject
        && ruled.indicator.as_deref().unwrap_or_default() == finding.indicator
        && ruled.numbers == finding.numbers
}
