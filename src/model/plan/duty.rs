//! Duties: what units must hand in, how often and by when.

use chrono::{Datelike, Days as DayCount, NaiveDate};

use crate::model::dictionary::{
    Word, WordError, WordShape, choices, digits, record, word_value,
};
use crate::model::plan::fact_kind::FactKind;
use crate::model::value::clause::Clause;
use crate::model::value::date::{CutoffDay, Month};
use crate::model::value::reference::{IndicatorRef, ScopeRef};
use crate::model::value::word::Id;

choices! {
    /// How often something is due.
    Rhythm = "周期" "rhythm" {
        Week = "每周" "week",
        TenDays = "每旬" "ten-days",
        Month = "每月" "month",
        Quarter = "每季" "quarter",
        Year = "每年" "year",
        Once = "一次" "once",
    }
}

record! {
    /// Something that units hand in at set times.
    Duty = "报送任务" "duty" "各单位按期报送的一项材料或数据" identity(id, from, name) {
        id: Id = "编号" "编号，报送记录用它写明报的是哪一项" "weekly" "D28" Public,
        name: String = "名称" "名称" "百日攻坚行动信息" "D28" Public,
        rhythm: Rhythm = "周期" "多久一次" "每周" "D28" Public,
        due: DueDay = "期限" "每期的期限" "当周五" "D28" Public,
        from: NaiveDate = "起" "从含这一天的一期起" "2023-05-01" "D28" Public,
        to: Option<NaiveDate> = "止" "到含这一天的一期止" "2023-09-05" "D28" Public,
        units: Vec<ScopeRef> = "单位" "哪些单位或分组" "[各县（市、区）]" "D28" Public,
        indicators: Vec<IndicatorRef> = "指标" "这一项报的是哪些指标的总数；没有报到当期的，就是未报" "[走访企业数]" "K36" Public,
        facts: Vec<FactKind> = "事项" "这一项报的是哪几类记录；当期有其中一条就算报了" "[合同, 开工]" "K34" Public,
        deduction: Option<Id> = "扣分项" "未报时建议在哪个扣分的计分项里扣；只建议，不计分" "daily" "K28" Public,
        clause: Clause = "依据" "依据的条款" "四（三）" "D28" Public,
    }
}

impl Duty {
    /// Returns whether it brings records, which tell by themselves whether they came.
    pub fn brings_records(&self) -> bool {
        !(self.indicators.is_empty() && self.facts.is_empty())
    }
}

/// The day by which something of a period is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueDay {
    /// Weeks after the period's last week, and the day of that week from 0 for Monday.
    Weekday(u32, u32),
    /// Months after the period's last month, and the day of that month.
    Day(i32, u32),
    /// Days after the period's end.
    After(u32),
}

impl DueDay {
    /// Returns the due day for a period that ends on a given day.
    pub fn for_end(self, end: NaiveDate) -> NaiveDate {
        match self {
            DueDay::Weekday(weeks, day) => {
                let monday = end.weekday().num_days_from_monday();
                let add = u64::from(weeks * 7 + day);
                end - DayCount::new(u64::from(monday)) + DayCount::new(add)
            }
            DueDay::Day(months, day) => {
                let month = Month::of(end).plus(months);
                NaiveDate::from_ymd_opt(month.year, month.month, day)
                    .unwrap_or(month.end())
            }
            DueDay::After(days) => end + DayCount::new(u64::from(days)),
        }
    }
}

impl std::fmt::Display for DueDay {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        let later = |later: bool| if later { "次" } else { "当" };
        match self {
            DueDay::Weekday(weeks, day) => {
                let word = WEEKDAYS[*day as usize % WEEKDAYS.len()];
                write!(out, "{}周{word}", later(*weeks > 0))
            }
            DueDay::Day(months, day) => write!(out, "{}月{day}日", later(*months > 0)),
            DueDay::After(days) => write!(out, "期后{days}日"),
        }
    }
}

const WEEKDAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];

impl Word for DueDay {
    const SHAPE: &'static WordShape = &WordShape {
        id: "due-day",
        name: "期限",
        form: "当周或次周的周几、当月或次月的某日，或期末后几日，如 当周五、次周一、当月25日、次月7日、期后15日",
        pattern: "^((当|次)周[一二三四五六日]|(当|次)月([1-9]|[12]\\d|3[01])日|期后\\d{1,3}日)$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<DueDay, WordError> {
        read(text).ok_or_else(|| {
            let help = "写成 当周五、次周一、当月25日、次月7日 或 期后15日";
            WordError::whole("bad-date", text, format!("“{text}”不是期限"), help)
        })
    }
}

word_value!(DueDay);

fn read(text: &str) -> Option<DueDay> {
    if let Some(days) = text.strip_prefix("期后") {
        return digits(days.strip_suffix('日')?, 3).map(DueDay::After);
    }
    let later = match text.chars().next()? {
        '当' => 0,
        '次' => 1,
        _ => return None,
    };
    let rest = &text['当'.len_utf8()..];
    if let Some(day) = rest.strip_prefix('周') {
        let day = WEEKDAYS.iter().position(|word| *word == day)?;
        return Some(DueDay::Weekday(later, day as u32));
    }
    let day = CutoffDay::parse(text).ok()?;
    Some(DueDay::Day(day.months, day.day))
}
