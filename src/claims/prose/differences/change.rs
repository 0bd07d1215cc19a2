//! 由60%提高到75%，提高15个百分点: the difference of two rates, or of two values.

use crate::claims::found_claim::{FoundClaim, likeliest};
use crate::claims::number::amount::{Amount, contains};
use crate::claims::number::unit::Dimension;
use crate::claims::prose::place::Place;

const UP: &[&str] =
    &["提高", "提升", "上升", "增加", "扩大", "加快", "高", "快", "增长", "多"];
const DOWN: &[&str] =
    &["下降", "降低", "回落", "减少", "缩小", "收窄", "放缓", "低", "慢", "下滑", "少"];
const COMPARED: &[&str] = &["比", "较"];
/// Words of a number that is beside another one, and not compared with it.
const OTHER: &[&str] = &["序时", "进度", "环比"];

impl<'a> Place<'a> {
    /// Holds the points or the amount by which something has changed against what it was and is.
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
        let last = &self.amounts[self.at.checked_sub(1)?];
        let held = |now: &Amount, earlier: &Amount| {
            let (more, less) = if falls { (earlier, now) } else { (now, earlier) };
            let words = format!("{}－{}", more.text, less.text);
            self.hold("变动", "a-b", &[more, less], words)
        };
        if let Some(earlier) = self.came_from() {
            return held(last, earlier);
        }
        let compared =
            COMPARED.iter().any(|word| last.phrase().trim_start().starts_with(word));
        if !compared || !self.is_beside() || last.is_approximate() || !self.fits(last) {
            return None;
        }
        let nows: Vec<&Amount> = self.nows().collect();
        let only = nows.first().filter(|_| nows.len() == 1 || self.is_points());
        likeliest(
            only.and_then(|now| held(now, last)),
            nows.iter().filter_map(|now| held(now, last)),
        )
    }

    /// Returns what the number directly before came from: 由60%提高到75%.
    fn came_from(&self) -> Option<&'a Amount> {
        let [first, second] = self.amounts[..self.at].last_chunk::<2>()?;
        let phrase = second.phrase().trim_end();
        let reached = ["到", "至", "为"].iter().any(|word| phrase.ends_with(word));
        let from = first.follows(&["由", "从"]) && reached && second.is_joined();
        let is_next = self.amount().clause.chars().count() <= "提高了".chars().count();
        (from && is_next && self.fits(first) && self.fits(second)).then_some(first)
    }

    /// Returns what may have changed: rates, or values that were reached, nearest first.
    fn nows(&self) -> impl Iterator<Item = &'a Amount> {
        let before = self.amounts[..self.at.saturating_sub(1)].iter().rev();
        let near = if self.is_points() { 1 } else { usize::MAX };
        before
            .take(near)
            .filter(|now| self.fits(now) && (self.is_points() || now.is_actual()))
    }

    fn is_points(&self) -> bool {
        self.amount().dimension == Dimension::Points
    }

    /// Returns whether a number is of the kind that changes by this one.
    fn fits(&self, other: &Amount) -> bool {
        let wanted = match self.amount().dimension {
            Dimension::Points => Dimension::Percent,
            dimension => dimension,
        };
        other.dimension == wanted
    }

    /// Returns whether nothing separates the number from the one before: 比上年同期60%提高15个百分点.
    fn is_beside(&self) -> bool {
        let own = self.amount();
        own.is_joined() && !own.before.contains(['、', '，', ','])
    }
}
