//! Why an audience does not get the numbers of a scope.

use chrono::NaiveDate;

use crate::figures::outcome::Missing;
use crate::model::value::date::Days;

/// Why an audience does not get the numbers of a scope.
#[derive(Clone, Debug)]
pub struct Withheld {
    /// Why the numbers are missing.
    pub reason: Missing,
    /// Whether it must not be found out either; else it only goes into a wider sum.
    pub is_secret: bool,
    /// Position among the plan's restrictions; `None` where no restriction is the reason.
    pub restriction: Option<usize>,
    /// The days on which it holds; `None` for all days.
    pub(super) days: Option<Days>,
}

impl Withheld {
    /// What is withheld on all days, whatever the plan restricts.
    pub(super) fn always(reason: Missing, is_secret: bool) -> Withheld {
        Withheld { reason, is_secret, restriction: None, days: None }
    }

    /// Whether it holds for what ends on a day.
    pub(in crate::figures) fn holds_on(&self, day: NaiveDate) -> bool {
        self.days.is_none_or(|days| days.contains(day))
    }
}
