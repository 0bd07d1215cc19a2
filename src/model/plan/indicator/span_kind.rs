//! The days that an indicator covers.

use crate::model::dictionary::choices;

choices! {
    /// The stretch of time that an indicator covers.
    SpanKind = "时段" "span" {
        Month = "当月" "month",
        Quarter = "当季" "quarter",
        Year = "本年累计" "year",
        Plan = "方案期累计" "plan",
        Week = "当周" "week",
        TenDays = "当旬" "ten-days",
        Campaign = "战役期累计" "campaign",
        ThreeYears = "近三年度" "three-years",
        ThirtySixMonths = "近36个月" "thirty-six-months",
        Fixed = "定期累计" "fixed",
        Ever = "历年累计" "ever",
    }
}

impl SpanKind {
    /// Returns whether it may reach over several years.
    pub fn is_of_years(self) -> bool {
        !(self.is_within_year() || self == SpanKind::Year)
    }

    /// Returns whether it is a part of a year by the calendar.
    pub fn is_within_year(self) -> bool {
        matches!(
            self,
            SpanKind::Week | SpanKind::TenDays | SpanKind::Month | SpanKind::Quarter
        )
    }
}
