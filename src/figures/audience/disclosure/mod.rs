//! Which hidden values an audience could work out from what is published: by adding and
//! subtracting sums of all indicators, all scopes and all days, before and after revisions.

mod records;
mod revisions;
mod span;
mod sums;
mod withheld;

use chrono::NaiveDate;

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::figures::Basis;

/// Code of the findings.
const CODE: &str = "hidden-value";

/// A finding for each hidden value that can be recovered, with what the plan can do about it;
/// `days` are those on which editions end, besides the ends of months.
pub fn given_away(basis: &Basis, days: &[NaiveDate]) -> Vec<Diagnostic> {
    let mut findings = records::given_away(basis, days);
    findings.extend(withheld::given_away(basis, days));
    findings
}

fn finding(place: Place, message: String, help: String) -> Diagnostic {
    let mut finding = Diagnostic::new(CODE, Severity::Error, place, message);
    finding.help(help);
    finding
}
