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
use crate::figures::derived::bases;

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

/// Whether the audience sees every fact that a series counts, or is worked out from: its change
/// tells of nothing that is hidden.
pub fn is_open(basis: &Basis, at: usize) -> bool {
    let (mut open, mut asked) = (vec![at], Vec::new());
    while let Some(at) = open.pop() {
        if asked.contains(&at) {
            continue;
        }
        asked.push(at);
        let series = &basis.series[at];
        if !series.facts.iter().all(|fact| basis.audience.sees(fact.level())) {
            return false;
        }
        open.extend(bases(basis, series));
    }
    true
}
