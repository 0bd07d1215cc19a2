//! 超进度6.48亿元: the amount by which something is ahead of its schedule or behind it.

use crate::claims::found_claim::FoundClaim;
use crate::claims::number::amount::{Amount, contains};
use crate::claims::prose::place::Place;

const BEHIND: &[&str] = &["欠", "低于", "落后", "慢于", "滞后", "差"];

impl<'a> Place<'a> {
    /// Holds an amount ahead of the schedule against the value less the part of the target that is
    /// due: 完成33.48亿元，完成任务36亿元的93%，超出计划进度6.48亿元.
    pub(in crate::claims::prose) fn pace(&self) -> Option<FoundClaim> {
        let amount = self.amount();
        if !amount.is_quantity() || !amount.is_pace() {
            return None;
        }
        let same = |other: &&Amount| other.dimension == amount.dimension;
        let target = self.before().filter(same).find(|other| other.is_target())?;
        let actual = self.actuals(self.at).find(same)?;
        let sign = if contains(amount.phrase(), BEHIND) { "I(0)-" } else { "" };
        let paced = |due: &str| format!("{sign}(a-b*{due}/100)");
        let numbers = [actual, target];
        let claim = match (self.printed_schedule(), self.month) {
            (Some(schedule), _) => {
                let words = format!("{}－{}×{}", actual.text, target.text, schedule.text);
                self.hold("超欠进度", &paced("c"), &[actual, target, schedule], words)?
            }
            (None, Some(month)) => {
                let words = format!("{}－{}×{month}÷12", actual.text, target.text);
                let due = format!("seq({month})");
                self.hold("超欠进度", &paced(&due), &numbers, words)?.assumed()
            }
            (None, None) => return None,
        };
        Some(claim)
    }
}
