//! Credit checks: whether an investor may be courted, by the newest check up to a day.

use chrono::NaiveDate;

use crate::model::book::{Book, Filed};
use crate::model::record::activity::{Activity, ActivityKind, Credit};

impl Book {
    /// Returns the newest check of an investor's credit up to a day; `None` if there is none.
    pub fn credit_check(
        &self,
        investor: &str,
        day: NaiveDate,
    ) -> Option<&Filed<Activity>> {
        let positions = self.credit_checks.positions(&self.activities, investor, checked);
        let checks = positions.map(|at| &self.activities[at]);
        let checks = checks.filter(|filed| filed.record.date <= day);
        checks.max_by_key(|filed| filed.record.date)
    }

    /// Returns the newest check if it found that the investor must not be courted; `None`
    /// otherwise.
    pub fn barred(&self, investor: &str, day: NaiveDate) -> Option<&Filed<Activity>> {
        let check = self.credit_check(investor, day)?;
        (check.record.credit != Some(Credit::Sound)).then_some(check)
    }
}

/// Returns the investor whose credit an activity checked; `None` for any other activity.
fn checked(activity: &Activity) -> Option<&str> {
    let is_check = activity.kind == ActivityKind::Check && activity.credit.is_some();
    activity.partner.as_deref().filter(|_| is_check)
}
