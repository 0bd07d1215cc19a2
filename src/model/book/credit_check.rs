//! Whether an investor may be courted: what the newest check of its credit found.

use chrono::NaiveDate;

use crate::model::book::{Book, Filed};
use crate::model::record::activity::{Activity, ActivityKind, Credit};

impl Book {
    /// The newest check of an investor's credit up to a day.
    pub fn credit_check(
        &self,
        investor: &str,
        day: NaiveDate,
    ) -> Option<&Filed<Activity>> {
        let checks = self.activities.iter().filter(|filed| {
            let check = &filed.record;
            check.kind == ActivityKind::Check
                && check.credit.is_some()
                && check.date <= day
                && check.partner.as_deref() == Some(investor)
        });
        checks.max_by_key(|filed| filed.record.date)
    }

    /// The same, where it found that the investor must not be courted.
    pub fn barred(&self, investor: &str, day: NaiveDate) -> Option<&Filed<Activity>> {
        let check = self.credit_check(investor, day)?;
        (check.record.credit != Some(Credit::Sound)).then_some(check)
    }
}
