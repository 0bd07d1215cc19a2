//! Which hidden values an audience could work out from what is published: by adding and
//! subtracting sums of all indicators, all scopes and all days, before and after revisions.

mod certificate;
mod dominant;
mod hidden;
mod records;
mod revisions;
mod secrets;
mod span;
mod sums;

use chrono::NaiveDate;

use crate::diagnostic::Place;
use crate::figures::basis::Basis;

/// A hidden value that can be recovered.
#[derive(Clone, Debug)]
pub struct Disclosure {
    /// Where the value stands.
    pub place: Place,
    /// How it can be worked out.
    pub message: String,
    /// What the plan can do about it.
    pub help: String,
}

/// Each hidden value that can be recovered; `days` are those on which editions end, besides
/// the ends of months.
pub fn given_away(basis: &Basis, days: &[NaiveDate]) -> Vec<Disclosure> {
    let mut disclosures = records::given_away(basis, days);
    disclosures.extend(secrets::given_away(basis, days));
    disclosures.extend(dominant::given_away(basis, days));
    disclosures
}
