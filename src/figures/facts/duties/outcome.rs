//! Whether a duty was kept.

use chrono::NaiveDate;

use crate::words::date;

/// Whether something was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// In time, on this day.
    InTime(NaiveDate),
    /// Too late, on this day.
    Late(NaiveDate),
    /// Not at all.
    Missing,
    /// It was due before the document was issued, so the unit is not to blame.
    BeforeIssue,
}

impl Kept {
    /// Returns the state in words.
    pub fn label(self) -> String {
        match self {
            Kept::InTime(day) => format!("{}按时报送", date::day(day)),
            Kept::Late(day) => format!("{}逾期报送", date::day(day)),
            Kept::Missing => "未报送".to_owned(),
            Kept::BeforeIssue => "期限早于文件印发，不作缺报".to_owned(),
        }
    }
}
