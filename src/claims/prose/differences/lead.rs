//! 超欠进度: how far a completion is ahead of its schedule or behind it.

use crate::claims::found_claim::FoundClaim;
use crate::claims::number::amount::{Amount, contains};
use crate::claims::number::unit::Dimension;
use crate::claims::prose::place::Place;

const SCHEDULE: &[&str] = &["序时进度", "时序进度", "时间进度", "序时"];
const BEHIND: &[&str] = &["欠", "低于", "落后", "落后于", "慢于", "滞后", "滞后于"];
const AHEAD: &[&str] = &["超", "超过", "超出", "快于", "高于", "领先", "领先于"];
/// Words that may come between the two: 超年度序时进度.
const BETWEEN: &[&str] = &["", "全年", "年度", "同期", "计划"];

impl Place<'_> {
    /// Returns whether it is a schedule: 序时进度为50%, 超序时进度（50%）24.5个百分点.
    pub(in crate::claims::prose) fn is_schedule(&self) -> bool {
        let amount = self.amount();
        let phrase = amount
            .phrase()
            .trim_end_matches(['为', '是', '达', '到', '的', '（', '(', ' ']);
        let named = SCHEDULE.iter().any(|word| phrase.ends_with(word))
            || SCHEDULE.iter().any(|word| amount.after.starts_with(&format!("的{word}")));
        let led = names_lead(phrase);
        amount.dimension == Dimension::Percent
            && named
            && (!led || self.is_before_points())
    }

    /// Returns whether a difference follows directly, without a comma.
    fn is_before_points(&self) -> bool {
        let next = self.amounts.get(self.at + 1);
        next.is_some_and(|next| next.dimension == Dimension::Points && next.is_joined())
    }

    /// Returns whether it is a difference from the schedule.
    pub(in crate::claims::prose) fn is_lead(&self) -> bool {
        let amount = self.amount();
        let open = amount.before.ends_with(['（', '(']) || amount.after.starts_with('的');
        if amount.dimension == Dimension::Percent && open {
            // 超序时进度（50%） and 低于序时进度50%的 may give the schedule.
            return false;
        }
        let joined = self.amounts[..self.at].iter().rev().take(1);
        let schedule = joined.filter(|_| self.amount().is_joined()).any(|last| {
            last.dimension == Dimension::Percent && contains(&last.clause, SCHEDULE)
        });
        let compared =
            schedule && contains(&self.amount().clause, &[AHEAD, BEHIND].concat());
        let phrase = self.amount().phrase();
        names_lead(phrase)
            || compared
            || (contains(phrase, SCHEDULE)
                && ["快", "慢", "高", "低"].iter().any(|word| phrase.ends_with(word)))
    }

    /// Returns whether it is a difference below the schedule.
    pub(in crate::claims::prose) fn is_behind(&self) -> bool {
        let clause = &self.amount().clause;
        let slow = ["慢", "低"].iter().any(|word| clause.ends_with(word));
        self.is_lead() && (contains(clause, BEHIND) || slow)
    }

    pub(in crate::claims::prose) fn lead(&self) -> Option<FoundClaim> {
        if self.amount().clause.contains("分别") || self.list().len() > 1 {
            return None;
        }
        let done = self.before().find(|amount| is_completed(amount))?;
        let claim = match self.printed_schedule() {
            Some(schedule) => {
                let words = format!("{}－{}", done.text, schedule.text);
                self.hold("超欠进度", "a-b", &[done, schedule], words)?
            }
            None => {
                let month = self.month?;
                let places = done.value.scale().max(self.amount().value.scale());
                let words = format!("{}－{month}÷12", done.text);
                let expression = format!("a-r(seq({month}),{places})");
                self.hold("超欠进度", &expression, &[done], words)?.assumed()
            }
        };
        Some(claim.directed("超", "欠"))
    }

    /// Returns the schedule that the sentence prints, else the last one before.
    pub(super) fn printed_schedule(&self) -> Option<&Amount> {
        (0..self.amounts.len())
            .filter(|at| Place { at: *at, ..*self }.is_schedule())
            .min_by_key(|at| at.abs_diff(self.at))
            .map(|at| &self.amounts[at])
            .or(self.schedule)
    }
}

/// Returns whether words name a difference from a schedule: 超序时进度, 欠进度.
fn names_lead(text: &str) -> bool {
    let begins = |text: &str| {
        text.starts_with("进度") || SCHEDULE.iter().any(|word| text.starts_with(word))
    };
    AHEAD.iter().chain(BEHIND).flat_map(|word| text.split(word).skip(1)).any(|behind| {
        BETWEEN.iter().filter_map(|word| behind.strip_prefix(word)).any(begins)
    })
}

/// Returns whether it is a share of a target that was reached.
fn is_completed(amount: &Amount) -> bool {
    let other = contains(amount.phrase(), &["同比", "增长", "下降", "占比"]);
    amount.dimension == Dimension::Percent
        && !other
        && !contains(amount.phrase(), SCHEDULE)
        && contains(&amount.clause, &["完成", "目标", "任务", "计划", "达到", "进度"])
}
