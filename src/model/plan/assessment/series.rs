//! The series of editions that an assessment is computed for.

use chrono::Datelike;

use crate::model::dictionary::choices;
use crate::model::value::date::Month;
use crate::model::value::period::Period;

choices! {
    /// The series of editions that an assessment is computed for.
    Series = "期别" "series" {
        Year = "年" "year",
        Half = "半年" "half",
        Quarter = "季" "quarter",
        Month = "月" "month",
        TenDays = "旬" "ten-days",
        Week = "周" "week",
        Campaign = "战役" "campaign",
    }
}

impl Series {
    /// Returns the series that a period belongs to.
    pub fn of(period: &Period) -> Series {
        match period {
            Period::Year(_) => Series::Year,
            Period::Half(..) => Series::Half,
            Period::Quarter(..) => Series::Quarter,
            Period::Month(_) => Series::Month,
            Period::TenDays(..) => Series::TenDays,
            Period::Week(..) => Series::Week,
            Period::Campaign(..) => Series::Campaign,
        }
    }

    /// Returns the periods of this series that a longer period consists of; none if it does not
    /// consist of such.
    pub fn within(self, period: &Period) -> Vec<Period> {
        let days = period.days();
        let months = match self {
            Series::Month => 1,
            Series::Quarter => 3,
            Series::Half => 6,
            _ => return Vec::new(),
        };
        let (first, count) = (Month::of(days.start), days.months() as i32);
        let is_longer = count > months && first.start() == days.start;
        let starts = (0..count).step_by(months as usize).map(|at| first.plus(at));
        let one = |month: Month| match self {
            Series::Quarter => {
                Period::Quarter(month.year, month.start().month0() / 3 + 1)
            }
            Series::Half => Period::Half(month.year, month.start().month0() / 6 + 1),
            _ => Period::Month(month),
        };
        if is_longer { starts.map(one).collect() } else { Vec::new() }
    }
}
