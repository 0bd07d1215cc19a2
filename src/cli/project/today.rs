//! What day it is: the only place that looks at the clock.

use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, FixedOffset, NaiveDate};
use clap::Args;

use crate::cli::values::word;

/// The day that a command takes for today.
#[derive(Args, Debug)]
#[command(next_help_heading = "选项")]
pub(in crate::cli) struct Today {
    /// 把哪一天当作今天，如 2026-03-20；不写则看电脑的日期
    #[arg(long, value_name = "日期", value_parser = word::<NaiveDate>)]
    today: Option<NaiveDate>,
}

impl Today {
    /// Returns the day that is given, else that of the clock in China.
    #[expect(
        clippy::disallowed_methods,
        reason = "no output of a build asks what day it is"
    )]
    pub(in crate::cli) fn day(&self) -> NaiveDate {
        self.today.unwrap_or_else(|| {
            const CHINA: i32 = 8 * 3600;
            let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            let seconds = i64::try_from(since.as_secs()).unwrap_or_default();
            let zone = FixedOffset::east_opt(CHINA);
            let now = DateTime::from_timestamp(seconds, 0).unwrap_or_default();
            zone.map_or(now.date_naive(), |zone| now.with_timezone(&zone).date_naive())
        })
    }
}
