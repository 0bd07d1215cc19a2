//! 由60%提高到75%，提高15个百分点: the difference of two rates.

use crate::claims::found_claim::FoundClaim;
use crate::claims::number::amount::{Amount, contains};
use crate::claims::number::unit::Dimension;
use crate::claims::prose::place::Place;

const UP: &[&str] = &["提高", "提升", "上升", "增加", "扩大", "加快", "高", "快", "增长"];
const DOWN: &[&str] =
    &["下降", "降低", "回落", "减少", "缩小", "放缓", "低", "慢", "下滑"];
const COMPARED: &[&str] = &["比", "较"];
/// Words of a rate that is beside another one, and not compared with it.
const OTHER: &[&str] = &["序时", "进度", "环比"];

impl<'a> Place<'a> {
    /// Holds the points by which a rate has changed against the two rates directly before.
    pub(in crate::claims::prose) fn change(&self) -> Option<FoundClaim> {
        let amount = self.amount();
        let ends = |words: &[&str]| {
            let phrase = amount.phrase().trim_end_matches(['了', '达', '约']);
            words.iter().any(|word| phrase.ends_with(word))
        };
        let falls = ends(DOWN);
        if !(falls || ends(UP))
            || amount.is_approximate()
            || contains(&amount.clause, OTHER)
        {
            return None;
        }
        let (earlier, now) = self.rates()?;
        let expression = if falls { "b-a" } else { "a-b" };
        let (more, less) = if falls { (earlier, now) } else { (now, earlier) };
        let words = format!("{}－{}", more.text, less.text);
        self.hold("变动", expression, &[now, earlier], words)
    }

    /// Returns the earlier and the later rate: 由60%提高到75%, and 75%，比上年同期60%.
    fn rates(&self) -> Option<(&'a Amount, &'a Amount)> {
        let [first, second] = self.amounts[..self.at].last_chunk::<2>()?;
        let is_rate = |amount: &Amount| amount.dimension == Dimension::Percent;
        if !is_rate(first) || !is_rate(second) {
            return None;
        }
        let phrase = second.phrase();
        let reached =
            ["到", "至", "为"].iter().any(|word| phrase.trim_end().ends_with(word));
        let from = first.follows(&["由", "从"]) && reached && second.is_joined();
        if from && self.amount().clause.chars().count() <= "提高了".chars().count() {
            return Some((first, second));
        }
        let own = self.amount();
        let beside = own.is_joined() && !own.before.contains(['、', '，', ',']);
        let compared = COMPARED.iter().any(|word| phrase.trim_start().starts_with(word));
        (compared && beside && !second.is_approximate()).then_some((second, first))
    }
}
