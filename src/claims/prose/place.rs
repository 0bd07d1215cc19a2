//! A number in its sentence and paragraph, as every kind of claim looks at it.

use crate::claims::found_claim::FoundClaim;
use crate::claims::number::amount::{Amount, without};
use crate::claims::number::unit::Dimension;
use crate::model::printed::text::Sentence;

pub(super) const DOWN: &[&str] = &["下降", "减少", "下滑", "回落", "降幅"];

/// A number of a sentence that may be a claim, with its context.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) sentence: &'a Sentence,
    pub(super) amounts: &'a [Amount],
    /// Which of them it is.
    pub(super) at: usize,
    /// The numbers of the sentences before in the paragraph.
    pub(super) earlier: &'a [Vec<Amount>],
    /// The numbers of the sentences that semicolons join to this one, and its own.
    pub(super) chain: &'a [Vec<Amount>],
    /// The last month that the text was said to cover.
    pub(super) month: Option<u32>,
    /// The last schedule that the sentences before print in the paragraph.
    pub(super) schedule: Option<&'a Amount>,
}

impl<'a> Place<'a> {
    pub(super) fn claims(&self) -> Vec<FoundClaim> {
        let computed = match self.amount().dimension {
            Dimension::Percent if self.is_schedule() => Vec::new(),
            Dimension::Percent | Dimension::Points if self.is_lead() => {
                self.lead().into_iter().collect()
            }
            Dimension::Percent if self.amount().is_approximate() => Vec::new(),
            Dimension::Percent => self.percent(),
            Dimension::Points => {
                self.gap_in_points().or_else(|| self.change()).into_iter().collect()
            }
            Dimension::Times => self.multiple().into_iter().collect(),
            Dimension::Other => Vec::new(),
            Dimension::Money(_) | Dimension::Count(_) => self.quantity(),
        };
        self.wording().into_iter().chain(self.rank()).chain(computed).collect()
    }

    fn quantity(&self) -> Vec<FoundClaim> {
        let sums = || self.sum().or_else(|| self.parts());
        let claim = sums().or_else(|| self.pace()).or_else(|| self.gap());
        let claim = claim.or_else(|| self.change());
        claim.into_iter().chain(self.doubling()).collect()
    }

    pub(super) fn percent(&self) -> Vec<FoundClaim> {
        if self.is_share() && self.is_bare_list() {
            return self.shares();
        }
        let claim = if self.is_completion() {
            self.completion()
        } else if self.is_growth() {
            self.growth()
        } else if self.is_share() {
            self.share()
        } else {
            self.rate()
        };
        claim.into_iter().collect()
    }

    pub(super) fn amount(&self) -> &'a Amount {
        &self.amounts[self.at]
    }

    /// Returns the numbers before this one, nearest first.
    pub(super) fn before(&self) -> impl Iterator<Item = &'a Amount> + use<'a> {
        self.amounts[..self.at].iter().rev()
    }

    /// Returns what was reached, before a number of the sentence, nearest first.
    pub(super) fn actuals(
        &self,
        at: usize,
    ) -> impl Iterator<Item = &'a Amount> + use<'a> {
        self.amounts[..at].iter().rev().filter(|amount| amount.is_actual())
    }

    /// Returns this number and those after it in the same list.
    pub(super) fn list(&self) -> &'a [Amount] {
        let dimension = self.amount().dimension;
        let more = self.amounts[self.at + 1..]
            .iter()
            .take_while(|next| next.dimension == dimension && next.continues_list())
            .count();
        &self.amounts[self.at..=self.at + more]
    }

    /// Returns whether it is the first of a list whose other numbers have no words of their own:
    /// 分别占50%、30%和20%.
    fn is_bare_list(&self) -> bool {
        let others = &self.list()[1..];
        let is_bare =
            |amount: &Amount| without(amount.phrase(), &["和", "及", "与"]).is_empty();
        !others.is_empty() && others.iter().all(is_bare)
    }

    /// Compares this number with a calculation over the keys a, b and so on.
    pub(super) fn hold(
        &self,
        what: &str,
        expression: &str,
        numbers: &[&Amount],
        words: String,
    ) -> Option<FoundClaim> {
        let amount = self.amount();
        let falls = (self.is_growth() && amount.follows(DOWN)) || self.is_behind();
        if falls {
            let fallen = Amount { value: -amount.value, ..amount.clone() };
            return fallen.held(what, expression, numbers, words);
        }
        amount.held(what, expression, numbers, words)
    }

    /// Compares this number with one number in per cent of another.
    pub(super) fn quotient(
        &self,
        what: &str,
        part: &Amount,
        whole: &Amount,
    ) -> Option<FoundClaim> {
        let words = format!("{}÷{}", part.text, whole.text);
        self.hold(what, "pct(a,b)", &[part, whole], words)
    }
}
